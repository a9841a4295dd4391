import { invariant } from '../base/invariant.js';
import type { Distribution } from './distribution.js';

/**
 * Three figures joined by straight lines: its density rises from `low` to `mode` and falls to
 * `high`.
 *
 * @param figures finite, low <= mode <= high, low < high
 * @see Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, vol. 2 (1995), ch. 26.9
 */
export function triangular(figures: { low: number; mode: number; high: number }): Distribution {
  const { low, mode, high } = figures;
  const width = high - low;
  invariant(
    low <= mode && mode <= high && width > 0 && width < Infinity,
    () => `triangular needs low <= mode <= high and low < high, not ${low}, ${mode} and ${high}`,
  );
  const [rise, fall] = [(mode - low) / width, (high - mode) / width];
  const mean = low + (width * (1 + rise)) / 3;
  return {
    law: `triangular(${low}, ${mode}, ${high})`,
    mean,
    sd: width * Math.sqrt((rise * rise + rise * fall + fall * fall) / 18),
    cdf: (x) => {
      if (x <= low) return 0;
      if (x >= high) return 1;
      const [before, after] = [(x - low) / width, (high - x) / width];
      return x < mode ? (before * before) / rise : 1 - (after * after) / fall;
    },
    // Rounding must not carry either side past the mode.
    quantile: (u) =>
      u < rise
        ? Math.min(mode, low + width * Math.sqrt(u * rise))
        : Math.max(mode, high - width * Math.sqrt((1 - u) * fall)),
    meanBeyond: (x) => {
      if (x <= low) return mean - x;
      if (x >= mode) return Math.max(0, (high - x) / 3);
      return width * beforeMode({ before: (x - low) / width, rise, fall });
    },
  };
}

/** E[X - x | X > x] in widths, for x at `before` from the low end and not at the mode yet. */
function beforeMode(at: { before: number; rise: number; fall: number }): number {
  const { before, rise, fall } = at;
  const gap = rise - before;
  // Areas up to the mode and beyond it, and their first moments about x; all in halves of the peak.
  const areas = (gap * (before + rise)) / rise + fall;
  const moments = (gap * gap * (before + 2 * rise)) / (3 * rise) + fall * (gap + fall / 3);
  return moments / areas;
}
