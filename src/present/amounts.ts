import {
  decimalsFor,
  moneyText,
  percentText,
  type Scale,
  scaledText,
  scaleOf,
  significant,
  THOUSANDS,
  withoutTrailingZeros,
} from '../base/amount-text.js';

/** A count with its thousands apart: `20,000`. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Units of duration in seconds, short enough for a column of a table. */
const DURATIONS: readonly Scale[] = [
  [31_557_600, 31_557_600, ' years'],
  [2 * 86_400, 86_400, ' d'],
  [3_600, 3_600, ' h'],
  [60, 60, ' min'],
  [1, 1, ' s'],
  [0, 0.001, ' ms'],
];

/** Seconds in the unit that people would choose: `9.13 h`, `36 h`, `2.5 d`; 0 has none. */
export function durationOf(seconds: number): string {
  if (seconds === 0) return '0';
  const text = scaledText(seconds, DURATIONS);
  return text === '1 years' ? '1 year' : text;
}

/** The least amount of money that is told apart from nothing. */
const CENT = 0.01;

/** An amount of money, `1.23M USD`; without the currency where a heading says it. */
export function moneyOf(amount: number, currency: string | null): string {
  const little = amount > 0 && amount < CENT;
  return little ? `<\u00a0${moneyText(CENT, currency)}` : moneyText(amount, currency);
}

/** A share in percent. One below 1 never reads 100 %: its distance from 1 keeps two digits. */
export function shareOf(share: number): string {
  if (!(share > 0.99 && share < 1)) return percentText(share);
  const decimals = decimalsFor(100 * (1 - share), 2);
  return `${withoutTrailingZeros((100 * share).toFixed(decimals))}%`;
}

/** `1 year`, `2.5 years`. */
export function yearsOf(count: number): string {
  return count === 1 ? '1 year' : `${rateOf(count)} years`;
}

/** A frequency per year, without the words. */
export const rateOf = (perYear: number): string => significant(perYear);

/** A mean and half of its interval at one scale: the half with two digits, the mean to the same. */
function around(mean: number, half: number, size: number): readonly [mean: string, half: string] {
  const decimals = decimalsFor(half / size, 2);
  const margin = Number((half / size).toPrecision(2)).toFixed(decimals);
  return [(mean / size).toFixed(decimals), margin];
}

const larger = (mean: number, half: number) => Math.max(Math.abs(mean), half);

/** `9.13 ± 0.21 h` */
export function durationAround(mean: number, half: number): string {
  const [, size, suffix] = scaleOf(larger(mean, half), DURATIONS);
  return around(mean, half, size).join(' ± ') + suffix;
}

/** `1.20M ± 0.10M USD` */
export function moneyAround(mean: number, half: number, currency: string | null): string {
  if (mean > 0 && mean + half < CENT) return moneyOf(mean, currency);
  const [, size, suffix] = scaleOf(larger(mean, half), THOUSANDS);
  const [amount, margin] = around(mean, half, size);
  const unit = currency === null ? '' : ` ${currency}`;
  return `${amount}${suffix} ± ${margin}${suffix}${unit}`;
}

/** `42.1 ± 2.9%` */
export const shareAround = (mean: number, half: number): string =>
  `${around(mean, half, 0.01).join(' ± ')}%`;

/** `0.0581 ± 0.0015` */
export const rateAround = (mean: number, half: number): string => around(mean, half, 1).join(' ± ');
