import { exactSum, plus, ratio, times, type DoubleDouble } from './double-double.js';

/*
 * The tables behind log and exp (method: Tang 1989 and 1990, ACM TOMS 15 and 16). They are computed
 * while the module loads, in double-double arithmetic, so they are the same bits in every engine
 * and no constant has to be believed.
 */

/** ln 2 to 107 bits (Abramowitz & Stegun 1964, table 1.1). */
const LN2: DoubleDouble = { high: 0.6931471805599453, low: 2.3190468138462996e-17 };

/** Intervals per doubling, in both tables. */
export const INTERVALS = 128;

/** Index of 2^0 in `POWER_OF_TWO`. */
export const ZEROTH_POWER = 1074;

/** Every power of two that is a double: 2^n stands at `ZEROTH_POWER + n`, n from -1074 to 1023. */
export const POWER_OF_TWO: Float64Array = powersOfTwo();

/** ln 2 cut after 42 bits, so that adding up to 1074 of them to an entry of `LOG_HIGH` is exact. */
export const LN2_HIGH = multipleOf(LN2.high, POWER_OF_TWO[ZEROTH_POWER - 42]!);
export const LN2_LOW = LN2.high - LN2_HIGH + LN2.low;

/** Length of an interval of the exp table, ln 2 / 128, cut so that up to 2^18 of them are exact. */
export const STEP_HIGH = multipleOf(LN2.high, POWER_OF_TWO[ZEROTH_POWER - 34]!) / INTERVALS;
export const STEP_LOW = (LN2.high - STEP_HIGH * INTERVALS + LN2.low) / INTERVALS;
export const STEPS_PER_ONE = INTERVALS / LN2.high;

/**
 * Interval i of [0.6875, 1.375): 80 intervals of 1/256 below 1, 48 of 1/128 above. `RECIPROCAL` is
 * 1 / its middle in at most 17 bits (exactly 1 for both intervals that touch 1); `LOG_HIGH +
 * LOG_LOW` is the logarithm that goes with it, high part a multiple of 2^-42.
 */
export const RECIPROCAL = new Float64Array(INTERVALS);
export const LOG_HIGH = new Float64Array(INTERVALS);
export const LOG_LOW = new Float64Array(INTERVALS);

/** 2^(i / 128) as high and low part. */
export const ROOT_HIGH = new Float64Array(INTERVALS);
export const ROOT_LOW = new Float64Array(INTERVALS);

fillLogarithms();
fillRoots();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(ZEROTH_POWER + 1024);
  powers[ZEROTH_POWER] = 1;
  for (let n = 1; n < 1024; n++) powers[ZEROTH_POWER + n] = powers[ZEROTH_POWER + n - 1]! * 2;
  for (let n = 1; n <= 1074; n++) powers[ZEROTH_POWER - n] = powers[ZEROTH_POWER - n + 1]! / 2;
  return powers;
}

function multipleOf(value: number, grain: number): number {
  return Math.round(value / grain) * grain;
}

function fillLogarithms(): void {
  const grain = POWER_OF_TWO[ZEROTH_POWER - 42]!;
  const coefficients = artanhCoefficients();
  for (let i = 0; i < INTERVALS; i++) {
    const middle = i < 80 ? 0.6875 + (i + 0.5) / 256 : 1 + (i - 79.5) / 128;
    const reciprocal = i === 79 || i === 80 ? 1 : multipleOf(1 / middle, 1 / 65_536);
    const value = minusLog(reciprocal, coefficients);
    const high = multipleOf(value.high, grain);
    RECIPROCAL[i] = reciprocal;
    LOG_HIGH[i] = high;
    LOG_LOW[i] = value.high - high + value.low;
  }
}

/** 2 / n for odd n from 47 down to 1: the coefficients of `minusLog`. */
function artanhCoefficients(): readonly DoubleDouble[] {
  return Array.from({ length: 24 }, (_, i) => ratio(2, 47 - 2 * i));
}

/** -log(x) = 2 artanh(t) with t = (1 - x) / (1 + x), by its series; x from 0.7 to 1.46. */
function minusLog(x: number, coefficients: readonly DoubleDouble[]): DoubleDouble {
  const t = ratio(1 - x, 1 + x);
  const square = times(t, t);
  let sum: DoubleDouble = { high: 0, low: 0 };
  for (const coefficient of coefficients) sum = plus(coefficient, times(square, sum));
  return times(t, sum);
}

function fillRoots(): void {
  const root = exponentialSeries({ high: LN2.high / INTERVALS, low: LN2.low / INTERVALS });
  let power: DoubleDouble = { high: 1, low: 0 };
  for (let i = 0; i < INTERVALS; i++) {
    ROOT_HIGH[i] = power.high;
    ROOT_LOW[i] = power.low;
    power = times(power, root);
  }
}

/** e^x for x below 0.01, by Taylor's series. */
function exponentialSeries(x: DoubleDouble): DoubleDouble {
  let sum: DoubleDouble = { high: 1, low: 0 };
  for (let n = 14; n >= 1; n--) {
    sum = plus(exactSum(1, 0), times(times(x, ratio(1, n)), sum));
  }
  return sum;
}
