import fc from 'fast-check';
import { sampleVariance } from 'simple-statistics';
import { expect, test } from 'vitest';
import { Moments } from '../../src/stats/moments.js';

const momentsOf = (values: readonly number[]) => {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  return moments;
};

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const blocks = fc.array(fc.array(value, { maxLength: 20 }), { maxLength: 6 });

test('blocks merged in order say what all their values say', () => {
  fc.assert(
    fc.property(blocks, (parts) => {
      const merged = new Moments();
      for (const part of parts) merged.merge(momentsOf(part));
      const all = parts.flat();
      const whole = momentsOf(all);
      const size = Math.max(1e-300, ...all.map(Math.abs));
      expect(merged.n).toBe(whole.n);
      if (all.length === 0) return;
      expect(Math.abs(merged.mean! - whole.mean!)).toBeLessThanOrEqual(1e-12 * size);
      if (all.length === 1) return;
      const gap = Math.abs(merged.variance! - whole.variance!);
      expect(gap).toBeLessThanOrEqual(1e-12 * size * size);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('the variance is that of the definition in two passes', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 50 }), (values) => {
      const size = Math.max(1e-300, ...values.map(Math.abs));
      const gap = Math.abs(momentsOf(values).variance! - sampleVariance(values));
      expect(gap).toBeLessThanOrEqual(1e-12 * size * size);
    }),
    { seed: 2, numRuns: 300 },
  );
});
