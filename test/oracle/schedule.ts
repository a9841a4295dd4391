import { type Ms, ms, SECOND } from '../../src/base/units.js';
import { changedBytes } from '../../src/model/backup-policy.js';
import { growthAt } from '../../src/model/service.js';
import { uniformOf } from '../../src/random/draw.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { jobRate } from './job-rate.js';
import { isThere } from './presence.js';
import {
  linkOf,
  placeIsUp,
  siteIsUp,
  sizeAt,
  type Slow,
  type SlowService,
  WHEN,
} from './slow-state.js';
import { pruned } from './pruning.js';

/** A job that has begun. */
export interface Job {
  readonly full: Job | null;
  /** What it adds to: the full copy or the incremental before; null for a full copy. */
  readonly base: Job | null;
  readonly start: number;
  readonly end: number;
  readonly captured: number;
  /** Of its own, and with all that it builds on. */
  readonly bytes: number;
  readonly inAll: number;
  state: 'runs' | 'failed' | 'done';
  /** Whether it can be restored: it is done, and all that it builds on. */
  stands: boolean;
}

/** A state that stands in a store. */
export interface Point {
  readonly captured: Ms;
  /** When it was complete, and what it builds on. */
  readonly end: number;
  readonly full: Job;
  /** Stored bytes of its full copy and all since. */
  readonly bytes: number;
  readonly job: Job;
  /** Whether the store has lost it, to an attack or with all that it held; what is pruned is read on. */
  gone: boolean;
}

/** The jobs of one policy from one source, until its source or store is lost. */
interface Run {
  readonly source: number;
  readonly anchor: number;
  readonly jobs: Job[];
  newestFull: Job | null;
  /** Jobs under way. */
  running: Job[];
  over: boolean;
}

/** All backups of one service under one policy: every job begins and ends as an event. */
export class Schedule {
  /** All that ever stood there. */
  readonly #all: Point[] = [];
  #points: Point[] = [];
  readonly #slow: Slow;
  readonly #service: SlowService;
  readonly #policy: BackupPlan;
  #run: Run;

  /** @param since an instant from which on to follow a schedule that has been running for ever */
  constructor(
    slow: Slow,
    service: SlowService,
    { policy, since }: { policy: BackupPlan; since: number },
  ) {
    this.#slow = slow;
    this.#service = service;
    this.#policy = policy;
    this.#run = newRun(slow.strategy.primary, policy.offset);
    this.#book(this.#run, since);
  }

