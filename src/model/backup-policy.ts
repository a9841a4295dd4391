import type { Bytes, BytesPerSecond, Ms, Share } from '../base/units.js';
import { bytes, DAY } from '../base/units.js';
import { exp, log1p } from '../base/special/elementary.js';
import type { Uncertain } from './uncertain.js';

/** Regular copies of a service's data to a store at a site. */
export interface BackupPolicy {
  readonly name: string;
  /** Site where the backups are kept. */
  readonly store: string;
  /** Period of full copies. */
  readonly full: Ms;
  /** Period of copies of what changed since the point before; null for full copies only. */
  readonly incremental: Ms | null;
  /** First capture after the start of the horizon; the schedule has been running for ever. */
  readonly offset: Ms;
  /** Part of a job's length that does not depend on its bytes. */
  readonly overhead: Uncertain<Ms>;
  /** Most that a job can send, before the link's own limit. */
  readonly throughput: Uncertain<BytesPerSecond>;
  /** Most that a restore can write at the target, in logical bytes. */
  readonly restoreRate: Uncertain<BytesPerSecond>;
  /** Logical bytes per stored byte: compression and deduplication. */
  readonly reduction: Uncertain<Share>;
  /** Which state a point gives back: that at the job's start (a snapshot) or at its end. */
  readonly asOf: 'start' | 'end';
  /** Chance that a job fails, visibly. */
  readonly jobFailure: Uncertain<Share>;
  /** How long a point is kept; what it builds on is kept as long as it. */
  readonly keep: Ms;
  /** Storage class in the price list. */
  readonly storage: string;
}

/**
 * Stored bytes of a copy of what changed over a stretch of time: data * (1 - (1 - change)^days),
 * capped by what was written in it, after reduction (design §3.2).
 *
 * @param over length of the stretch, at least 0
 */
export function changedBytes(
  source: { data: number; change: number; written: number; reduction: number },
  over: Ms,
): Bytes {
  const { data, change, written, reduction } = source;
  const untouched = change < 1 ? exp((over / DAY) * log1p(-change)) : 0;
  return bytes(Math.min(data * (1 - untouched), written) / reduction);
}
