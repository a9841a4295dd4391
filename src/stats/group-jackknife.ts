import { criticalValue } from './interval.js';
import type { Interval } from './score-interval.js';

/**
 * 95 % interval of a figure that is made of means and is no ratio of two of them, such as an
 * internal rate of return: the figure without each group in turn tells how much it varies.
 *
 * @param value the figure of all groups
 * @param without the figure of all groups but one, for each group that has anything
 * @returns null for fewer than two groups, or where one of them leaves no figure
 * @see Quenouille (1956); Tukey (1958); Wolter, Introduction to Variance Estimation (2007), ch. 4
 */
export function jackknifeInterval(
  value: number | null,
  without: ReadonlyArray<number | null>,
): Interval | null {
  const groups = without.length;
  if (value === null || groups < 2) return null;
  const known = without.filter((one) => one !== null);
  if (known.length < groups) return null;
  const mean = known.reduce((sum, one) => sum + one, 0) / groups;
  const squares = known.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  const error = Math.sqrt((squares * (groups - 1)) / groups);
  const reach = criticalValue(groups - 1) * error;
  return [value - reach, value + reach];
}
