import { invariant } from '../base/invariant.js';
import type { Distribution } from './distribution.js';

/**
 * Anywhere between two ends, all alike.
 *
 * @param ends finite, `low` < `high`
 */
export function uniform({ low, high }: { low: number; high: number }): Distribution {
  const width = high - low;
  invariant(width > 0 && width < Infinity, () => `uniform from ${low} to ${high} has no width`);
  return {
    law: `uniform(${low} to ${high})`,
    mean: low + width / 2,
    sd: width / Math.sqrt(12),
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
    quantile: (u) => low + u * width,
    meanBeyond: (x) => (x <= low ? low + width / 2 - x : Math.max(0, (high - x) / 2)),
  };
}
