import type { Bytes, BytesPerSecond, Ms, Share } from '../base/units.js';
import { bytes, DAY } from '../base/units.js';
import { exp, log1p } from '../base/special/elementary.js';
import type { Retention } from './retention.js';
import type { Uncertain } from './uncertain.js';

/** What a store is made of: the rule of 3-2-1 counts different ones. */
export const MEDIA = ['disk', 'object', 'tape'] as const;
export type Medium = (typeof MEDIA)[number];

/** A place that keeps copies, and on which terms. */
export interface BackupStore {
  /** Site where the copies are kept. */
  readonly store: string;
  /** Trust domain that owns the store: the site's, unless another is named. */
  readonly account: string;
  readonly medium: Medium;
  readonly retention: Retention;
  /** For how long after its capture nobody can delete or change a point; null for not at all. */
  readonly immutable: Ms | null;
  /** Whether no credential reaches the copies: tape on a shelf, an air gap. */
  readonly offline: boolean;
  /** Storage class in the price list. */
  readonly storage: string;
}

/** Regular copies of a service's data to a store at a site, and from there to others. */
export interface BackupPolicy extends BackupStore {
  readonly name: string;
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
  /** Period of restore tests, which find points that cannot be restored; null for none. */
  readonly verify: Ms | null;
  /** Further stores: each is sent a point when the store before it has it whole. */
  readonly copies: readonly BackupStore[];
}

/**
 * Stored bytes of a copy of what changed over a stretch of time: data * (1 - (1 - change)^days),
 * capped by what was written in it, after reduction (design §3.2). Where no writes are known (0),
 * what changes is all that is known.
 *
 * @param over length of the stretch, at least 0
 */
export function changedBytes(
  source: { data: number; change: number; written: number; reduction: number },
  over: Ms,
): Bytes {
  const { data, change, written, reduction } = source;
  const untouched = change < 1 ? exp((over / DAY) * log1p(-change)) : 0;
  const most = written > 0 ? written : Infinity;
  return bytes(Math.min(data * (1 - untouched), most) / reduction);
}
