import { type Ms, ms } from '../base/units.js';
import { keptPoints } from './kept-points.js';
import type { BackupPlan } from './plan.js';
import { type Job, Schedule, type SeriesContext } from './schedule.js';
import type { Chain } from './stored-points.js';

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

/** An attack on the store: points whose full copy was captured later than `spared` survive it. */
interface Wipe {
  readonly at: Ms;
  readonly spared: number;
}

/** Which copies are asked for: begun before an instant, captured up to one, complete by one. */
interface UpTo {
  readonly begun: number;
  readonly captured: number;
  readonly complete: number;
}

/**
 * The backups of one service under one policy: what stands in the store at an instant. Every time
 * the schedule begins anew there is another one to look through.
 */
export class BackupSeries {
  readonly #policy: BackupPlan;
  readonly #about: { policy: BackupPlan; service: number; context: SeriesContext };
  readonly #schedules: Schedule[];
  readonly #wipes: Wipe[] = [];

  constructor(start: {
    policy: BackupPlan;
    service: number;
    source: number;
    context: SeriesContext;
  }) {
    const { source, ...about } = start;
    this.#policy = start.policy;
    this.#about = about;
    const run = { source, anchor: start.policy.offset, from: -Infinity, to: Infinity };
    this.#schedules = [new Schedule(run, about)];
  }

  get running(): boolean {
    return this.#schedules.at(-1)!.run.to === Infinity;
  }

  /** The schedule ends: its source or its store is lost. Jobs under way are worthless. */
  stop(at: Ms): void {
    const { run } = this.#schedules.at(-1)!;
    if (run.to === Infinity) run.to = at;
  }

  /** The schedule begins anew with a full copy now. */
  restart(at: Ms, source: number): void {
    this.stop(at);
    const run = { source, anchor: at, from: at, to: Infinity };
    this.#schedules.push(new Schedule(run, this.#about));
  }

  /** Whoever owns the store's account deletes all that is not immutable; the schedule ends. */
  wipe(at: Ms): void {
    this.stop(at);
    this.#wipes.push({ at, spared: at - this.#policy.immutable });
  }

  /** Whether an attack, or the loss of the store, has taken a point that was there. */
  isGone({ captured, end, chain }: RecoveryPoint, at: Ms): boolean {
    const { sites } = this.#about.context;
    if (captured <= sites.lastDestroyed(this.#policy.store, at)) return true;
    return this.#wipes.some((wipe) => wipe.at <= at && end <= wipe.at && chain <= wipe.spared);
  }

  /** The newest state that the store gives back at an instant, or null when there is none. */
  newest(at: Ms): RecoveryPoint | null {
    return this.#newest(at, Infinity);
  }

  /**
   * The newest state captured up to an instant that has been stored, whether or not it has been
   * pruned since; null where there is none, or where all points have to be looked through.
   */
  newestUpTo(at: Ms, captured: number): RecoveryPoint | null {
    return this.#policy.asOf === 'start' ? this.#newest(at, captured) : null;
  }

  /** Whether a point is kept whatever else there is: with the newest one, or for its age. */
  surelyKeeps(
    { captured, chain }: RecoveryPoint,
    { at, newest }: { at: Ms; newest: RecoveryPoint },
  ): boolean {
    const { age } = this.#policy.retention;
    return chain === newest.chain || (age !== null && at - captured <= age);
  }

  #newest(at: Ms, captured: number): RecoveryPoint | null {
    if (this.#about.context.jobFailure >= 1) return null;
    for (let i = this.#schedules.length - 1; i >= 0; i--) {
      const point = this.#newestOf(this.#schedules[i]!, at, captured);
      if (!point) continue;
      if (!this.isGone(point, at)) return point;
      // An older one may be out of an attacker's reach where this one is not.
      return captured === Infinity ? this.#firstOf(at) : null;
    }
    return null;
  }

  /** The states that the store gives back at an instant, newest first, as far as they are asked for. */
  points(at: Ms): Generator<RecoveryPoint> {
    return keptPoints(this.#chains(at), this.#policy.retention, this.#about.context.start);
  }

  #firstOf(at: Ms): RecoveryPoint | null {
    const next: IteratorResult<RecoveryPoint, unknown> = this.points(at).next();
    return next.done === true ? null : next.value;
  }

  /** What has been stored by an instant and is still there, chain by chain, newest first. */
  *#chains(at: Ms): Generator<Chain> {
    if (this.#about.context.jobFailure >= 1) return;
    for (let i = this.#schedules.length - 1; i >= 0; i--) {
      const schedule = this.#schedules[i]!;
      const complete = Math.min(at, schedule.run.to);
      let [started, begun] = [complete, Infinity];
      for (;;) {
        const base = this.#fullBefore(schedule, { started, complete });
        if (!base) break;
        // What took a full copy has taken all that is older, too.
        if (this.isGone(fullPoint(base), at)) return;
        const points = this.#pointsOn(schedule, base, { begun, complete, captured: Infinity });
        started = base.start - 1;
        begun = Math.min(begun, base.end);
        yield { points, olderUntil: begun + schedule.longestBefore(ms(begun)) };
      }
    }
  }

  /** The newest full copy that has started by an instant and was complete at another. */
  #fullBefore(
    schedule: Schedule,
    { started, complete }: { started: number; complete: number },
  ): Job | null {
    const { full } = this.#policy;
    const { anchor, from } = schedule.run;
    const newest = Math.floor((started - anchor) / full);
    for (let slot = newest; slot > newest - SLOTS_SEARCHED; slot--) {
      if (anchor + slot * full < from) return null;
      const job = schedule.full(slot);
      if (job && job.end <= complete) return job;
    }
    return null;
  }

  /** The newest point of a schedule: on the newest full copy, or on one before, on which some still build. */
  #newestOf(schedule: Schedule, at: Ms, captured: number): RecoveryPoint | null {
    const complete = Math.min(at, schedule.run.to);
    let newest: RecoveryPoint | null = null;
    let [started, begun] = [Math.min(complete, captured), Infinity];
    for (;;) {
      const base = this.#fullBefore(schedule, { started, complete });
      if (!base) return newest;
      const point = this.#newestOn(schedule, base, { complete, captured, begun });
      if (!newest || point.captured > newest.captured) newest = point;
      started = base.start - 1;
      begun = Math.min(begun, base.end);
      if (newest.captured >= this.#olderCapturedBy(schedule, base, begun)) return newest;
    }
  }

  /**
   * No point on an older full copy has been captured later.
   *
   * @param begun when the first of the newer full copies was complete: all jobs since build on it
   */
  #olderCapturedBy(schedule: Schedule, base: Job, begun: number): number {
    const { incremental, asOf } = this.#policy;
    if (asOf === 'end') return begun + schedule.longestBefore(ms(begun));
    return incremental === null ? base.start : begun;
  }

