import { type Ms, ms, SECOND } from '../base/units.js';
import { changedBytes } from '../model/backup-policy.js';
import { dataAt, growthAt } from '../model/service.js';
import { uniformOf } from '../random/draw.js';
import type { Purpose } from '../random/purpose.js';
import { type Chain, keptPoints } from './kept-points.js';
import type { Places } from './places.js';
import type { BackupPlan } from './plan.js';
import type { SiteTimeline } from './site-timeline.js';

/** Full copies in a row of which one is sure to be complete, unless none ever is. */
const SLOTS_SEARCHED = 10_000;

/** A state that backups can give back. */
export interface RecoveryPoint {
  /** The service's data as it was then. */
  readonly captured: Ms;
  /** When it was complete. */
  readonly end: Ms;
  /** Stored bytes to be read: its full copy and every incremental since. */
  readonly bytes: number;
  /** When its full copy was captured. */
  readonly chain: Ms;
}

/** What a series needs to know of the trial; rates in bytes per second. */
export interface SeriesContext {
  readonly trial: number;
  /** When stores are there, and links. */
  readonly sites: SiteTimeline;
  /** When the service is there to be copied. */
  readonly sources: Pick<Places, 'wasAway'>;
  /** Number of the link from a source to the store; -1 within a site. */
  readonly linkFrom: (source: number) => number;
  /** ms since 1970-01-01 UTC of the instant 0. */
  readonly start: number;
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

/** An attack on the store: points whose full copy was captured later than `spared` survive it. */
interface Wipe {
  readonly at: Ms;
  readonly spared: number;
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
  readonly #wipes: Wipe[] = [];

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

  /** Whoever owns the store's account deletes all that is not immutable; the schedule ends. */
  wipe(at: Ms): void {
    this.stop(at);
    this.#wipes.push({ at, spared: at - this.#policy.immutable });
  }

  /** Whether an attack, or the loss of the store, has taken a point that was there. */
  isGone({ captured, end, chain }: RecoveryPoint, at: Ms): boolean {
    if (captured <= this.#context.sites.lastDestroyed(this.#policy.store, at)) return true;
    return this.#wipes.some((wipe) => wipe.at <= at && end <= wipe.at && chain <= wipe.spared);
  }

  /** The newest state that the store gives back at an instant, or null when there is none. */
  newest(at: Ms): RecoveryPoint | null {
    const next: IteratorResult<RecoveryPoint, unknown> = this.points(at).next();
    return next.done === true ? null : next.value;
  }

  /** The states that the store gives back at an instant, newest first, as far as they are asked for. */
  points(at: Ms): Generator<RecoveryPoint> {
    return keptPoints(this.#chains(at), this.#policy.retention, this.#context.start);
  }

  /** What has been stored by an instant and is still there, chain by chain, newest first. */
  *#chains(at: Ms): Generator<Chain> {
    if (this.#context.jobFailure >= 1) return;
    for (let i = this.#stretches.length - 1; i >= 0; i--) {
      const stretch = this.#stretches[i]!;
      const complete = Math.min(at, stretch.to);
      let begun = Infinity;
      for (;;) {
        const base = this.#fullBefore(stretch, Math.min(complete, begun - 1));
        if (!base) break;
        const points = this.#chainOn(stretch, base, { begun, complete });
        // What took a full copy has taken all that is older, too.
        if (this.isGone(points.at(-1)!, at)) return;
        yield { points };
        begun = base.end;
      }
    }
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

  /**
   * A full copy and the incrementals on it that began before and are complete by then, newest first.
   * One that catches up on a long stretch may end after the one that follows it.
   */
  #chainOn(
    stretch: Stretch,
    base: Job,
    by: { begun: number; complete: number },
  ): readonly RecoveryPoint[] {
    const { incremental, full } = this.#policy;
    const chain = base.captured;
    const points: RecoveryPoint[] = [{ captured: chain, end: base.end, bytes: base.bytes, chain }];
    if (incremental === null) return points;
    const draw = { purpose: this.#policy.incrementalFails[this.#service]!, period: incremental };
    let previous = base.start;
    let bytes = base.bytes;
    for (let slot = Math.ceil((base.end - stretch.anchor) / incremental); ; slot++) {
      const start = ms(stretch.anchor + slot * incremental);
      if (start >= by.begun || start > by.complete) break;
      // Where a full copy is due, no incremental is taken.
      if ((start - stretch.anchor) % full === 0) continue;
      const job = this.#incrementalJob(stretch, slot, { start, previous });
      if (!job || job.end > by.complete || !this.#succeeds(job, stretch, draw)) continue;
      previous = start;
      bytes += job.bytes;
      const { captured, end } = job;
      points.push({ captured, end, bytes, chain });
    }
    return points.toReversed().sort((a, b) => b.captured - a.captured);
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
    const { sites, sources, linkFrom, trial, jobFailure } = this.#context;
    const between = { from: job.start, to: job.end };
    if (job.end > stretch.to) return false;
    if (sources.wasAway(stretch.source, between) || sites.wasAway(this.#policy.store, between)) {
      return false;
    }
    const link = linkFrom(stretch.source);
    if (link >= 0 && sites.links.wasAway(link, between)) return false;
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
