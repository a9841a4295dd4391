import { LOG_SPREAD } from './calibration.js';
import { type Job, jobOf, LEAD } from './copies-of.js';
import type { Drill } from './drill.js';
import { archivedMbs, logMbs } from './log-of.js';
import { Slowed } from './slowed.js';

/** What a drill writes, hour by hour of a scenario's week, and where its moments lie in that. */
export interface Workload {
  readonly clock: Slowed;
  /** `writes` of the service. */
  readonly writes: string;
  /** When the waiting for the disaster begins, in hours since the start of the scenario. */
  readonly waits: number;
  /** Of the first backup, with which the scenario starts; null for none. */
  readonly job: Job | null;
}

const WEEK_HOURS = 168;
const DAY_HOURS = 24;

/**
 * A link that is too slow falls behind from the beginning of the workload, so that nothing is written
 * in the week before. Without a replica a steady flow is all that matters, as with backups beside
 * it: the primary, which damage does not stop, sends what its replica lacks before it is of use.
 */
export function workloadOf(drill: Drill): Workload {
  if (!drill.replicated || drill.backup !== 'none') return steady(drill);
  const clock = new Slowed(drill.bursts ? DAY_HOURS / drill.bursts.period : 1);
  const hours = Math.ceil((LEAD + lastsAfter(drill)) * clock.hours) + 1;
  const from = WEEK_HOURS - hours;
  const profile = Array.from({ length: WEEK_HOURS }, (_, hour) =>
    hour < from ? 0 : multipleIn(drill, hour - from),
  );
  const share = profile.reduce((sum, one) => sum + one, 0) / WEEK_HOURS;
  const { p50, p95 } = LOG_SPREAD;
  const mean = share * logMbs(drill);
  const law = clock.rateLaw({ p50: mean * p50, p95: mean * p95 });
  const writes = `{ mean: ${law}, profile: { hours168: [${profile.join(', ')}] } }`;
  return { clock, writes, waits: WEEK_HOURS + from + LEAD * clock.hours, job: null };
}

/**
 * The first backup is the first after the start, with whose begin the periods of the log begin, too.
 * Whole files are written where there is an archive.
 */
function steady(drill: Drill): Workload {
  const clock = new Slowed(1);
  const job = jobOf(drill);
  const mbs = drill.archive === 'none' ? logMbs(drill) : archivedMbs(drill);
  return { clock, writes: `{ mean: ${clock.rate(mbs)} }`, waits: job.lasts, job };
}

/** From the beginning of the waiting until nothing is written any more, at the most, in s. */
function lastsAfter({ wait, partition, healBefore }: Drill): number {
  return wait + partition + (healBefore ?? 0) + 1;
}

/** How many times the base rate is written in an hour since the beginning of a period. */
function multipleIn({ bursts }: Drill, hour: number): number {
  if (!bursts) return 1;
  const length = bursts.duty * DAY_HOURS;
  const into = hour % DAY_HOURS;
  return 1 + Math.min(1, Math.max(0, length - into)) * (bursts.factor - 1);
}
