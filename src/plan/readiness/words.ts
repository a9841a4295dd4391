import { durationText, flowText, percentText, significant } from '../../base/amount-text.js';
import { DAY, HOUR, MINUTE, SECOND, WEEK, YEAR } from '../../base/units.js';

/** A whole number of a unit reads better than a fraction of a larger one, up to so many. */
const MOST_WHOLE = 99;
/** Rounding may have moved a whole number so far. */
const SLACK = 1e-9;

/** Up to so many of a unit are told apart when somebody asks for a time. */
const MOST_STEPS = 48;

/** Nothing longer is told apart. */
const LONGEST = 1e6 * YEAR;

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
  return durationText(time);
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

/** A time in ms, at least 1 s, rounded down to whole seconds, minutes, hours or days. */
export function wholeBelow(time: number): number {
  const unit = [DAY, HOUR, MINUTE].find((size) => time >= size && time % size === 0);
  const finer = [HOUR, MINUTE].find((size) => time > MOST_STEPS * size) ?? SECOND;
  return unit === undefined ? Math.floor(time / finer) * finer : time;
}

/** Nominal rate of a line that carries at least a flow, two digits rounded up: `150 Mbit/s`. */
export function lineRate(bytesPerSecond: number): string {
  const bits = roundedUp(bytesPerSecond * BITS_PER_BYTE);
  return flowText(bits).replace('B', 'bit');
}

/** The next number with two significant digits that is not below a value above 0. */
export function roundedUp(value: number): number {
  const near = Number(value.toPrecision(2));
  if (!(near < value)) return near;
  const exponent = Number(value.toExponential().split('e')[1]);
  return Number((near + Number(`1e${exponent - 1}`)).toPrecision(2));
}

/** A share that is not below another, in tenths of a percent: `66.7%`. */
export function percentAbove(share: number): string {
  return percentText(Math.min(1, Math.ceil(share * 1000 - SLACK) / 1000));
}

/** `1 copy`, `2 copies`. */
export function counted(count: number, one: string, many: string): string {
  return `${significant(count)} ${count === 1 ? one : many}`;
}

/** A day as people write it: `2025-06-30`. @param at ms since 1970-01-01 UTC */
export function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
