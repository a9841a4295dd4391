import { invariant } from '../base/invariant.js';
import { studentQuantile } from '../base/special/beta.js';
import { normalQuantile } from '../base/special/normal.js';
import type { RatioTally } from './ratio-tally.js';
import { eventCountInterval, type Interval, wilsonInterval } from './score-interval.js';
import { trialsNeeded } from './trials-needed.js';

/** A figure and how sure it is. */
export interface Estimate {
  /** Null when too little was seen; a missing value is never a silent 0. */
  readonly mean: number | null;
  /** The 95 % confidence interval; null when the data give none. */
  readonly ci95: Interval | null;
  /** Trials that a missing figure would take; the least it can be where nothing was seen. */
  readonly needs?: number;
  /** Present and true where no number of trials would do: what it is about cannot happen. */
  readonly never?: true;
}

/** Upper tail that a two-sided 95 % interval leaves. */
const UPPER = 0.975;
/** Critical value of a 95 % interval whose spread is known and not estimated. */
const Z95 = normalQuantile(UPPER);
/** Events a year may still have, times years watched, when none was seen: 1 - e^-3 is 95 %. */
const RULE_OF_THREE = 3;
/** Contributing clusters from which equal counts are no accident but the law. */
const BEYOND_CHANCE = 30;
/** Contributing clusters without which a mean has no spread. */
const FEWEST = 2;

/**
 * Critical value of a 95 % interval whose spread is estimated: Student's t.
 *
 * @param freedom degrees of freedom, at least 1
 */
export function criticalValue(freedom: number): number {
  return studentQuantile(UPPER, freedom);
}

/**
 * 95 % interval of a ratio by Student's t, as many degrees of freedom as contributing clusters less
 * one; null for fewer than two of them.
 */
export function meanInterval(tally: RatioTally): Interval | null {
  const { ratio, standardError, freedom } = tally;
  if (ratio === null || standardError === null) return null;
  const reach = criticalValue(freedom) * standardError;
  return [ratio - reach, ratio + reach];
}

/**
 * A mean over incidents, or a difference per year: a ratio whose numerator may be anything.
 *
 * @param trials simulated, to say how many are needed when there are too few
 * @param nonNegative true where no value can be below 0, so that the interval is not either
 */
export function estimateOfRatio(
  tally: RatioTally,
  { trials, nonNegative = false }: { trials: number; nonNegative?: boolean },
): Estimate {
  const ci95 = meanInterval(tally);
  if (ci95 === null) return unknown(tally, trials);
  const [low, high] = ci95;
  return { mean: tally.ratio, ci95: nonNegative ? [Math.max(0, low), high] : ci95 };
}

/**
 * An amount per year that cannot be negative, such as downtime or loss. When nothing was lost in the
 * years simulated the figure is 0 without an interval: how large a first loss would be, nobody saw.
 *
 * @param tally amounts over years
 * @param trials simulated
 */
export function estimateOfAmount(tally: RatioTally, { trials }: { trials: number }): Estimate {
  const estimate = estimateOfRatio(tally, { trials, nonNegative: true });
  return tally.sumY === 0 ? { ...estimate, ci95: null } : estimate;
}

/**
 * Events per year. The interval is the score interval of as many independent events as have the
 * relative error seen between clusters; close to t for many events, and unlike it honest for few.
 * No event in Y years gives [0, 3 / Y], the bound for events that come one at a time.
 *
 * @param tally events over years
 * @throws InvariantError when the sum of events is negative
 */
export function estimateOfRate(tally: RatioTally): Estimate {
  const { ratio: mean, sumX: years, sumY: events } = tally;
  if (mean === null) return { mean: null, ci95: null };
  invariant(events >= 0, () => `${events} events in ${years} years`);
  if (events === 0) return { mean, ci95: [0, RULE_OF_THREE / years] };
  return { mean, ci95: rateInterval(tally, mean) };
}

function rateInterval(tally: RatioTally, rate: number): Interval {
  const { standardError: error, contributing, freedom, sumY } = tally;
  if (error === 0 && contributing >= BEYOND_CHANCE) return [rate, rate];
  const spread = error !== null && error > 0;
  const count = spread ? (rate / error) * (rate / error) : Math.min(contributing, sumY);
  const [low, high] = eventCountInterval(count, spread ? criticalValue(freedom) : Z95);
  return [(rate * low) / count, (rate * high) / count];
}

/**
 * A share of incidents or of trials, with Wilson's interval for as many independent observations as
 * have the error seen between clusters. Clusters never help, so these are at most x itself; where
 * all clusters agree, or there is only one, each counts as one observation.
 *
 * @param tally hits over all
 * @param trials simulated, to say how many are needed when there was nothing to hit
 * @throws InvariantError when there are more hits than possible
 */
export function estimateOfProportion(tally: RatioTally, { trials }: { trials: number }): Estimate {
  const { ratio, standardError: error, contributing, freedom, sumX } = tally;
  if (ratio === null) return unknown(tally, trials);
  invariant(ratio >= 0 && ratio < 1 + 1e-9, () => `a share of ${ratio}`);
  const share = Math.min(1, ratio);
  const spread = error !== null && error > 0 && share < 1;
  const n = spread ? Math.min(sumX, (share * (1 - share)) / (error * error)) : contributing;
  return {
    mean: share,
    ci95: wilsonInterval({ share, n, z: spread ? criticalValue(freedom) : Z95 }),
  };
}

function unknown({ contributing }: RatioTally, trials: number): Estimate {
  const needs = trialsNeeded({ trials, required: FEWEST, seen: contributing });
  return { mean: null, ci95: null, needs };
}
