import type { Ms } from '../base/units.js';
import { type Chain, keptPoints } from './kept-points.js';
import type { BackupPlan } from './plan.js';
import { type Job, Schedule, type SeriesContext } from './schedule.js';

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

  /** The schedule goes on as if it had not been stopped. */
  goOn(): void {
    this.#schedules.at(-1)!.run.to = Infinity;
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

  /** Whether a point is young enough to be kept whatever else there is. */
  surelyKeeps({ captured }: RecoveryPoint, newest: RecoveryPoint): boolean {
    const { age } = this.#policy.retention;
    return age !== null && newest.end - captured <= age;
  }

  #newest(at: Ms, captured: number): RecoveryPoint | null {
    if (this.#about.context.jobFailure >= 1) return null;
    for (let i = this.#schedules.length - 1; i >= 0; i--) {
      const schedule = this.#schedules[i]!;
      const complete = Math.min(at, schedule.run.to);
      const base = this.#fullBefore(schedule, { complete, captured });
      if (!base) continue;
      const point = this.#newestIn(schedule, base, { complete, captured });
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
      let begun = Infinity;
      for (;;) {
        const by = { begun, complete, captured: Infinity };
        const base = this.#fullBefore(schedule, { ...by, complete: Math.min(complete, begun - 1) });
        if (!base) break;
        const points = this.#pointsOn(schedule, base, by);
        // What took a full copy has taken all that is older, too.
        if (this.isGone(points.at(-1)!, at)) return;
        yield { points };
        begun = base.end;
      }
    }
  }

  /** The newest full copy that was complete at an instant, however old: what builds on it keeps it. */
  #fullBefore(schedule: Schedule, { complete, captured }: Omit<UpTo, 'begun'>): Job | null {
    const { full } = this.#policy;
    const { anchor, from } = schedule.run;
    const newest = Math.floor((Math.min(complete, captured) - anchor) / full);
    for (let slot = newest; slot > newest - SLOTS_SEARCHED; slot--) {
      if (anchor + slot * full < from) return null;
      const job = schedule.full(slot);
      if (job && job.end <= complete) return job;
    }
    return null;
  }

  /** The newest point on the newest full copy, or on the one before, on which some still build. */
  #newestIn(schedule: Schedule, base: Job, upTo: Omit<UpTo, 'begun'>): RecoveryPoint {
    const { incremental, asOf } = this.#policy;
    const { complete, captured } = upTo;
    if (incremental === null) return fullPoint(base);
    const point = this.#newestOn(schedule, base, { complete, captured, begun: Infinity });
    // While a long full copy runs, incrementals build on the one before.
    if (asOf === 'start' && point.captured >= base.end) return point;
    const before = this.#fullBefore(schedule, { complete: base.end - 1, captured });
    if (!before) return point;
    const older = this.#newestOn(schedule, before, { complete, captured, begun: base.end });
    return older.captured > point.captured ? older : point;
  }

  /**
   * The newest point on a full copy. Only jobs are looked at from the second on that is sure to be
   * there whatever was lost before it: what came before changes nothing about those after it.
   */
  #newestOn(schedule: Schedule, base: Job, by: UpTo): RecoveryPoint {
    const { incremental, asOf } = this.#policy;
    const first = schedule.slotFrom(base.end);
    const last = schedule.slotUpTo(Math.min(by.complete, by.begun - 1, by.captured));
    if (last < first) return fullPoint(base);
    // One that lasts longer than the period might overtake those after it.
    const inOrder =
      asOf === 'start' || schedule.longest(schedule.startOf(last), base.start) <= incremental!;
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
      if (!job || job.end > by.complete) continue;
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
    if (!job || job.end > of.complete) continue;
    previous = job.start;
    if (!newest || job.captured > newest.captured) newest = job;
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
