import { DAY, HOUR, MINUTE, SECOND, WEEK, YEAR } from '../../base/units.js';

const DIGITS = 3;
/** A whole number of a unit reads better than a fraction of a larger one, up to so many. */
const MOST_WHOLE = 99;
/** Rounding may have moved a whole number so far. */
const SLACK = 1e-9;

/** Up to so many of a unit are told apart when somebody asks for a time. */
const MOST_STEPS = 48;

/** Nothing longer or larger is told apart. */
const LONGEST = 1e6 * YEAR;
const LARGEST = 1e24;

type Unit = readonly [size: number, one: string, many: string];

const MONTH = YEAR / 12;
const WHOLE: readonly Unit[] = [
  [YEAR, 'year', 'years'],
  [MONTH, 'month', 'months'],
  [WEEK, 'week', 'weeks'],
  [DAY, 'day', 'days'],
  [HOUR, 'h', 'h'],
  [MINUTE, 'min', 'min'],
  [SECOND, 's', 's'],
];
/** Units of time, each from the length at which people would choose it. */
const ROUNDED: ReadonlyArray<readonly [from: number, size: number, name: string]> = [
  [2 * YEAR, YEAR, 'years'],
  [2 * DAY, DAY, 'days'],
  [HOUR, HOUR, 'h'],
  [MINUTE, MINUTE, 'min'],
  [SECOND, SECOND, 's'],
];
const BYTES: readonly Unit[] = [
  [1e15, 'PB', 'PB'],
  [1e12, 'TB', 'TB'],
  [1e9, 'GB', 'GB'],
  [1e6, 'MB', 'MB'],
  [1e3, 'kB', 'kB'],
];
const BITS_PER_BYTE = 8;

/**
 * A length of time as a scenario would write it: `1 week`, `90 s`, `26.4 h`.
 *
 * @param time in ms, at least 0
 */
export function span(time: number): string {
  if (!(time <= LONGEST)) return span(LONGEST);
  for (const [size, one, many] of WHOLE) {
    const count = Math.round(time / size);
    if (count < 1 || count > MOST_WHOLE) continue;
    if (Math.abs(time - count * size) <= SLACK * time)
      return `${count} ${count === 1 ? one : many}`;
  }
  const read = Number(time.toPrecision(DIGITS));
  const [, size, name] = ROUNDED.find(([from]) => read >= from) ?? [0, 1, 'ms'];
  return `${significant(time / size)} ${name}`;
}

/** `every week`, `every 15 min` */
export function every(time: number): string {
  return `every ${span(time).replace(/^1 (?=year|month|week|day)/, '')}`;
}

/** A time in ms, rounded up to whole seconds, minutes, hours or days, as people ask for it. */
export function wholeAbove(time: number): number {
  const unit = [SECOND, MINUTE, HOUR].find((size) => time <= MOST_STEPS * size) ?? DAY;
  return Math.ceil(time / unit - SLACK) * unit;
}

/** An amount of data: `5.16 TB`. */
export function dataText(bytes: number): string {
  return scaled(bytes, 'B');
}

/** A flow of data in bytes per second: `17.4 MB/s`. */
export function flowText(bytesPerSecond: number): string {
  return `${scaled(bytesPerSecond, 'B')}/s`;
}

/** Nominal rate of a line that carries at least a flow, two digits rounded up: `150 Mbit/s`. */
export function lineRate(bytesPerSecond: number): string {
  const bits = roundedUp(bytesPerSecond * BITS_PER_BYTE);
  return `${scaled(bits, 'B').replace('B', 'bit')}/s`;
}

/** The next number with two significant digits that is not below a value above 0. */
export function roundedUp(value: number): number {
  const near = Number(value.toPrecision(2));
  if (!(near < value)) return near;
  const exponent = Number(value.toExponential().split('e')[1]);
  return Number((near + Number(`1e${exponent - 1}`)).toPrecision(2));
}

/** A share: `52.5%`. */
export function percent(share: number): string {
  return `${significant(100 * share)}%`;
}

/** `1 copy`, `2 copies`. */
export function counted(count: number, one: string, many: string): string {
  return `${significant(count)} ${count === 1 ? one : many}`;
}

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  const [last, ...before] = words.toReversed();
  if (last === undefined) return '';
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}

/** A day as people write it: `2025-06-30`. @param at ms since 1970-01-01 UTC */
export function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function scaled(value: number, unit: string): string {
  if (!(value <= LARGEST)) return scaled(LARGEST, unit);
  const read = Number(value.toPrecision(DIGITS));
  const [size, name] = BYTES.find(([from]) => read >= from) ?? [1, 'B', 'B'];
  return `${significant(value / size)} ${name.replace('B', unit)}`;
}

/** Three digits, and all those before the point: `9.13`, `0.000012`, `23500`. */
function significant(value: number): string {
  const read = Number(value.toPrecision(DIGITS));
  const exponent = Number(read.toExponential().split('e')[1]);
  const text = read.toFixed(Math.max(0, Math.min(20, DIGITS - 1 - exponent)));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
