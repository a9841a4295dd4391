import { invariant } from '../base/invariant.js';
import { betaCdf, betaQuantile } from '../base/special/beta.js';
import { exp, log } from '../base/special/elementary.js';
import type { Distribution } from './distribution.js';
import { tabulatedQuantile } from './quantile-table.js';

/** Below this shape the quantile bends too sharply for a table. */
const SMOOTH_FROM = 0.3;

/** A beta law: its shapes, and the ends it is stretched to, 0 and 1 unless given. */
export interface BetaParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly low?: number;
  readonly high?: number;
}

/** A beta law by its mean and standard deviation between its ends, 0 and 1 unless given. */
export interface BetaMoments {
  readonly mean: number;
  readonly sd: number;
  readonly low?: number;
  readonly high?: number;
}

/**
 * A share, or anything else between two firm ends.
 *
 * @param parameters `alpha` and `beta` positive and finite (a larger `alpha` pulls to `high`); ends
 *   finite, `low` < `high`
 * @see Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, vol. 2 (1995), ch. 25
 */
export function beta({ alpha, beta: other, low = 0, high = 1 }: BetaParameters): Distribution {
  const width = high - low;
  invariant(alpha > 0 && alpha < Infinity, () => `beta alpha ${alpha} is not positive`);
  invariant(other > 0 && other < Infinity, () => `beta beta ${other} is not positive`);
  invariant(width > 0 && width < Infinity, () => `beta from ${low} to ${high} has no width`);
  const sum = alpha + other;
  const mean = low + width * (alpha / sum);
  const shareQuantile = quantileOfShapes(alpha, other);
  return {
    law: `beta(alpha ${alpha}, beta ${other}, ${low} to ${high})`,
    mean,
    sd: width * Math.sqrt(((alpha / sum) * (other / sum)) / (sum + 1)),
    cdf: (x) => betaCdf(alpha, other, Math.min(1, Math.max(0, (x - low) / width))),
    quantile: (u) => Math.min(high, low + width * shareQuantile(u)),
    meanBeyond: (x) => {
      if (x <= low) return mean - x;
      if (x >= high) return 0;
      return width * shareBeyond(alpha, other, { x: (x - low) / width, y: (high - x) / width });
    },
  };
}

/**
 * The beta law with the given mean and standard deviation.
 *
 * @param moments low < mean < high, 0 < sd and sd^2 < (mean - low) (high - mean)
 */
export function betaFromMean({ mean, sd, low = 0, high = 1 }: BetaMoments): Distribution {
  const [below, above] = [(mean - low) / (high - low), (high - mean) / (high - low)];
  const spread = sd / (high - low);
  const sum = (below * above) / (spread * spread) - 1;
  invariant(
    below > 0 && above > 0 && sd > 0 && sum > 0,
    () => `no beta law from ${low} to ${high} has mean ${mean} and sd ${sd}`,
  );
  return beta({ alpha: below * sum, beta: above * sum, low, high });
}

function quantileOfShapes(alpha: number, other: number): (u: number) => number {
  const exact = (u: number) => betaQuantile(alpha, other, u);
  if (Math.min(alpha, other) < SMOOTH_FROM) return exact;
  return tabulatedQuantile({
    quantile: exact,
    toLine: (x) => log(x / (1 - x)),
    fromLine: (logOdds) => 1 / (1 + exp(-logOdds)),
  });
}

/** E[X - x | X > x] of a beta law from 0 to 1; `y` is 1 - x with all its digits. */
function shareBeyond(alpha: number, other: number, { x, y }: { x: number; y: number }): number {
  const left = betaCdf(other, alpha, y);
  if (!(left > 0)) return 0;
  // Each form keeps its digits towards its own end.
  const sum = alpha + other;
  const beyond =
    x * sum < alpha
      ? ((alpha / sum) * betaCdf(other, alpha + 1, y)) / left - x
      : y - ((other / sum) * betaCdf(other + 1, alpha, y)) / left;
  return Math.max(0, beyond);
}
