import seedrandom from 'seedrandom';
import { binomialDistribution } from 'simple-statistics';
import type { Interval } from '../../src/stats/score-interval.js';

/** Experiments of which about 95 % must give an interval that holds the truth. */
export const EXPERIMENTS = 1_000;
const NOMINAL = 0.95;
const FALSE_ALARM = 1e-6;

/** How many of n independent chances may turn out, so that fewer happens once in two million. */
function fewest(n: number, chance: number): number {
  let below = 0;
  for (const [count, probability] of binomialDistribution(n, chance)!.entries()) {
    below += probability;
    if (below > FALSE_ALARM / 2) return count;
  }
  return n;
}

/** Numbers of experiments that exact 95 % intervals leave only once in a million seeds. */
export const FEWEST = fewest(EXPERIMENTS, NOMINAL);
export const MOST = EXPERIMENTS - fewest(EXPERIMENTS, 1 - NOMINAL);

export const isRight = (covered: number) => covered >= FEWEST && covered <= MOST;

/** Uniform on the open interval (0, 1). */
export type Luck = () => number;

/**
 * How many experiments end in an interval that holds the truth, for several ways to compute it
 * from the same data.
 */
export function coverage<Way extends string, Data>(
  seed: string,
  experiment: (luck: Luck) => Data,
  ways: Readonly<Record<Way, { truth: number; interval: (data: Data) => Interval | null }>>,
): Record<Way, number> {
  const luck = seedrandom(seed);
  const covered = Object.fromEntries(Object.keys(ways).map((way) => [way, 0])) as Record<
    Way,
    number
  >;
  for (let round = 0; round < EXPERIMENTS; round++) {
    const data = experiment(luck);
    for (const way of Object.keys(ways) as Way[]) {
      const { truth, interval } = ways[way];
      const [low, high] = interval(data) ?? [Infinity, -Infinity];
      if (low <= truth && truth <= high) covered[way]++;
    }
  }
  return covered;
}

const exponential = (luck: Luck) => -Math.log(1 - luck());

/**
 * Recovery times of the incidents of each pair of trials: 0 to 4 incidents a pair, each time
 * exponential with mean 1, and nine in ten incidents of a pair take the time that it shares.
 */
export function pairsOfTrials(luck: Luck, pairs: number): number[][] {
  return Array.from({ length: pairs }, () => {
    const shared = exponential(luck);
    const incidents = Math.floor(5 * luck());
    return Array.from({ length: incidents }, () => (luck() < 0.9 ? shared : exponential(luck)));
  });
}

/** The mistake that clusters guard against: every incident as if it were a pair of its own. */
export const torn = (pairs: readonly number[][]) => pairs.flat().map((value) => [value]);
