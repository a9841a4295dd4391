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

type Kind = 'full' | 'differential' | 'incremental';

/** One job, as if it were simulated. */
export interface BackupJob {
  readonly start: number;
  readonly end: number;
  readonly captured: number;
  readonly bytes: number;
  /** When it is lost; Infinity where it leaves a copy, its start where it fails at once. */
  readonly lost: number;
  /** What it adds to: the full copy, differential or incremental before; null for a full copy. */
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

  /** All states that are complete at an instant with all that they need, newest first. */
  stored(at: number): Stored[] {
    return this.#stored(
      at,
      this.#wipes.filter((wipe) => wipe.at <= at),
    );
  }

  #stored(at: number, taken: readonly Wipe[]): Stored[] {
    const gone = this.#wiped(ms(at));
    return this.all
      .filter((job) => {
        const chain = chainOf(job);
        const { captured } = chain.at(-1)!;
        return (
          chain.every(({ lost, end }) => lost === Infinity && end <= at && end > gone) &&
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

  /** What pruning has left of them, which spares nothing that was pruned before an attack. */
  kept(at: number): Stored[] {
    return this.#kept(
      at,
      this.#wipes.filter((wipe) => wipe.at <= at),
    );
  }

  #kept(at: number, taken: readonly Wipe[]): Stored[] {
    const last = taken.at(-1);
    const all = this.#stored(at, taken);
    if (!last) return this.#pruned(all);
    const before = new Set(this.#kept(last.at, taken.slice(0, -1)).map(({ full }) => full));
    return this.#pruned(all.filter(({ full }) => full.end > last.at || before.has(full)));
  }

  #pruned(points: readonly Stored[]): Stored[] {
    return pruned(points, this.#policy.retention, this.#context.start);
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
    const { full, differential } = this.#policy;
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
      fulls.push(this.#job(stretch, { kind: 'full', start, bytes, base: null }));
    }
    const parts = (['differential', 'incremental'] as const)
      .flatMap((kind) => {
        const period = this.#policy[kind];
        return period === null ? [] : due(period).map((slot) => ({ kind, slot, period }));
      })
      .map((part) => ({ ...part, start: stretch.anchor + part.slot * part.period }))
      .sort((a, b) => a.start - b.start);
    for (const { kind, slot, period, start } of parts) {
      const since = (start - stretch.anchor) % full;
      if (since === 0) continue;
      if (kind === 'incremental' && differential && (start - stretch.anchor) % differential === 0) {
        continue;
      }
      const usual = this.#changed(start, kind === 'incremental' ? period : (since + full) % full);
      if (!this.#runs(slot, usual, { period, source: stretch.source })) continue;
      const complete = fulls.filter((job) => job.lost === Infinity && job.end <= start);
      if (complete.length === 0) continue;
      const head = complete.reduce((a, b) => (b.start > a.start ? b : a));
      const before = others.findLast(
        (job) => chainOf(job).includes(head) && chainOf(job).every(({ lost }) => lost > start),
      );
      const base = kind === 'incremental' && before ? before : head;
      const bytes = this.#changed(start, start - base.start);
      others.push(this.#job(stretch, { kind, start, bytes, base }));
    }
    return [...fulls, ...others];
  }

  /** A job that lasts longer than its period lets as many of those after it fall out. */
  #runs(slot: number, bytes: number, of: { period: number; source: number }): boolean {
    return slot % Math.max(1, Math.ceil(this.#lengthOf(bytes, of.source) / of.period)) === 0;
  }

  #job(
    stretch: Stretch,
    { kind, start, bytes, base }: Pick<BackupJob, 'start' | 'bytes' | 'base'> & { kind: Kind },
  ): BackupJob {
    const end = start + this.#lengthOf(bytes, stretch.source);
    const captured = this.#policy.asOf === 'start' ? start : end;
    const lost = this.#fails(start, kind) ? start : this.#interrupted(stretch, start, end);
    return { start, end, captured, bytes, base, lost };
  }

  #interrupted({ source, to: over }: Stretch, start: number, end: number): number {
    const ends = [source, this.#policy.store]
      .flatMap((site) => this.#context.sites.absences(site))
      .filter(({ from, to }) => from < to && to > start && from < end)
      .map(({ from }) => Math.max(from, start));
    return Math.min(...ends, end > over ? over : Infinity);
  }

  #fails(start: number, kind: Kind): boolean {
    const purpose = this.#policy[`${kind}Fails`][0]!;
    const slot = Math.floor(start / this.#policy[kind]!);
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
