import { type Ms, ms, SECOND } from '../../src/base/units.js';
import { changedBytes } from '../../src/model/backup-policy.js';
import { dataAt, growthAt } from '../../src/model/service.js';
import { uniformOf } from '../../src/random/draw.js';
import type { SeriesContext } from '../../src/simulate/schedule.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { pruned } from './pruning.js';

/** A stretch of time in which the schedule runs from one source; it began with a capture at `anchor`. */
export interface Stretch {
  readonly source: number;
  readonly anchor: number;
  readonly from: number;
  readonly to: number;
}

/** An attack on the store: what builds on a full copy captured later than `spared` survives it. */
export interface Wipe {
  readonly at: number;
  readonly spared: number;
}

/** One job, as if it were simulated. */
export interface BackupJob {
  readonly start: number;
  readonly end: number;
  readonly captured: number;
  readonly bytes: number;
  readonly succeeds: boolean;
  /** What it adds to: the full copy or incremental before; null for a full copy. */
  readonly base: BackupJob | null;
}

/** A job whose state the store can give back. */
export interface Stored {
  readonly start: number;
  readonly end: number;
  readonly captured: Ms;
  readonly base: BackupJob | null;
  readonly full: BackupJob;
  /** Stored bytes of all that is needed. */
  readonly bytes: number;
}

/** The slow obvious twin of `BackupSeries`: every job of every stretch is a record. */
export class BackupJobs {
  readonly all: readonly BackupJob[];
  readonly #policy: BackupPlan;
  readonly #context: SeriesContext;
  readonly #wipes: readonly Wipe[];

  /** @param history jobs that start from `since` on, up to `until`, and attacks */
  constructor(
    policy: BackupPlan,
    context: SeriesContext,
    history: {
      stretches: readonly Stretch[];
      wipes: readonly Wipe[];
      since: number;
      until: number;
    },
  ) {
    this.#policy = policy;
    this.#context = context;
    this.#wipes = history.wipes;
    this.all = history.stretches.flatMap((stretch) => this.#jobsOf(stretch, history));
  }

  /** All states that were complete at an instant with all that they need, newest first. */
  stored(at: number): Stored[] {
    const lost = this.#wiped(ms(at));
    const taken = this.#wipes.filter((wipe) => wipe.at <= at);
    return this.all
      .filter((job) => {
        const chain = chainOf(job);
        const { captured } = chain.at(-1)!;
        return (
          chain.every(({ succeeds, end }) => succeeds && end <= at && end > lost) &&
          taken.every((wipe) => job.end > wipe.at || captured > wipe.spared)
        );
      })
      .map((job) => {
        const { start, end, base } = job;
        const captured = ms(job.captured);
        return { start, end, captured, base, full: chainOf(job).at(-1)!, bytes: bytesOf(job) };
      })
      .sort((a, b) => b.captured - a.captured || b.full.start - a.full.start || b.start - a.start);
  }

  /** What pruning has left of them. */
  kept(at: number): Stored[] {
    return pruned(this.stored(at), this.#policy.retention, this.#context.start);
  }

  /** Whether the store was ever destroyed until then. */
  wipedBefore(at: Ms): boolean {
    return this.#wiped(at) > -Infinity;
  }

  #wiped(at: Ms): number {
    return this.#context.sites
      .absences(this.#policy.store)
      .filter(({ destroys, from }) => destroys && from <= at)
      .reduce((latest, { from }) => Math.max(latest, from), -Infinity);
  }

  #jobsOf(stretch: Stretch, span: { since: number; until: number }): BackupJob[] {
    const { full, incremental } = this.#policy;
    const fulls: BackupJob[] = [];
    const others: BackupJob[] = [];
    const begin = Math.max(stretch.from, span.since);
    const due = (period: number) => {
      const first = Math.ceil((begin - stretch.anchor) / period);
      const last = Math.floor((Math.min(stretch.to, span.until) - stretch.anchor) / period);
      const count = Math.max(0, last - first + 1);
      return Array.from({ length: count }, (_, i) => first + i);
    };
    for (const slot of due(full)) {
      const start = stretch.anchor + slot * full;
      const bytes = this.#dataAt(start) / this.#context.reduction;
      if (!this.#runs(slot, bytes, { period: full, source: stretch.source })) continue;
      fulls.push(this.#job(stretch, { start, bytes, base: null }));
    }
    if (incremental === null) return fulls;
    for (const slot of due(incremental)) {
      const start = stretch.anchor + slot * incremental;
      if ((start - stretch.anchor) % full === 0) continue;
      const usual = this.#changed(start, incremental);
      if (!this.#runs(slot, usual, { period: incremental, source: stretch.source })) continue;
      const complete = fulls.filter((job) => job.succeeds && job.end <= start);
      if (complete.length === 0) continue;
      const head = complete.reduce((a, b) => (b.start > a.start ? b : a));
      const base = others.findLast((job) => job.succeeds && chainOf(job).includes(head)) ?? head;
      const bytes = this.#changed(start, start - base.start);
      others.push(this.#job(stretch, { start, bytes, base }));
    }
    return [...fulls, ...others];
  }

  /** A job that lasts longer than its period lets as many of those after it fall out. */
  #runs(slot: number, bytes: number, of: { period: number; source: number }): boolean {
    return slot % Math.max(1, Math.ceil(this.#lengthOf(bytes, of.source) / of.period)) === 0;
  }

  #job(
    stretch: Stretch,
    { start, bytes, base }: Pick<BackupJob, 'start' | 'bytes' | 'base'>,
  ): BackupJob {
    const end = start + this.#lengthOf(bytes, stretch.source);
    const captured = this.#policy.asOf === 'start' ? start : end;
    const lasts = end <= stretch.to && this.#sitesStay(stretch, start, end);
    return { start, end, captured, bytes, base, succeeds: lasts && !this.#fails(start, base) };
  }

  #sitesStay({ source }: Stretch, start: number, end: number): boolean {
    return [source, this.#policy.store]
      .flatMap((site) => this.#context.sites.absences(site))
      .filter(({ from, to }) => from < to)
      .every(({ from, to }) => to <= start || from >= end);
  }

  #fails(start: number, base: BackupJob | null): boolean {
    const { full, incremental, fullFails, incrementalFails } = this.#policy;
    const slot = Math.floor(start / (base ? incremental! : full));
    const purpose = (base ? incrementalFails : fullFails)[0]!;
    return uniformOf(purpose, this.#context.trial, slot) < this.#context.jobFailure;
  }

  #lengthOf(bytes: number, source: number): number {
    const { overhead, rateFrom } = this.#context;
    return Math.ceil(overhead + (bytes / rateFrom(source, ms(0))) * SECOND);
  }

  #dataAt(at: number): number {
    return dataAt(this.#context, ms(at));
  }

  #changed(at: number, over: number): number {
    const { change, growth, writes, reduction } = this.#context;
    const written = (writes * growthAt(growth, ms(at)) * over) / SECOND;
    return changedBytes({ data: this.#dataAt(at), change, written, reduction }, ms(over));
  }
}

/** A job and all that it needs, down to the full copy. */
function chainOf(job: BackupJob): BackupJob[] {
  const chain: BackupJob[] = [];
  for (let one: BackupJob | null = job; one; one = one.base) chain.push(one);
  return chain;
}

function bytesOf(job: BackupJob): number {
  return chainOf(job).reduceRight((sum, { bytes }) => sum + bytes, 0);
}
