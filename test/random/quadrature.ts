/** Reach of the substitution: beyond it, weights are below 1e-17. */
const REACH = 3.4;
const STEP = 1 / 64;
/** Points for each step of a staircase with up to 8 steps. */
const PER_STEP = 840;

/** Integral over (0, 1): of a smooth function, or of one with so many steps of equal width. */
export function mean(f: (u: number) => number, steps?: number): number {
  return steps ? midpoints(f, 0, steps * PER_STEP) : smooth(f, 0);
}

/** Mean of a function over (from, 1). */
export function tail(f: (u: number) => number, from: number, steps?: number): number {
  return steps ? midpoints(f, from, steps * PER_STEP) : smooth(f, from);
}

/** Tanh-sinh rule, which ends of infinite height do not disturb (Takahasi & Mori 1974). */
function smooth(f: (u: number) => number, from: number): number {
  let sum = 0;
  for (let t = -REACH; t <= REACH; t += STEP) {
    const s = (Math.PI / 2) * Math.sinh(t);
    const u = from + (1 - from) / (1 + Math.exp(-2 * s));
    const weight = ((Math.PI / 4) * Math.cosh(t)) / Math.cosh(s) ** 2;
    if (u > 0 && u < 1) sum += f(u) * weight * STEP;
  }
  return sum;
}

function midpoints(f: (u: number) => number, from: number, points: number): number {
  let sum = 0;
  for (let i = 0; i < points; i++) sum += f(from + ((1 - from) * (i + 0.5)) / points);
  return sum / points;
}
