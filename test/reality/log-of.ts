import { fileTime, logBytes, segmentMb } from './calibration.js';
import type { Drill } from './drill.js';

/** MB of log that a drill's workload makes per second, without bursts and before files are closed early. */
export function logMbs({ commitsPerSecond, payloadBytes, updates }: Drill): number {
  return (commitsPerSecond * logBytes(payloadBytes, updates)) / 1e6;
}

/** How the log of a drill is kept, in files that are closed when full or when the time is up. */
export interface LogFiles {
  /** Seconds from one file to the next. */
  readonly period: number;
  /** MB of a file, which is sent and fetched whole however much of it is used. */
  readonly mb: number;
  /** Seconds to send a file, and to fetch it for a replay, one at a time. */
  readonly send: number;
  readonly fetch: number;
  /** The part of that which is not spent on the link. */
  readonly handling: number;
  /** MB in use of a file. */
  readonly used: number;
}

export function logFiles(drill: Drill): LogFiles {
  const { segmentMib, archiveTimeout, backupInterval, toRepository, fromRepository } = drill;
  const mb = segmentMb(segmentMib);
  const made = logMbs(drill);
  const full = mb / made;
  const send = fileTime('archive', segmentMib, toRepository);
  const timed = archiveTimeout > 0 ? Math.min(full, archiveTimeout) : full;
  // A base backup closes one, too; a scenario wants the log to be sent more often than that.
  const closed = Math.min(timed, 0.999 * backupInterval);
  // Files go one after the other: what cannot be sent in time makes the next one wait.
  const waits = drill.archive !== 'receivewal' && send < backupInterval;
  const period = waits ? Math.max(closed, send) : closed;
  const fetch = fileTime('restore', segmentMib, fromRepository);
  const handling = fileTime('restore', segmentMib, 0);
  return { period, mb, send, fetch, handling, used: Math.min(mb, period * made) };
}

/** MB per second that an archive is sent; 0 for none. */
export function archivedMbs(drill: Drill): number {
  if (drill.archive === 'none') return 0;
  const { mb, period } = logFiles(drill);
  return mb / period;
}

/** What a stream of the log is behind, in s. */
const STREAM = 0.001;

/** Seconds from one sending to the next: a stream, and a server stopped in order, leave nothing behind. */
export function shippedEvery({ archive, disaster }: Drill, { period }: LogFiles): number {
  return archive === 'receivewal' || disaster === 'corruption' ? STREAM : period;
}
