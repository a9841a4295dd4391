import { describe, expect, it, test } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { empirical } from '../../src/random/empirical.js';
import { exponential } from '../../src/random/exponential.js';
import { lognormal } from '../../src/random/lognormal.js';
import { mixture } from '../../src/random/mixture.js';
import { normal } from '../../src/random/normal.js';
import { point } from '../../src/random/point.js';
import { uniform } from '../../src/random/uniform.js';
import { within } from './within.js';

/** Not nearer to 1: a share there is known to one part in 10^13 of what lies above it only. */
const SHARES = [1e-12, 1e-6, 0.01, 0.25, 0.5, 0.75, 0.99, 0.999];

test('nine restarts in ten and one wait for parts: share, mean and spread of the parts', () => {
  const repair = mixture([
    { weight: 9, law: exponential(10) },
    { weight: 1, law: exponential(1000) },
  ]);
  within(1e-15, repair.mean, 109);
  // A hyperexponential law: E[X^2] is twice the weighted squares of the means.
  within(1e-15, repair.sd, Math.sqrt(2 * (0.9 * 100 + 0.1 * 1e6) - 109 ** 2));
  for (const x of [1, 30, 4000]) {
    const left = 0.9 * Math.exp(-x / 10) + 0.1 * Math.exp(-x / 1000);
    within(1e-13, 1 - repair.cdf(x), left);
    within(1e-12, repair.meanBeyond(x), (9 * Math.exp(-x / 10) + 100 * Math.exp(-x / 1000)) / left);
  }
});

test('weights count in proportion', () => {
  const parts = (scale: number) => [
    { weight: 0.2 * scale, law: uniform({ low: 0, high: 1 }) },
    { weight: 0.6 * scale, law: uniform({ low: 2, high: 4 }) },
  ];
  const law = mixture(parts(1e6));
  expect([0, 1, 1.5, 2, 3, 4, 5].map((x) => law.cdf(x))).toEqual([
    0, 0.25, 0.25, 0.25, 0.625, 1, 1,
  ]);
  for (const u of SHARES) within(1e-12, law.quantile(u), mixture(parts(1)).quantile(u));
});

test('a mixture of one law is that law', () => {
  const own = lognormal({ mu: 8, sigma: 1.2 });
  const law = mixture([{ weight: 3, law: own }]);
  for (const u of SHARES) within(1e-12, law.quantile(u), own.quantile(u));
  expect([law.mean, law.sd, law.cdf(3000)]).toEqual([own.mean, own.sd, own.cdf(3000)]);
  within(1e-12, law.meanBeyond(3000), own.meanBeyond(3000));
});

test('a mixture within a mixture is the mixture of all', () => {
  const [a, b, c] = [exponential(1), exponential(30), uniform({ low: 10, high: 20 })] as const;
  const inner = mixture([
    { weight: 1, law: a },
    { weight: 3, law: b },
  ]);
  const nested = mixture([
    { weight: 4, law: inner },
    { weight: 1, law: c },
  ]);
  const flat = mixture([a, b, c].map((law, i) => ({ weight: [1, 3, 1][i]!, law })));
  for (const u of SHARES) within(2e-12, nested.quantile(u), flat.quantile(u));
  within(1e-15, nested.mean, flat.mean);
  within(1e-14, nested.sd, flat.sd);
  within(1e-13, nested.meanBeyond(12), flat.meanBeyond(12));
});

describe('a value with a probability of its own', () => {
  it('comes out exactly, for all the shares that belong to it', () => {
    const law = mixture([
      { weight: 1, law: point(0.1) },
      { weight: 1, law: empirical([-3.3, 1 / 3]) },
      { weight: 2, law: normal({ mean: 0, sd: 2 }) },
    ]);
    const below = (x: number) => law.cdf(x - 1e-12);
    for (const [value, weight] of [
      [0.1, 0.25],
      [-3.3, 0.125],
      [1 / 3, 0.125],
    ] as const) {
      within(1e-10, law.cdf(value) - below(value), weight);
      for (const part of [1e-6, 0.3, 0.999]) {
        expect(law.quantile(below(value) + part * weight)).toBe(value);
      }
    }
  });

  it('comes out exactly where it is one of many', () => {
    const values = Array.from({ length: 40 }, (_, i) => (i + 1) / 3);
    const law = mixture([
      { weight: 1, law: empirical(values) },
      { weight: 1, law: uniform({ low: 0, high: 20 }) },
    ]);
    for (const value of values) expect(law.quantile(law.cdf(value) - 0.006)).toBe(value);
  });

  it('may be nothing at all', () => {
    const law = mixture([
      { weight: 0.5, law: point(0) },
      { weight: 0.25, law: exponential(100) },
      { weight: 0.25, law: uniform({ low: -5, high: -1 }) },
    ]);
    expect([0.2500001, 0.5, 0.75].map((u) => law.quantile(u))).toEqual([0, 0, 0]);
    within(1e-12, law.quantile(0.125), -3);
    within(1e-6, law.quantile(0.75 + 1e-9), 4e-7);
  });

  it('may be all there is', () => {
    const law = mixture([
      { weight: 1, law: point(720_000.5) },
      { weight: 1, law: point(-0.7) },
      { weight: 2, law: point(30) },
    ]);
    expect([0.1, 0.25, 0.3, 0.74, 0.76].map((u) => law.quantile(u))).toEqual([
      -0.7, -0.7, 30, 30, 720_000.5,
    ]);
    expect([-1, 30, 720_001].map((x) => law.meanBeyond(x))).toEqual([
      law.mean + 1,
      720_000.5 - 30,
      0,
    ]);
  });
});

test('a gap is leapt over: nothing in it is ever given', () => {
  const law = mixture([
    { weight: 1, law: uniform({ low: 0, high: 1 }) },
    { weight: 1, law: uniform({ low: 1e9, high: 2e9 }) },
  ]);
  within(1e-12, law.quantile(0.5 - 1e-9), 1 - 2e-9);
  within(1e-12, law.quantile(0.5 + 1e-9), 1e9 + 2);
});

test('where no share is left to the precision of a double, the longest part is what to expect', () => {
  const law = mixture([
    { weight: 1, law: exponential(1) },
    { weight: 1, law: exponential(50) },
    { weight: 1, law: point(3) },
  ]);
  within(1e-12, law.meanBeyond(1e6), 50);
});

test('the list that it was made from may change, the law does not', () => {
  const parts = [{ weight: 1, law: point(1) }];
  const law = mixture(parts);
  parts[0] = { weight: 1, law: point(2) };
  parts.push({ weight: 1, law: point(3) });
  expect([law.quantile(0.9), law.cdf(1)]).toEqual([1, 1]);
});

test.each([[[]], [[0]], [[1, -1]], [[NaN, 1]], [[Infinity, 1]], [[1e308, 1e308]]])(
  'weights %j are refused',
  (weights) => {
    const parts = weights.map((weight) => ({ weight, law: point(1) }));
    expect(() => mixture(parts)).toThrow(InvariantError);
  },
);
