import { invariant } from '../base/invariant.js';
import { exp, expm1, log } from '../base/special/elementary.js';
import { normalCdf, normalQuantile } from '../base/special/normal.js';
import type { Distribution } from './distribution.js';

/** Standard normal quantile at 95 %, with which two quantiles fix a lognormal. */
const Z95 = normalQuantile(0.95);

/**
 * A positive quantity whose logarithm is normal: repair times, outage lengths, losses.
 *
 * @param parameters mean `mu` and standard deviation `sigma` > 0 of the natural logarithm
 */
export function lognormal({ mu, sigma }: { mu: number; sigma: number }): Distribution {
  invariant(Math.abs(mu) < Infinity, () => `lognormal mu ${mu} is not finite`);
  invariant(sigma > 0 && sigma < Infinity, () => `lognormal sigma ${sigma} is not positive`);
  const mean = exp(mu + (sigma * sigma) / 2);
  return {
    law: `lognormal(mu ${mu}, sigma ${sigma})`,
    mean,
    sd: mean * Math.sqrt(expm1(sigma * sigma)),
    cdf: (x) => (x <= 0 ? 0 : normalCdf((log(x) - mu) / sigma)),
    quantile: (u) => exp(mu + sigma * normalQuantile(u)),
    meanBeyond: (x) => {
      if (x <= 0) return mean - x;
      const z = (log(x) - mu) / sigma;
      const left = normalCdf(-z);
      // Beyond some 37 standard deviations nothing is left to divide by.
      return left > 0 ? Math.max(0, (mean * normalCdf(sigma - z)) / left - x) : 0;
    },
  };
}

/** The lognormal with the given median and 95 % quantile. @param q 0 < p50 < p95 */
export function lognormalFromQuantiles({ p50, p95 }: { p50: number; p95: number }): Distribution {
  invariant(p50 > 0 && p95 > p50, () => `lognormal needs 0 < p50 < p95, not ${p50} and ${p95}`);
  return lognormal({ mu: log(p50), sigma: log(p95 / p50) / Z95 });
}

/** The lognormal with 5 % below `low` and 5 % above `high`. @param ends 0 < low < high */
export function lognormalFromInterval({ low, high }: { low: number; high: number }): Distribution {
  invariant(low > 0 && high > low, () => `lognormal needs 0 < low < high, not ${low} and ${high}`);
  const [bottom, top] = [log(low), log(high)];
  return lognormal({ mu: (bottom + top) / 2, sigma: (top - bottom) / (2 * Z95) });
}

/** The lognormal with the given median and mean. @param given 0 < p50 < mean */
export function lognormalFromMean({ p50, mean }: { p50: number; mean: number }): Distribution {
  invariant(p50 > 0 && mean > p50, () => `lognormal needs 0 < p50 < mean, not ${p50} and ${mean}`);
  return lognormal({ mu: log(p50), sigma: Math.sqrt(2 * log(mean / p50)) });
}
