import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RatioTally } from '../../src/stats/ratio-tally.js';
import { type Cluster, tallyOf } from './clusters.js';

const cluster = fc.oneof(
  fc.constant<Cluster>([0, 0]),
  fc.tuple(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.integer({ min: 1, max: 9 })),
);
const blocks = fc.array(fc.array(cluster, { maxLength: 12 }), { maxLength: 6 });

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The estimator as it is defined, in two passes, and the size of the terms that cancel in it. */
function slowly(clusters: readonly Cluster[]) {
  const counted = clusters.filter(([, x]) => x > 0);
  const m = counted.length;
  const sumX = sum(counted.map(([, x]) => x));
  const ratio = sum(counted.map(([y]) => y)) / sumX;
  const residual = sum(counted.map(([y, x]) => (y - ratio * x) ** 2));
  const terms = sum(counted.map(([y, x]) => y * y + (ratio * x) ** 2));
  const scale = m / (m - 1) / (sumX * sumX);
  return { m, ratio, variance: residual * scale, terms: terms * scale };
}

const size = (clusters: readonly Cluster[]) => Math.max(...clusters.map(([y]) => Math.abs(y)));

test('blocks merged in order say what all their clusters say', () => {
  fc.assert(
    fc.property(blocks, (parts) => {
      const merged = new RatioTally();
      for (const part of parts) merged.merge(tallyOf(...part));
      const all = parts.flat();
      const whole = tallyOf(...all);
      const { clusters, contributing, sumX, freedom } = whole;
      expect(merged).toMatchObject({ clusters, contributing, sumX, freedom });
      if (whole.ratio === null) return;
      expect(Math.abs(merged.ratio! - whole.ratio)).toBeLessThanOrEqual(1e-12 * size(all));
      if (whole.standardError === null) return;
      const gap = merged.standardError! ** 2 - whole.standardError ** 2;
      expect(Math.abs(gap)).toBeLessThanOrEqual(1e-12 * slowly(all).terms);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('ratio and error are those of the definition in two passes', () => {
  fc.assert(
    fc.property(fc.array(cluster, { minLength: 2, maxLength: 40 }), (clusters) => {
      const { m, ratio, variance, terms } = slowly(clusters);
      fc.pre(m >= 2);
      const tally = tallyOf(...clusters);
      expect(Math.abs(tally.ratio! - ratio)).toBeLessThanOrEqual(1e-12 * size(clusters));
      const gap = tally.standardError! ** 2 - variance;
      // Twice, because what is below 1e-12 may be called 0 on one side.
      expect(Math.abs(gap)).toBeLessThanOrEqual(2e-12 * terms);
    }),
    { seed: 2, numRuns: 300 },
  );
});
