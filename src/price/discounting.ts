import { invariant } from '../base/invariant.js';
import { pow } from '../base/special/elementary.js';

/**
 * When money flows, in years from now: at once, then at the end of each year; a last part-year ends
 * with the horizon.
 *
 * @param horizonYears above 0
 * @example flowTimes(2.5) // => [0, 1, 2, 2.5]
 */
export function flowTimes(horizonYears: number): readonly number[] {
  invariant(horizonYears > 0, () => `a horizon of ${horizonYears} years has no flows`);
  const years = Math.ceil(horizonYears);
  return Array.from({ length: years + 1 }, (_, year) => Math.min(year, horizonYears));
}

/**
 * What one unit of money at each time is worth now: (1 + r)^-t, as a spreadsheet discounts.
 *
 * @param rate yearly, above -1
 * @param times as of `flowTimes`: whole years but for the last
 */
export function discountFactors(rate: number, times: readonly number[]): Float64Array {
  invariant(rate > -1, () => `a discount rate of ${rate}`);
  return powersAt(1 / (1 + rate), times);
}

/**
 * Powers of a base at each time, whole ones by multiplication, so that they are as exact as can be.
 *
 * @param base 0 or more
 * @param times rising from 0, whole but for the last
 */
export function powersAt(base: number, times: readonly number[]): Float64Array {
  const powers = new Float64Array(times.length);
  let whole = 1;
  times.forEach((time, index) => {
    if (index === 0) powers[0] = 1;
    else if (time === index) powers[index] = whole *= base;
    else powers[index] = base === 0 ? 0 : whole * pow(base, time - (index - 1));
  });
  return powers;
}
