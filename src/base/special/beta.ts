import { invariant } from '../invariant.js';
import { continuedFractionValue } from './continued-fraction.js';
import { exp, log, log1p } from './elementary.js';
import { deviance, stirlingRest } from './gamma.js';
import { logConcaveQuantile, type Split } from './log-concave-quantile.js';
import { normalCdf, normalQuantile } from './normal.js';

const LOG_2_PI = 1.8378770664093453;

/** A point of (0, 1) with its distance from 1, so that neither end loses digits. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Share of a beta law with shapes a and b at or below x: the regularised incomplete beta function
 * I(x; a, b) (Abramowitz & Stegun 1964, 26.5.1).
 * Tested relative error: 5e-13 for shapes from 0.01 to 3000 and shares above 1e-290.
 *
 * @throws InvariantError if a shape is not positive and finite, or x is not from 0 to 1
 */
export function betaCdf(a: number, b: number, x: number): number {
  requireShapes(a, b);
  invariant(x >= 0 && x <= 1, () => `beta law at ${x}: it lives from 0 to 1`);
  return lowerShare(a, b, { x, y: 1 - x });
}

/**
 * The x with a share p of a beta law with shapes a and b below it: the inverse of `betaCdf` in x;
 * p from 0 (0) to 1 (1). Tested relative error: 1e-13 for shapes from 0.3 to 1000.
 *
 * @throws InvariantError if a shape is not positive and finite, or p is not from 0 to 1
 */
export function betaQuantile(a: number, b: number, p: number): number {
  requireShapes(a, b);
  invariant(p >= 0 && p <= 1, () => `beta quantile of ${p}: a share is from 0 to 1`);
  if (p === 0 || p === 1) return p;
  return pointAtOdds(oddsOfQuantile(a, b, { x: p, y: 1 - p })).x;
}

/**
 * Share of Student's law with `df` degrees of freedom at or below t (Abramowitz & Stegun 1964,
 * 26.7.1); df may be fractional, and Infinity means the normal law. |t| beyond 1e150 sqrt(df)
 * counts as infinite.
 * Tested relative error: 5e-13 for df from 0.2 to 1e5 and shares above 1e-290.
 *
 * @throws InvariantError if df is not positive
 */
export function studentCdf(t: number, df: number): number {
  invariant(df > 0, () => `Student's law with ${df} degrees of freedom: it must be above 0`);
  if (df === Infinity || Number.isNaN(t)) return normalCdf(t);
  const scaled = t / Math.sqrt(df);
  const odds = scaled * scaled;
  if (odds < 1 / df) {
    const half = 0.5 * lowerShare(0.5, df / 2, pointAtOdds(odds));
    return t < 0 ? 0.5 - half : 0.5 + half;
  }
  const { x, y } = pointAtOdds(odds);
  const tail = 0.5 * lowerShare(df / 2, 0.5, { x: y, y: x });
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t with a share p of Student's law with `df` degrees of freedom below it; p from 0 (-Infinity)
 * to 1 (Infinity). df may be fractional, and Infinity means the normal law.
 * Tested relative error: 1e-13 for df from 0.5 to 1e4 and shares above 1e-20.
 *
 * @throws InvariantError if p is not from 0 to 1, or df is not positive
 */
export function studentQuantile(p: number, df: number): number {
  invariant(df > 0, () => `Student's law with ${df} degrees of freedom: it must be above 0`);
  if (df === Infinity || !(p > 0 && p < 1)) return normalQuantile(p);
  const tail = Math.min(p, 1 - p);
  if (tail === 0.5) return 0;
  const odds = oddsOfQuantile(df / 2, 0.5, { x: 2 * tail, y: 1 - 2 * tail });
  const size = Math.sqrt(df / odds);
  return p < 0.5 ? -size : size;
}

function requireShapes(a: number, b: number): void {
  const areShapes = a > 0 && a < Infinity && b > 0 && b < Infinity;
  invariant(areShapes, () => `beta law of shapes ${a} and ${b}: they must be above 0`);
}

function pointAtOdds(odds: number): Point {
  return odds < 1
    ? { x: odds / (1 + odds), y: 1 / (1 + odds) }
    : { x: 1 / (1 + 1 / odds), y: 1 / odds / (1 + 1 / odds) };
}

/** x / y of the point with a share `share.x` of the law below it. */
function oddsOfQuantile(a: number, b: number, share: Point): number {
  return logConcaveQuantile({
    splitAt: (odds) => split(a, b, pointAtOdds(odds)),
    lower: share.x,
    upper: share.y,
    start: a / b,
  });
}

/** I(x; a, b), from whichever side of the mean the point lies on. */
function lowerShare(a: number, b: number, point: Point): number {
  if (point.x === 0 || point.y === 0) return point.x === 0 ? 0 : 1;
  const density = exp(logDensity(a, b, point));
  return surplusOver(a, b, point) <= 0
    ? density / lowerFraction(a, b, point)
    : 1 - density / lowerFraction(b, a, { x: point.y, y: point.x });
}

function split(a: number, b: number, point: Point): Split {
  const density = logDensity(a, b, point);
  if (surplusOver(a, b, point) <= 0) {
    const logLower = density - log(lowerFraction(a, b, point));
    return { logDensity: density, logLower, logUpper: log1p(-exp(logLower)) };
  }
  const logUpper = density - log(lowerFraction(b, a, { x: point.y, y: point.x }));
  return { logDensity: density, logUpper, logLower: log1p(-exp(logUpper)) };
}

/** (a + b) times the distance of the point above the mean a / (a + b). */
function surplusOver(a: number, b: number, point: Point): number {
  return point.x * b - point.y * a;
}

/**
 * log(x^a y^b / B(a, b)), the density over log(x / y): as a distance from the mean, so that large
 * shapes lose no digits.
 */
function logDensity(a: number, b: number, point: Point): number {
  const sum = a + b;
  const surplus = surplusOver(a, b, point);
  const offCentre =
    a * deviance(surplus / a, (sum / a) * point.x) +
    b * deviance(-surplus / b, (sum / b) * point.y);
  const logHeight =
    0.5 * (log(a) + log(b / sum) - LOG_2_PI) +
    (stirlingRest(sum) - stirlingRest(a) - stirlingRest(b));
  return logHeight - offCentre;
}

/**
 * x^a y^b / (B(a, b) I(x; a, b)), for x up to the mean (DiDonato & Morris 1992, "Algorithm 708",
 * ACM TOMS 18). Its parts stay clear of 0, so it keeps the digits that 26.5.8 of Abramowitz &
 * Stegun loses for large shapes.
 */
function lowerFraction(a: number, b: number, point: Point): number {
  const { x, y } = point;
  const shortfall = -surplusOver(a, b, point);
  return continuedFractionValue({
    numerator: (n) => {
      const middle = (a + 2 * n - 1) / x;
      return ((a + n - 1) / middle) * ((a + b + n - 1) / middle) * n * (b - n);
    },
    denominator: (n) => {
      const fromStart = ((a + n) / (a + 2 * n + 1)) * (shortfall + 1 + n * (1 + y));
      return n === 0 ? fromStart : n + (n * (b - n) * x) / (a + 2 * n - 1) + fromStart;
    },
  });
}
