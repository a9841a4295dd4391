import { inYears, type Ms, ms, SECOND, YEAR } from '../base/units.js';
import { changedBytes } from '../model/backup-policy.js';
import { growthAt } from '../model/service.js';
import type { Purpose } from '../random/purpose.js';
import { settled } from './absences.js';
import { JobFate } from './job-fate.js';
import type { Places } from './places.js';
import type { BackupPlan } from './plan.js';
import type { SiteTimeline } from './site-timeline.js';

/** What a schedule needs to know of the trial; rates in bytes per second. */
export interface SeriesContext {
  readonly trial: number;
  /** When stores are there, and links. */
  readonly sites: SiteTimeline;
  /** When the service is there to be copied. */
  readonly sources: Pick<Places, 'wasAway' | 'within' | 'clearFrom'>;
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
  /** How often a silent fault begins, per year. */
  readonly silentFaults: number;
  /** What a job that begins then sends per second from a source to the store. */
  readonly rateFrom: (source: number, at: Ms) => number;
  /** Whether that changes with time, and whether data or writes may become less. */
  readonly grows: boolean;
  readonly shrinks: boolean;
}

/** What builds on full copies, and jobs of all kinds. */
export const PARTS = ['differential', 'incremental'] as const;
export type Part = (typeof PARTS)[number];
type JobKind = 'full' | Part;

/** A job that left a copy in the store. */
export interface Job {
  readonly captured: Ms;
  readonly start: Ms;
  readonly end: Ms;
  readonly bytes: number;
}

/** A job on top of others, which may yet be lost. */
export interface PartJob extends Job {
  /** When it is; Infinity where it leaves a copy. */
  readonly lost: number;
}

/** Where a schedule runs, and from when to when. */
export interface Run {
  readonly source: number;
  /** A capture of the schedule: the others are whole periods away. */
  readonly anchor: Ms;
  /** First capture that counts; -Infinity for a schedule that has been running for ever. */
  readonly from: number;
  to: number;
}

/**
 * The jobs of a policy for one service from one source. They are never simulated one by one: any of
 * them follows from the schedule, from when source, store and link were there, and from a draw by its
 * number that is the same whoever asks (design §3.2).
 */
export class Schedule {
  readonly run: Run;
  readonly #policy: BackupPlan;
  readonly #context: SeriesContext;
  readonly #draws: Record<JobKind, Purpose>;
  /** What a job sends per second, where that is always the same. */
  readonly #rate: number | null;
  readonly #link: number;
  readonly #fate: JobFate;

