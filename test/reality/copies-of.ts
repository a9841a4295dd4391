import {
  copyMb,
  COPY_RATE,
  DUMP_RATE,
  dumpMb,
  GOODPUT,
  type Law,
  pgbackrestDuration,
  pgbackrestRate,
  RESTORE_RATE,
} from './calibration.js';
import type { Drill } from './drill.js';
import { logFiles, logMbs, shippedEvery } from './log-of.js';

/** Base backups of a drill as they come out of its parameters; MB, MB/s and s. */
export interface BaseBackup {
  /** What is stored and has to be restored, with the log that is copied along. */
  readonly mb: number;
  /** From its start to its end, and the part of it before the first byte. */
  readonly lasts: number;
  readonly waits: number;
  readonly rate: number;
  readonly asOf: 'start' | 'end';
  readonly restoreRate: Law;
}

/** Share of the checkpoint interval over which a spread checkpoint is written: PostgreSQL's default. */
const SPREAD = 0.9;

export function baseBackup(drill: Drill): BaseBackup {
  if (drill.backup === 'pg_dump') return dump(drill);
  if (drill.backup === 'pgbackrest') return pgbackrest(drill);
  const rate = Math.min(COPY_RATE, linked(drill.toRepository));
  const waits = drill.spreadCheckpoint ? SPREAD * drill.checkpoint : 0;
  const made = logMbs(drill);
  const own = copyMb(drill.sizeMb);
  // The log written meanwhile travels along: lasts = waits + (own + made * lasts) / rate.
  const lasts = made < rate ? (waits + own / rate) / (1 - made / rate) : Infinity;
  const mb = own + made * lasts;
  return { mb, lasts, waits, rate, asOf: 'end', restoreRate: RESTORE_RATE.tar };
}

function dump({ sizeMb, toRepository }: Drill): BaseBackup {
  const rate = Math.min(DUMP_RATE, linked(toRepository));
  const mb = dumpMb(sizeMb);
  return { mb, lasts: mb / rate, waits: 0, rate, asOf: 'start', restoreRate: RESTORE_RATE.dump };
}

/** To a repository on the same machine, whose links carry nothing of it. */
function pgbackrest({ sizeMb, compress }: Drill): BaseBackup {
  const mb = copyMb(sizeMb);
  const lasts = pgbackrestDuration(compress);
  const restoreRate = pgbackrestRate(compress);
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
 *
 * @param written MB/s that the scenario's service writes
 */
export function jobOf(drill: Drill, written: number): Job {
  const { mb, waits, rate, lasts } = baseBackup(drill);
  if (drill.archive === 'none') return { overhead: waits, lasts };
  const link = linked(drill.toRepository);
  const left = link < Infinity ? link - Math.min(written, link / 2) : Infinity;
  const moving = mb / Math.min(rate, left);
  const period = shippedEvery(drill, logFiles(drill));
  const whole = Math.ceil((waits + moving) / period) * period;
  return { overhead: whole - moving, lasts: whole };
}

/** A backup that lasts longer than its interval lets the starts fall out that come meanwhile. */
export function runsIn(lasts: number, interval: number): number {
  return Math.max(1, Math.ceil(lasts / interval));
}

/** What a link of a nominal rate carries; 0 for no limit. */
export function linked(nominal: number): number {
  return nominal > 0 ? GOODPUT * nominal : Infinity;
}
