import { type Ms, ms, SECOND } from '../base/units.js';
import { changedBytes } from '../model/backup-policy.js';
import { dataAt, growthAt } from '../model/service.js';
import { uniformOf } from '../random/draw.js';
import type { Purpose } from '../random/purpose.js';
import type { BackupPlan } from './plan.js';
import type { SiteTimeline } from './site-timeline.js';

/** Full copies in a row of which one is sure to be complete, unless none ever is. */
const SLOTS_SEARCHED = 10_000;

/** A state that backups can give back. */
export interface RecoveryPoint {
  /** The service's data as it was then. */
  readonly captured: Ms;
  /** Stored bytes to be read: its full copy and every incremental since. */
  readonly bytes: number;
}

/** What a series needs to know of the trial; rates in bytes per second. */
export interface SeriesContext {
  readonly trial: number;
  readonly sites: SiteTimeline;
  /** Logical bytes kept at the start, and yearly growth. */
  readonly size: number;
  readonly growth: number;
  readonly change: number;
  readonly writes: number;
  readonly reduction: number;
  readonly overhead: number;
  readonly jobFailure: number;
  /** What a job sends per second from a source to the store. */
  readonly rateFrom: (source: number) => number;
}

/** A stretch of time in which the schedule runs from one source into one store. */
interface Stretch {
  readonly source: number;
  /** A capture of the schedule: the others are whole periods away. */
  readonly anchor: Ms;
  /** First capture that counts; -Infinity for a schedule that has been running for ever. */
  readonly from: number;
  to: number;
}

interface Job {
  readonly captured: Ms;
  readonly start: Ms;
  readonly end: Ms;
  readonly bytes: number;
}

/**
 * The backups of one service under one policy. Jobs are never simulated one by one: what stands in
 * the store at an instant follows from the schedule, from when source and store were there, and
 * from draws by job number that are the same whoever asks (design §3.2).
 */
export class BackupSeries {
  readonly #policy: BackupPlan;
  readonly #service: number;
  readonly #context: SeriesContext;
  readonly #stretches: Stretch[];

