import { DAY, HOUR, WEEK } from '../base/units.js';

/** 1970-01-01 was a Thursday; ISO weeks begin on Monday. */
const MONDAY = 3 * DAY;

const BEGINNINGS = {
  hourly: (at: number) => Math.floor(at / HOUR) * HOUR,
  daily: (at: number) => Math.floor(at / DAY) * DAY,
  weekly: (at: number) => Math.floor((at + MONDAY) / WEEK) * WEEK - MONDAY,
  monthly: (at: number) => {
    const date = new Date(at);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  },
  yearly: (at: number) => Date.UTC(new Date(at).getUTCFullYear(), 0),
} as const;

/** Stretches of the calendar that rules count by, the shortest first. */
export type CalendarRule = keyof typeof BEGINNINGS;
export const CALENDAR_RULES = Object.keys(BEGINNINGS) as readonly CalendarRule[];

/** The longest stretch of a kind, in ms. */
export const LONGEST = {
  hourly: HOUR,
  daily: DAY,
  weekly: WEEK,
  monthly: 31 * DAY,
  yearly: 366 * DAY,
} as const;

/** First instant of the calendar's stretch that an instant lies in. @param at ms since 1970-01-01 UTC */
export function beginningOf(rule: CalendarRule, at: number): number {
  return BEGINNINGS[rule](at);
}
