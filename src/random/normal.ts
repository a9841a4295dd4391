import { invariant } from '../base/invariant.js';
import { continuedFractionValue } from '../base/special/continued-fraction.js';
import { normalCdf, normalDensity, normalQuantile } from '../base/special/normal.js';
import type { Distribution } from './distribution.js';

/** Standard normal quantile at 95 %, with which a 90 % interval fixes a normal law. */
const Z95 = normalQuantile(0.95);
/** From here on the continued fraction is quick, and the direct formula has lost two digits. */
const FAR = 6;

/**
 * A quantity that many small causes push up or down alike, such as a growth or a deviation; it can
 * be negative.
 *
 * @param parameters finite; `sd` > 0
 */
export function normal({ mean, sd }: { mean: number; sd: number }): Distribution {
  invariant(Math.abs(mean) < Infinity, () => `normal mean ${mean} is not finite`);
  invariant(sd > 0 && sd < Infinity, () => `normal sd ${sd} is not positive and finite`);
  return {
    law: `normal(mean ${mean}, sd ${sd})`,
    mean,
    sd,
    cdf: (x) => normalCdf((x - mean) / sd),
    quantile: (u) => mean + sd * normalQuantile(u),
    meanBeyond: (x) => sd * standardMeanBeyond((x - mean) / sd),
  };
}

/** The normal law with 5 % below `low` and 5 % above `high`. @param ends finite, low < high */
export function normalFromInterval({ low, high }: { low: number; high: number }): Distribution {
  invariant(high > low, () => `normal needs low < high, not ${low} and ${high}`);
  return normal({ mean: low / 2 + high / 2, sd: (high - low) / (2 * Z95) });
}

/** E[Z - z | Z > z] of a standard normal Z: density over tail, less z. */
function standardMeanBeyond(z: number): number {
  if (z < FAR) return normalDensity(z) / normalCdf(-z) - z;
  if (z === Infinity) return 0;
  // The continued fraction of the tail (Abramowitz & Stegun 1964, 26.2.14), less its first term.
  return 1 / continuedFractionValue({ numerator: (n) => n + 1, denominator: () => z });
}
