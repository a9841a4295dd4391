import { SECOND } from '../../src/base/units.js';
import { uniformOf } from '../../src/random/draw.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { changedOver, fullBytes, isInTurn, jobLength, type Whose } from './job-lengths.js';
import { jobRate } from './job-rate.js';
import { fits } from './job-window.js';
import { headOf, isBroken, type Job, newRun, type Run } from './jobs.js';
import type { Since } from './lookback.js';
import { isThere } from './presence.js';
import { ship } from './shipping.js';
import {
  linkOf,
  placeIsUp,
  siteIsUp,
  type Slow,
  type SlowService,
  WHEN,
  writesAt,
} from './slow-state.js';
import type { Store } from './store.js';

type Kind = 'full' | 'differential' | 'incremental';

/** A job of one kind that is due at an instant of a run. */
interface Due {
  readonly kind: Kind;
  readonly period: number;
  readonly at: number;
  readonly slot: number;
}

/** All jobs of one service under one policy, each of which begins and ends as an event. */
export class Schedule {
  readonly plan: BackupPlan;
  readonly #slow: Slow;
  readonly #service: SlowService;
  readonly #whose: Whose;
  readonly #store: Store;
  #run: Run;

  /** @param since instants from which on to follow a schedule that has been running for ever */
  constructor(slow: Slow, service: SlowService, { store, since }: { store: Store; since: Since }) {
    this.#slow = slow;
    this.#service = service;
    this.plan = store.plan;
    this.#whose = { slow, service, policy: store.plan };
    this.#store = store;
    this.#run = newRun(slow.strategy.primary, this.plan.offset);
    if (this.takesFrom(slow.strategy.primary)) this.#book(this.#run, since);
    else this.#run.over = true;
  }

  get runs(): boolean {
    return !this.#run.over;
  }

  /** Whether a service that serves there can be copied: snapshots do not leave its storage. */
  takesFrom(site: number): boolean {
    return !this.plan.snapshot || site === this.plan.store;
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
    this.#book(this.#run, { jobs: now, logs: now });
  }

