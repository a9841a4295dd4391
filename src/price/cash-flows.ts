import { powersAt } from './discounting.js';

/** Money that comes (above 0) or goes, by number of its time. */
export type Flows = ArrayLike<number>;

/** Σ flow × factor: what flows are worth now. */
export function presentValue(flows: Flows, factors: Flows): number {
  let sum = 0;
  for (let i = 0; i < flows.length; i++) sum += flows[i]! * factors[i]!;
  return sum;
}

/** What has come in all by each time. */
export function cumulative(flows: Flows): Float64Array {
  const sums = new Float64Array(flows.length);
  let sum = 0;
  for (let i = 0; i < flows.length; i++) sums[i] = sum += flows[i]!;
  return sums;
}

/**
 * First time after which the cumulative flow stays at 0 or above (design §6), linear between two
 * times; 0 where it never is below, null where it still is at the end.
 *
 * @example payback([-100, 60, 80], [0, 1, 2]) // => 1.5
 */
export function payback(flows: Flows, times: readonly number[]): number | null {
  const sums = cumulative(flows);
  const under = sums.findLastIndex((sum) => sum < 0);
  if (under < 0) return 0;
  if (under === sums.length - 1) return null;
  const [low, high] = [sums[under]!, sums[under + 1]!];
  const [from, to] = [times[under]!, times[under + 1]!];
  return from + (-low / (high - low)) * (to - from);
}

/** Why flows have no internal rate of return that means anything. */
export type NoRate =
  /** Nothing is ever paid, or nothing ever comes back. */
  | 'no sign change'
  /** More than one rate may solve the equation. */
  | 'several sign changes'
  /** Money comes first and goes later: the rate would be the price of a loan. */
  | 'earns first, pays later'
  /** Beyond a million per cent a year. */
  | 'beyond measure';

/** Beyond a rate of 10,000 a year, or nearly all of the money lost each year. */
const LEAST_FACTOR = 1e-4;
const MOST_FACTOR = 1e6;
/** Halvings after which a double cannot come nearer. */
const HALVINGS = 200;

/**
 * The internal rate of return: the yearly rate at which flows are worth nothing now. Only for flows
 * that go first and come later, with one change of sign, for which there is exactly one.
 *
 * @see Descartes' rule of signs, which holds for broken exponents too
 * @example internalRate([-100, 110], [0, 1]) // => 0.1 within rounding
 */
export function internalRate(flows: Flows, times: readonly number[]): number | NoRate {
  const signs = Array.from(flows, Math.sign).filter((sign) => sign !== 0);
  const changes = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
  if (changes === 0) return 'no sign change';
  if (changes > 1) return 'several sign changes';
  if (signs[0] === 1) return 'earns first, pays later';
  const worth = (factor: number) => presentValue(flows, powersAt(factor, times));
  let [low, high] = [LEAST_FACTOR, MOST_FACTOR];
  if (worth(low) > 0 || worth(high) < 0) return 'beyond measure';
  for (let i = 0; i < HALVINGS; i++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (worth(middle) < 0) low = middle;
    else high = middle;
  }
  return 1 / high - 1;
}
