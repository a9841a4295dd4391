import { DAY, type Ms, ms } from '../base/units.js';

/** Which points of a copy are kept: a point stays while any of the rules wants it. */
export interface Retention {
  /** Every point for so long; null where no rule goes by age. */
  readonly age: Ms | null;
  /** The newest so many points. */
  readonly last: number;
  /** The newest point of each of the last so many calendar days, ISO weeks, months, years (UTC). */
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

/** Points by age alone. */
export function keptFor(age: Ms): Retention {
  return { age, last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0 };
}

/** How long a day-bucket and the others last, in ms, at their longest. */
const BUCKETS = { daily: 1, weekly: 7, monthly: 31, yearly: 366 } as const;

/**
 * How long every full copy is kept at least, whatever its place in the calendar: what one can rely
 * on without looking at the dates.
 *
 * @param period between two full copies
 */
export function surelyKept(retention: Retention, period: Ms): Ms {
  const { age, last, daily } = retention;
  const everyDay = period >= DAY ? daily * DAY : 0;
  return ms(Math.max(age ?? 0, last * period, everyDay, period));
}

/** Age of the oldest point that is kept once the schedule has run for long. */
export function reachOf(retention: Retention, period: Ms): Ms {
  const rules = Object.entries(BUCKETS) as [keyof typeof BUCKETS, number][];
  const oldest = rules.map(([rule, days]) => retention[rule] * days * DAY);
  return ms(Math.max(surelyKept(retention, period), ...oldest));
}
