import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Distribution } from '../../src/random/distribution.js';
import { mean, tail, type Corners } from './quadrature.js';

/** A law under test; its quantile function is smooth but for its corners. */
export interface Sample extends Corners {
  readonly name: string;
  readonly law: Distribution;
  /** Ends of what it can give. */
  readonly support: readonly [number, number];
}

const uniform = fc.integer({ min: 0, max: 2 ** 52 - 1 }).map((k) => (k + 0.5) / 2 ** 52);
const PARAMETERS = { seed: 1, numRuns: 300 };
/** Shares at which conditional means are compared: both ends, and what lies between. */
const SHARES = [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999];

/** What every law promises: its parts tell of one and the same random quantity. */
export function keepsTheContract(sample: Sample): void {
  const { law } = sample;
  const [lowest, highest] = sample.support;
  const width = law.sd || 1;
  const near = (x: number) => Math.abs(x) * 1e-12 + width * 1e-12;

  it('gives values within its ends, also for the extreme uniforms', () => {
    const inside = (u: number) => {
      const x = law.quantile(u);
      expect(x).toSatisfy(Number.isFinite);
      expect(x).toBeGreaterThanOrEqual(lowest);
      expect(x).toBeLessThanOrEqual(highest);
    };
    inside(2 ** -53);
    inside(1 - 2 ** -53);
    fc.assert(fc.property(uniform, inside), PARAMETERS);
  });

  it('never gives less for more', () => {
    fc.assert(
      fc.property(uniform, uniform, (u, v) => {
        const [low, high] = [Math.min(u, v), Math.max(u, v)];
        expect(law.quantile(low)).toBeLessThanOrEqual(law.quantile(high));
        const [a, b] = [law.quantile(low), law.quantile(high)];
        expect(law.cdf(a)).toBeLessThanOrEqual(law.cdf(b));
      }),
      PARAMETERS,
    );
  });

  it('has a quantile that is the inverse of its distribution function', () => {
    fc.assert(
      fc.property(uniform, (u) => {
        const x = law.quantile(u);
        // In the far tail a step of one unit in the last place of x moves the share by more.
        const slack = 1e-12 * Math.max(u, 1e-3) + 4e-16;
        expect(law.cdf(x + near(x))).toBeGreaterThanOrEqual(u - slack);
        expect(law.cdf(x - near(x))).toBeLessThanOrEqual(u + slack);
      }),
      PARAMETERS,
    );
  });

  it('gives nothing below its ends and everything above', () => {
    expect(law.cdf(-Infinity)).toBe(0);
    expect(law.cdf(lowest - width)).toBe(0);
    expect(law.cdf(Infinity)).toBe(1);
    if (highest < Infinity) expect(law.cdf(highest)).toBe(1);
  });

  it('has the mean and the spread of what it gives', () => {
    expect(Math.abs(law.mean - mean((u) => law.quantile(u), sample))).toBeLessThan(1e-7 * width);
    const variance = mean((u) => (law.quantile(u) - law.mean) ** 2, sample);
    expect(Math.abs(law.sd ** 2 - variance)).toBeLessThanOrEqual(1e-5 * variance);
  });

  it('has a mean beyond x that is that of its tail', () => {
    for (const share of SHARES) {
      const x = law.quantile(share);
      const beyond = law.cdf(x);
      const expected = beyond < 1 ? tail((u) => law.quantile(u), beyond, sample) - x : 0;
      const seen = law.meanBeyond(x);
      expect(Math.abs(seen - expected), `beyond ${x}`).toBeLessThanOrEqual(1e-6 * (seen + width));
    }
  });

  it('expects all that is to come before anything can have come, and nothing beyond its end', () => {
    const before = lowest - 3 * width;
    expect(law.meanBeyond(before)).toBeCloseTo(law.mean - before, 9);
    if (highest < Infinity) {
      expect(law.meanBeyond(highest)).toBe(0);
      expect(law.meanBeyond(highest + width)).toBe(0);
    } else {
      for (const x of [1e3, 1e9, 1e100, 1e300]) {
        expect(law.meanBeyond(x)).toBeGreaterThanOrEqual(0);
        expect(law.meanBeyond(x)).toBeLessThan(Infinity);
      }
    }
  });

  it('says what it is', () => {
    expect(law.law).toMatch(/^[a-z]+/);
  });
}