  /** What the store holds, newest first, as pruned when the last backup was complete. */
  get points(): readonly Point[] {
    return pruned(this.#points, this.#policy.retention, this.#slow.plan.scenario.start);
  }

  get runs(): boolean {
    return !this.#run.over;
  }

  /** What runs now is worthless, and nothing follows. */
  end(): void {
    this.#run.over = true;
    this.#failAll();
  }

  beginAnew(source: number): void {
    const now = this.#slow.future.now;
    this.end();
    this.#run = newRun(source, now);
    this.#book(this.#run, now);
  }

  /** A place, the store or the link has gone: what runs over it fails. */
  interrupt(): void {
    if (!this.#canRun()) this.#failAll();
  }

  #failAll(): void {
    for (const job of this.#run.running) job.state = 'failed';
    this.#run.running = [];
  }

  /** Takes points from the store for which it does not spare them. */
  lose(spares: (point: Point) => boolean): void {
    for (const point of this.#all) if (!spares(point)) point.gone = true;
    this.#points = this.#points.filter(({ gone }) => !gone);
  }

  #canRun(): boolean {
    const { source } = this.#run;
    const { store } = this.#policy;
    const link = linkOf(this.#slow, source, store);
    return (
      placeIsUp(this.#slow, this.#service, source) &&
      siteIsUp(this.#slow, store) &&
      (link < 0 || isThere(this.#slow.links[link]!, this.#slow.future.now))
    );
  }

  #book(run: Run, since: number): void {
    const { full, incremental } = this.#policy;
    const each = (
      period: number,
      takes: (at: number, slot: number) => boolean,
      begin: () => void,
    ) => {
      const due = (first: number): void => {
        let slot = first;
        while (slot < first + 999 && !takes(run.anchor + slot * period, slot)) slot++;
        const event = {
          kind: 'job' as const,
          run: () => {
            if (run.over) return;
            if (takes(this.#slow.future.now, slot)) begin();
            due(slot + 1);
          },
        };
        this.#slow.future.add(run.anchor + slot * period, WHEN.jobBegins, event);
      };
      due(Math.ceil((since - run.anchor) / period));
    };
    each(
      full,
      (at, slot) => isTaken(slot, this.#length(run, this.#fullBytes(at), at), full),
      () => {
        this.#beginFull(run);
      },
    );
    if (incremental === null) return;
    each(
      incremental,
      (at, slot) =>
        (at - run.anchor) % full !== 0 &&
        isTaken(slot, this.#length(run, this.#changedOver(at, incremental), at), incremental),
      () => {
        this.#beginIncremental(run);
      },
    );
  }

  #fullBytes(at: number): number {
    return sizeAt(this.#slow, this.#service, at) / this.#of('reduction');
  }

  #beginFull(run: Run): void {
    const start = this.#slow.future.now;
    const { full, fullFails } = this.#policy;
    const bytes = this.#fullBytes(start);
    const fails = this.#drawsFailure(fullFails[this.#service.number]!, Math.floor(start / full));
    this.#begin(run, {
      base: null,
      full: null,
      bytes,
      length: this.#length(run, bytes, start),
      fails,
    });
  }

  #beginIncremental(run: Run): void {
    const start = this.#slow.future.now;
    const full = run.newestFull;
    if (!full) return;
    const base = run.jobs.findLast((job) => job.full === full && !isBroken(job)) ?? full;
    const bytes = this.#changedOver(start, start - base.start);
    const purpose = this.#policy.incrementalFails[this.#service.number]!;
    const fails = this.#drawsFailure(purpose, Math.floor(start / this.#policy.incremental!));
    this.#begin(run, { base, full, bytes, length: this.#length(run, bytes, start), fails });
  }

  #begin(
    run: Run,
    about: { base: Job | null; full: Job | null; bytes: number; length: number; fails: boolean },
  ): void {
    const { base, full, bytes, length, fails } = about;
    const start = this.#slow.future.now;
    const end = start + length;
    const captured = this.#policy.asOf === 'start' ? start : end;
    const lost = fails || !this.#canRun();
    if (lost) return;
    const inAll = base ? base.inAll + bytes : bytes;
    const times = { start, end, captured };
    const job: Job = { full, base, ...times, bytes, inAll, state: 'runs', stands: false };
    run.jobs.push(job);
    run.running.push(job);
    const complete = () => {
      this.#complete(run, job);
    };
    this.#slow.future.add(end, WHEN.jobEnds, { kind: 'job', run: complete });
  }

  #complete(run: Run, job: Job): void {
    if (job.state !== 'runs') return;
    job.state = 'done';
    run.running = run.running.filter((one) => one !== job);
    // One that was catching up may have been built upon already.
    for (const one of run.jobs.slice(run.jobs.lastIndexOf(job))) {
      if (one.state !== 'done' || one.stands || one.base?.stands === false) continue;
      one.stands = true;
      this.#add(one);
    }
    if (job.base === null && job.start >= (run.newestFull?.start ?? -Infinity))
      run.newestFull = job;
    if (job.base === null) this.#forget();
  }

  #add(job: Job): void {
    const { end, inAll: bytes, full } = job;
    const captured = ms(job.captured);
    const point = { captured, end, full: full ?? job, bytes, job, gone: false };
    const older = this.#points.findIndex((other) => isNewer(point, other));
    this.#all.push(point);
    this.#points.splice(older < 0 ? this.#points.length : older, 0, point);
  }

  /** What has been pruned is never wanted again, unless something yet builds on it. */
  #forget(): void {
    const kept = new Set(this.points.map(({ full }) => full));
    for (const { full } of this.#run.running) if (full) kept.add(full);
    this.#points = this.#points.filter(({ full }) => kept.has(full));
  }

  #drawsFailure(purpose: Parameters<typeof uniformOf>[0], slot: number): boolean {
    const chance = this.#of('jobFailure');
    return chance > 0 && uniformOf(purpose, this.#slow.trial, slot) < chance;
  }

  #length(run: Run, bytes: number, at: number): number {
    const rate = jobRate(this.#slow, { source: run.source, policy: this.#policy }, at);
    return Math.ceil(this.#of('overhead') + (bytes / rate) * SECOND);
  }

  #changedOver(at: number, over: number): number {
    const value = this.#slow.plan.parameters;
    const { writes, growth, change } = this.#service.plan;
    const written = (value.of(writes) * growthAt(value.of(growth), ms(at)) * over) / SECOND;
    const data = sizeAt(this.#slow, this.#service, at);
    const reduction = this.#of('reduction');
    return changedBytes({ data, change: value.of(change), written, reduction }, ms(over));
  }

  #of(what: 'overhead' | 'reduction' | 'jobFailure'): number {
    return this.#slow.plan.parameters.of<number>(this.#policy[what]);
  }
}

/** Of a schedule whose jobs take longer than its period only every so many are taken. */
function isTaken(slot: number, length: number, period: number): boolean {
  return slot % Math.max(1, Math.ceil(length / period)) === 0;
}

function isNewer(a: Point, b: Point): boolean {
  if (a.captured !== b.captured) return a.captured > b.captured;
  if (a.full !== b.full) return a.full.start > b.full.start;
  return a.job.start > b.job.start;
}

/** Whether it has failed, or what it builds on. */
function isBroken({ state, stands, base }: Job): boolean {
  return state === 'failed' || (!stands && base !== null && isBroken(base));
}

function newRun(source: number, anchor: number): Run {
  return { source, anchor, jobs: [], newestFull: null, running: [], over: false };
}
