import { ms } from '../../src/base/units.js';
import { restOf } from '../../src/simulate/link-share.js';
import {
  copyMb,
  COPY_RATE,
  DUMP_RATE,
  dumpMb,
  GOODPUT,
  type Law,
  pgbackrestDuration,
  pgbackrestRates,
  RESTORE_RATE,
  segmentMb,
} from './calibration.js';
import type { Drill } from './drill.js';
import { archivedMbs, logFiles, logMbs, shippedEvery } from './log-of.js';

/** Base backups of a drill as they come out of its parameters; MB, MB/s and s. */
export interface BaseBackup {
  /** What is stored and has to be restored, with the log that is copied along. */
  readonly mb: number;
  /** From its start to its end, and the part of it before the first byte. */
  readonly lasts: number;
  readonly waits: number;
  readonly rate: number;
  readonly asOf: 'start' | 'end';
  readonly restoreRate: Law | readonly [least: number, most: number];
}

/** Share of the checkpoint interval over which a spread checkpoint is written: PostgreSQL's default. */
const SPREAD = 0.9;

export function baseBackup(drill: Drill): BaseBackup {
  if (drill.backup === 'pg_dump') return dump(drill);
  if (drill.backup === 'pgbackrest') return pgbackrest(drill);
  const rate = Math.min(COPY_RATE, linked(drill.toRepository));
  const waits = drill.spreadCheckpoint ? SPREAD * drill.checkpoint : 0;
  const archives = drill.archive !== 'none';
  // Files that an archive has closed early travel whole.
  const made = archives ? archivedMbs(drill) : logMbs(drill);
  const own = copyMb(drill.sizeMb) + insertedBefore(drill);
  const file = segmentMb(drill.segmentMib);
  // The log written meanwhile travels along, in whole files, and the archive beside it. With an
  // archive a backup is complete when its last file has been archived.
  const left = leftOf(rate, archives ? [made, made] : [made]);
  const sent = archives ? logFiles(drill).send : 0;
  const lasts = (waits * rate + own + file / 2) / left + sent;
  const mb = own + Math.ceil((made * lasts) / file) * file;
  return { mb, lasts, waits, rate, asOf: 'end', restoreRate: RESTORE_RATE.tar };
}

/** What a link leaves to one that takes all it can get, as the product shares links. */
function leftOf(rate: number, wanted: readonly number[]): number {
  const users = wanted.filter((one) => one > 0).map((one) => ({ rate: one, growth: 0 }));
  return restOf(rate, users, ms(0));
}

/** From the beginning of the workload until the first backup, or until the waiting begins, in s. */
export const LEAD = 2;

/** MB that the workload has inserted when the first backup begins. */
function insertedBefore({ commitsPerSecond, payloadBytes }: Drill): number {
  return (LEAD * commitsPerSecond * payloadBytes) / 1e6;
}

function dump({ sizeMb, toRepository }: Drill): BaseBackup {
  const rate = Math.min(DUMP_RATE, linked(toRepository));
  const mb = dumpMb(sizeMb);
  return { mb, lasts: mb / rate, waits: 0, rate, asOf: 'start', restoreRate: RESTORE_RATE.dump };
}

/** To a repository on the same machine, whose links carry nothing of it. */
function pgbackrest({ sizeMb, compress, processes }: Drill): BaseBackup {
  const mb = copyMb(sizeMb);
  const lasts = pgbackrestDuration(compress);
  const restoreRate = pgbackrestRates(compress, processes);
  return { mb, lasts, waits: 0, rate: mb / lasts, asOf: 'end', restoreRate };
}

/** A job of the scenario, in s. */
export interface Job {
  readonly overhead: number;
  readonly lasts: number;
}

/**
 * How long the scenario has a base backup last. The end of a backup closes a file of the log, so that
 * a job of the scenario, whose log is sent at whole periods from the job's start, lasts whole periods.
 */
export function jobOf(drill: Drill): Job {
  const { mb, waits, rate, lasts } = baseBackup(drill);
  if (drill.archive === 'none') return { overhead: waits, lasts };
  const link = linked(drill.toRepository);
  const moving = mb / Math.min(rate, leftOf(link, [archivedMbs(drill)]));
  const period = shippedEvery(drill, logFiles(drill));
  const whole = Math.ceil((waits + moving) / period) * period;
  return { overhead: whole - moving, lasts: whole };
}

/**
 * Seconds until a replica of a drill with an archive has received what was written by some time
 * since the first backup: it falls behind while whole files are more than its link carries.
 */
export function backlogTime(drill: Drill, since: number): number {
  const rate = linked(drill.toReplica);
  const written = archivedMbs(drill) * (LEAD + baseBackup(drill).lasts + since);
  return Math.max(0, written / rate - (LEAD + baseBackup(drill).lasts + since));
}

/** What a link of a nominal rate carries; 0 for no limit. */
export function linked(nominal: number): number {
  return nominal > 0 ? GOODPUT * nominal : Infinity;
}
