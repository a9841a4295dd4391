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
import { logMbs } from './log-of.js';

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

/** What a link of a nominal rate carries; 0 for no limit. */
export function linked(nominal: number): number {
  return nominal > 0 ? GOODPUT * nominal : Infinity;
}
