import { expect, test } from 'vitest';
import {
  estimateOfAmount,
  estimateOfProportion,
  estimateOfRate,
  estimateOfRatio,
  meanInterval,
} from '../../src/stats/interval.js';
import { alike, type Cluster, tallyOf } from './clusters.js';

const trials = 100;
const equal = (count: number, cluster: Cluster) => tallyOf(...alike(count, cluster));

test('a mean over three clusters: t with two degrees of freedom', () => {
  // t(0.975; 2) = 0.95 · sqrt(2 / (1 - 0.95²)).
  const reach = 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)) * Math.sqrt(1 / 12);
  const tally = tallyOf([2, 1], [3, 2], [7, 3]);
  const [low, high] = meanInterval(tally)!;
  expect(low).toBeCloseTo(2 - reach, 12);
  expect(high).toBeCloseTo(2 + reach, 12);
  expect(estimateOfRatio(tally, { trials })).toEqual({ mean: 2, ci95: [low, high] });
});

test('a mean of one cluster is no figure, and says what it needs', () => {
  const missing = { mean: null, ci95: null, needs: 200 };
  expect(meanInterval(tallyOf([2, 1]))).toBeNull();
  expect(estimateOfRatio(tallyOf([2, 1], [0, 0]), { trials })).toEqual(missing);
  expect(estimateOfRatio(tallyOf([0, 0]), { trials })).toEqual(missing);
});

test('recovery times that never differ have an interval without width', () => {
  const estimate = estimateOfRatio(tallyOf([300, 1], [600, 2], [900, 3]), { trials });
  expect(estimate).toEqual({ mean: 300, ci95: [300, 300] });
});

test('a time is never below 0, a difference may be', () => {
  const tally = tallyOf([0, 1], [0, 1], [9, 1]);
  expect(estimateOfRatio(tally, { trials, nonNegative: true }).ci95![0]).toBe(0);
  expect(estimateOfRatio(tally, { trials }).ci95![0]).toBeLessThan(0);
});

test('an amount of which nothing was seen is 0 without an upper bound', () => {
  expect(estimateOfAmount(equal(9, [0, 20]), { trials })).toEqual({ mean: 0, ci95: null });
  const seen = estimateOfAmount(tallyOf([0, 20], [30, 20], [0, 20]), { trials });
  expect(seen.mean).toBe(0.5);
  expect(seen.ci95![0]).toBe(0);
  expect(seen.ci95![1]).toBeGreaterThan(0.5);
});

test('no event in 600 years: below one in 200 years', () => {
  expect(estimateOfRate(equal(30, [0, 20]))).toEqual({ mean: 0, ci95: [0, 0.005] });
});

test('no years, no rate', () => {
  expect(estimateOfRate(tallyOf())).toEqual({ mean: null, ci95: null });
});

test('one event in 10,000 years: the score interval of one event', () => {
  const { mean, ci95 } = estimateOfRate(tallyOf([1, 20], ...alike(499, [0, 20])));
  expect(mean).toBe(1e-4);
  // The roots of (1 - m)² = z² m are 0.1765 and 5.665; t(499) is a little wider.
  expect(ci95![0]).toBeCloseTo(0.176e-4, 7);
  expect(ci95![1]).toBeCloseTo(5.68e-4, 6);
});

test('events that come in pairs count once', () => {
  const rest = alike(500, [0, 20]);
  const single = estimateOfRate(tallyOf([1, 20], [1, 20], [1, 20], ...rest));
  const double = estimateOfRate(tallyOf([2, 20], [2, 20], [2, 20], ...rest));
  expect(double.ci95![1]).toBeCloseTo(2 * single.ci95![1], 12);
});

test('a disaster that comes every year by decree has a rate without spread', () => {
  expect(estimateOfRate(equal(50, [20, 20]))).toEqual({ mean: 1, ci95: [1, 1] });
  const few = estimateOfRate(equal(3, [20, 20]));
  expect(few.ci95![0]).toBeLessThan(0.5);
  expect(few.ci95![1]).toBeGreaterThan(2);
});

test('all of 20 pairs meet the objective: Wilson for 20, though they had 40 incidents', () => {
  const { mean, ci95 } = estimateOfProportion(equal(20, [2, 2]), { trials });
  expect(mean).toBe(1);
  expect(ci95![0]).toBeCloseTo(1 - 0.1611, 4);
  expect(ci95![1]).toBe(1);
});

test('pairs that agree are worth half of what their incidents seem', () => {
  const pairs = estimateOfProportion(tallyOf(...alike(600, [2, 2]), ...alike(400, [0, 2])), {
    trials,
  });
  const singles = estimateOfProportion(tallyOf(...alike(600, [1, 1]), ...alike(400, [0, 1])), {
    trials,
  });
  expect(pairs.mean).toBe(0.6);
  expect(pairs.ci95![0]).toBeCloseTo(singles.ci95![0], 12);
  expect(pairs.ci95![0]).toBeCloseTo(0.5693, 3);
});

test('one hit in each pair is luck, not knowledge: never more than independent incidents', () => {
  // The last pair keeps the spread from being exactly 0.
  const { ci95 } = estimateOfProportion(tallyOf(...alike(10, [1, 2]), [2, 3]), {
    trials,
  });
  expect(ci95![1] - ci95![0]).toBeGreaterThan(0.35);
});

test('a share of nothing is no figure; a share of one incident is a vague one', () => {
  expect(estimateOfProportion(equal(50, [0, 0]), { trials })).toEqual({
    mean: null,
    ci95: null,
    needs: 200,
  });
  const { mean, ci95 } = estimateOfProportion(tallyOf([1, 1], [0, 0]), { trials });
  expect(mean).toBe(1);
  expect(ci95![0]).toBeCloseTo(0.2065, 4);
});

test('more hits than incidents are our mistake', () => {
  expect(() => estimateOfProportion(tallyOf([3, 2]), { trials })).toThrow('1.5');
  expect(() => estimateOfRate(tallyOf([-1, 2]))).toThrow('-1 events');
});
