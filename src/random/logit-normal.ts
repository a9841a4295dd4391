import { invariant } from '../base/invariant.js';
import { exp, log } from '../base/special/elementary.js';
import { normalCdf, normalDensity, normalQuantile } from '../base/special/normal.js';
import type { Distribution } from './distribution.js';
import { normalFromInterval } from './normal.js';

/** Beyond this the law sits on its ends, and log odds of all doubles stay below it. */
const PARAMETER_MAX = 1000;

/** Gauss-Legendre rule of order 10 on [-1, 1] (Abramowitz & Stegun 1964, table 25.4). */
const NODES = [
  [0.14887433898163122, 0.29552422471475287],
  [0.4333953941292472, 0.26926671930999635],
  [0.6794095682990244, 0.21908636251598204],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.06667134430868814],
] as const;
/** Standard normal deviations beyond which there is less than 1e-18 of the law. */
const REACH = 9;

/** A law of shares by the normal law of their log odds. */
interface LogOdds {
  readonly mu: number;
  readonly sigma: number;
}

/**
 * A share or a probability whose log odds are normal: what an interval inside (0, 1) says of an
 * uncertain probability. Mean, spread and mean beyond have no closed form; they are integrals over
 * the log odds by Gauss-Legendre panels.
 * Tested relative error of mean and sd: 1e-13 for sigma from 0.01 to 20.
 *
 * @param parameters mean `mu` (from -1000 to 1000) and standard deviation `sigma` (above 0, up to
 *   1000) of log(x / (1 - x))
 * @see Atchison & Shen, Biometrika 67 (1980)
 */
export function logitNormal({ mu, sigma }: { mu: number; sigma: number }): Distribution {
  invariant(Math.abs(mu) <= PARAMETER_MAX, () => `logit-normal mu ${mu} is beyond 1000`);
  invariant(
    sigma > 0 && sigma <= PARAMETER_MAX,
    () => `logit-normal sigma ${sigma} is not above 0 and up to 1000`,
  );
  const odds = { mu, sigma };
  const mean = integral(odds, -Infinity, (share) => share);
  const variance = integral(odds, -Infinity, (share) => (share - mean) * (share - mean));
  const deviation = (x: number) => (logOdds(x) - mu) / sigma;
  return {
    law: `logit-normal(mu ${mu}, sigma ${sigma})`,
    mean,
    sd: Math.sqrt(variance),
    cdf: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : normalCdf(deviation(x))),
    quantile: (u) => shareAt(mu + sigma * normalQuantile(u)),
    meanBeyond: (x) => {
      if (x <= 0) return mean - x;
      if (x >= 1) return 0;
      const z = deviation(x);
      const left = normalCdf(-z);
      return left > 0 ? Math.max(0, integral(odds, z, (share) => share - x) / left) : 0;
    },
  };
}

/**
 * The logit-normal law with 5 % below `low` and 5 % above `high`.
 *
 * @param ends 0 < low < high < 1
 */
export function logitNormalFromInterval(ends: { low: number; high: number }): Distribution {
  const { low, high } = ends;
  invariant(
    low > 0 && high > low && high < 1,
    () => `logit-normal needs 0 < low < high < 1, not ${low} and ${high}`,
  );
  const { mean, sd } = normalFromInterval({ low: logOdds(low), high: logOdds(high) });
  return logitNormal({ mu: mean, sigma: sd });
}

function logOdds(share: number): number {
  return log(share / (1 - share));
}

function shareAt(odds: number): number {
  if (odds >= 0) return 1 / (1 + exp(-odds));
  const ratio = exp(odds);
  return ratio / (1 + ratio);
}

/** Integral of f(share) over the law, of what lies `from` standard normal deviations up. */
function integral({ mu, sigma }: LogOdds, from: number, f: (share: number) => number): number {
  // A square of tiny shares puts its weight up to 2 sigma away from the centre.
  const reach = REACH + Math.min(2 * sigma, Math.abs(mu) / sigma);
  const start = Math.max(from, -reach);
  const end = Math.max(reach, start + REACH);
  // Panels narrow enough for the nearest poles of the logistic curve, at pi / sigma.
  const panels = Math.ceil((end - start) / Math.min(1.5, 2 / sigma));
  const half = (end - start) / panels / 2;
  let sum = 0;
  for (let i = 0; i < panels; i++) {
    const centre = start + (2 * i + 1) * half;
    for (const [node, weight] of NODES) {
      const [left, right] = [centre - half * node, centre + half * node];
      sum += weight * normalDensity(left) * f(shareAt(mu + sigma * left));
      sum += weight * normalDensity(right) * f(shareAt(mu + sigma * right));
    }
  }
  return half * sum;
}
