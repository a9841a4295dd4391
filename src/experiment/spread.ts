import { type Estimate, estimateOfProportion, estimateOfRatio } from '../stats/interval.js';
import { quantilesOf } from '../stats/quantiles.js';
import type { RatioTally } from '../stats/ratio-tally.js';
import type { Sample } from '../stats/sample.js';
import type { ServiceTally } from './service-tally.js';
import type { Spread } from './summary.js';

const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
type Quantile = keyof typeof QUANTILES;
/** Points of a distribution's curve that are kept for charts. */
const CURVE_POINTS = 64;

/** How a figure over incidents is spread, with its mean, quantiles and curve. */
export function spreadOf(mean: RatioTally, sample: Sample, trials: number): Spread {
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
    ...estimateOfRatio(mean, { trials }),
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

/** Spread of the recovery point, with the share of incidents that have none. */
export function recoveryPointOf(
  tally: ServiceTally,
  trials: number,
): Spread & { unrecoverableShare: Estimate } {
  return {
    ...spreadOf(tally.ratios.tally('rpo'), tally.rpo, trials),
    unrecoverableShare: estimateOfProportion(tally.ratios.tally('unrecoverableShare'), { trials }),
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
