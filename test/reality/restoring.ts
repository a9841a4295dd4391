import { INITDB, REPLAY_RATE, STARTUP } from './calibration.js';
import { baseBackup, linked } from './copies-of.js';
import type { Drill } from './drill.js';
import { type LogFiles, logFiles, shippedEvery } from './log-of.js';
import type { Workload } from './workload.js';

/**
 * The backups of a drill as a policy. The repository stands for the host beside it that a restore
 * goes to: what their link carries is what the repository gives.
 */
export function policyOf(drill: Drill, workload: Workload): string {
  const { clock } = workload;
  const { restoreRate } = baseBackup(drill);
  const read = linked(drill.fromRepository);
  return `{
      store: repository, reduction: 1, jobFailure: 0%, keep: 1 year,
      full: ${clock.time(drill.backupInterval)},
      ${jobsText(drill, workload)},
      restoreRate: ${clock.rateLaw(restoreRate)}${read < Infinity ? `, readRate: ${clock.rate(read)}` : ''}
    }`;
}

/** How a copy is made, and its log, whose files a restore is sent as they are. */
function jobsText(drill: Drill, { clock, job }: Workload): string {
  const { asOf, rate } = baseBackup(drill);
  const made = `asOf: ${asOf}, overhead: ${clock.time(job!.overhead)}, throughput: ${clock.rate(rate)}`;
  if (drill.archive === 'none') return made;
  const files = logFiles(drill);
  const { mb, handling, used } = files;
  // The link's part of a fetch is in what is sent.
  const replayed = mb / (handling + used / REPLAY_RATE);
  return `${made}, log: ${clock.time(shippedEvery(drill, files))}, replayRate: ${clock.rate(replayed)}`;
}

/** Seconds to replay a file of the log: it is fetched, then applied. */
function fileCost({ fetch, used }: LogFiles): number {
  return fetch + used / REPLAY_RATE;
}

/** Steps of a restore until the server can be written to. */
export function restoreSteps(drill: Drill, { clock }: Workload): readonly string[] {
  const move = '{ step: copy, phase: restore, moves: backup }';
  if (drill.backup === 'pg_dump') return [step('initdb', 'provision', clock.timeLaw(INITDB)), move];
  const start = step(
    'start',
    'restore',
    clock.timeLaw(STARTUP[drill.backup === 'pgbackrest' ? 'pgbackrest' : 'tar']),
  );
  if (drill.archive === 'none') return [move, start];
  const files = logFiles(drill);
  // The start and the end of a copy close a file each, so that its own log is whole files. Where the
  // log ends by itself its last file is fetched again; where there is a target, that is in mid-file.
  const last = drill.disaster === 'corruption' ? 0.5 : 1;
  const during = Math.ceil(baseBackup(drill).lasts / files.period) + last;
  const own = step('own-log', 'replay', clock.time(during * fileCost(files)));
  // A server that is stopped in order sends its last file before anything else happens.
  const stop = step('stop', 'restore', clock.time(files.send));
  return [...(drill.disaster === 'corruption' ? [stop] : []), move, start, own];
}

function step(name: string, phase: string, takes: string): string {
  return `{ step: ${name}, phase: ${phase}, takes: ${takes} }`;
}
