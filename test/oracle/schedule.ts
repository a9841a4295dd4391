import { type Ms, ms, SECOND } from '../../src/base/units.js';
import { changedBytes } from '../../src/model/backup-policy.js';
import { growthAt } from '../../src/model/service.js';
import { uniformOf } from '../../src/random/draw.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { isThere } from './presence.js';
import { linkOf, lineRate, placeIsUp, siteIsUp, sizeAt, type Slow, type SlowService, WHEN } from './slow-state.js';
import { pruned } from './pruning.js';

/** A job that has begun. */
interface Job {
  readonly full: Job | null;
  /** What it adds to: the full copy or the incremental before; null for a full copy. */
  readonly base: Job | null;
  readonly start: number;
  readonly end: number;
  readonly captured: number;
  readonly bytes: number;
  state: 'runs' | 'failed' | 'done';
}

/** A state that stands in a store. */
export interface Point {
  readonly captured: Ms;
  readonly bytes: number;
  /** The full copy and all since, which it needs. */
  readonly jobs: readonly Job[];
  /** Whether the store has lost it, to an attack or with all that it held; what is pruned is read on. */
  gone: boolean;
}

/** The jobs of one policy from one source, until its source or store is lost. */
interface Run {
  readonly source: number;
  readonly anchor: number;
  readonly jobs: Job[];
  over: boolean;
}

/** All backups of one service under one policy: every job begins and ends as an event. */
export class Schedule {
  /** All that ever stood there. */
  readonly #all: Point[] = [];
  #points: Point[] = [];
  #completed = -Infinity;
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
    this.#run = { source: slow.strategy.primary, anchor: policy.offset, jobs: [], over: false };
    this.#book(this.#run, since);
  }

  /** What the store holds, newest first, as pruned when the newest was complete. */
  get points(): readonly Point[] {
    this.#prune();
    return this.#points;
  }

  get runs(): boolean {
    return !this.#run.over;
  }

  /** What runs now is worthless, and nothing follows. */
  end(): void {
    this.#run.over = true;
    for (const job of this.#run.jobs) if (job.state === 'runs') job.state = 'failed';
  }

  beginAnew(source: number): void {
    const now = this.#slow.future.now;
    this.end();
    this.#run = { source, anchor: now, jobs: [], over: false };
    this.#book(this.#run, now);
  }

  /** A place, the store or the link has gone: what runs over it fails. */
  interrupt(): void {
    if (this.#canRun()) return;
    for (const job of this.#run.jobs) if (job.state === 'runs') job.state = 'failed';
  }

  /** Takes points from the store for which it does not spare them. */
  lose(spares: (point: Point) => boolean): void {
    this.#points = this.points.filter(spares);
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
    const each = (period: number, takes: (at: number, slot: number) => boolean, begin: () => void) => {
      const due = (first: number): void => {
        let slot = first;
        while (!takes(run.anchor + slot * period, slot)) slot++;
        const event = {
          kind: 'job' as const,
          run: () => {
            if (run.over) return;
            begin();
            due(slot + 1);
          },
        };
        this.#slow.future.add(run.anchor + slot * period, WHEN.jobBegins, event);
      };
      due(Math.ceil((since - run.anchor) / period));
    };
    each(
      full,
      (at, slot) => isTaken(slot, this.#length(run, this.#fullBytes(at)), full),
      () => {
        this.#beginFull(run);
      },
    );
    if (incremental === null) return;
    each(
      incremental,
      (at, slot) =>
        (at - run.anchor) % full !== 0 &&
        isTaken(slot, this.#length(run, this.#changedOver(at, incremental)), incremental),
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
    this.#begin(run, { base: null, full: null, bytes, length: this.#length(run, bytes), fails });
  }

  #beginIncremental(run: Run): void {
    const start = this.#slow.future.now;
    const full = run.jobs.findLast(({ base, state }) => base === null && state === 'done');
    if (!full) return;
    const base = run.jobs.findLast((job) => job.full === full && job.state !== 'failed') ?? full;
    const bytes = this.#changedOver(start, start - base.start);
    const purpose = this.#policy.incrementalFails[this.#service.number]!;
    const fails = this.#drawsFailure(purpose, Math.floor(start / this.#policy.incremental!));
    this.#begin(run, { base, full, bytes, length: this.#length(run, bytes), fails });
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
    const job: Job = { full, base, start, end, captured, bytes, state: 'runs' };
    run.jobs.push(job);
    const complete = () => {
      this.#complete(run, job);
    };
    this.#slow.future.add(end, WHEN.jobEnds, { kind: 'job', run: complete });
  }

  #complete(run: Run, job: Job): void {
    if (job.state !== 'runs') return;
    job.state = 'done';
    this.#completed = this.#slow.future.now;
    // One that was catching up may have been built upon already.
    for (const one of run.jobs.slice(run.jobs.lastIndexOf(job))) {
      const jobs = needed(one);
      if (!jobs.includes(job) || jobs.some(({ state }) => state !== 'done')) continue;
      const bytes = jobs.reduce((sum, part) => sum + part.bytes, 0);
      this.#add({ captured: ms(one.captured), bytes, jobs, gone: false });
    }
    if (job.base === null) this.#prune();
  }

  #add(point: Point): void {
    const older = this.#points.findIndex((other) => isNewer(point, other));
    this.#all.push(point);
    this.#points.splice(older < 0 ? this.#points.length : older, 0, point);
  }

  #prune(): void {
    const when = { start: this.#slow.plan.scenario.start, now: this.#completed };
    this.#points = pruned(this.#points, this.#policy.retention, when);
  }

  #drawsFailure(purpose: Parameters<typeof uniformOf>[0], slot: number): boolean {
    const chance = this.#of('jobFailure');
    return chance > 0 && uniformOf(purpose, this.#slow.trial, slot) < chance;
  }

  #length(run: Run, bytes: number): number {
    const line = lineRate(this.#slow, linkOf(this.#slow, run.source, this.#policy.store));
    const rate = Math.min(this.#of('throughput'), line);
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

  #of(what: 'overhead' | 'throughput' | 'reduction' | 'jobFailure'): number {
    return this.#slow.plan.parameters.of<number>(this.#policy[what]);
  }
}

/** Of a schedule whose jobs take longer than its period only every so many are taken. */
function isTaken(slot: number, length: number, period: number): boolean {
  return slot % Math.max(1, Math.ceil(length / period)) === 0;
}

function isNewer(a: Point, b: Point): boolean {
  const [own, other] = [a.jobs, b.jobs];
  if (a.captured !== b.captured) return a.captured > b.captured;
  if (own[0] !== other[0]) return own[0]!.start > other[0]!.start;
  return own.at(-1)!.start > other.at(-1)!.start;
}

/** The full copy first. */
function needed(job: Job): readonly Job[] {
  const jobs: Job[] = [];
  for (let one: Job | null = job; one; one = one.base) jobs.unshift(one);
  return jobs;
}
