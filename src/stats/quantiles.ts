import { invariant } from '../base/invariant.js';
import { criticalValue, type Estimate } from './interval.js';
import { lowerQuantile } from './lower-quantile.js';
import { RatioTally } from './ratio-tally.js';
import type { Sample } from './sample.js';
import { trialsNeeded } from './trials-needed.js';

/** Independent values that must lie beyond a quantile before it is shown. */
const BEYOND = 20;

/**
 * Lower quantiles of what was seen, in the order asked for, each with a 95 % interval: the values
 * seen at p ± t · error of the share at or below the quantile. That error comes from the
 * spread between clusters, and ties are allowed for.
 *
 * A quantile is null, with the trials it needs, unless the values are worth 20 independent ones
 * beyond it (below it for p < 0.5) and both ends of the interval fall within the sample.
 *
 * @param shares each above 0 and below 1
 * @param trials simulated, to say how many are needed when there are too few
 * @throws InvariantError outside these ranges
 * @see Woodruff, Confidence intervals for medians and other position measures (JASA 1952)
 */
export function quantilesOf(
  sample: Sample,
  shares: readonly number[],
  { trials }: { trials: number },
): Estimate[] {
  return shares.map((p) => quantileOf(sample, p, { trials }));
}

/** One of `quantilesOf`. */
export function quantileOf(sample: Sample, p: number, { trials }: { trials: number }): Estimate {
  invariant(p > 0 && p < 1, () => `no quantile ${p}`);
  const { rising, size } = sample;
  const tail = Math.min(p, 1 - p);
  const quantile = size === 0 ? 0 : lowerQuantile(rising, p);
  const { worth, freedom } = independentWorth(sample, quantile);
  const reach = freedom === 0 ? 0 : criticalValue(freedom) * Math.sqrt((p * (1 - p)) / worth);
  const shortage = Math.max(BEYOND / (tail * worth), (reach / tail) * (reach / tail));
  if (!(shortage <= 1)) {
    const needs = trialsNeeded({ trials, required: shortage * worth, seen: worth });
    return { mean: null, ci95: null, needs };
  }
  const below = lowerQuantile(rising, Math.max(0, p - reach));
  // The first value that more than p + reach does not exceed.
  const above = rising[Math.min(size - 1, Math.floor((p + reach) * size))]!;
  return { mean: quantile, ci95: [below, above] };
}

/**
 * How many independent values tell as much about the share at a quantile as this sample does.
 * Where the quantile is a value seen many times, there are two shares, below it and up to it; the
 * less certain one counts.
 */
function independentWorth(sample: Sample, quantile: number): { worth: number; freedom: number } {
  const { below, upTo } = sharesAt(sample, quantile);
  const { contributing, freedom } = upTo;
  if (freedom === 0) return { worth: Math.max(1, contributing), freedom };
  const effect = Math.max(1, designEffect(below), designEffect(upTo));
  return { worth: sample.size / effect, freedom };
}

/** Variance of a share between clusters, over the variance of as many independent values. */
function designEffect({ ratio, standardError, sumX }: RatioTally): number {
  const variance = (ratio! * (1 - ratio!)) / sumX;
  return variance === 0 ? 1 : (standardError! * standardError!) / variance;
}

/** Shares of the values below a bound, and up to and including it, by cluster. */
function sharesAt(sample: Sample, bound: number): { below: RatioTally; upTo: RatioTally } {
  const { values, clusters, size } = sample;
  const below = new RatioTally();
  const upTo = new RatioTally();
  let [lower, notAbove, first] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    if (values[i]! < bound) lower++;
    if (values[i]! <= bound) notAbove++;
    if (clusters[i] === clusters[i + 1]) continue;
    below.add(lower, i + 1 - first);
    upTo.add(notAbove, i + 1 - first);
    [lower, notAbove, first] = [0, 0, i + 1];
  }
  return { below, upTo };
}
