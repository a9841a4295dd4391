/** Reach of the substitution: beyond it, weights are below 1e-17. */
const REACH = 3.4;
const STEP = 1 / 64;
/** Points for each step of a staircase with up to 8 steps. */
const PER_STEP = 840;

/** Where a function on (0, 1) is not smooth. */
export interface Corners {
  /** It is a staircase with so many steps of equal width. */
  readonly steps?: number;
  /** It has corners or jumps at these rising shares. */
  readonly breaks?: readonly number[];
}

/** Integral over (0, 1): of a function that is smooth but for its corners. */
export function mean(f: (u: number) => number, corners: Corners = {}): number {
  return tail(f, 0, corners);
}

/** Mean of a function over (from, 1). */
export function tail(f: (u: number) => number, from: number, corners: Corners = {}): number {
  if (corners.steps) return midpoints(f, from, corners.steps * PER_STEP);
  const ends = [from, ...(corners.breaks ?? []).filter((share) => share > from), 1];
  const pieces = ends.slice(1).map((end, i) => (end - ends[i]!) * smooth(f, ends[i]!, end));
  return pieces.reduce((sum, piece) => sum + piece, 0) / (1 - from);
}

/** Mean over (from, to) by the tanh-sinh rule, which ends of infinite height do not disturb (Takahasi & Mori 1974). */
function smooth(f: (u: number) => number, from: number, to: number): number {
  let sum = 0;
  for (let t = -REACH; t <= REACH; t += STEP) {
    const s = (Math.PI / 2) * Math.sinh(t);
    const u = from + (to - from) / (1 + Math.exp(-2 * s));
    const weight = ((Math.PI / 4) * Math.cosh(t)) / Math.cosh(s) ** 2;
    if (u > from && u < to) sum += f(u) * weight * STEP;
  }
  return sum;
}

function midpoints(f: (u: number) => number, from: number, points: number): number {
  let sum = 0;
  for (let i = 0; i < points; i++) sum += f(from + ((1 - from) * (i + 0.5)) / points);
  return sum / points;
}
