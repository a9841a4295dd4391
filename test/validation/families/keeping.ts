import { DAY, HOUR, type Ms, ms } from '../../../src/base/units.js';
import type { Retention } from '../../../src/model/retention.js';
import { compile } from '../../../src/simulate/compile.js';
import { fullPoint } from '../../../src/simulate/job-points.js';
import { keptPoints } from '../../../src/simulate/kept-points.js';
import { newBackups } from '../../../src/simulate/new-backups.js';
import { Places } from '../../../src/simulate/places.js';
import type { Schedule } from '../../../src/simulate/schedule.js';
import { SiteTimeline } from '../../../src/simulate/site-timeline.js';
import type { Chain, StoredPoint, StoredPoints } from '../../../src/simulate/stored-points.js';
import { scenarioFrom } from '../../running.js';

/** Copies of one service that nothing disturbs. */
export interface Copies {
  /** Rules of what is kept, as the scenario writes them. */
  readonly keep: string;
  /** Hours between full copies; those between the others, where there are any. */
  readonly full: number;
  readonly incremental?: number;
  /** Hours that every job takes. */
  readonly takes?: number;
  /** GB kept, GB stored of them, and the share that changes in a day. */
  readonly size?: number;
  readonly stored?: number;
  readonly change?: number;
}

function scenarioOf(copies: Copies) {
  const { keep, full, incremental, takes = 0, size = 1, stored = size, change = 0 } = copies;
  const others = incremental === undefined ? '' : `incremental: ${incremental} h, `;
  return scenarioFrom(`
name: What is kept
horizon: 10 years
currency: USD
sites: { here: {} }
services: { shop: { data: { size: ${size} GB, change: ${100 * change}% / day } } }
threats: [power-outage]
strategies:
  only:
    primary: here
    backups: { store: here, full: ${full} h, ${others}overhead: ${takes} h, throughput: 1 TB/s, reduction: ${size / stored}, jobFailure: 0%, keep: ${keep} }
    restore: { steps: [{ step: restore, moves: backup }] }
`);
}

/** Rules as the scenario reads them. */
export function rulesOf(keep: string): Retention {
  return scenarioOf({ keep, full: 24 }).strategies[0]!.backups[0]!.retention;
}

/**
 * Which of some copies taken at any instants are kept when the newest is complete, each a full copy.
 *
 * @param instants ms since 1970-01-01 UTC, in any order; equal ones count as several
 * @returns those kept, newest first
 */
export function keptOf(instants: readonly number[], keep: string): readonly number[] {
  const newest = instants.toSorted((a, b) => b - a);
  const start = newest.at(-1)!;
  // Copies of one instant are told apart by fractions of a ms.
  const chains = newest.map((at, number): Chain => {
    const captured = ms(at - start + (newest.length - 1 - number) / 4096);
    const job = { captured, start: captured, end: ms(newest[0]! - start), bytes: 1 };
    const point = fullPoint({} as Schedule, job);
    const { schedule, end: olderUntil } = point;
    return { schedule, start: captured, taken: [point], points: [point], olderUntil };
  });
  const kept = keptPoints(chains.values(), rulesOf(keep), start);
  return [...kept].map(({ captured }) => Math.floor(start + captured));
}

/** What a store gives back of copies that have been taken since the start, or for ever. */
export function storeOf(copies: Copies, since: 'start' | 'ever'): StoredPoints {
  const plan = compile(scenarioOf(copies), '1');
  plan.parameters.draw(0);
  const sites = new SiteTimeline(plan, []);
  const about = { plan, strategy: plan.strategies[0]!, sites, trial: 0 };
  const places = new Places(sites, plan.sites.length);
  const [store] = newBackups({ ...about, places }, plan.services[0]!, 0);
  if (since === 'start') {
    store!.wipe(ms(0));
    store!.restart(ms(0), 0);
  }
  return store!;
}

/** Hours after the start at which the first full copy is no longer there; looked at every hour. */
export function firstGone(copies: Copies): { readonly hour: number; readonly complete: number } {
  const store = storeOf(copies, 'start');
  for (let hour = 1 + Math.ceil(copies.takes ?? 0); ; hour++) {
    const points = [...store.points(ms(hour * HOUR))];
    if (points.at(-1)?.captured === 0) continue;
    const complete = 1 + Math.floor((hour - (copies.takes ?? 0)) / copies.full);
    return { hour, complete };
  }
}

/** Ages in hours of the oldest state that can be had, looked at in the middle of slices of two periods. */
export function windowOf(copies: Copies, slices: number): readonly number[] {
  const store = storeOf(copies, 'ever');
  return Array.from({ length: slices }, (_, i) => {
    const now = ms(1000 * DAY + ((i + 0.5) * 2 * copies.full * HOUR) / slices);
    const oldest: Ms = [...store.points(now)].at(-1)!.captured;
    return (now - oldest) / HOUR;
  });
}

/** What stands in a store at an instant. */
export interface Stored {
  readonly fulls: number;
  readonly incrementals: number;
  readonly gigabytes: number;
}

/** The most copies that a store holds at any of some instants, one in each job's period. */
export function mostHeld(copies: Copies, instants: number): Stored {
  const store = storeOf(copies, 'ever');
  const step = copies.incremental ?? copies.full;
  let most: Stored = { fulls: 0, incrementals: 0, gigabytes: 0 };
  for (let i = 0; i < instants; i++) {
    const held = heldBy(store, ms(1000 * DAY + (i + 0.5) * step * HOUR));
    if (held.fulls + held.incrementals > most.fulls + most.incrementals) most = held;
  }
  return most;
}

function heldBy(store: StoredPoints, at: Ms): Stored {
  const points = [...store.points(at)] as StoredPoint[];
  const fulls = points.filter(({ on }) => on === null).length;
  const bytes = points.reduce((sum, { part }) => sum + part, 0);
  return { fulls, incrementals: points.length - fulls, gigabytes: bytes / 1e9 };
}
