import { invariant } from '../base/invariant.js';

/**
 * Place, counted from 1, of the lower p-quantile among n values in rising order: the first of which
 * a share of at least p lies at or below. It is 1 for p = 0.
 *
 * @throws InvariantError unless 0 <= p <= 1 and n is positive
 * @example rankOf(0.07, 100) // => 7
 */
export function rankOf(p: number, n: number): number {
  invariant(p >= 0 && p <= 1 && n > 0, () => `no quantile ${p} of ${n} values`);
  const rank = Math.ceil(p * n);
  // The product may round up past a whole number: 0.07 · 100 is a little over 7.
  return Math.max(1, (rank - 1) / n >= p ? rank - 1 : rank);
}

/**
 * The inverse of the empirical distribution: the smallest value seen that a share of at least p of
 * all values does not exceed. Always a value that was seen.
 *
 * @param rising at least one value, smallest first
 */
export function lowerQuantile(rising: Float64Array, p: number): number {
  return rising[rankOf(p, rising.length) - 1]!;
}
