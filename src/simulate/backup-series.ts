import { type Ms, ms } from '../base/units.js';
import { type Base, basedOn, Bases, stands } from './bases.js';
import { fullPoint, PointOn, pointOn } from './job-points.js';
import { partSlots } from './part-slots.js';
import type { BackupPlan } from './plan.js';
import { type Job, type Part, PARTS, Schedule, type SeriesContext } from './schedule.js';
import { SilentFaults } from './silent-faults.js';
import { firstOf, hasPassed, newestFirst, pointsIn } from './store-content.js';
import { StoreLosses } from './store-losses.js';
import type {
  Chain,
  ChainSource,
  RecoveryPoint,
  StoredPoint,
  StoredPoints,
} from './stored-points.js';

/** Full copies in a row of which one is sure to be complete, unless none ever is. */
const SLOTS_SEARCHED = 10_000;

/** A point that others may build on. */
interface StoredBase extends Base {
  readonly point: StoredPoint;
}

/** Which copies are asked for: begun before an instant, captured up to one, complete by one. */
interface UpTo {
  readonly begun: number;
  readonly captured: number;
  readonly complete: number;
}

/**
 * The backups of one service under one policy: what stands in the store that jobs send to. Every
 * time the schedule begins anew there is another one to look through.
 */
export class BackupSeries implements StoredPoints, ChainSource {
  readonly #policy: BackupPlan;
  readonly #about: { policy: BackupPlan; service: number; context: SeriesContext };
  readonly #schedules: Schedule[];
  readonly #losses: StoreLosses;
  readonly faults: SilentFaults;
  /** What builds on full copies. */
  readonly #kinds: readonly Part[];

  constructor(start: {
    policy: BackupPlan;
    service: number;
    source: number;
    context: SeriesContext;
  }) {
    const { source, ...about } = start;
    const { policy, service, context } = about;
    this.#policy = policy;
    this.#about = about;
    this.#losses = new StoreLosses(policy, context.sites);
    this.#kinds = PARTS.filter((kind) => policy[kind] !== null);
    const { verify } = policy;
    const { trial, silentFaults: rate } = context;
    this.faults = new SilentFaults({ rate, verify, trial, purpose: policy.faults[service]! });
    const begins = !policy.snapshot || source === policy.store;
    const to = begins ? Infinity : -Infinity;
    this.#schedules = [new Schedule({ source, anchor: policy.offset, from: -Infinity, to }, about)];
  }

  get running(): boolean {
    return this.#schedules.at(-1)!.run.to === Infinity;
  }

  stop(at: Ms): void {
    const { run } = this.#schedules.at(-1)!;
    if (run.to === Infinity) run.to = at;
  }

  goOn(): void {
    this.#schedules.at(-1)!.run.to = Infinity;
  }

  restart(at: Ms, source: number): void {
    this.stop(at);
    const run = { source, anchor: at, from: at, to: Infinity };
    this.#schedules.push(new Schedule(run, this.#about));
  }

  wipe(at: Ms): void {
    this.stop(at);
    this.#losses.wipe(at);
  }

  lose(at: Ms): void {
    this.stop(at);
    this.#losses.lose(at);
  }

  isGone(point: Pick<RecoveryPoint, 'end' | 'chain'>, at: number): boolean {
    return this.#losses.took(point, at);
  }

  lastWipe(at: number): Ms | null {
    return this.#losses.lastWipe(at);
  }

  isSpoilt(point: RecoveryPoint): boolean {
    return this.faults.spoils(point);
  }

  hasPassed(point: RecoveryPoint, at: Ms): boolean {
    return hasPassed(this, this.faults, { point, at });
  }

  newest(at: Ms): RecoveryPoint | null {
    return this.#isPlain ? this.#newest(at, Infinity) : firstOf(this.points(at));
  }

  newestUpTo(at: Ms, captured: number): RecoveryPoint | null {
    return this.#isPlain && this.#policy.asOf === 'start' ? this.#newest(at, captured) : null;
  }

