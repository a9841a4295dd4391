/** A count with its thousands apart: `20,000`. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** How amounts of one size are written: so many base units, then the suffix. */
interface Scale {
  readonly size: number;
  readonly suffix: string;
}

const MILLISECONDS: Scale = { size: 0.001, suffix: ' ms' };
const ONE: Scale = { size: 1, suffix: '' };

/** Units of duration, each from the seconds at which people would choose it. */
const DURATIONS: ReadonlyArray<readonly [from: number, scale: Scale]> = [
  [31_557_600, { size: 31_557_600, suffix: ' years' }],
  [2 * 86_400, { size: 86_400, suffix: ' d' }],
  [3_600, { size: 3_600, suffix: ' h' }],
  [60, { size: 60, suffix: ' min' }],
  [1, { size: 1, suffix: ' s' }],
];

const THOUSANDS: ReadonlyArray<readonly [from: number, scale: Scale]> = [
  [1e9, { size: 1e9, suffix: 'B' }],
  [1e6, { size: 1e6, suffix: 'M' }],
  [1e3, { size: 1e3, suffix: 'k' }],
];

const DIGITS = 3;

const durationScale = (seconds: number) => scaleFrom(DURATIONS, seconds) ?? MILLISECONDS;
const moneyScale = (amount: number) => scaleFrom(THOUSANDS, amount) ?? ONE;

/** By the amount as it will be read: 59.99 s is written 60.0 and therefore 1 min. */
function scaleFrom(scales: typeof DURATIONS, amount: number): Scale | undefined {
  const read = Math.abs(Number(amount.toPrecision(DIGITS)));
  return scales.find(([from]) => read >= from)?.[1];
}

/** Decimals that show so many significant digits; none for a number that is longer than that. */
function decimalsFor(value: number, digits: number): number {
  const exponent = Number(value.toExponential(digits - 1).split('e')[1]);
  return Math.max(0, Math.min(20, digits - 1 - exponent));
}

const withoutTrailingZeros = (text: string) =>
  text.includes('.') ? text.replace(/\.?0+$/, '') : text;

/** `9.13` for 9.1278, `0.0000003` for 3e-7, `23500` for 23456. */
function significant(value: number, digits = DIGITS): string {
  const read = Number(value.toPrecision(digits));
  return withoutTrailingZeros(read.toFixed(decimalsFor(value, digits)));
}

/** Seconds in the unit that people would choose: `9.13 h`, `36 h`, `2.5 d`; 0 has none. */
export function durationOf(seconds: number): string {
  if (seconds === 0) return '0';
  const { size, suffix } = durationScale(seconds);
  return significant(seconds / size) + suffix;
}

/** An amount of money, `1.23M USD`; without the currency where a heading says it. */
export function moneyOf(amount: number, currency: string | null): string {
  const { size, suffix } = moneyScale(amount);
  return significant(amount / size) + suffix + currencySuffix(currency);
}

const currencySuffix = (currency: string | null) => (currency === null ? '' : ` ${currency}`);

/** A share in percent. One below 1 never reads 100 %: its distance from 1 keeps two digits. */
export function shareOf(share: number): string {
  if (!(share > 0.99 && share < 1)) return `${significant(100 * share)}%`;
  const decimals = decimalsFor(100 * (1 - share), 2);
  return `${withoutTrailingZeros((100 * share).toFixed(decimals))}%`;
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
  const { size, suffix } = durationScale(larger(mean, half));
  return around(mean, half, size).join(' ± ') + suffix;
}

/** `1.20M ± 0.10M USD` */
export function moneyAround(mean: number, half: number, currency: string | null): string {
  const { size, suffix } = moneyScale(larger(mean, half));
  const [amount, margin] = around(mean, half, size);
  return `${amount}${suffix} ± ${margin}${suffix}${currencySuffix(currency)}`;
}

/** `42.1 ± 2.9%` */
export const shareAround = (mean: number, half: number): string =>
  `${around(mean, half, 0.01).join(' ± ')}%`;

/** `0.0581 ± 0.0015` */
export const rateAround = (mean: number, half: number): string =>
  around(mean, half, ONE.size).join(' ± ');
