import { invariant } from '../invariant.js';
import { exactProduct } from './double-double.js';
import { exp, expm1, log } from './elementary.js';

const SQRT_2 = 1.4142135623730951;
const SQRT_2_PI = 2.5066282746310007;
const TWO_OVER_SQRT_PI = 1.1283791670955126;
const PI = 3.141592653589793;

/** Spacing of the sum in `scaledErfc`; its own error is about e^(-PI^2 / SPACING^2) = 7e-18. */
const SPACING = 0.5;
/** (n * SPACING)^2 and e to minus that, for n from 1 to 12; later terms are below 1e-18. */
const SUM_SQUARES = Float64Array.from({ length: 12 }, (_, i) => (i + 1) * (i + 1) * 0.25);
const SUM_WEIGHTS = SUM_SQUARES.map((square) => exp(-square));

/**
 * Error function: 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x (Abramowitz & Stegun
 * 1964, 7.1.1).
 * Tested relative error: 1e-15.
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) return erfSeries(x);
  return Math.sign(x) * (1 - erfc(size));
}

/**
 * Complementary error function, 1 - erf(x), without losing the tail. Tested relative error: 1e-15.
 */
export function erfc(x: number): number {
  if (x < 0.5) return x <= -0.5 ? 2 - erfc(-x) : 1 - erfSeries(x);
  if (x > 28) return 0;
  return expOfMinusSquare(x, 1) * scaledErfc(x);
}

/**
 * Share of a standard normal population at or below z. Tested relative error: 1e-15 in both tails,
 * down to the smallest normal double.
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size < 0.7) return 0.5 + 0.5 * erfSeries(z / SQRT_2);
  if (size > 39) return z < 0 ? 0 : 1;
  const tail = 0.5 * expOfMinusSquare(size, 0.5) * scaledErfc(size / SQRT_2);
  return z < 0 ? tail : 1 - tail;
}

/** Density of the standard normal law at z. Tested relative error: 1e-15. */
export function normalDensity(z: number): number {
  if (Math.abs(z) > 39) return 0;
  return expOfMinusSquare(z, 0.5) / SQRT_2_PI;
}

/** Taylor's series of erf (Abramowitz & Stegun 1964, 7.1.5), |x| up to 0.5. */
function erfSeries(x: number): number {
  const square = x * x;
  let sum = 0;
  let term = 1;
  for (let n = 0; n < 14; n++) {
    sum += term / (2 * n + 1);
    term *= -square / (n + 1);
  }
  return TWO_OVER_SQRT_PI * x * sum;
}

/**
 * e^(-share * x^2); the square is exact, or its rounding would grow with x^2. `share` is 1 or 1/2.
 */
function expOfMinusSquare(x: number, share: number): number {
  if (Math.abs(x) < 1e-9) return 1;
  const square = exactProduct(x, x);
  return exp(-share * square.high) * (1 - share * square.low);
}

/**
 * e^(x^2) erfc(x), x at least 0.49: the trapezoidal sum with the correction for its pole
 * (Matta & Reichel 1971, "Uniform computation of the error function", Math. Comp. 25).
 */
function scaledErfc(x: number): number {
  const square = x * x;
  let sum = 0;
  for (let n = SUM_SQUARES.length - 1; n >= 0; n--) {
    sum += SUM_WEIGHTS[n]! / (SUM_SQUARES[n]! + square);
  }
  const trapezoids = (SPACING / PI) * (1 / x + 2 * x * sum);
  if (x > 6) return trapezoids;
  return trapezoids - (2 * exp(square)) / expm1((2 * PI * x) / SPACING);
}

/**
 * The z below which a share p of a standard normal population lies; p from 0 (-Infinity) to 1
 * (Infinity). Algorithm AS 241, PPND16 (Wichura 1988, Applied Statistics 37). Tested relative
 * error: 1e-15.
 *
 * @throws InvariantError if p is not from 0 to 1
 */
export function normalQuantile(p: number): number {
  invariant(p >= 0 && p <= 1, () => `normal quantile of ${p}: a share is from 0 to 1`);
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) {
    const r = 0.180625 - offset * offset;
    return (offset * degreeSeven(CENTRE_TOP, r)) / degreeSeven(CENTRE_BOTTOM, r);
  }
  const tail = offset < 0 ? p : 1 - p;
  if (tail === 0) return offset < 0 ? -Infinity : Infinity;
  const depth = Math.sqrt(-log(tail));
  const size =
    depth <= 5
      ? degreeSeven(SHOULDER_TOP, depth - 1.6) / degreeSeven(SHOULDER_BOTTOM, depth - 1.6)
      : degreeSeven(TAIL_TOP, depth - 5) / degreeSeven(TAIL_BOTTOM, depth - 5);
  return offset < 0 ? -size : size;
}

/** The polynomial with these eight coefficients, constant first. */
function degreeSeven(c: Float64Array, x: number): number {
  const upper = ((c[7]! * x + c[6]!) * x + c[5]!) * x + c[4]!;
  return (((upper * x + c[3]!) * x + c[2]!) * x + c[1]!) * x + c[0]!;
}

const CENTRE_TOP = Float64Array.of(
  3.3871328727963665,
  133.14166789178438,
  1971.5909503065513,
  13731.69376550946,
  45921.95393154987,
  67265.7709270087,
  33430.57558358813,
  2509.0809287301227,
);
const CENTRE_BOTTOM = Float64Array.of(
  1,
  42.31333070160091,
  687.1870074920579,
  5394.196021424751,
  21213.794301586597,
  39307.89580009271,
  28729.085735721943,
  5226.495278852854,
);
const SHOULDER_TOP = Float64Array.of(
  1.4234371107496835,
  4.630337846156546,
  5.769497221460691,
  3.6478483247632045,
  1.2704582524523684,
  0.2417807251774506,
  0.022723844989269184,
  0.0007745450142783414,
);
const SHOULDER_BOTTOM = Float64Array.of(
  1,
  2.053191626637759,
  1.6763848301838038,
  0.6897673349851,
  0.14810397642748008,
  0.015198666563616457,
  0.0005475938084995345,
  1.0507500716444169e-9,
);
const TAIL_TOP = Float64Array.of(
  6.657904643501103,
  5.463784911164114,
  1.7848265399172913,
  0.29656057182850487,
  0.026532189526576124,
  0.0012426609473880784,
  2.7115555687434876e-5,
  2.0103343992922881e-7,
);
const TAIL_BOTTOM = Float64Array.of(
  1,
  0.599832206555888,
  0.1369298809227358,
  0.014875361290850615,
  0.0007868691311456133,
  1.8463183175100548e-5,
  1.421511758316446e-7,
  2.0442631033899397e-15,
);
