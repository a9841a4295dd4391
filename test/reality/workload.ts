import { LOG_SPREAD } from './calibration.js';
import { baseBackup } from './copies-of.js';
import type { Drill } from './drill.js';
import { logFiles, logMbs } from './log-of.js';
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
}

/** What is not known of a workload, and told in a scenario for each of its values. */
interface Phase {
  /** Part of a period by which the bursts are ahead. */
  readonly bursts: number;
}

const WEEK_HOURS = 168;
const DAY_HOURS = 24;

/** From the beginning of the workload until the first backup, or until the waiting begins, in s. */
const LEAD = 2;

/** Periods that a schedule has been running for when it matters. */
const PERIODS_BEFORE = 10;

/**
 * A link that is too slow falls behind from the beginning of the workload, so that where there is a
 * replica nothing is written in the week before; without one, a steady flow is all that matters.
 */
export function workloadOf(drill: Drill, phase: Phase): Workload {
  if (drill.toReplica === 0) return steady(drill);
  const clock = new Slowed(drill.bursts ? DAY_HOURS / drill.bursts.period : 1);
  const before = LEAD + (drill.backup === 'none' ? 0 : baseBackup(drill).lasts);
  const hours = Math.ceil((before + lastsAfter(drill)) * clock.hours) + 1;
  const from = WEEK_HOURS - hours;
  const profile = Array.from({ length: WEEK_HOURS }, (_, hour) =>
    hour < from ? 0 : multipleIn(drill, hour - from + phase.bursts * DAY_HOURS),
  );
  const share = profile.reduce((sum, one) => sum + one, 0) / WEEK_HOURS;
  const waits = WEEK_HOURS + from + before * clock.hours;
  const offset = drill.backup === 'none' ? 0 : (waits / clock.hours) % drill.backupInterval;
  return { clock, writes: writesText(drill, { clock, share, profile }), share, waits, offset };
}

function steady(drill: Drill): Workload {
  const clock = new Slowed(1);
  const { lasts } = baseBackup(drill);
  const { backupInterval } = drill;
  const waits = PERIODS_BEFORE * backupInterval * runsIn(lasts, backupInterval);
  const writes = writesText(drill, { clock, share: 1, profile: null });
  return { clock, writes, share: 1, waits, offset: 0 };
}

/** A backup that lasts longer than its interval lets the starts fall out that come meanwhile. */
export function runsIn(lasts: number, interval: number): number {
  return Math.max(1, Math.ceil(lasts / interval));
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
    const { mb, period } = logFiles(drill);
    return `{ mean: ${clock.rate((share * mb) / period)}${hours} }`;
  }
  const mean = logMbs(drill) * share;
  const { p50, p95 } = LOG_SPREAD;
  return `{ mean: ${clock.rateLaw({ p50: mean * p50, p95: mean * p95 })}${hours} }`;
}
