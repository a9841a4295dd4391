import { gammaP, gammaQ } from '../../src/base/special/gamma.js';
import type { Distribution } from '../../src/random/distribution.js';

/** How often a right sampler fails, over all seeds. */
const FALSE_ALARM = 1e-6;

/** A right mean fails once in a million seeds; one off by the drift looked for escapes once in a thousand. */
export const Z = { falseAlarm: 4.8916, missed: 3.0902 };

/** What a tolerance from theory needs to know of a quantity. */
type Spread = Pick<Distribution, 'mean' | 'sd'>;

/** Independent values needed to see a relative error of `drift` in their mean. */
export function drawsToSee(drift: number, { mean, sd }: Spread): number {
  return Math.ceil((((Z.falseAlarm + Z.missed) * sd) / (drift * mean)) ** 2);
}

/** Whether the mean of n independent values agrees with theory; the spread is that of theory too. */
export function meanAgrees(seen: { mean: number; n: number }, { mean, sd }: Spread): boolean {
  return Math.abs(seen.mean - mean) <= (Z.falseAlarm * sd) / Math.sqrt(seen.n);
}

/** Independent values needed to see a share that is off by `shift`: twice what chance allows. */
export function drawsToSeeShift(shift: number): number {
  return Math.ceil((2 * Math.log(2 / FALSE_ALARM)) / shift ** 2);
}

/**
 * Whether the shape of a sample agrees with a law: sup |F_n - F| <= sqrt(ln(2 / alpha) / (2 n)),
 * which holds for every n and every law (Massart 1990, Annals of Probability 18).
 */
export function shapeAgrees(draws: Float64Array, law: Distribution): boolean {
  const bound = Math.sqrt(Math.log(2 / FALSE_ALARM) / (2 * draws.length));
  return largestGap(draws.toSorted(), law) <= bound;
}

/** Largest distance between the sample's share at or below a value, or below it, and the law's. */
function largestGap(rising: Float64Array, law: Distribution): number {
  let gap = 0;
  rising.forEach((x, i) => {
    if (x !== rising[i + 1]) gap = Math.max(gap, Math.abs((i + 1) / rising.length - law.cdf(x)));
    if (x === rising[i - 1]) return;
    const below = law.cdf(x - Math.max(Math.abs(x) * Number.EPSILON, Number.MIN_VALUE));
    gap = Math.max(gap, Math.abs(i / rising.length - below));
  });
  return gap;
}

/** Cells of [0, 1) along each side of the square that pairs are counted in. */
const SIDE = 16;

/** Pairs needed to see two uniform numbers that are correlated by `correlation`. */
export function pairsToSee(correlation: number): number {
  return Math.ceil(((Z.falseAlarm + Z.missed) / correlation) ** 2);
}

/** What is wrong with n independent pairs of numbers that should be uniform and unrelated. */
export function faultsOf(
  pairs: number,
  pair: (i: number) => readonly [number, number],
): readonly string[] {
  const counts = new Float64Array(SIDE * SIDE);
  let products = 0;
  for (let i = 0; i < pairs; i++) {
    const [u, v] = pair(i);
    products += (u - 0.5) * (v - 0.5);
    const cell = Math.floor(u * SIDE) * SIDE + Math.floor(v * SIDE);
    counts[cell] = counts[cell]! + 1;
  }
  const faults: string[] = [];
  // The product of two centred uniform numbers has mean 0 and standard deviation 1/12.
  if (Math.abs(products) > (Z.falseAlarm * Math.sqrt(pairs)) / 12) faults.push('correlated');
  const expected = pairs / counts.length;
  const chi2 = counts.reduce((sum, count) => sum + (count - expected) ** 2, 0) / expected;
  const halfFreedom = (counts.length - 1) / 2;
  if (gammaQ(halfFreedom, chi2 / 2) < FALSE_ALARM / 2) faults.push('uneven');
  if (gammaP(halfFreedom, chi2 / 2) < FALSE_ALARM / 2) faults.push('too even for chance');
  return faults;
}
