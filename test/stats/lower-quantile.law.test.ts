import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lowerQuantile, rankOf } from '../../src/stats/lower-quantile.js';

const SETTINGS = { seed: 1, numRuns: 300 };

test('the lower quantile is the first value that a share of p does not exceed', () => {
  const value = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 40 }),
      (values, k) => {
        const p = k / 40;
        const rising = Float64Array.from(values).toSorted();
        const reached = (x: number) => values.filter((v) => v <= x).length / values.length >= p;
        expect(lowerQuantile(rising, p)).toBe(rising.find(reached));
      },
    ),
    SETTINGS,
  );
});

test('k of n values is the share k/n, whatever the rounding of the product', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(999_999), (n, draw) => {
      const k = 1 + (draw % n);
      expect(rankOf(k / n, n)).toBe(k);
    }),
    SETTINGS,
  );
});

test('7 per cent of 100 values are 7 values', () => {
  expect(rankOf(0.07, 100)).toBe(7);
  expect(rankOf(0, 100)).toBe(1);
  expect(rankOf(1, 100)).toBe(100);
});

test('a share beyond 0 to 1, or of nothing, is refused', () => {
  expect(() => rankOf(NaN, 3)).toThrow('NaN');
  expect(() => rankOf(1.01, 3)).toThrow('1.01');
  expect(() => rankOf(0.5, 0)).toThrow('of 0 values');
});
