import { invariant } from '../base/invariant.js';
import { beta } from './beta.js';
import type { Distribution } from './distribution.js';

/** How many times as much as an end the most likely value weighs in the mean. */
const MODE_WEIGHT = 4;

/**
 * An expert's three figures: least, most likely, most. The beta law between the ends whose mean is
 * (low + 4 mode + high) / 6 and whose mode is `mode`.
 *
 * @param figures finite, low <= mode <= high, low < high
 * @see Malcolm, Roseboom, Clark & Fazar, Operations Research 7 (1959), for the mean; Vose, Risk
 *   Analysis (2008), for the shapes
 */
export function pert(figures: { low: number; mode: number; high: number }): Distribution {
  const { low, mode, high } = figures;
  const width = high - low;
  invariant(
    low <= mode && mode <= high && width > 0 && width < Infinity,
    () => `pert needs low <= mode <= high and low < high, not ${low}, ${mode} and ${high}`,
  );
  const law = beta({
    alpha: 1 + MODE_WEIGHT * ((mode - low) / width),
    beta: 1 + MODE_WEIGHT * ((high - mode) / width),
    low,
    high,
  });
  return { ...law, law: `pert(${low}, ${mode}, ${high})` };
}
