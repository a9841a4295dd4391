import { durationOf, grouped, moneyOf, shareOf } from '../amounts.js';
import type { ChartSpec } from './theme.js';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const YEAR = 31_557_600;

/** Durations that people think in, in seconds. */
const MILLISECONDS = [0.001, 0.01, 0.1];
const SECONDS = [1, 10, MINUTE, 10 * MINUTE];
const HOURS = [HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY];
const YEARS = [YEAR, 10 * YEAR, 100 * YEAR];
const LADDER = [...MILLISECONDS, ...SECONDS, ...HOURS, ...YEARS];

/** An axis that ends at its first and last tick. */
export interface Ticks {
  readonly values: readonly number[];
  readonly low: number;
  readonly high: number;
}

const ticksOf = (values: readonly number[]): Ticks => ({
  values,
  low: values[0] ?? 0,
  high: values.at(-1) ?? 1,
});

/**
 * Ticks for durations on a log axis. Where some are 0 the axis begins a step lower, and its first
 * tick stands for 0.
 */
export function timeTicks(seconds: readonly number[]): Ticks & { readonly fromZero: boolean } {
  const fromZero = seconds.includes(0);
  const positive = seconds.filter((value) => value > 0);
  const { least, most } = positive.length > 0 ? ends(positive) : { least: MINUTE, most: MINUTE };
  const below = LADDER.filter((tick) => tick < least).at(fromZero ? -2 : -1) ?? LADDER[0] ?? 0;
  const above = LADDER.find((tick) => tick > most) ?? Infinity;
  return { ...ticksOf(LADDER.filter((tick) => tick >= below && tick <= above)), fromZero };
}

/** Powers of ten around all amounts above 0, for a log axis. */
export function decadeTicks(amounts: readonly number[]): Ticks {
  const positive = amounts.filter((value) => value > 0);
  if (positive.length === 0) return ticksOf([1, 10, 100, 1_000]);
  const { least, most } = ends(positive);
  const values = [decadeAtMost(least)];
  while ((values.at(-1) ?? most) < most) values.push(decade(values.at(-1) ?? most));
  return ticksOf(values.length > 1 ? values : [...values, decade(values[0] ?? 1)]);
}

/** How far below the largest amount a log axis of money reaches. */
const MONEY_RANGE = 1e6;

/**
 * Powers of ten for amounts on a log axis. Where some are 0, or too small to matter, the axis begins
 * a step lower, and its first tick stands for all below it.
 */
export function moneyTicks(amounts: readonly number[]): Ticks & { readonly fromZero: boolean } {
  const most = amounts.reduce((high, value) => Math.max(high, value), 0);
  const shown = amounts.filter((value) => value > 0 && value >= most / MONEY_RANGE);
  const ticks = decadeTicks(shown);
  const fromZero = shown.length < amounts.length;
  return fromZero
    ? { ...ticksOf([ticks.low / 10, ...ticks.values]), fromZero }
    : { ...ticks, fromZero };
}

/** From 0 in about five round steps to at least the largest amount. */
export function linearTicks(amounts: readonly number[]): Ticks {
  const most = amounts.reduce((high, value) => Math.max(high, value), 0);
  if (!(most > 0)) return ticksOf([0, 1]);
  const ten = decadeAtMost(most);
  const step = [ten / 5, ten / 2, ten, 2 * ten].find((size) => most / size <= 6) ?? 2 * ten;
  const count = Math.ceil(most / step);
  return ticksOf(Array.from({ length: count + 1 }, (_, index) => index * step));
}

/** Round steps below and above 0, as far as the amounts reach. */
export function signedTicks(amounts: readonly number[]): Ticks {
  const { least, most } = ends([0, ...amounts]);
  const { values } = linearTicks([Math.max(most, -least)]);
  const step = (values[1] ?? 1) * (most > 0 && least < 0 ? 2 : 1);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  return ticksOf(Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step));
}

/** Steps between durations on a linear axis, in seconds. */
const TIME_STEPS = [
  ...[0.001, 0.01, 0.1, 1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 30, 60, 120].map((days) => days * DAY),
  ...[1, 2, 5, 10, 20].map((years) => years * YEAR),
];

/** From 0 in at most six steps that clocks and calendars know, to at least the longest time. */
export function linearTimeTicks(seconds: readonly number[]): Ticks {
  const most = seconds.reduce((high, value) => Math.max(high, value), 0);
  if (!(most > 0)) return ticksOf([0, MINUTE]);
  const step = TIME_STEPS.find((size) => most / size <= 6) ?? linearTicks([most]).values[1] ?? most;
  return ticksOf(Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step));
}

/** Ten times as much, without the rounding that repeated multiplication of 0.1 gathers. */
const decade = (value: number) => (value < 1 ? 1 / Math.round(1 / value / 10) : value * 10);

function decadeAtMost(amount: number): number {
  let result = 1;
  while (result * 10 <= amount) result *= 10;
  let parts = 1;
  while (result > amount && parts < 1e15) {
    parts *= 10;
    result = 1 / parts;
  }
  return result;
}

function ends(values: readonly number[]): { least: number; most: number } {
  return {
    least: values.reduce((low, value) => Math.min(low, value), Infinity),
    most: values.reduce((high, value) => Math.max(high, value), -Infinity),
  };
}

/** Axis properties that label each tick in words; `floor` names the first one otherwise. */
export function labelled(
  { values }: Ticks,
  write: (value: number) => string,
  floor?: string,
): ChartSpec {
  const labels = values.map((value, index) => [
    String(value),
    index === 0 && floor !== undefined ? floor : write(value),
  ]);
  return {
    values,
    labelExpr: `${JSON.stringify(Object.fromEntries(labels))}[datum.value]`,
    labelOverlap: false,
  };
}

export const timeLabel = (seconds: number): string => durationOf(seconds);
export const moneyLabel = (amount: number): string => moneyOf(amount, null);

/** A chance with the years between two such years: `1% (1 in 100)`. */
export function chanceLabel(chance: number): string {
  return chance === 1 ? '100%' : `${shareOf(chance)} (1 in ${grouped(1 / chance)})`;
}
