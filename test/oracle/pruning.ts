import { beginningOf, CALENDAR_RULES, type Retention } from '../../src/model/retention.js';
import type { Job, Point } from './schedule.js';

/**
 * What is left when a backup has become complete: what a rule keeps, the newest, and what is part
 * of a point that is kept.
 *
 * @param points newest first
 * @param when `start` of the horizon, ms since 1970-01-01 UTC
 */
export function pruned(
  points: readonly Point[],
  { age, last, ...calendar }: Retention,
  when: { start: number; now: number },
): Point[] {
  const kept = new Set(points.slice(0, Math.max(1, last)));
  for (const point of age === null ? [] : points) {
    if (when.now - point.captured <= age!) kept.add(point);
  }
  for (const rule of CALENDAR_RULES) {
    if (calendar[rule] === 0) continue;
    const newest = new Map<number, Point>();
    for (const point of points) {
      const stretch = beginningOf(rule, when.start + point.captured);
      if (!newest.has(stretch)) newest.set(stretch, point);
    }
    for (const point of [...newest.values()].slice(0, calendar[rule])) kept.add(point);
  }
  const parts = new Set<Job>();
  for (const { job } of kept) {
    for (let part: Job | null = job; part && !parts.has(part); part = part.base) parts.add(part);
  }
  return points.filter(({ job }) => parts.has(job));
}
