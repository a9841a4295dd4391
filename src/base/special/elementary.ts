import { exactProduct, exactSum, type DoubleDouble } from './double-double.js';
import {
  INTERVALS,
  LN2_HIGH,
  LN2_LOW,
  LOG_HIGH,
  LOG_LOW,
  POWER_OF_TWO,
  RECIPROCAL,
  ROOT_HIGH,
  ROOT_LOW,
  STEPS_PER_ONE,
  STEP_HIGH,
  STEP_LOW,
  ZEROTH_POWER,
} from './elementary-tables.js';

/*
 * Why not Math.log and friends: the language leaves their last bits to the engine, and drsim
 * promises the same bytes everywhere. These use only + - * /, which IEEE 754 fixes, and the bits of
 * a double.
 */

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18_014_398_509_481_984;
/** 1.5 * 2^32: adding and subtracting it rounds a number near 1 to a multiple of 2^-20. */
const ROUND_TO_20_BITS = 6_442_450_944;
/** 1.5 * 2^52: adding and subtracting it rounds to a whole number. */
const ROUND_TO_WHOLE = 6_755_399_441_055_744;
/** The upper half of the bits of 0.6875, where the first interval of the log table starts. */
const TABLE_START = 0x3fe60000;

const asDouble = new Float64Array([1]);
const asWords = new Uint32Array(asDouble.buffer);
/** Which half of a double holds sign and exponent; depends on the machine's byte order. */
const UPPER = asWords[1] === 0x3ff00000 ? 1 : 0;

/**
 * Natural logarithm. log(±0) is -Infinity, below 0 it is NaN.
 * Tested error: at most 0.51 units in the last place, for subnormal x too.
 */
export function log(x: number): number {
  if (x >= SMALLEST_NORMAL && x < Infinity) return logOfSum(x, 0, 0);
  if (x > 0 && x < Infinity) return logOfSum(x * TWO_TO_54, 0, -54);
  if (x === 0) return -Infinity;
  return x === Infinity ? x : NaN;
}

/**
 * log(1 + x) without losing small x. log1p(-1) is -Infinity, below it is NaN; log1p(-0) is -0.
 * Tested error: at most 0.51 units in the last place.
 */
export function log1p(x: number): number {
  if (x > -0.00390625 && x < 0.00390625) {
    // The square would underflow to a subnormal and 0 would lose its sign.
    if (x > -1e-17 && x < 1e-17) return x;
    return x + logTail(x);
  }
  if (x > -1 && x < Infinity) {
    const sum = 1 + x;
    const rest = x > 1 ? 1 - (sum - x) : x - (sum - 1);
    return logOfSum(sum, rest, 0);
  }
  if (x === -1) return -Infinity;
  return x === Infinity ? x : NaN;
}

/** log(1 + r) - r, for |r| < 2^-7; relative error about 2^-51. */
function logTail(r: number): number {
  const cubicOn =
    1 / 3 + r * (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9))))));
  return r * r * (-0.5 + r * cubicOn);
}

/** log((u + rest) * 2^shift): u normal, `rest` far smaller. */
function logOfSum(u: number, rest: number, shift: number): number {
  const { whole, wholeLow, r, rLow } = reduced(u, rest, shift);
  const high = whole + r;
  const low = whole - high + r + (wholeLow + rLow);
  return high + (low + logTail(r));
}

/** A logarithm as `whole + wholeLow + log(1 + r + rLow)`; `whole` is 0 or larger than r. */
interface Reduced {
  readonly whole: number;
  readonly wholeLow: number;
  readonly r: number;
  readonly rLow: number;
}

/** Splits log((u + rest) * 2^shift), with |r| < 2^-7. */
function reduced(u: number, rest: number, shift: number): Reduced {
  asDouble[0] = u;
  const fromStart = asWords[UPPER]! - TABLE_START;
  const exponent = fromStart >> 20;
  const i = (fromStart >> 13) & (INTERVALS - 1);
  const scale = POWER_OF_TWO[ZEROTH_POWER - exponent]!;
  const mantissa = u * scale;
  const reciprocal = RECIPROCAL[i]!;
  // Both products with the mantissa are exact: 21 and 32 bits times 17 bits.
  const top = mantissa + ROUND_TO_20_BITS - ROUND_TO_20_BITS;
  const start = top * reciprocal - 1;
  const end = (mantissa - top) * reciprocal + rest * scale * reciprocal;
  const r = start + end;
  const doublings = exponent + shift;
  return {
    whole: doublings * LN2_HIGH + LOG_HIGH[i]!,
    wholeLow: doublings * LN2_LOW + LOG_LOW[i]!,
    r,
    rLow: start - r + end,
  };
}

