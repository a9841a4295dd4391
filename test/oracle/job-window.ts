import { DAY } from '../../src/base/units.js';
import type { JobWindow } from '../../src/model/backup-policy.js';

/** 1970-01-01 was a Thursday; Monday is 0. */
const THURSDAY = 3;

/**
 * Whether a job is taken whole while its window is open; always without one.
 *
 * @param start of the horizon, ms since 1970-01-01 UTC
 */
export function fits(
  window: JobWindow | null,
  { begins, ends }: { begins: number; ends: number },
  start: number,
): boolean {
  if (!window) return true;
  const { from, to, days } = window;
  const closesAfter = (((to - from) % DAY) + DAY) % DAY || DAY;
  const first = Math.floor((start + begins) / DAY);
  return [first - 1, first].some((day) => {
    const opens = day * DAY + from - start;
    const isDay = days.includes((((day + THURSDAY) % 7) + 7) % 7);
    return isDay && opens <= begins && ends <= opens + closesAfter;
  });
}
