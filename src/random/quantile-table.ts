import { normalCdf, normalQuantile } from '../base/special/normal.js';

/** The table spans this many standard normal deviations either way: all but 8e-11 of the draws. */
const REACH = 6.5;
/** Width of a panel, in standard normal deviations. */
const PANEL = 0.5;
const PANELS = (2 * REACH) / PANEL;

/**
 * Where a panel from -1 to 1 is sampled: at the 12 Chebyshev points cos((2 i + 1) pi / 24), each far
 * from those before it, so that differences of the samples keep their digits (Leja 1957).
 */
const POINTS = [
  0.9914448613738104, -0.9914448613738104, -0.1305261922200516, 0.6087614290087207,
  -0.6087614290087207, 0.3826834323650898, -0.7933533402912352, 0.9238795325112867,
  -0.3826834323650898, -0.9238795325112867, 0.7933533402912352, 0.1305261922200516,
] as const;

/** A slow quantile to tabulate, and how its values map to the line, where it bends least. */
export interface SlowQuantile {
  readonly quantile: (u: number) => number;
  /** From the values of the law to the line: a logarithm for positive values, log odds for shares. */
  readonly toLine: (x: number) => number;
  readonly fromLine: (y: number) => number;
}

/** A polynomial in Newton's form: places of the samples and divided differences. */
interface Panel {
  readonly places: Float64Array;
  readonly differences: Float64Array;
}

/**
 * The same quantile, some 20 times faster after its first draws: as a function of the standard
 * normal quantile it is a smooth curve on the line, and polynomials of degree 11 follow it. A panel
 * is filled when the first draw falls into it, and its content does not depend on which draw that
 * was. Outside the table, and where a value is infinite on the line, it is the slow quantile itself.
 *
 * Tested relative difference from the slow quantile: 2e-13 for gamma and beta laws with shapes from
 * 0.3 up. Smooth laws only: a quantile with corners or steps needs a search.
 */
export function tabulatedQuantile(slow: SlowQuantile): (u: number) => number {
  const panels = Array.from<Panel | undefined>({ length: PANELS });
  return (u) => {
    const z = normalQuantile(u);
    if (!(Math.abs(z) < REACH)) return slow.quantile(u);
    const index = Math.floor((z + REACH) / PANEL);
    const panel = (panels[index] ??= filledPanel(slow, index));
    const y = valueAt(panel, z);
    return Math.abs(y) < Infinity ? slow.fromLine(y) : slow.quantile(u);
  };
}

function filledPanel(slow: SlowQuantile, index: number): Panel {
  const centre = (index + 0.5) * PANEL - REACH;
  const shares = POINTS.map((point) => normalCdf(centre + (point * PANEL) / 2));
  // A share near 1 is rounded coarsely, so its place is found from the share, not the other way.
  const places = Float64Array.from(shares, normalQuantile);
  const differences = Float64Array.from(shares, (share) => slow.toLine(slow.quantile(share)));
  const last = POINTS.length - 1;
  for (let order = 1; order <= last; order++) {
    for (let i = last; i >= order; i--) {
      const rise = differences[i]! - differences[i - 1]!;
      differences[i] = rise / (places[i]! - places[i - order]!);
    }
  }
  return { places, differences };
}

function valueAt({ places, differences }: Panel, z: number): number {
  let sum = differences[POINTS.length - 1]!;
  for (let i = POINTS.length - 2; i >= 0; i--) sum = sum * (z - places[i]!) + differences[i]!;
  return sum;
}
