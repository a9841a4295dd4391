import { invariant } from '../base/invariant.js';
import { log } from '../base/special/elementary.js';
import { lowerQuantile, rankOf } from './lower-quantile.js';

/** A loss, and the share of years that lose more. */
type Point = readonly [loss: number, chanceOfMore: number];

/**
 * How likely a year is to lose more than each amount seen: P(L > x) = #{L_i > x} / n.
 *
 * @param losses one per simulated year, in currency, any order
 * @param maxPoints at least 2. Beyond it the curve is thinned to points evenly apart in the logarithm
 *   of the chance, as such curves are drawn; the first and the last stay, and none is invented
 * @returns distinct losses, rising, each with the share of years strictly above it; the last is 0.
 *   Empty for no years
 * @see Grossi & Kunreuther (eds.), Catastrophe Modeling (2005), ch. 2
 * @example exceedanceCurve(Float64Array.of(9, 0, 5, 5), 10) // => [[0, 0.75], [5, 0.25], [9, 0]]
 */
export function exceedanceCurve(losses: Float64Array, maxPoints: number): readonly Point[] {
  invariant(maxPoints >= 2, () => `an exceedance curve of ${maxPoints} points`);
  const rising = losses.toSorted();
  const n = rising.length;
  const points: Point[] = [];
  rising.forEach((loss, i) => {
    if (loss !== rising[i + 1]) points.push([loss, (n - 1 - i) / n]);
  });
  return points.length <= maxPoints ? points : thinned(points, maxPoints);
}

/** @param points more than `most`, chances falling, the last of them 0 */
function thinned(points: readonly Point[], most: number): Point[] {
  const logChance = (place: number) => log(points[place]![1]);
  const end = points.length - 2;
  const start = logChance(0);
  const step = (logChance(end) - start) / Math.max(1, most - 2);
  const kept: Point[] = [];
  let place = 0;
  for (let mark = 0; mark <= most - 2; mark++) {
    while (place < end && logChance(place) > start + mark * step) place++;
    if (kept.at(-1) !== points[place]) kept.push(points[place]!);
  }
  return [...kept, points[end + 1]!];
}

/**
 * The loss that a year does not exceed with chance alpha: the lower quantile.
 *
 * @param rising yearly losses, smallest first
 * @param alpha 0 to 1
 * @returns currency; null for no years
 */
export function valueAtRisk(rising: Float64Array, alpha: number): number | null {
  return rising.length === 0 ? null : lowerQuantile(rising, alpha);
}

/**
 * The mean loss of the worst years: 1 / (1 - alpha) · ∫ VaR from alpha to 1, exactly for the
 * years simulated; a year that straddles alpha counts in part.
 *
 * @param rising yearly losses, smallest first
 * @param alpha 0 or more, below 1
 * @returns currency, never below the value at risk; null for no years
 * @throws InvariantError unless 0 <= alpha < 1
 * @see Acerbi & Tasche, On the coherence of expected shortfall (Journal of Banking & Finance 2002)
 */
export function tailValueAtRisk(rising: Float64Array, alpha: number): number | null {
  invariant(alpha >= 0 && alpha < 1, () => `no tail beyond ${alpha}`);
  const n = rising.length;
  if (n === 0) return null;
  const atRisk = lowerQuantile(rising, alpha);
  let excess = 0;
  for (const loss of rising.subarray(rankOf(alpha, n))) excess += loss - atRisk;
  return atRisk + excess / (n * (1 - alpha));
}