  constructor(start: {
    policy: BackupPlan;
    service: number;
    source: number;
    context: SeriesContext;
  }) {
    this.#policy = start.policy;
    this.#service = start.service;
    this.#context = start.context;
    this.#stretches = [
      { source: start.source, anchor: start.policy.offset, from: -Infinity, to: Infinity },
    ];
  }

  get running(): boolean {
    return this.#stretches.at(-1)!.to === Infinity;
  }

  /** The schedule ends: its source or its store is lost. Jobs under way are worthless. */
  stop(at: Ms): void {
    const last = this.#stretches.at(-1)!;
    if (last.to === Infinity) last.to = at;
  }

  /** The schedule begins anew with a full copy now. */
  restart(at: Ms, source: number): void {
    this.stop(at);
    this.#stretches.push({ source, anchor: at, from: at, to: Infinity });
  }

  /**
   * The newest state that the store gives back at an instant, or null when there is none. It is kept
   * however old it is: retention makes room for newer points and never takes away the last one.
   */
  newest(at: Ms): RecoveryPoint | null {
    if (this.#context.jobFailure >= 1) return null;
    const wiped = this.#context.sites.lastDestroyed(this.#policy.store, at);
    for (let i = this.#stretches.length - 1; i >= 0; i--) {
      const point = this.#newestOf(this.#stretches[i]!, at);
      if (!point) continue;
      // What was complete at the very instant at which the store was destroyed is gone with it.
      return point.captured > wiped ? point : null;
    }
    return null;
  }

  #newestOf(stretch: Stretch, when: Ms): RecoveryPoint | null {
    const at = Math.min(when, stretch.to);
    const base = this.#fullBefore(stretch, at);
    if (!base) return null;
    const chain = this.#chainOn(stretch, base, { begun: Infinity, complete: at });
    if (this.#policy.incremental === null) return chain;
    // While a long full copy runs, incrementals still build on the one before.
    const before = this.#fullBefore(stretch, base.end - 1);
    if (!before) return chain;
    const older = this.#chainOn(stretch, before, { begun: base.end, complete: at });
    return older.captured > chain.captured ? older : chain;
  }

  /** The newest full copy that was complete at an instant, however old: what builds on it keeps it. */
  #fullBefore(stretch: Stretch, complete: number): Job | null {
    const { full } = this.#policy;
    const newest = Math.floor((complete - stretch.anchor) / full);
    for (let slot = newest; slot > newest - SLOTS_SEARCHED; slot--) {
      if (stretch.anchor + slot * full < stretch.from) return null;
      const job = this.#fullJob(stretch, slot);
      if (job && job.end <= complete) return job;
    }
    return null;
  }

  #fullJob(stretch: Stretch, slot: number): Job | null {
    const { full } = this.#policy;
    const start = ms(stretch.anchor + slot * full);
    const bytes = this.#dataAt(start) / this.#context.reduction;
    const length = this.#lengthOf(bytes, stretch.source);
    if (slot % Math.max(1, Math.ceil(length / full)) !== 0) return null;
    const job = this.#job({ start, length, bytes });
    const draw = { purpose: this.#policy.fullFails[this.#service]!, period: full };
    return this.#succeeds(job, stretch, draw) ? job : null;
  }

  /** The newest of the incrementals on a full copy that began before and are complete by then. */
  #chainOn(stretch: Stretch, base: Job, by: { begun: number; complete: number }): RecoveryPoint {
    const { incremental, full } = this.#policy;
    let newest: RecoveryPoint = { captured: base.captured, bytes: base.bytes };
    if (incremental === null) return newest;
    const draw = { purpose: this.#policy.incrementalFails[this.#service]!, period: incremental };
    let previous = base.start;
    let bytes = base.bytes;
    for (let slot = Math.ceil((base.end - stretch.anchor) / incremental); ; slot++) {
      const start = ms(stretch.anchor + slot * incremental);
      if (start >= by.begun || start > by.complete) return newest;
      // Where a full copy is due, no incremental is taken.
      if ((start - stretch.anchor) % full === 0) continue;
      const job = this.#incrementalJob(stretch, slot, { start, previous });
      if (!job || job.end > by.complete || !this.#succeeds(job, stretch, draw)) continue;
      previous = start;
      bytes += job.bytes;
      // One that catches up on a long stretch may end after the one that follows it.
      if (job.captured > newest.captured) newest = { captured: job.captured, bytes };
    }
  }

  #incrementalJob(stretch: Stretch, slot: number, of: { start: Ms; previous: Ms }): Job | null {
    const incremental = this.#policy.incremental!;
    const usual = this.#lengthOf(this.#changed(of.start, incremental), stretch.source);
    if (slot % Math.max(1, Math.ceil(usual / incremental)) !== 0) return null;
    const bytes = this.#changed(of.start, ms(of.start - of.previous));
    return this.#job({ start: of.start, length: this.#lengthOf(bytes, stretch.source), bytes });
  }

  #job({ start, length, bytes }: { start: Ms; length: number; bytes: number }): Job {
    const end = ms(start + length);
    return { start, end, bytes, captured: this.#policy.asOf === 'start' ? start : end };
  }

  #succeeds(job: Job, stretch: Stretch, draw: { purpose: Purpose; period: Ms }): boolean {
    const { sites, trial, jobFailure } = this.#context;
    const between = { from: job.start, to: job.end };
    if (job.end > stretch.to) return false;
    if (sites.wasAway(stretch.source, between) || sites.wasAway(this.#policy.store, between)) {
      return false;
    }
    if (jobFailure === 0) return true;
    // The slot counts from the horizon's start, so a restarted schedule keeps the same luck.
    const slot = Math.floor(job.start / draw.period);
    return uniformOf(draw.purpose, trial, slot) >= jobFailure;
  }

  #lengthOf(bytes: number, source: number): number {
    const { overhead, rateFrom } = this.#context;
    return Math.ceil(overhead + (bytes / rateFrom(source)) * SECOND);
  }

  #changed(at: Ms, over: Ms): number {
    const { change, growth, writes, reduction } = this.#context;
    const written = (writes * growthAt(growth, at) * over) / SECOND;
    return changedBytes({ data: this.#dataAt(at), change, written, reduction }, over);
  }

  #dataAt(at: Ms): number {
    return dataAt(this.#context, at);
  }
}