/**
 * e^x. Overflows to Infinity above 709.78, fades through the subnormals to 0 below -745.13.
 * Tested error: at most 0.51 units in the last place, 0.76 where the result is subnormal.
 */
export function exp(x: number): number {
  if (x > -746 && x < 710) return expOfSum(x, 0);
  return x < 0 ? 0 : x > 0 ? Infinity : NaN;
}

/** e^(x + rest) for x from -746 to 710; `rest` far smaller. */
function expOfSum(x: number, rest: number): number {
  const steps = x * STEPS_PER_ONE + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW + rest;
  const i = steps & (INTERVALS - 1);
  const growth = r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const root = ROOT_HIGH[i]!;
  return timesPowerOfTwo(root + (ROOT_LOW[i]! + root * growth), steps >> 7);
}

/** `value * 2^n` with one rounding, value from 0.5 to 2, n from -1100 to 1024. */
function timesPowerOfTwo(value: number, n: number): number {
  if (n > 1023) return value * 2 * POWER_OF_TWO[ZEROTH_POWER + 1023]!;
  if (n > -1022) return value * POWER_OF_TWO[ZEROTH_POWER + n]!;
  return value * POWER_OF_TWO[ZEROTH_POWER + n + 128]! * POWER_OF_TWO[ZEROTH_POWER - 128]!;
}

/**
 * e^x - 1 without losing small x; -1 for very negative x, Infinity above 709.78; expm1(-0) is -0.
 * Tested error: at most 0.51 units in the last place.
 */
export function expm1(x: number): number {
  if (x > -1e-17 && x < 1e-17) return x;
  if (!(x < 40)) return exp(x);
  if (x < -40) return -1;
  const steps = x * STEPS_PER_ONE + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const start = x - steps * STEP_HIGH;
  const end = steps * STEP_LOW;
  const r = start - end;
  const rLow = start - r - end;
  const i = steps & (INTERVALS - 1);
  const scale = POWER_OF_TWO[ZEROTH_POWER + (steps >> 7)]!;
  const power = ROOT_HIGH[i]! * scale;
  const powerLow = ROOT_LOW[i]! * scale;
  const tail =
    r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040))))));
  // e^x - 1 = (power - 1) + r + (power - 1) r + power (tail + rLow), with power in two parts.
  const base = exactSum(power, -1);
  const sum = exactSum(base.high, r);
  const small = (base.high + powerLow) * r + power * (tail + rLow) + powerLow;
  return sum.high + (sum.low + base.low + small);
}

/**
 * x to the power y, special values as IEEE 754-2019, 9.2.1: pow(x, 0) and pow(1, y) are 1 even for
 * NaN; x < 0 gives NaN unless y is whole. Math.pow differs in pow(±1, ±Infinity), which it makes
 * NaN.
 * Tested error: at most 0.51 units in the last place, 0.76 where the result is subnormal.
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const size = Math.abs(x);
  const isWhole = Math.floor(y) === y;
  const isOdd = isWhole && Math.floor(y / 2) * 2 !== y;
  if (x < 0 && size < Infinity && !isWhole) return NaN;
  const result = powOfPositive(size, y);
  return isOdd && (x < 0 || 1 / x < 0) ? -result : result;
}

/** size^y for size from 0 to Infinity, y not 0. */
function powOfPositive(size: number, y: number): number {
  if (size === 1) return 1;
  if (size === 0 || size === Infinity) return (size === 0) === y > 0 ? 0 : Infinity;
  // The logarithm of any other double is between 2^-54 and 2^10 in size, so the result is settled.
  if (Math.abs(y) > TWO_TO_54 * 4096) return size > 1 === y > 0 ? Infinity : 0;
  if (Math.abs(y) < 1e-22) return 1;
  const logarithm = logPair(size);
  const exponent = exactProduct(logarithm.high, y);
  if (exponent.high > 710) return Infinity;
  if (exponent.high < -746) return 0;
  return expOfSum(exponent.high, exponent.low + logarithm.low * y);
}

/** log(x) with relative error below 2^-67, x positive and finite. */
function logPair(x: number): DoubleDouble {
  const isNormal = x >= SMALLEST_NORMAL;
  const { whole, wholeLow, r, rLow } = reduced(isNormal ? x : x * TWO_TO_54, 0, isNormal ? 0 : -54);
  const linear = exactSum(whole, r);
  const square = exactProduct(r, r);
  const sum = exactSum(linear.high, -0.5 * square.high);
  const cubicOn =
    1 / 3 +
    r * (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9 - r / 10))))));
  const rest = rLow - r * rLow - 0.5 * square.low + wholeLow + square.high * r * cubicOn;
  return exactSum(sum.high, linear.low + sum.low + rest);
}
