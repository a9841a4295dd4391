import { DAY, HOUR, type Ms, ms } from '../base/units.js';

/** A length of time as calendars count it: a month back from 31 March is a month, not 30.4 days. */
export interface CalendarSpan {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
}

/**
 * The instant so long before another: years, months and days by the calendar (UTC), then hours. Days
 * that a month does not have run over into the next one, as in restic and Go.
 *
 * @param at ms since 1970-01-01 UTC
 * @example before({ years: 0, months: 1, days: 0, hours: 0 }, Date.UTC(2027, 2, 31)) // 2027-03-03
 */
export function before({ years, months, days, hours }: CalendarSpan, at: number): number {
  const date = new Date(at);
  const day = Date.UTC(
    date.getUTCFullYear() - years,
    date.getUTCMonth() - months,
    date.getUTCDate() - days,
  );
  return day + (at - Math.floor(at / DAY) * DAY) - hours * HOUR;
}

/** The longest that a span can be, with leap years and months of 31 days. */
export function longest({ years, months, days, hours }: CalendarSpan): Ms {
  return ms((years * 366 + months * 31 + days) * DAY + hours * HOUR);
}
