import { DAY, HOUR, MINUTE, SECOND, YEAR } from './units.js';

/** How amounts of one size are written: from which value on, in what, with which words. */
export type Scale = readonly [from: number, size: number, suffix: string];

/** Digits that people compare. */
const DIGITS = 3;
/** Nothing larger is told apart. */
const LARGEST = 1e24;

/** Lengths of time in ms, each from the length at which people would choose it. */
const DURATIONS: readonly Scale[] = [
  [2 * YEAR, YEAR, ' years'],
  [2 * DAY, DAY, ' days'],
  [HOUR, HOUR, ' h'],
  [MINUTE, MINUTE, ' min'],
  [SECOND, SECOND, ' s'],
  [0, 1, ' ms'],
];
const BYTES: readonly Scale[] = [
  [1e15, 1e15, ' PB'],
  [1e12, 1e12, ' TB'],
  [1e9, 1e9, ' GB'],
  [1e6, 1e6, ' MB'],
  [1e3, 1e3, ' kB'],
  [0, 1, ' B'],
];
/** Numbers by their thousands, as amounts of money are. */
export const THOUSANDS: readonly Scale[] = [
  [1e9, 1e9, 'B'],
  [1e6, 1e6, 'M'],
  [1e3, 1e3, 'k'],
  [0, 1, ''],
];

/** Decimals that show so many significant digits; none for a number that is longer than that. */
export function decimalsFor(value: number, digits: number): number {
  const exponent = Number(value.toExponential(digits - 1).split('e')[1]);
  return Math.max(0, Math.min(20, digits - 1 - exponent));
}

/** `9.13` for 9.1278, `0.0000003` for 3e-7, `23500` for 23456: no digits that say nothing. */
export function significant(value: number, digits = DIGITS): string {
  const read = Number(value.toPrecision(digits));
  return withoutTrailingZeros(read.toFixed(decimalsFor(value, digits)));
}

/** `2.5` for `2.50`. */
export function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/**
 * The scale of an amount as it will be read: 59.99 s is written 60.0 and therefore 1 min.
 *
 * @param scales the largest first, the last one for all that is smaller
 */
export function scaleOf(amount: number, scales: readonly Scale[]): Scale {
  const read = Math.abs(Number(amount.toPrecision(DIGITS)));
  return scales.find(([from]) => read >= from) ?? scales.at(-1)!;
}

/** An amount in three digits at the scale that people would choose. */
export function scaledText(amount: number, scales: readonly Scale[]): string {
  const [, size, suffix] = scaleOf(amount, scales);
  return significant(amount / size) + suffix;
}

/** A length of time, given in ms: `26.4 h`, `2.5 days`. */
export function durationText(time: number): string {
  return scaledText(time, DURATIONS);
}

/** An amount of data, given in bytes: `5.16 TB`. */
export function dataText(bytes: number): string {
  return scaledText(bytes <= LARGEST ? bytes : LARGEST, BYTES);
}

/** A flow of data, given in bytes per second: `17.4 MB/s`. */
export function flowText(bytesPerSecond: number): string {
  return `${dataText(bytesPerSecond)}/s`;
}

/** An amount of money: `1.23M USD`; without its currency where that is null. */
export function moneyText(amount: number, currency: string | null): string {
  return scaledText(amount, THOUSANDS) + (currency === null ? '' : ` ${currency}`);
}

/** A share in percent: `52.5%`. */
export function percentText(share: number): string {
  return `${significant(100 * share)}%`;
}
