import { DAY, HOUR, type Ms, WEEK } from '../../src/base/units.js';
import type { CalendarSpan } from '../../src/model/calendar-span.js';
import type { Retention } from '../../src/model/retention.js';

/** What pruning has to know of a state in a store. */
export interface Stored {
  readonly captured: number;
  /** When it was complete. */
  readonly end: number;
  /** Its full copy: states of the same are one chain. */
  readonly full: Full;
}

interface Full {
  readonly start: number;
  readonly end: number;
}

/** Name of the stretch that an instant lies in; a point is a stretch of its own. */
const NAMES = {
  last: (_: Date, number: number) => `point ${number}`,
  hourly: (at: Date) => at.toISOString().slice(0, 13),
  daily: (at: Date) => at.toISOString().slice(0, 10),
  weekly: (at: Date) => `week ${Math.floor((at.getTime() - Date.UTC(2024, 0, 1)) / WEEK)}`,
  monthly: (at: Date) => at.toISOString().slice(0, 7),
  yearly: (at: Date) => at.toISOString().slice(0, 4),
};

/** @param start of the horizon, @param now of the completion that prunes */
interface When {
  readonly start: number;
  readonly now: number;
}

/**
 * What is left when the last backup has become complete: every chain of which a rule wants a point,
 * that of the newest point, and the newest full copy.
 *
 * @param points newest first
 * @param start of the horizon, ms since 1970-01-01 UTC
 */
export function pruned<P extends Stored>(
  points: readonly P[],
  retention: Retention,
  start: number,
): P[] {
  const now = points.reduce((latest, { end }) => Math.max(latest, end), -Infinity);
  const when = { start, now };
  const wanted = new Set<P>(points.slice(0, 1));
  const by = (rule: readonly P[]) => {
    for (const point of rule) wanted.add(point);
  };
  const { age } = retention;
  const young = age === null ? [] : points.filter(({ captured }) => now - captured <= age);
  by(young);
  by(byFulls(points, retention, when));
  // The newest stays in any case, which is no rule that others could count beyond.
  const before = new Set(young);
  for (const rule of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
    const places = placesOf(rule, points, when);
    const span = retention.within[rule];
    const newest = points[0] ? start + points[0].captured : 0;
    const since = (point: P) => span && start + point.captured > back(newest, span);
    const within = places.filter(since);
    const taken = new Set(retention.counting === 'alone' ? [] : [...before, ...within]);
    const counted = places.filter((point) => !taken.has(point)).slice(0, retention[rule]);
    for (const point of [...counted, ...within]) before.add(point);
  }
  by([...before]);
  const chains = new Set([...wanted].map(({ full }) => full));
  const newestFull = fullsOf(points)[0];
  if (newestFull) chains.add(newestFull);
  return points.filter(({ full }) => chains.has(full));
}

/** The newest of every stretch, newest first, and the oldest of all. */
function placesOf<P extends Stored>(
  rule: keyof typeof NAMES,
  points: readonly P[],
  { start }: When,
): P[] {
  const newest = new Map<string, P>();
  points.forEach((point, number) => {
    const name = NAMES[rule](new Date(start + point.captured), number);
    if (!newest.has(name)) newest.set(name, point);
  });
  return [...new Set([...newest.values(), ...points.slice(-1)])];
}

/** Points on full copies that are young or few enough. */
function byFulls<P extends Stored>(
  points: readonly P[],
  { fulls, fullsFor }: Retention,
  { now }: When,
): P[] {
  const chains = fullsOf(points);
  const old = chains.findIndex(({ end }) => fullsFor !== null && now - end >= fullsFor);
  const byTime = fullsFor === null ? 0 : old < 0 ? chains.length : old + 1;
  const kept = new Set(chains.slice(0, Math.max(fulls, byTime)));
  return points.filter(({ full }) => kept.has(full));
}

/** Newest first. */
function fullsOf(points: readonly Stored[]): readonly Full[] {
  return [...new Set(points.map(({ full }) => full))].sort((a, b) => b.start - a.start);
}

/** The same time of day so many years, months and days earlier, less some hours. */
function back(at: Ms | number, { years, months, days, hours }: CalendarSpan): number {
  const date = new Date(at);
  date.setUTCFullYear(date.getUTCFullYear() - years, date.getUTCMonth() - months);
  return date.getTime() - days * DAY - hours * HOUR;
}