  /**
   * The newest point on a full copy. Only jobs are looked at from the second on that is sure to be
   * there whatever was lost before it: what came before changes nothing about those after it.
   */
  #newestOn(schedule: Schedule, base: Job, by: UpTo): RecoveryPoint {
    const { incremental, asOf } = this.#policy;
    if (incremental === null) return fullPoint(base);
    const first = schedule.slotFrom(base.end);
    const last = schedule.slotUpTo(Math.min(by.complete, by.begun - 1, by.captured));
    if (last < first) return fullPoint(base);
    // One that lasts longer than the period might overtake those after it, as might one of more data.
    const inOrder =
      this.#about.context.growth >= 0 &&
      (asOf === 'start' || schedule.longest(schedule.startOf(last), base.start) <= incremental);
    let slot = inOrder ? last : first - 1;
    for (let sure = 0; slot >= first; slot--) {
      if (!schedule.isSure(slot, { base: base.start, complete: by.complete })) continue;
      if (++sure === 2) break;
    }
    const begin = Math.max(slot, first - 1);
    const previous = begin < first ? base.start : schedule.startOf(begin);
    const newest = newestFrom(schedule, { begin, last, previous, complete: by.complete });
    if (!newest) return fullPoint(base);
    return new PointOn(base, newest, () => this.#bytesOf(schedule, base, { job: newest, by }));
  }

  /** Bytes of a full copy and of what builds on it up to a job. */
  #bytesOf(schedule: Schedule, base: Job, { job, by }: { job: Job; by: UpTo }): number {
    const written = schedule.written(base.start, job.start);
    if (written !== null) return base.bytes + written;
    const points = this.#pointsOn(schedule, base, by);
    return points.find(({ captured }) => captured === job.captured)!.bytes;
  }

  /** A full copy and the incrementals on it, newest first. */
  #pointsOn(schedule: Schedule, base: Job, by: UpTo): readonly RecoveryPoint[] {
    const points: RecoveryPoint[] = [fullPoint(base)];
    if (this.#policy.incremental === null) return points;
    const last = schedule.slotUpTo(Math.min(by.complete, by.begun - 1));
    let previous = base.start;
    let { bytes } = base;
    for (let slot = schedule.slotFrom(base.end); slot <= last; slot++) {
      const job = schedule.incremental(slot, previous);
      if (!job) continue;
      // What builds on one that is under way is of no use before that is complete.
      if (job.end > by.complete) break;
      previous = job.start;
      bytes += job.bytes;
      points.push({ captured: job.captured, end: job.end, bytes, chain: base.captured });
    }
    // One that catches up on a long stretch may end after the one that follows it.
    return points.toReversed().sort((a, b) => b.captured - a.captured);
  }
}

function fullPoint({ captured, end, bytes }: Job): RecoveryPoint {
  return { captured, end, bytes, chain: captured };
}

/** The job with the newest state of those after a slot; undefined where none was left. */
function newestFrom(
  schedule: Schedule,
  of: { begin: number; last: number; previous: Ms; complete: number },
): Job | undefined {
  let newest: Job | undefined;
  let { previous } = of;
  for (let slot = of.begin + 1; slot <= of.last; slot++) {
    const job = schedule.incremental(slot, previous);
    if (!job) continue;
    if (job.end > of.complete) break;
    previous = job.start;
    if (!newest || job.captured >= newest.captured) newest = job;
  }
  return newest;
}

/** A point whose bytes are counted when somebody asks. */
class PointOn implements RecoveryPoint {
  readonly captured: Ms;
  readonly end: Ms;
  readonly chain: Ms;
  readonly #count: () => number;
  #bytes = NaN;

  constructor(base: Job, { captured, end }: Job, count: () => number) {
    this.captured = captured;
    this.end = end;
    this.chain = base.captured;
    this.#count = count;
  }

  get bytes(): number {
    if (Number.isNaN(this.#bytes)) this.#bytes = this.#count();
    return this.#bytes;
  }
}
