import { invariant } from '../invariant.js';

/** Two neighbouring convergents this close, in parts of the value, are equal but for rounding. */
const AGREEMENT = 4e-16;
const TERMS_MAX = 10_000_000;

/** b(0) + a(1) / (b(1) + a(2) / (b(2) + ...)). */
export interface ContinuedFraction {
  /** a(n), for n from 1. */
  readonly numerator: (n: number) => number;
  /** b(n), for n from 0; b(0) is not 0. */
  readonly denominator: (n: number) => number;
}

/**
 * The value of a continued fraction, from the front (Thompson & Barnett 1986, "Coulomb and Bessel
 * functions of complex arguments and order", J. Comput. Phys. 64). For fractions whose
 * partial denominators stay well away from 0; there is no guard, and digits would go.
 *
 * @throws InvariantError if it has not settled after ten million terms
 */
export function continuedFractionValue(fraction: ContinuedFraction): number {
  const { numerator, denominator } = fraction;
  let value = denominator(0);
  let ahead = value;
  let behind = 0;
  for (let n = 1; ; n++) {
    const canSettle = n < TERMS_MAX && Number.isFinite(value);
    invariant(canSettle, () => `a continued fraction has not settled at ${value}`);
    const a = numerator(n);
    const b = denominator(n);
    behind = 1 / (b + a * behind);
    ahead = b + a / ahead;
    const factor = ahead * behind;
    value *= factor;
    if (Math.abs(factor - 1) <= AGREEMENT) return value;
  }
}
