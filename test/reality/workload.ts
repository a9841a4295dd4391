import { LOG_SPREAD } from './calibration.js';
import { baseBackup, type Job, jobOf, LEAD, runsIn } from './copies-of.js';
import type { Drill } from './drill.js';
import { archivedMbs, logFiles, logMbs } from './log-of.js';
import { Slowed } from './slowed.js';

/** What a drill writes, hour by hour of a scenario's week, and where its moments lie in that. */
export interface Workload {
  readonly clock: Slowed;
  /** `writes` of the service. */
  readonly writes: string;
  /** Mean of the week as a share of the mean while the workload runs. */
  readonly share: number;
  /** When the waiting for the disaster begins, in hours since the start of the scenario. */
  readonly waits: number;
  /** First backup after the start of the scenario, in s. */
  readonly offset: number;
  readonly job: Job;
}

const WEEK_HOURS = 168;
const DAY_HOURS = 24;

/**
 * A link that is too slow falls behind from the beginning of the workload, so that where there is a
 * replica nothing is written in the week before; without one, a steady flow is all that matters.
 */
export function workloadOf(drill: Drill): Workload {
  if (!drill.replicated) return steady(drill);
  const clock = new Slowed(drill.bursts ? DAY_HOURS / drill.bursts.period : 1);
  const before = LEAD + (drill.backup === 'none' ? 0 : baseBackup(drill).lasts);
  const hours = Math.ceil((before + lastsAfter(drill)) * clock.hours) + 1;
  const from = WEEK_HOURS - hours;
  const profile = Array.from({ length: WEEK_HOURS }, (_, hour) =>
    hour < from ? 0 : multipleIn(drill, hour - from),
  );
  const share = profile.reduce((sum, one) => sum + one, 0) / WEEK_HOURS;
  const writes = writesText(drill, { clock, share, profile });
  const job = jobOf(drill, share * archivedMbs(drill));
  const into = from + before * clock.hours;
  return { clock, writes, share, job, ...among(drill, { clock, job, into }) };
}

/** The first backup is the first after the start, with whose begin the periods of the log begin, too. */
function steady(drill: Drill): Workload {
  const clock = new Slowed(1);
  const job = jobOf(drill, archivedMbs(drill));
  const writes = writesText(drill, { clock, share: 1, profile: null });
  return { clock, writes, share: 1, job, waits: job.lasts, offset: 0 };
}

/** The week in whose course a backup ends when the waiting begins, at an hour `into` the week. */
function among(
  drill: Drill,
  { clock, job, into }: { clock: Slowed; job: Job; into: number },
): { waits: number; offset: number } {
  const { backup, backupInterval } = drill;
  if (backup === 'none') return { waits: WEEK_HOURS + into, offset: 0 };
  const runs = runsIn(job.lasts, backupInterval);
  for (let week = 1; ; week++) {
    const waits = week * WEEK_HOURS + into;
    const starts = waits / clock.hours - job.lasts;
    const slot = Math.floor(starts / backupInterval);
    if (slot % runs === 0) return { waits, offset: starts - slot * backupInterval };
  }
}

/** From the beginning of the waiting until nothing is written any more, at the most, in s. */
function lastsAfter(drill: Drill): number {
  const { wait, partition, healBefore, decide, disaster, validationInterval } = drill;
  const known = disaster === 'corruption' ? decide + validationInterval : 0;
  const around = drill.archive === 'none' ? 0 : 2 * logFiles(drill).period;
  return wait + partition + (healBefore ?? 0) + known + around + 1;
}

/** How many times the base rate is written in an hour since the beginning of a period. */
function multipleIn({ bursts }: Drill, hour: number): number {
  if (!bursts) return 1;
  const length = bursts.duty * DAY_HOURS;
  const into = hour % DAY_HOURS;
  return 1 + Math.min(1, Math.max(0, length - into)) * (bursts.factor - 1);
}

/**
 * For a replica what the workload makes, known as well as it was measured; with an archive whole
 * files, which a replica is sent, too.
 */
function writesText(
  drill: Drill,
  { clock, share, profile }: { clock: Slowed; share: number; profile: readonly number[] | null },
): string {
  const hours = profile ? `, profile: { hours168: [${profile.join(', ')}] }` : '';
  if (drill.archive !== 'none') {
    return `{ mean: ${clock.rate(share * archivedMbs(drill))}${hours} }`;
  }
  const mean = logMbs(drill) * share;
  const { p50, p95 } = LOG_SPREAD;
  return `{ mean: ${clock.rateLaw({ p50: mean * p50, p95: mean * p95 })}${hours} }`;
}