  constructor(
    run: Run,
    { policy, service, context }: { policy: BackupPlan; service: number; context: SeriesContext },
  ) {
    this.run = run;
    this.#policy = policy;
    this.#context = context;
    this.#draws = {
      full: policy.fullFails[service]!,
      differential: policy.differentialFails[service]!,
      incremental: policy.incrementalFails[service]!,
    };
    this.#rate = context.grows ? null : context.rateFrom(run.source, ms(0));
    this.#link = context.linkFrom(run.source);
    this.#fate = new JobFate(run, { policy, context });
  }

  /** The full copy of a slot; null where none was taken or left. */
  full(slot: number): Job | null {
    const { full, snapshot } = this.#policy;
    const start = ms(this.run.anchor + slot * full);
    // What stays within the storage holds only what is written over it.
    const bytes = snapshot ? this.#changed(start, full) : this.#whole(start);
    const length = this.#lengthOf(bytes, start);
    // What lasts longer than its period lets as many of those after it fall out.
    if (slot % Math.max(1, Math.ceil(length / full)) !== 0) return null;
    const job = this.#job(start, length, bytes);
    return this.#fate.succeeds(job, this.#draws.full, full) ? job : null;
  }

  /** Start of an incremental's slot. */
  startOf(slot: number): Ms {
    return this.startOfPart('incremental', slot);
  }

  /** Start of a slot of what builds on full copies. */
  startOfPart(kind: Part, slot: number): Ms {
    return ms(this.run.anchor + slot * this.#policy[kind]!);
  }

  /**
   * What a slot copies of what changed since another job began; null where nothing began, or where
   * it failed as it did.
   */
  part(kind: Part, slot: number, since: Ms): PartJob | null {
    const start = this.startOfPart(kind, slot);
    const isDue = kind === 'incremental' ? this.#isDue(slot, start) : this.#isNext(slot, start);
    if (!isDue) return null;
    const bytes = this.#changed(start, ms(start - since));
    const job = this.#job(start, this.#lengthOf(bytes, start), bytes);
    const lost = this.#fate.lostAt(job, this.#draws[kind], this.#policy[kind]!);
    return lost > start ? { ...job, lost } : null;
  }

  /** The first slot from an instant on, and the last one up to one. */
  slotFrom(instant: number, kind: Part = 'incremental'): number {
    return Math.ceil((instant - this.run.anchor) / this.#policy[kind]!);
  }
  slotUpTo(instant: number, kind: Part = 'incremental'): number {
    return Math.floor((instant - this.run.anchor) / this.#policy[kind]!);
  }

  /** The incremental of a slot on what was captured before; null where none was taken or left. */
  incremental(slot: number, previous: Ms): Job | null {
    const start = this.startOf(slot);
    if (!this.#isDue(slot, start)) return null;
    const bytes = this.#changed(start, ms(start - previous));
    const job = this.#job(start, this.#lengthOf(bytes, start), bytes);
    const period = this.#policy.incremental!;
    return this.#fate.succeeds(job, this.#draws.incremental, period) ? job : null;
  }

  /**
   * Whether the incremental of a slot is complete by an instant whatever came before it.
   *
   * @param base the start of its full copy, which is the most that it may have to catch up on
   */
  isSure(slot: number, { base, complete }: { base: Ms; complete: number }): boolean {
    const start = this.startOf(slot);
    if (!this.#isDue(slot, start)) return false;
    const job = this.#job(start, this.longest(start, base), 0);
    if (job.end > complete) return false;
    return this.#fate.succeeds(job, this.#draws.incremental, this.#policy.incremental!);
  }

  /** Whether later jobs of a stretch last no less than earlier ones with as much to catch up on. */
  isMonotone(from: Ms, to: Ms): boolean {
    return !this.#context.shrinks || Math.floor(inYears(from)) === Math.floor(inYears(to));
  }

  /** Most that an incremental may last that starts then, on a full copy of that start. */
  longest(start: Ms, base: Ms): Ms {
    return this.#lengthOf(this.#changed(start, ms(start - base)), start);
  }

  /** Most that any job may last that starts before an instant: as long as a full copy. */
  longestBefore(instant: Ms): number {
    return Math.max(...this.#yearsUpTo(instant).map((at) => this.#lengthOf(this.#whole(at), at)));
  }

  /** Most stored bytes of any job that starts before an instant. */
  mostBefore(instant: Ms): number {
    return Math.max(...this.#yearsUpTo(instant).map((at) => this.#whole(at)));
  }

  /** Where data shrinks there was more a year before; what is longer ago has long been over. */
  #yearsUpTo(instant: Ms): readonly Ms[] {
    return [instant, ms(instant - YEAR)];
  }

  /** Stored bytes of all the data. */
  #whole(at: Ms): number {
    return this.#dataAt(at) / this.#context.reduction;
  }

  /**
   * Bytes of the incrementals between two captures where they add up whatever jobs were lost: as long
   * as what was written is all that changed; null where that does not hold.
   */
  written(from: Ms, to: Ms): number | null {
    const { change, growth, writes, reduction } = this.#context;
    if (writes === 0 || growthAt(growth, from) !== growthAt(growth, to)) return null;
    const written = (writes * growthAt(growth, to) * (to - from)) / SECOND;
    const changed = changedBytes(
      { data: this.#dataAt(to), change, written: Infinity, reduction: 1 },
      ms(to - from),
    );
    // A share of the data that changes grows ever slower: if all of it is more, each part is.
    return written <= changed ? written / reduction : null;
  }

  /** Logical bytes per stored byte. */
  get reduction(): number {
    return this.#context.reduction;
  }

  /** Number of the first log of the schedule; -Infinity for one that has been running for ever. */
  get firstLog(): number {
    const { from, anchor } = this.run;
    return Math.ceil((from - anchor) / this.#policy.log!);
  }

  /** Number of the newest log taken up to an instant, and when one was. */
  logUpTo(instant: number): number {
    return Math.floor((instant - this.run.anchor) / this.#policy.log!);
  }
  logCaptured(slot: number): Ms {
    return ms(this.run.anchor + slot * this.#policy.log!);
  }

  /** Logical bytes of the log of a stretch of time. */
  loggedBytes(from: Ms, to: Ms): number {
    const { writes, growth } = this.#context;
    return (writes * growthAt(growth, to) * (to - from)) / SECOND;
  }

  /**
   * When the log of a slot is complete in the store: it is sent as soon as source, store and link
   * are there for long enough. Infinity where the schedule ended before.
   */
  logEnd(slot: number): number {
    const { sites, sources, reduction } = this.#context;
    const captured = this.logCaptured(slot);
    const bytes = this.loggedBytes(ms(captured - this.#policy.log!), captured) / reduction;
    const length = ms(Math.ceil((bytes / this.#rateAt(captured)) * SECOND));
    const start = settled(captured, [
      (at) => sources.clearFrom(this.run.source, at, length),
      (at) => sites.clearFrom(this.#policy.store, at, length),
      (at) => (this.#link < 0 ? at : sites.links.clearFrom(this.#link, at, length)),
    ]);
    const end = start + length;
    return end > this.run.to ? Infinity : end;
  }

  /** Where a full copy is due no incremental is taken, nor while the last one still runs. */
  #isDue(slot: number, start: Ms): boolean {
    const { full, differential, incremental } = this.#policy;
    if ((start - this.run.anchor) % full === 0) return false;
    if (differential !== null && (start - this.run.anchor) % differential === 0) return false;
    const usual = this.#lengthOf(this.#changed(start, incremental!), start);
    return slot % Math.max(1, Math.ceil(usual / incremental!)) === 0;
  }

  /** The same for a differential, which holds all since the full copy was due. */
  #isNext(slot: number, start: Ms): boolean {
    const { full, differential } = this.#policy;
    const since = start - this.run.anchor - Math.floor((start - this.run.anchor) / full) * full;
    if (since === 0) return false;
    const usual = this.#lengthOf(this.#changed(start, ms(since)), start);
    return slot % Math.max(1, Math.ceil(usual / differential!)) === 0;
  }

  #job(start: Ms, length: Ms, bytes: number): Job {
    const end = ms(start + length);
    return { start, end, bytes, captured: this.#policy.asOf === 'start' ? start : end };
  }

  #lengthOf(bytes: number, at: Ms): Ms {
    if (this.#policy.snapshot) return ms(Math.ceil(this.#context.overhead));
    return ms(Math.ceil(this.#context.overhead + (bytes / this.#rateAt(at)) * SECOND));
  }

  #rateAt(at: Ms): number {
    return this.#rate ?? this.#context.rateFrom(this.run.source, at);
  }

  #changed(at: Ms, over: Ms): number {
    const { change, growth, writes, reduction } = this.#context;
    const written = (writes * growthAt(growth, at) * over) / SECOND;
    return changedBytes({ data: this.#dataAt(at), change, written, reduction }, over);
  }

  #dataAt(at: Ms): number {
    return this.#context.size * growthAt(this.#context.growth, at);
  }
}
