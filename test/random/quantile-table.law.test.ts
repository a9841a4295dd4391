import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../../src/base/special/beta.js';
import { gammaQuantile } from '../../src/base/special/gamma.js';
import { beta } from '../../src/random/beta.js';
import { gamma } from '../../src/random/gamma.js';
import { tabulatedQuantile } from '../../src/random/quantile-table.js';

const shape = fc.double({ min: Math.log10(0.3), max: 3, noNaN: true }).map((power) => 10 ** power);
const share = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 52 - 1 }).map((k) => (k + 0.5) / 2 ** 52),
  fc.double({ min: -52, max: -1, noNaN: true }).map((power) => 2 ** power),
  fc.double({ min: -52, max: -1, noNaN: true }).map((power) => 1 - 2 ** power),
);
const shares = fc.array(share, { minLength: 10, maxLength: 10 });
const PARAMETERS = { seed: 1, numRuns: 150 };

describe('a tabulated quantile', () => {
  it('of a gamma law is the slow one to 2 parts in 10^13', () => {
    fc.assert(
      fc.property(shape, shares, (a, all) => {
        const law = gamma({ shape: a, scale: 1 });
        for (const u of all) {
          expect(Math.abs(law.quantile(u) / gammaQuantile(a, u) - 1)).toBeLessThan(2e-13);
        }
      }),
      PARAMETERS,
    );
  });

  it('of a beta law is the slow one to 2 parts in 10^13', () => {
    fc.assert(
      fc.property(shape, shape, shares, (a, b, all) => {
        const law = beta({ alpha: a, beta: b });
        for (const u of all) {
          expect(Math.abs(law.quantile(u) / betaQuantile(a, b, u) - 1)).toBeLessThan(2e-13);
        }
      }),
      PARAMETERS,
    );
  });

  it('does not depend on what was drawn before', () => {
    fc.assert(
      fc.property(shape, shares, (a, all) => {
        const [forwards, backwards] = [
          gamma({ shape: a, scale: 1 }),
          gamma({ shape: a, scale: 1 }),
        ];
        const seen = all.map((u) => forwards.quantile(u));
        const again = all.toReversed().map((u) => backwards.quantile(u));
        expect(again.toReversed()).toEqual(seen);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it('asks the slow one a dozen times for a panel, then no more', () => {
    let asked = 0;
    const quantile = tabulatedQuantile({
      quantile: (u) => {
        asked++;
        return u / (1 - u);
      },
      toLine: Math.log,
      fromLine: Math.exp,
    });
    for (let i = 0; i < 1000; i++) expect(quantile(0.6 + i * 1e-5)).toBeCloseTo(1.5, 0);
    expect(asked).toBe(12);
  });

  it('leaves the far tails to the slow one', () => {
    const slow = {
      quantile: (u: number) => (u < 0.5 ? -1 : 1),
      toLine: () => 0,
      fromLine: () => 0,
    };
    const quantile = tabulatedQuantile(slow);
    expect([1e-12, 0.5, 1 - 1e-12].map((u) => quantile(u))).toEqual([-1, 0, 1]);
  });

  it('leaves values that are infinite on the line to the slow one', () => {
    const slow = { quantile: () => 1, toLine: () => Infinity, fromLine: () => 0 };
    expect(tabulatedQuantile(slow)(0.5)).toBe(1);
  });
});
