import { type Ms, ms, SECOND } from '../../base/units.js';
import { type BackupPolicy, changedBytes } from '../../model/backup-policy.js';
import type { Scenario } from '../../model/scenario.js';
import type { Strategy } from '../../model/strategy.js';
import { rateBetween } from './copies.js';
import type { Workload } from './workload.js';

/** A series of jobs of one kind: every so often, so long, so many stored bytes. */
interface Jobs {
  readonly period: Ms;
  readonly length: Ms;
  readonly bytes: number;
}

/** What a policy does for one service, on average. */
export interface Schedule {
  readonly full: Jobs;
  /** Null for none; the longest, just before the next full copy. */
  readonly differential: Incrementals | null;
  /** Null for none. */
  readonly incremental: Incrementals | null;
  readonly log: Jobs | null;
}

interface Incrementals extends Jobs {
  /** Length of a job that copies what changed over so long. */
  readonly lengthOver: (stretch: number) => number;
}

/** The jobs that a policy sets up for a service, sent from the primary to its first store. */
export function scheduleOf(
  policy: BackupPolicy,
  { workload, rate }: { workload: Workload; rate: number },
): Schedule {
  const reduction = policy.reduction.law.mean;
  const sent = Math.min(policy.throughput.law.mean, rate);
  // Within the storage of the live data nothing moves.
  const sending = (stored: number) => (policy.snapshot ? 0 : (stored / sent) * SECOND);
  const lengthOf = (stored: number) => ms(policy.overhead.law.mean + sending(stored));
  const jobs = (period: Ms, stored: number): Jobs => {
    return { period, length: lengthOf(stored), bytes: stored };
  };
  const { data, writes, service } = workload;
  const change = service.data.change.law.mean;
  const changedIn = (stretch: number) => {
    const written = (writes * stretch) / SECOND;
    return changedBytes({ data, change, written, reduction }, ms(stretch));
  };
  const lengthOver = (stretch: number) => lengthOf(changedIn(stretch));
  const { full, differential, incremental, log } = policy;
  const small = (period: Ms | null, over: Ms) =>
    period === null ? null : { ...jobs(period, changedIn(over)), lengthOver };
  return {
    full: jobs(full, data / reduction),
    differential: small(differential, full),
    incremental: small(incremental, incremental ?? full),
    log: log === null ? null : jobs(log, (writes * log) / SECOND / reduction),
  };
}

/** Rate of a strategy's line to the first store of a policy, in bytes per second. */
export function rateToStore(
  scenario: Scenario,
  { strategy, policy }: { strategy: Strategy; policy: BackupPolicy },
): number {
  return rateBetween(scenario, strategy.primary, policy.store);
}

/**
 * Oldest that the newest usable point becomes when every job succeeds, in ms: at most a period,
 * and, where a point is of its job's beginning, until the next one is complete. When a full copy is
 * due no incremental is taken. One that takes longer than a period leaves a gap of two, and the
 * first incremental on it catches up on all that changed since it began (design §3.2).
 */
export function oldestNewest(schedule: Schedule, asOf: 'start' | 'end'): Ms {
  const { full, log } = schedule;
  // A log goes on whatever else is due.
  if (log) return ms(log.period + log.length);
  const incremental = schedule.incremental ?? schedule.differential;
  if (incremental === null) return ms(runPeriod(full) + (asOf === 'start' ? full.length : 0));
  const period = runPeriod(incremental);
  const { length, lengthOver } = incremental;
  if (full.length > period || full.period % period !== 0) {
    const caughtUp = (Math.ceil(full.length / period) + 1) * period;
    return ms(2 * period + lengthOver(caughtUp));
  }
  if (asOf === 'end') return ms(period + Math.abs(full.length - length));
  return ms(period + Math.max(full.length, length));
}

/** Stored bytes that a restore reads on average: a full copy and half of what builds on it. */
export function restoredBytes({ full, differential, incremental, log }: Schedule): number {
  let { bytes } = full;
  // What changed since the full copy grows from nothing to the most.
  if (differential) bytes += differential.bytes / 2;
  if (incremental) {
    const most = Math.ceil((differential ?? full).period / incremental.period) - 1;
    bytes += (most / 2) * incremental.bytes;
  }
  if (!log) return bytes;
  return bytes + (loggedTime({ full, differential, incremental }) / log.period) * log.bytes;
}

/** How much of the log a restore applies on average, as a stretch of time: half of a period. */
export function loggedTime(schedule: Pick<Schedule, 'full' | 'differential' | 'incremental'>): Ms {
  const { period } = schedule.incremental ?? schedule.differential ?? schedule.full;
  return ms(period / 2);
}

/** Period of the jobs that are run: one that takes longer than its period drops the next. */
function runPeriod({ period, length }: Jobs): number {
  return period * Math.max(1, Math.ceil(length / period));
}
