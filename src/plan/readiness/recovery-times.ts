import { type Ms, ms, SECOND } from '../../base/units.js';
import type { BackupPolicy } from '../../model/backup-policy.js';
import type { Step } from '../../model/runbook.js';
import { type Detection, silentHostDetection, type Strategy } from '../../model/strategy.js';
import { loggedTime, restoredBytes, type Schedule } from './backup-jobs.js';
import { span } from './words.js';

/** Mean times of a way back, in ms. */
export interface RecoveryTime {
  readonly notice: Ms;
  readonly decide: Ms;
  /** All steps, with what moves data. */
  readonly steps: Ms;
  /** What of the steps moves data. */
  readonly moving: Ms;
}

/** From the strike until traffic is accepted, in ms. */
export function totalOf({ notice, decide, steps }: RecoveryTime): Ms {
  return ms(notice + decide + steps);
}

/** `1.4 min to notice, 1.6 h to decide, 3.5 h for its steps` */
export function partsText({ notice, decide, steps, moving }: RecoveryTime): string {
  const parts: readonly (readonly [Ms, string])[] = [
    [notice, 'to notice'],
    [decide, 'to decide'],
    [ms(steps - moving), moving > 0 ? 'for other steps' : 'for its steps'],
    [moving, 'to move the data'],
  ];
  return parts
    .filter(([time]) => time > 0)
    .map(([time, what]) => `${span(time)} ${what}`)
    .join(', ');
}

/** From the strike until a standby accepts traffic, on average. */
export function failoverTime({ detection, decision, failover }: Strategy): RecoveryTime {
  return {
    notice: noticed(detection),
    decide: ms(failover.automatic ? 0 : decision.law.mean),
    steps: ms(stepsTime(failover.steps)),
    moving: ms(0),
  };
}

/**
 * From the strike until a restored service accepts traffic, on average, with nobody else on the
 * line. Moving lasts as long as the slower of the line and the target.
 *
 * @param of `rate` of the line from the store to where the service restarts; logical `data`
 */
export function restoreTime(
  { detection, decision, restore }: Strategy,
  policy: BackupPolicy,
  of: { schedule: Schedule; rate: number; data: number },
): RecoveryTime {
  const moves = restore.steps.filter(({ does }) => does.kind === 'moves').length;
  const moving = ms(moves * (readingTime(policy, of) + replayTime(policy, of.schedule)));
  return {
    notice: noticed(detection),
    decide: ms(decision.law.mean),
    steps: ms(stepsTime(restore.steps) + moving),
    moving,
  };
}

/** To read a recovery point and to write it, in ms. */
function readingTime(
  { snapshot, readRate, restoreRate, serial, retrieve }: BackupPolicy,
  { schedule, rate, data }: { schedule: Schedule; rate: number; data: number },
): number {
  if (snapshot) return 0;
  const read = restoredBytes(schedule) / Math.min(rate, readRate?.law.mean ?? Infinity);
  const write = data / restoreRate.law.mean;
  return retrieve.law.mean + (serial ? read + write : Math.max(read, write)) * SECOND;
}

/** To apply the log that a restore needs on average, in ms. */
function replayTime({ replayRate, reduction }: BackupPolicy, schedule: Schedule): number {
  const { log } = schedule;
  if (!log) return 0;
  const logged = (log.bytes / log.period) * loggedTime(schedule) * reduction.law.mean;
  return (logged / replayRate.law.mean) * SECOND;
}

function noticed(detection: Detection): Ms {
  if (detection.kind === 'after') return ms(detection.time.law.mean);
  return ms(silentHostDetection(detection, detection.phase ?? detection.interval / 2));
}

function stepsTime(steps: readonly Step[]): number {
  return steps.reduce((sum, { does }) => sum + (does.kind === 'takes' ? does.time.law.mean : 0), 0);
}
