import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { triangular } from '../../src/random/triangular.js';
import { within } from './within.js';

test('the sum of two dice without edges: mode half-way', () => {
  const law = triangular({ low: 0, mode: 6, high: 12 });
  expect(law.mean).toBe(6);
  within(1e-15, law.sd, Math.sqrt(6));
  expect([-1, 0, 3, 6, 9, 12, 13].map((x) => law.cdf(x))).toEqual([
    0,
    0,
    1 / 8,
    1 / 2,
    7 / 8,
    1,
    1,
  ]);
  expect([1 / 8, 1 / 2, 7 / 8].map((u) => law.quantile(u))).toEqual([3, 6, 9]);
  expect([-1, 0, 6, 9, 12, 13].map((x) => law.meanBeyond(x))).toEqual([7, 6, 2, 1, 0, 0]);
});

// Areas of triangles: a quarter of the law lies below the mode, sqrt of a share is a length.
test('a skew law has the quantiles, mean and spread of its triangle', () => {
  const law = triangular({ low: 10, mode: 20, high: 50 });
  within(1e-15, law.mean, 80 / 3);
  within(1e-15, law.sd, Math.sqrt((100 + 300 + 900) / 18));
  expect(law.quantile(1 / 16)).toBe(15);
  expect(law.quantile(1 / 4)).toBe(20);
  within(1e-15, law.quantile(1 / 2), 50 - Math.sqrt(600));
  within(1e-15, law.cdf(35), 1 - 225 / 1200);
});

test('the mean beyond a point is that of the trapezium left', () => {
  const law = triangular({ low: 0, mode: 1, high: 1 });
  // E[X | X > x] = (2 / 3) (1 - x^3) / (1 - x^2), with a common factor 1 - x.
  for (const x of [0.001, 0.3, 0.9, 1 - 1e-9]) {
    const rest = (1 - x) * (x + 2);
    within(1e-12, law.meanBeyond(x), rest / (3 * (1 + x)));
  }
});

test('rounding never carries a value past an end or the mode', () => {
  const figures = fc
    .tuple(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
    )
    .map(([low, rise, fall]) => ({ low, mode: low + rise, high: low + rise + fall }));
  fc.assert(
    fc.property(figures, ({ low, mode, high }) => {
      fc.pre(high > low);
      const law = triangular({ low, mode, high });
      const atMode = (mode - low) / (high - low);
      const shares = [2 ** -53, atMode * (1 - 2 ** -50), atMode, 0.999999, 1 - 2 ** -53]
        .filter((share) => share > 0 && share < 1)
        .sort((a, b) => a - b);
      const values = shares.map((u) => law.quantile(u));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(values[0]).toBeGreaterThanOrEqual(low);
      expect(values.at(-1)).toBeLessThanOrEqual(high);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test.each([
  { low: 1, mode: 1, high: 1 },
  { low: 2, mode: 1, high: 3 },
  { low: 1, mode: 4, high: 3 },
  { low: NaN, mode: 1, high: 3 },
  { low: 1, mode: NaN, high: 3 },
  { low: 1, mode: 2, high: NaN },
  { low: 1, mode: 2, high: Infinity },
  { low: -Infinity, mode: 2, high: 3 },
])('%j are refused', (figures) => {
  expect(() => triangular(figures)).toThrow(InvariantError);
});
