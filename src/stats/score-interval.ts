import { invariant } from '../base/invariant.js';

/** Lower and upper end, in the unit of the figure. */
export type Interval = readonly [low: number, high: number];

/**
 * How far the true chance of a hit may lie from the share seen: every chance that a score test
 * would not reject. Unlike share ± z · error it stays within 0 and 1 and is honest about 0 and 1.
 *
 * @param share hits among all, 0 to 1
 * @param n independent observations that the share is worth, positive, need not be whole
 * @param z critical value, such as 1.96 for 95 %
 * @throws InvariantError outside these ranges
 * @see Wilson, Probable inference, the law of succession, and statistical inference (JASA 1927)
 */
export function wilsonInterval({ share, n, z }: { share: number; n: number; z: number }): Interval {
  invariant(
    share >= 0 && share <= 1 && n > 0 && z > 0,
    () => `no score interval for a share of ${share} among ${n} at z = ${z}`,
  );
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const reach = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / shrink;
  return [
    share === 0 ? 0 : Math.max(0, centre - reach),
    share === 1 ? 1 : Math.min(1, centre + reach),
  ];
}

/**
 * How far the expected number of rare events may lie from the number seen: every expectation m that
 * |count - m| <= z · sqrt(m) does not reject. The score interval of the Poisson law.
 *
 * @param count independent events seen, positive, need not be whole
 * @param z critical value, such as 1.96 for 95 %
 * @throws InvariantError outside these ranges
 * @see Wilson (1927) for the idea; Barker, A comparison of nine confidence intervals for a Poisson
 *   parameter when the expected number of events is <= 5 (The American Statistician 2002)
 */
export function eventCountInterval(count: number, z: number): Interval {
  invariant(count > 0 && z > 0, () => `no score interval for ${count} events at z = ${z}`);
  const centre = count + (z * z) / 2;
  const reach = z * Math.sqrt(count + (z * z) / 4);
  // The product of both ends is count², which spares the lower end a cancellation.
  return [(count * count) / (centre + reach), centre + reach];
}
