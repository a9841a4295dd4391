import { DAY, type Ms, ms, WEEK } from '../base/units.js';

/**
 * Which points of a copy are kept: a point stays while any of the rules wants it or another point on
 * the same full copy.
 */
export interface Retention {
  /** Every point for so long; null where no rule goes by age. */
  readonly age: Ms | null;
  /** The newest so many points. */
  readonly last: number;
  /** The newest point of each of the last so many days, ISO weeks, months, years (UTC) that have one. */
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

/** Points by age alone. */
export function keptFor(age: Ms): Retention {
  return { age, last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0 };
}

/** 1970-01-01 was a Thursday; ISO weeks begin on Monday. */
const MONDAY = 3 * DAY;

/** First instant of the calendar's stretch that an instant lies in, ms since 1970-01-01 UTC. */
const BEGINNINGS = {
  daily: (at: number) => Math.floor(at / DAY) * DAY,
  weekly: (at: number) => Math.floor((at + MONDAY) / WEEK) * WEEK - MONDAY,
  monthly: (at: number) => {
    const date = new Date(at);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  },
  yearly: (at: number) => Date.UTC(new Date(at).getUTCFullYear(), 0),
} as const;
export type CalendarRule = keyof typeof BEGINNINGS;
export const CALENDAR_RULES = Object.keys(BEGINNINGS) as readonly CalendarRule[];
const LONGEST = { daily: DAY, weekly: WEEK, monthly: 31 * DAY, yearly: 366 * DAY } as const;

/** First instant of the calendar's stretch that an instant lies in. @param at ms since 1970-01-01 UTC */
export function beginningOf(rule: CalendarRule, at: number): number {
  return BEGINNINGS[rule](at);
}

/** A point at `anchor` and every `period` before and after it. */
export interface Captures {
  readonly anchor: number;
  readonly period: Ms;
}

/**
 * How long every point is kept at least, whatever its place in the calendar: what one can rely on
 * without looking at the dates.
 *
 * @param period between two points
 */
function surelyKept(retention: Retention, period: Ms): Ms {
  const { age, last } = retention;
  const often = CALENDAR_RULES.filter((rule) => period >= LONGEST[rule]);
  const counts = [last, ...often.map((rule) => retention[rule])];
  return ms(Math.max(age ?? 0, period, ...counts.map((count) => count * period)));
}

/** Age that the oldest kept point reaches once the schedule has run for long. */
export function reachOf(retention: Retention, period: Ms): Ms {
  const oldest = CALENDAR_RULES.map((rule) => retention[rule] * Math.max(LONGEST[rule], period));
  return ms(Math.max(surelyKept(retention, period), ...oldest));
}

/** The kept points of a schedule, by number: point k was captured at `anchor` + k · `period`. */
export interface Kept {
  /** All points from this number on. */
  readonly from: number;
  /** Older ones, newest first. */
  readonly older: readonly number[];
}

/**
 * Which points are kept at an instant when every job succeeds. A calendar rule counts stretches that
 * have a point, whether another rule keeps it or not, and keeps the newest of each, as restic does.
 *
 * @param now ms since 1970-01-01 UTC, like the anchor
 */
export function keptAt(retention: Retention, captures: Captures, now: number): Kept {
  const { anchor, period } = captures;
  const newest = Math.floor((now - anchor) / period);
  const { age, last } = retention;
  const byAge = age === null ? Infinity : Math.ceil((now - age - anchor) / period);
  const from = Math.min(newest, byAge, newest + 1 - last);
  const older = new Set<number>();
  for (const rule of CALENDAR_RULES) {
    let point = newest;
    for (let left = retention[rule]; left > 0; left--) {
      if (point < from) older.add(point);
      const beginning = BEGINNINGS[rule](anchor + point * period);
      point = Math.ceil((beginning - anchor) / period) - 1;
    }
  }
  return { from, older: [...older].sort((a, b) => b - a) };
}

/** What a store holds on average, in full copies and in incremental ones. */
export interface Holding {
  readonly fulls: number;
  readonly steps: number;
}

/** Phases of the full copies' period that are averaged over, and periods that they are spread over. */
const [PHASES, PERIODS] = [128, 53];

/**
 * What a store holds on average once the schedule has run for long: of each chain that has a kept
 * point everything that has been captured.
 *
 * @param full period of full copies
 * @param incremental period of the others; null for none
 * @param start ms since 1970-01-01 UTC, where a full copy is due
 */
export function holding(
  retention: Retention,
  { full, incremental, start }: { full: Ms; incremental: Ms | null; start: number },
): Holding {
  const perChain = incremental === null ? 1 : Math.ceil(full / incremental);
  const schedule = { anchor: start, period: incremental ?? full };
  const sum = { fulls: 0, steps: 0 };
  for (let phase = 0; phase < PHASES; phase++) {
    const now = start + ((phase + 0.5) * PERIODS * full) / PHASES;
    const { from, older } = keptAt(retention, schedule, now);
    const chainOf = (point: number) => Math.floor((point * schedule.period) / full);
    const newest = chainOf(Math.floor((now - start) / schedule.period));
    const oldest = chainOf(from);
    const apart = new Set(older.map(chainOf).filter((chain) => chain < oldest)).size;
    const whole = apart + newest - oldest;
    const begun = Math.floor((now - start - newest * full) / schedule.period);
    sum.fulls += whole + 1;
    sum.steps += whole * (perChain - 1) + Math.min(perChain - 1, begun);
  }
  return { fulls: sum.fulls / PHASES, steps: sum.steps / PHASES };
}
