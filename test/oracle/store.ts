import { type Ms, ms } from '../../src/base/units.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { headOf, type Job, type Log, type Run } from './jobs.js';
import { pruned } from './pruning.js';

/** A state that stands in a store. */
export interface Point {
  readonly captured: Ms;
  /** When it was complete, not counting what it builds on. */
  readonly end: number;
  readonly full: Job;
  /** Stored bytes of its full copy and all since. */
  readonly bytes: number;
  readonly job: Job;
  /** Whether the store has lost it, to an attack or with all that it held; what is pruned is read on. */
  gone: boolean;
  /** Whether a restore test has shown that it can be restored. */
  passed: boolean;
}

/** A log that has arrived, and whether it has been lost since. */
export interface KeptLog {
  readonly log: Log;
  readonly isGone: () => boolean;
}

/** Whether a loss leaves what was captured then. */
type Spares = (captured: number) => boolean;

/** What has been kept in one store: points, and the logs of what was written since. */
export class Store {
  readonly plan: BackupPlan;
  /** Told of each point and each log that is complete here. */
  readonly onPoint: ((point: Point) => void)[] = [];
  readonly onLog: ((kept: KeptLog) => void)[] = [];
  readonly #start: number;
  /** When each job was complete here, by itself. */
  readonly #arrived = new Map<Job, number>();
  readonly #all = new Map<Job, Point>();
  readonly #losses: Spares[] = [];
  /** Full copies whose chains had been pruned when an attack came. */
  readonly #pruned = new Set<Job>();
  readonly #logs = new Map<Run, KeptLog>();
  #points: Point[] = [];

  /** @param start of the horizon, ms since 1970-01-01 UTC */
  constructor(plan: BackupPlan, start: number) {
    this.plan = plan;
    this.#start = start;
  }

  /** What it holds, newest first, as pruned when the last backup was complete. */
  get points(): readonly Point[] {
    const fulls = new Map<Job, { start: number; end: number }>();
    for (const { full } of this.#points) {
      fulls.set(full, { start: full.start, end: this.#arrived.get(full)! });
    }
    const all = this.#points.map((point) => {
      const { captured, end, full } = point;
      return { captured, end, full: fulls.get(full)!, point };
    });
    return pruned(all, this.plan.retention, this.#start).map(({ point }) => point);
  }

  /** Up to when the logs of a run go that are here; -Infinity for none. */
  loggedUntil(run: Run): number {
    return this.#logs.get(run)?.log.captured ?? -Infinity;
  }

  /** A job's own bytes are all here; it stands as soon as what it builds on does. */
  add(job: Job, now: number): void {
    this.#arrived.set(job, now);
    const { jobs } = job.run;
    for (const one of jobs.slice(jobs.lastIndexOf(job))) {
      if (this.#all.has(one) || !this.#arrived.has(one)) continue;
      if (this.#pruned.has(headOf(one))) continue;
      if (one.base === null || this.#all.get(one.base)?.gone === false) this.#stand(one);
    }
  }

  addLog(log: Log): void {
    const since = this.#losses.length;
    const isGone = () => this.#losses.slice(since).some((spares) => !spares(log.captured));
    const kept = { log, isGone };
    if (log.captured > this.loggedUntil(log.run)) this.#logs.set(log.run, kept);
    for (const tell of this.onLog) tell(kept);
  }

  /** It loses what it does not spare. @param spares by the capture of a full copy, or of a log */
  lose(spares: Spares): void {
    this.#losses.push(spares);
    this.#dropPruned();
    for (const point of this.#all.values()) if (!spares(point.full.captured)) point.gone = true;
    this.#points = this.#points.filter(({ gone }) => !gone);
    for (const [run, { isGone }] of this.#logs) if (isGone()) this.#logs.delete(run);
  }

  /** What has been pruned is never wanted again, unless something yet to come builds on it. */
  forget(): void {
    const kept = new Set(this.points.map(({ full }) => full));
    for (const { full } of this.#points) {
      if (!kept.has(full) && this.#isAwaited(full)) kept.add(full);
    }
    this.#points = this.#points.filter(({ full }) => kept.has(full));
  }

  /** What had been pruned before a loss does not come back, however little is left. */
  #dropPruned(): void {
    const kept = new Set(this.points);
    for (const point of this.#points) if (!kept.has(point)) this.#pruned.add(point.full);
    this.#points = this.#points.filter((point) => kept.has(point));
  }

  #isAwaited(full: Job): boolean {
    return full.run.jobs.some(
      (job) => job.full === full && job.state !== 'failed' && !this.#arrived.has(job),
    );
  }

  #stand(job: Job): void {
    const { inAll: bytes } = job;
    const captured = ms(job.captured);
    const end = this.#arrived.get(job)!;
    const point = { captured, end, full: headOf(job), bytes, job, gone: false, passed: false };
    const older = this.#points.findIndex((other) => isNewer(point, other));
    this.#all.set(job, point);
    this.#points.splice(older < 0 ? this.#points.length : older, 0, point);
    for (const tell of this.onPoint) tell(point);
  }
}

function isNewer(a: Point, b: Point): boolean {
  if (a.captured !== b.captured) return a.captured > b.captured;
  if (a.full !== b.full) return a.full.start > b.full.start;
  return a.job.start > b.job.start;
}
