import { type Ms, ms, YEAR } from '../../base/units.js';
import type { Readiness } from '../../model/readiness.js';
import type { Uncertain } from '../../model/uncertain.js';

type Law = Uncertain<Ms>['law'];

/** Of twenty cases, nineteen are within it. */
const MOST_CASES = 0.95;
/** Slices of equal probability that stand for a law: half a percent of a sum's quantile. */
const SLICES = 128;
const HALVINGS = 30;

/** How long damage stays hidden at most in 95 % of the cases: an intruder's dwell, then noticing. */
export function hiddenTime({ dwell, noticing }: Readiness): Ms {
  return ms(quantileOfSum(dwell.law, noticing.law, MOST_CASES));
}

const MONTH = YEAR / 12;
/** More months than this are said in years. */
const MOST_MONTHS = 99;

/** Whole months, or years where these are many, that are not shorter than a time; at least one. */
export function wholeMonths(time: Ms): Ms {
  const months = Math.max(1, Math.ceil(time / MONTH));
  return ms(months > MOST_MONTHS ? Math.ceil(months / 12) * YEAR : months * MONTH);
}

/**
 * Quantile of the sum of two independent quantities, of which none is below 0: the law with less
 * spread is cut into slices of equal probability, each standing at its middle.
 *
 * @param p above 0, below 1
 */
export function quantileOfSum(a: Law, b: Law, p: number): number {
  const [wide, narrow] = a.sd >= b.sd ? [a, b] : [b, a];
  if (narrow.sd === 0) return narrow.mean + wide.quantile(p);
  const points = Array.from({ length: SLICES }, (_, i) => narrow.quantile((i + 0.5) / SLICES));
  const within = (x: number) => points.reduce((sum, y) => sum + wide.cdf(x - y), 0) / SLICES;
  // At least one of the two is not within its own quantile when the sum is beyond both.
  const edge = 1 - (1 - p) / 2;
  let [low, high] = [0, wide.quantile(edge) + narrow.quantile(edge)];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = low + (high - low) / 2;
    if (within(middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
