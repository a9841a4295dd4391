import type { Bytes, BytesPerSecond, Ms, PerYear, Share } from '../base/units.js';
import { bytes, DAY } from '../base/units.js';
import { exp, log1p } from '../base/special/elementary.js';
import { joins, type Link } from './link.js';
import type { Retention } from './retention.js';
import type { Uncertain } from './uncertain.js';

/** 1970-01-01, Monday is 0. */
const THURSDAY = 3;

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
  /** From asking for a copy until its first byte can be read: thaw, or a courier with tapes. */
  readonly retrieve: Uncertain<Ms>;
  /** Most that the store gives, in stored bytes; null where something else limits it. */
  readonly readRate: Uncertain<BytesPerSecond> | null;
  /** Whether a restore reads everything first and only then writes it. */
  readonly serial: boolean;
  /** Storage class in the price list. */
  readonly storage: string;
}

/** A store that is sent the points of the one before it. */
export interface FurtherStore extends BackupStore {
  /** Of the full copies the first of each stretch of this length alone; null for every point. */
  readonly every: Ms | null;
  /** How long a point waits in the store before until it is sent. */
  readonly hold: Ms;
  /** How long it is on its way, whatever its size: a courier. Null where a link carries it. */
  readonly takes: Ms | null;
}

/** Hours of the week, UTC, in which jobs may run. */
export interface JobWindow {
  /** ms after midnight; up to or past midnight where `to` is not later than `from`. */
  readonly from: Ms;
  readonly to: Ms;
  /** Days on which it opens, Monday is 0. */
  readonly days: readonly number[];
}

/**
 * Whether a job fits into a window: it begins while that is open and ends before it closes.
 *
 * @param job in ms since the start of the scenario
 * @param start of the scenario, ms since 1970-01-01 UTC
 */
export function isOpen(
  { from, to, days }: JobWindow,
  job: { start: Ms; end: Ms },
  start: number,
): boolean {
  const begin = start + job.start;
  const length = to > from ? to - from : to - from + DAY;
  const today = Math.floor(begin / DAY);
  // One that opened the evening before may still be open.
  return [today, today - 1].some((day) => {
    const opens = day * DAY + from;
    const weekday = (((day + THURSDAY) % 7) + 7) % 7;
    return days.includes(weekday) && opens <= begin && start + job.end <= opens + length;
  });
}

/** Regular copies of a service's data to a store at a site, and from there to others. */
export interface BackupPolicy extends BackupStore {
  readonly name: string;
  /** Period of full copies. */
  readonly full: Ms;
  /** Period of copies of what changed since the full copy; null for none. */
  readonly differential: Ms | null;
  /** Period of copies of what changed since the point before; null for none. */
  readonly incremental: Ms | null;
  /** Period in which the log of all writes is sent, which gives back any instant; null for none. */
  readonly log: Ms | null;
  /** Logical bytes of log that a restore applies per second. */
  readonly replayRate: Uncertain<BytesPerSecond>;
  /** When full, differential and incremental copies may be taken; null for always. */
  readonly window: JobWindow | null;
  /** Whether copies stay within the storage of the live data, so that no bytes move. */
  readonly snapshot: boolean;
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
  /** How often a fault begins that nobody sees and that spoils every later point. */
  readonly silentFaults: Uncertain<PerYear>;
  /** Period of restore tests, which find such a fault and mend it; null for none. */
  readonly verify: Ms | null;
  /** Restores that may turn out bad before only a point that passed a restore test is tried. */
  readonly tries: number;
  /** Further stores: each is sent a point when the store before it has it whole. */
  readonly copies: readonly FurtherStore[];
}

/**
 * Number, among the stores of a policy, of the one that a further store is sent points from: the
 * nearest before it that a link joins or that a courier comes from. Undefined for none.
 *
 * @param number of the further store among the policy's stores; the first store is 0
 */
export function sentFrom(
  policy: BackupPolicy,
  number: number,
  links: readonly Link[],
): number | undefined {
  const stores: readonly BackupStore[] = [policy, ...policy.copies];
  const { store, takes } = policy.copies[number - 1]!;
  const before = stores.slice(0, number).findLastIndex((other) => {
    if (takes !== null || other.store === store) return true;
    return links.some((link) => joins(link, other.store, store));
  });
  return before < 0 ? undefined : before;
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
