import { expect, test } from 'vitest';
import { quantileOf } from '../../src/stats/quantiles.js';
import { sampleOf } from './clusters.js';
import { coverage, isRight, pairsOfTrials, torn } from './coverage.js';

test.each([
  { p: 0.5, pairs: 100 },
  { p: 0.9, pairs: 350 },
])('the interval of the $p quantile is right, and not if pairs are torn', ({ p, pairs }) => {
  const truth = -Math.log(1 - p);
  const interval = (values: readonly number[][]) =>
    quantileOf(sampleOf(values), p, { trials: 2 * pairs }).ci95;
  const covered = coverage(`quantile ${p}`, (luck) => pairsOfTrials(luck, pairs), {
    clustered: { truth, interval },
    torn: { truth, interval: (values) => interval(torn(values)) },
  });
  expect(isRight(covered.clustered), `${covered.clustered} of 1,000`).toBe(true);
  expect(isRight(covered.torn), `${covered.torn} of 1,000`).toBe(false);
});