  /** A place, the store or the link has gone: what runs over it fails. */
  interrupt(): void {
    if (!this.#canRun(this.#run)) this.#failAll();
  }

  #failAll(): void {
    for (const job of this.#run.running) job.state = 'failed';
    this.#run.running = [];
  }

  #canRun({ source }: Run): boolean {
    const { store } = this.plan;
    const link = linkOf(this.#slow, source, store);
    return (
      placeIsUp(this.#slow, this.#service, source) &&
      siteIsUp(this.#slow, store) &&
      (link < 0 || isThere(this.#slow.links[link]!, this.#slow.future.now))
    );
  }

  #book(run: Run, since: Since): void {
    for (const kind of ['full', 'differential', 'incremental'] as const) {
      const period = this.plan[kind];
      if (period !== null) this.#bookKind(run, { kind, period }, since.jobs);
    }
    const { log } = this.plan;
    if (log !== null) this.#bookLogs(run, log, since.logs);
  }

  #bookKind(run: Run, { kind, period }: Pick<Due, 'kind' | 'period'>, since: number): void {
    const dueIn = (slot: number): Due => ({ kind, period, at: run.anchor + slot * period, slot });
    const bookFrom = (first: number): void => {
      let slot = first;
      while (slot < first + 999 && !this.#isTaken(run, dueIn(slot))) slot++;
      const due = dueIn(slot);
      const event = () => {
        if (run.over) return;
        if (this.#isTaken(run, due)) this.#begin(run, due);
        bookFrom(slot + 1);
      };
      this.#slow.future.add(due.at, WHEN.jobBegins, { kind: 'job', run: event });
    };
    bookFrom(Math.ceil((since - run.anchor) / period));
  }

  /**
   * A job falls out where one of a greater kind is due, and where its kind usually takes longer than
   * its period all but every so many.
   */
  #isTaken(run: Run, { kind, period, at, slot }: Due): boolean {
    const { full, differential } = this.plan;
    const isDue = (other: number | null) => other !== null && (at - run.anchor) % other === 0;
    if (kind !== 'full' && isDue(full)) return false;
    if (kind === 'incremental' && isDue(differential)) return false;
    const sinceFull = (((at - run.anchor) % full) + full) % full;
    const usual = {
      full: () => fullBytes(this.#whose, at),
      differential: () => changedOver(this.#whose, at, sinceFull),
      incremental: () => changedOver(this.#whose, at, period),
    };
    const length = jobLength(this.#whose, { from: run.source, at, bytes: usual[kind]() });
    return isInTurn(slot, length, period);
  }

  #begin(run: Run, due: Due): void {
    const start = this.#slow.future.now;
    const full = due.kind === 'full' ? null : run.newestFull;
    if (due.kind !== 'full' && !full) return;
    const base = due.kind === 'incremental' ? newestOn(full!) : full;
    const whose = this.#whose;
    const bytes = base ? changedOver(whose, start, start - base.start) : fullBytes(whose, start);
    const end = start + jobLength(whose, { from: run.source, at: start, bytes });
    if (this.#fails(due, end) || !this.#canRun(run)) return;
    const captured = this.plan.asOf === 'start' ? start : end;
    const inAll = bytes + (base?.inAll ?? 0);
    const job: Job = { run, full, base, start, captured, bytes, inAll, state: 'runs' };
    run.jobs.push(job);
    run.running.push(job);
    const event = () => {
      this.#complete(job);
    };
    this.#slow.future.add(end, WHEN.jobEnds, { kind: 'job', run: event });
  }

  #fails({ kind, period, at }: Due, end: number): boolean {
    const { window, fullFails, differentialFails, incrementalFails } = this.plan;
    const { scenario } = this.#slow.plan;
    if (!fits(window, { begins: at, ends: end }, scenario.start)) return true;
    const purposes = {
      full: fullFails,
      differential: differentialFails,
      incremental: incrementalFails,
    };
    const purpose = purposes[kind][this.#service.number]!;
    const chance = this.#slow.plan.parameters.of(this.plan.jobFailure);
    const slot = Math.floor(at / period);
    return chance > 0 && uniformOf(purpose, this.#slow.trial, slot) < chance;
  }

  #complete(job: Job): void {
    if (job.state !== 'runs') return;
    const { run } = job;
    job.state = 'done';
    run.running = run.running.filter((one) => one !== job);
    if (job.base === null && job.start >= (run.newestFull?.start ?? -Infinity))
      run.newestFull = job;
    this.#store.add(job, this.#slow.future.now);
    if (job.base === null) this.#store.forget();
  }

  #bookLogs(run: Run, period: number, since: number): void {
    const bookAt = (captured: number): void => {
      const event = () => {
        if (run.over) return;
        this.#sendLog(run, period);
        bookAt(captured + period);
      };
      this.#slow.future.add(captured, WHEN.jobBegins, { kind: 'job', run: event });
    };
    bookAt(run.anchor + Math.ceil((since - run.anchor) / period) * period);
  }

  #sendLog(run: Run, period: number): void {
    const captured = this.#slow.future.now;
    const written = (writesAt(this.#slow, this.#service, captured) * period) / SECOND;
    const bytes = written / this.#slow.plan.parameters.of(this.plan.reduction);
    const log = { run, captured, bytes };
    const rate = jobRate(this.#slow, this.plan, run.source, captured);
    const shipment = {
      length: Math.ceil((log.bytes / rate) * SECOND),
      canGo: () => this.#canRun(run),
      isVain: () => run.over,
      leavesForGood: false,
      arrives: () => {
        this.#store.addLog(log);
      },
    };
    ship(this.#slow, shipment, captured);
  }
}

/** The newest point that has not failed on a full copy, or that itself. */
function newestOn(full: Job): Job {
  return full.run.jobs.findLast((job) => headOf(job) === full && !isBroken(job)) ?? full;
}
