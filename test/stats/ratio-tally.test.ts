import { expect, test } from 'vitest';
import { RatioTally } from '../../src/stats/ratio-tally.js';
import { tallyOf } from './clusters.js';

test('three clusters: the ratio of the sums, with the spread of what each cluster is off', () => {
  // Residuals y - 2x are 0, -1 and 1, so the variance is 3/2 · 2 / 6².
  const tally = tallyOf([2, 1], [3, 2], [7, 3]);
  expect(tally).toMatchObject({ clusters: 3, contributing: 3, sumY: 12, sumX: 6, freedom: 2 });
  expect(tally.ratio).toBe(2);
  expect(tally.standardError).toBeCloseTo(Math.sqrt(1 / 12), 15);
});

test('clusters of one observation each give the textbook error of a mean', () => {
  const tally = tallyOf([1, 1], [2, 1], [3, 1], [6, 1]);
  expect(tally.ratio).toBe(3);
  expect(tally.standardError).toBeCloseTo(Math.sqrt(14 / 3 / 4), 15);
});

test('pairs of trials without an incident are counted and change nothing', () => {
  const incidents = tallyOf([2, 1], [3, 2], [7, 3]);
  const sparse = tallyOf([0, 0], [2, 1], [0, 0], [3, 2], [7, 3], [0, 0]);
  expect(sparse.clusters).toBe(6);
  expect(sparse).toMatchObject({ contributing: 3, freedom: 2, ratio: incidents.ratio });
  expect(sparse.standardError).toBe(incidents.standardError);
});

test('nothing has no ratio, and one cluster no error', () => {
  expect(tallyOf()).toMatchObject({ ratio: null, standardError: null, freedom: 0 });
  expect(tallyOf([0, 0])).toMatchObject({ clusters: 1, ratio: null, freedom: 0 });
  expect(tallyOf([6, 2], [0, 0])).toMatchObject({ ratio: 3, standardError: null, freedom: 0 });
});

test.each([0.1, 0.3, 1 / 3, 0.7, 1e9 / 7])('times that all are %f have no spread', (time) => {
  const tally = new RatioTally();
  for (let pair = 0; pair < 10_000; pair++) {
    const incidents = 1 + (pair % 7);
    tally.add(time * incidents, incidents);
  }
  expect(tally.standardError).toBe(0);
});

test('a small but real spread is not taken for dust', () => {
  const tally = tallyOf([1000.01, 1000], [999.99, 1000], [2000, 2000]);
  expect(tally.standardError).toBeCloseTo(Math.sqrt(1.5 * 2e-4) / 4000, 10);
});

test('what cannot be a ratio is refused', () => {
  expect(() => tallyOf([NaN, 1])).toThrow('NaN');
  expect(() => tallyOf([1, NaN])).toThrow('NaN');
  expect(() => tallyOf([1, -1])).toThrow('-1');
  expect(() => tallyOf([1, 0])).toThrow('1 over 0');
});
