import { estimateOfProportion, estimateOfRatio } from '../stats/interval.js';
import { quantilesOf } from '../stats/quantiles.js';
import type { RatioTally } from '../stats/ratio-tally.js';
import type { Sample } from '../stats/sample.js';
import type { ServiceTally } from './service-tally.js';
import { neverStruck } from './can-strike.js';
import type { ServiceSummary, Spread } from './summary.js';

const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
type Quantile = keyof typeof QUANTILES;
/** Points of a distribution's curve that are kept for charts. */
const CURVE_POINTS = 64;

/** How a time over incidents is spread, with its mean, quantiles and curve; no time is below 0. */
function spreadOf(mean: RatioTally, sample: Sample, trials: number): Spread {
  const names = Object.keys(QUANTILES) as Quantile[];
  const estimates = quantilesOf(sample, Object.values(QUANTILES), { trials });
  const needs: Record<string, number> = {};
  const ci95: Record<string, readonly [number, number]> = {};
  const values = { p50: null, p90: null, p95: null, p99: null } as Record<Quantile, number | null>;
  names.forEach((name, index) => {
    const estimate = estimates[index]!;
    values[name] = estimate.mean;
    if (estimate.ci95) ci95[name] = estimate.ci95;
    if (estimate.needs !== undefined) needs[name] = estimate.needs;
  });
  const rising = sample.rising;
  return {
    ...estimateOfRatio(mean, { trials, nonNegative: true }),
    ...values,
    max: rising.at(-1) ?? null,
    n: rising.length,
    zeroShare:
      rising.length === 0 ? null : rising.filter((value) => value === 0).length / rising.length,
    quantileCi95: ci95,
    ...(Object.keys(needs).length > 0 && { needsTrials: needs }),
    curve: curveOf(rising),
  };
}

/** Times of a service's recoveries. @param struck whether anything can strike it at all */
export function recoveryOf(
  tally: ServiceTally,
  trials: number,
  struck: boolean,
): Pick<ServiceSummary, 'rto' | 'timeToFull' | 'rpo'> {
  const over = (name: 'rto' | 'timeToFull' | 'rpo') => {
    const spread = spreadOf(tally.ratios.tally(name), tally[name], trials);
    return struck ? spread : neverStruck(spread);
  };
  const lost = estimateOfProportion(tally.ratios.tally('unrecoverableShare'), { trials });
  return {
    rto: over('rto'),
    timeToFull: over('timeToFull'),
    rpo: { ...over('rpo'), unrecoverableShare: struck ? lost : neverStruck(lost) },
  };
}

/** Points of the empirical distribution, evenly over the ranks, the smallest and largest included. */
function curveOf(rising: Float64Array): (readonly [number, number])[] {
  const n = rising.length;
  const points = Math.min(n, CURVE_POINTS);
  return Array.from({ length: points }, (_, point) => {
    const rank = points === 1 ? n - 1 : Math.round((point * (n - 1)) / (points - 1));
    return [rising[rank]!, (rank + 1) / n] as const;
  });
}
