import { exp, log } from './elementary.js';

/** How a law on the positive numbers splits at one of them. All logarithms. */
export interface Split {
  readonly logLower: number;
  readonly logUpper: number;
  /** Logarithm of the density with respect to the logarithm of the variable. */
  readonly logDensity: number;
}

/**
 * A quantile to find; `lower` and `upper` add to 1, and the smaller one is met to its last digits.
 */
export interface QuantileSearch {
  readonly splitAt: (x: number) => Split;
  readonly lower: number;
  readonly upper: number;
  readonly start: number;
}

const SMALLEST = 5e-324;
const LARGEST = 1.7976931348623157e308;
/** One step moves x by at most e^8, so that a flat start cannot throw it out of reach. */
const STEP_MAX = 8;
const STEPS_MAX = 1000;

/**
 * The x with `lower` of the law below it, for a law whose density over log x is log-concave.
 * Then the logarithms of both tails are concave in log x (Prékopa 1973), so Newton's method on the
 * smaller tail gets to one side of the root and stays there: no bracket is needed, and a step back
 * means that only rounding is left.
 */
export function logConcaveQuantile(search: QuantileSearch): number {
  const byLower = search.lower <= search.upper;
  const target = log(byLower ? search.lower : search.upper);
  let x = asPositiveDouble(search.start);
  let isClosing = false;
  for (let i = 0; i < STEPS_MAX; i++) {
    const split = search.splitAt(x);
    const tail = byLower ? split.logLower : split.logUpper;
    const inward = (target - tail) * exp(tail - split.logDensity);
    if (isClosing && !(inward > 0)) return x;
    isClosing = inward > 0;
    const step = Math.max(-STEP_MAX, Math.min(STEP_MAX, byLower ? inward : -inward));
    const next = asPositiveDouble(x * exp(step));
    if (next === x) return x;
    x = next;
  }
  return x;
}

function asPositiveDouble(x: number): number {
  return Math.max(SMALLEST, Math.min(LARGEST, x));
}
