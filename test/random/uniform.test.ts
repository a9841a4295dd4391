import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { uniform } from '../../src/random/uniform.js';

test('a phase anywhere in 30 s is 15 s on average, with a spread of 30 s / sqrt(12)', () => {
  const phase = uniform({ low: 0, high: 30 });
  expect(phase.mean).toBe(15);
  expect(phase.sd).toBeCloseTo(8.660254037844387, 14);
  expect([0.1, 0.5, 0.9].map((u) => phase.quantile(u))).toEqual([3, 15, 27]);
  expect([-1, 0, 7.5, 30, 31].map((x) => phase.cdf(x))).toEqual([0, 0, 0.25, 1, 1]);
});

test('half of what is left is expected to come', () => {
  const phase = uniform({ low: 10, high: 30 });
  expect([0, 10, 20, 30, 40].map((x) => phase.meanBeyond(x))).toEqual([20, 10, 5, 0, 0]);
});

test('rounding never carries a value beyond the ends', () => {
  const ends = fc.tuple(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
  );
  fc.assert(
    fc.property(ends, ([low, width]) => {
      const high = low + width;
      fc.pre(high > low);
      expect(uniform({ low, high }).quantile(2 ** -53)).toBeGreaterThanOrEqual(low);
      expect(uniform({ low, high }).quantile(1 - 2 ** -53)).toBeLessThanOrEqual(high);
    }),
    { seed: 1, numRuns: 5000 },
  );
});

test.each([
  { low: 1, high: 1 },
  { low: 2, high: 1 },
  { low: NaN, high: 1 },
  { low: 0, high: NaN },
  { low: 0, high: Infinity },
  { low: -Infinity, high: 0 },
])('from $low to $high is refused', (ends) => {
  expect(() => uniform(ends)).toThrow(InvariantError);
});
