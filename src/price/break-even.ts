/** Yearly means of one strategy. */
export interface YearlyCost {
  readonly loss: number;
  readonly infrastructure: number;
}

/**
 * Disasters a year from which a strategy is cheaper than the baseline: what it costs more a year,
 * over what it saves in each disaster (design §6). 0 if it is cheaper anyway; null if it never pays,
 * or if nothing struck.
 *
 * Null also for a strategy that costs less and loses more. At the same quotient both cost the same,
 * but it is cheaper up to there: as a frequency from which it pays, the figure would say the opposite
 * of what it means.
 *
 * @param disasters that hit the baseline, per year
 * @example breakEvenFrequency({ loss: 0, infrastructure: 500_000 },
 *   { loss: 4_000_000, infrastructure: 0 }, 1) // => 0.125
 */
export function breakEvenFrequency(
  strategy: YearlyCost,
  baseline: YearlyCost,
  disasters: number,
): number | null {
  const dearer = strategy.infrastructure - baseline.infrastructure;
  if (dearer <= 0) return strategy.loss <= baseline.loss ? 0 : null;
  const saved = baseline.loss - strategy.loss;
  return saved > 0 && disasters > 0 ? (dearer * disasters) / saved : null;
}
