import type { Ms } from '../base/units.js';
import { isOpen } from '../model/backup-policy.js';
import { uniformOf } from '../random/draw.js';
import type { Purpose } from '../random/purpose.js';
import type { BackupPlan } from './plan.js';
import type { Run, SeriesContext } from './schedule.js';

/** A job as it is planned. */
interface Planned {
  readonly start: Ms;
  readonly end: Ms;
}

/** Whether the jobs of a run leave a copy, and when those that do not are lost. */
export class JobFate {
  readonly #run: Run;
  readonly #policy: BackupPlan;
  readonly #context: SeriesContext;
  readonly #link: number;

  constructor(run: Run, { policy, context }: { policy: BackupPlan; context: SeriesContext }) {
    this.#run = run;
    this.#policy = policy;
    this.#context = context;
    this.#link = context.linkFrom(run.source);
  }

  /**
   * Whether a job leaves a copy.
   *
   * @param purpose of the draws of its kind, one for each `period`
   */
  succeeds(job: Planned, purpose: Purpose, period: Ms): boolean {
    const { sites, sources } = this.#context;
    const { start, end } = job;
    if (end > this.#run.to) return false;
    if (sources.wasAway(this.#run.source, start, end)) return false;
    if (sites.wasAway(this.#policy.store, start, end)) return false;
    if (this.#link >= 0 && sites.links.wasAway(this.#link, start, end)) return false;
    return !this.#fails(job, purpose, period);
  }

  /** When a job is lost: no later than its start where it fails as it begins; Infinity for never. */
  lostAt(job: Planned, purpose: Purpose, period: Ms): number {
    if (this.succeeds(job, purpose, period)) return Infinity;
    return this.#fails(job, purpose, period) ? job.start : this.#interrupted(job);
  }

  /** Whether a job comes to nothing by itself, which is known as it begins. */
  #fails({ start, end }: Planned, purpose: Purpose, period: Ms): boolean {
    const { trial, jobFailure } = this.#context;
    const { window } = this.#policy;
    if (window && !isOpen(window, { start, end }, this.#context.start)) return true;
    if (jobFailure === 0) return false;
    // The slot counts from the horizon's start, so a restarted schedule keeps the same luck.
    return uniformOf(purpose, trial, Math.floor(start / period)) < jobFailure;
  }

  /** When the schedule ends during a job, or its source, its store or the link is away. */
  #interrupted({ start, end }: Planned): number {
    const { sites, sources } = this.#context;
    const absences = [
      ...sources.within(this.#run.source, start, end),
      ...sites.within(this.#policy.store, start, end),
      ...(this.#link < 0 ? [] : sites.links.within(this.#link, start, end)),
    ];
    return absences
      .filter(({ from, to }) => from < to)
      .reduce((first, { from }) => Math.min(first, from), this.#run.to);
  }
}