  /** Whether the newest point can be found without looking through all. */
  get #isPlain(): boolean {
    return this.#policy.differential === null && this.#policy.log === null;
  }

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

  points(at: Ms): Iterable<RecoveryPoint> {
    return pointsIn(this, this.#about, at);
  }

  #firstOf(at: Ms): RecoveryPoint | null {
    return firstOf(this.points(at));
  }

  *chains(at: Ms): Generator<Chain> {
    if (this.#about.context.jobFailure >= 1) return;
    for (let i = this.#schedules.length - 1; i >= 0; i--) {
      const schedule = this.#schedules[i]!;
      const complete = Math.min(at, schedule.run.to);
      let [started, begun] = [complete, Infinity];
      for (;;) {
        const base = this.#fullBefore(schedule, { started, complete });
        if (!base) break;
        const taken = this.#takenOn(schedule, base, { begun, complete, captured: Infinity });
        started = base.start - 1;
        begun = Math.min(begun, base.end);
        const olderUntil = begun + schedule.longestBefore(ms(begun));
        yield { schedule, start: base.start, taken, points: newestFirst(taken), olderUntil };
      }
    }
  }

  logEnd(schedule: Schedule, slot: number): number {
    return schedule.logEnd(slot);
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
    if (incremental === null) return fullPoint(schedule, base);
    const first = schedule.slotFrom(base.end);
    const last = schedule.slotUpTo(Math.min(by.complete, by.begun - 1, by.captured));
    if (last < first) return fullPoint(schedule, base);
    const start = schedule.startOf(last);
    if (!schedule.isMonotone(base.start, start)) return newestOf(this.#takenOn(schedule, base, by));
    // One that lasts longer than the period might overtake those after it.
    const inOrder = asOf === 'start' || schedule.longest(start, base.start) <= incremental;
    let slot = inOrder ? last : first - 1;
    for (let sure = 0; slot >= first; slot--) {
      if (!schedule.isSure(slot, { base: base.start, complete: by.complete })) continue;
      if (++sure === 2) break;
    }
    const begin = Math.max(slot, first - 1);
    const previous = begin < first ? base.start : schedule.startOf(begin);
    const newest = newestFrom(schedule, { begin, last, previous, complete: by.complete });
    if (!newest) return fullPoint(schedule, base);
    return new PointOn(base, newest, () => this.#bytesOf(schedule, base, { job: newest, by }));
  }

  /** Bytes of a full copy and of what builds on it up to a job. */
  #bytesOf(schedule: Schedule, base: Job, { job, by }: { job: Job; by: UpTo }): number {
    const written = schedule.written(base.start, job.start);
    if (written !== null) return base.bytes + written;
    const taken = this.#takenOn(schedule, base, by);
    return taken.findLast(({ captured }) => captured === job.captured)!.bytes;
  }

  /** A full copy and what builds on it, in the order in which they were taken. */
  #takenOn(schedule: Schedule, base: Job, by: UpTo): readonly StoredPoint[] {
    const full = fullPoint(schedule, base);
    const taken = [full];
    const first = { start: base.start, lost: Infinity, complete: base.end, point: full };
    const bases = new Bases<StoredBase>(first);
    const last = Math.min(by.complete, by.begun - 1, by.captured);
    for (const { kind, slot } of partSlots(schedule, this.#kinds, { from: base.end, last })) {
      const isWhole = kind === 'differential';
      const on = isWhole ? first : bases.lastAt(schedule.startOfPart(kind, slot));
      const job = schedule.part(kind, slot, on.start);
      if (!job) continue;
      const point = pointOn(schedule, on.point, job);
      const next = { ...basedOn(on, job), point };
      bases.add(next);
      if (stands(next, by.complete)) taken.push(point);
    }
    return taken;
  }
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
    // What builds on one that is under way is of no use before that is complete.
    if (job.end > of.complete) break;
    previous = job.start;
    if (!newest || job.captured >= newest.captured) newest = job;
  }
  return newest;
}

/** The newest state of some points, of equals the one that was taken last. */
function newestOf(taken: readonly StoredPoint[]): StoredPoint {
  return taken.reduce((a, b) => (b.captured >= a.captured ? b : a));
}
