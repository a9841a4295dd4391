import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/base/special/normal.js';
import { estimateOfProportion, estimateOfRate, meanInterval } from '../../src/stats/interval.js';
import { type Cluster, tallyOf } from './clusters.js';
import { coverage, isRight, type Luck, pairsOfTrials, torn } from './coverage.js';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const trials = 1;

const recovery = (pairs: readonly number[][]) =>
  meanInterval(tallyOf(...pairs.map((times): Cluster => [sum(times), times.length])));

const fivePairs = (luck: Luck) =>
  tallyOf(...Array.from({ length: 5 }, (): Cluster => [10 + normalQuantile(luck()), 1]));

test('the interval of a mean holds the truth 95 times in 100, and not if pairs are torn', () => {
  const covered = coverage('mean', (luck) => pairsOfTrials(luck, 300), {
    clustered: { truth: 1, interval: recovery },
    torn: { truth: 1, interval: (pairs) => recovery(torn(pairs)) },
  });
  expect(isRight(covered.clustered), `${covered.clustered} of 1,000`).toBe(true);
  expect(isRight(covered.torn), `${covered.torn} of 1,000`).toBe(false);
});

test('the interval of an attainment holds the truth 95 times in 100, and not if pairs are torn', () => {
  const objective = Math.log(10);
  const attainment = (pairs: readonly number[][]) => {
    const hits = pairs.map((times): Cluster => {
      return [times.filter((time) => time <= objective).length, times.length];
    });
    return estimateOfProportion(tallyOf(...hits), { trials }).ci95;
  };
  const covered = coverage('attainment', (luck) => pairsOfTrials(luck, 100), {
    clustered: { truth: 0.9, interval: attainment },
    torn: { truth: 0.9, interval: (pairs) => attainment(torn(pairs)) },
  });
  expect(isRight(covered.clustered), `${covered.clustered} of 1,000`).toBe(true);
  expect(isRight(covered.torn), `${covered.torn} of 1,000`).toBe(false);
});

test('the interval of a mean of five pairs is right by Student, and would not be by the normal law', () => {
  const covered = coverage('five', fivePairs, {
    student: { truth: 10, interval: meanInterval },
    normal: {
      truth: 10,
      interval: ({ ratio, standardError }) => [
        ratio! - 1.96 * standardError!,
        ratio! + 1.96 * standardError!,
      ],
    },
  });
  expect(isRight(covered.student), `${covered.student} of 1,000`).toBe(true);
  expect(isRight(covered.normal), `${covered.normal} of 1,000`).toBe(false);
});

test('the interval of a rate of few events is right, and not if pairs are torn', () => {
  const [pairs, years, expected] = [300, 20, 8];
  // A pair that is hit is hit in both of its trials.
  const hits = (luck: Luck) =>
    Array.from({ length: pairs }, () => (luck() < expected / pairs ? 1 : 0));
  const truth = (2 * expected) / (pairs * years);
  const covered = coverage('rate', hits, {
    clustered: {
      truth,
      interval: (hit) => estimateOfRate(tallyOf(...hit.map((h): Cluster => [2 * h, years]))).ci95,
    },
    torn: {
      truth,
      interval: (hit) =>
        estimateOfRate(
          tallyOf(
            ...hit.flatMap((h): Cluster[] => [
              [h, years / 2],
              [h, years / 2],
            ]),
          ),
        ).ci95,
    },
    student: {
      truth,
      interval: (hit) => meanInterval(tallyOf(...hit.map((h): Cluster => [2 * h, years]))),
    },
  });
  expect(isRight(covered.clustered), `${covered.clustered} of 1,000`).toBe(true);
  expect(isRight(covered.torn), `${covered.torn} of 1,000`).toBe(false);
  // Why it is no t interval.
  expect(isRight(covered.student), `${covered.student} of 1,000`).toBe(false);
});
