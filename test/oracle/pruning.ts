import { beginningOf, CALENDAR_RULES, type Retention } from '../../src/model/retention.js';

/** What pruning has to know of a state in a store. */
export interface Stored {
  readonly captured: number;
  /** When it was complete. */
  readonly end: number;
  /** Its full copy: states of the same are one chain. */
  readonly full: { readonly start: number };
}

/**
 * What is left when the last backup has become complete: every chain of which a rule keeps a point,
 * that of the newest point, and the newest full copy.
 *
 * @param points newest first
 * @param start of the horizon, ms since 1970-01-01 UTC
 */
export function pruned<P extends Stored>(
  points: readonly P[],
  { age, last, ...calendar }: Retention,
  start: number,
): P[] {
  const wanted = points.slice(0, Math.max(1, last));
  const now = points.reduce((latest, { end }) => Math.max(latest, end), -Infinity);
  if (age !== null) wanted.push(...points.filter(({ captured }) => now - captured <= age));
  for (const rule of CALENDAR_RULES) {
    if (calendar[rule] === 0) continue;
    const newest = new Map<number, P>();
    for (const point of points) {
      const stretch = beginningOf(rule, start + point.captured);
      if (!newest.has(stretch)) newest.set(stretch, point);
    }
    wanted.push(...[...newest.values()].slice(0, calendar[rule]));
  }
  const chains = new Set(wanted.map(({ full }) => full));
  const fulls = points.map(({ full }) => full);
  if (fulls.length > 0) chains.add(fulls.reduce((a, b) => (b.start > a.start ? b : a)));
  return points.filter(({ full }) => chains.has(full));
}
