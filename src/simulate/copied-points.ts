import { type Ms, ms, SECOND } from '../base/units.js';
import type { BackupPlan } from './plan.js';
import { settled } from './absences.js';
import type { Schedule } from './schedule.js';
import type { SilentFaults } from './silent-faults.js';
import type { SiteTimeline } from './site-timeline.js';
import { firstOf, hasPassed, newestFirst, pointsIn } from './store-content.js';
import { StoreLosses } from './store-losses.js';
import type {
  Chain,
  ChainSource,
  RecoveryPoint,
  StoredPoint,
  StoredPoints,
} from './stored-points.js';

/** What a further store needs to know of the trial. */
export interface FurtherContext {
  readonly sites: SiteTimeline;
  /** Site of the store before, and number of the link from it; -1 within a site. */
  readonly site: number;
  readonly link: number;
  /** Bytes a second from there; anything where points go by courier. */
  readonly rate: number;
  /** ms since 1970-01-01 UTC of the instant 0. */
  readonly start: number;
  readonly faults: SilentFaults;
}

/**
 * A further store, which is sent the points of the one before it. Like jobs, nothing is simulated
 * step by step: when a point has arrived follows from when it was complete before.
 */
export class CopiedPoints implements StoredPoints, ChainSource {
  /** It begins anew with the store before it. */
  readonly running = true;
  readonly #before: ChainSource;
  readonly #about: { readonly policy: BackupPlan; readonly context: FurtherContext };
  readonly #losses: StoreLosses;

  constructor(
    before: ChainSource,
    about: { readonly policy: BackupPlan; readonly context: FurtherContext },
  ) {
    this.#before = before;
    this.#about = about;
    this.#losses = new StoreLosses(about.policy, about.context.sites);
  }

  stop(): void {
    // What is complete in the store before is still sent.
  }

  goOn(): void {
    // What was not stopped need not go on.
  }

  restart(): void {
    // Nor is there a schedule of its own to begin.
  }

  wipe(at: Ms): void {
    this.#losses.wipe(at);
  }

  lose(at: Ms): void {
    this.#losses.lose(at);
  }

  isGone(point: Pick<RecoveryPoint, 'end' | 'chain'>, at: number): boolean {
    return this.#losses.took(point, at);
  }

  lastWipe(at: number): Ms | null {
    return this.#losses.lastWipe(at);
  }

  isSpoilt(point: RecoveryPoint): boolean {
    return this.#about.context.faults.spoils(point);
  }

  hasPassed(point: RecoveryPoint, at: Ms): boolean {
    return hasPassed(this, this.#about.context.faults, { point, at });
  }

  newest(at: Ms): RecoveryPoint | null {
    return firstOf(this.points(at));
  }

  newestUpTo(): null {
    return null;
  }

  surelyKeeps(): boolean {
    return false;
  }

  points(at: Ms): Iterable<RecoveryPoint> {
    return pointsIn(this, this.#about, at);
  }

  *chains(at: Ms): Generator<Chain> {
    for (const chain of this.#sentChains(at)) {
      const arrived = this.#arrivedOf(chain, at);
      if (arrived) yield arrived;
    }
  }

  logEnd(schedule: Schedule, slot: number): number {
    if (this.#about.policy.sent!.every !== null) return Infinity;
    const end = this.#before.logEnd(schedule, slot);
    if (end === Infinity) return Infinity;
    const captured = schedule.logCaptured(slot);
    const period = this.#about.policy.log!;
    const bytes = schedule.loggedBytes(ms(captured - period), captured) / schedule.reduction;
    return this.#arrival({ end: ms(end), part: bytes, chain: captured });
  }

  /** Chains of the store before that are sent on: all, or the oldest of each stretch. */
  *#sentChains(at: Ms): Generator<Chain> {
    const { every } = this.#about.policy.sent!;
    if (every === null) {
      yield* this.#before.chains(at);
      return;
    }
    let oldest: Chain | null = null;
    for (const chain of this.#before.chains(at)) {
      if (oldest && !this.#inOneStretch(oldest, chain, every)) yield oldest;
      oldest = chain;
    }
    if (oldest) yield oldest;
  }

  #inOneStretch(a: Chain, b: Chain, every: Ms): boolean {
    const stretchOf = ({ start, schedule }: Chain) =>
      Math.floor((start - schedule.run.anchor) / every);
    return a.schedule === b.schedule && stretchOf(a) === stretchOf(b);
  }

  #arrivedOf({ schedule, start, taken, olderUntil: until }: Chain, at: Ms): Chain | null {
    const copies = new Map<StoredPoint, StoredPoint>();
    const sent = this.#about.policy.sent!.every === null ? taken : taken.slice(0, 1);
    for (const point of sent) {
      const on = point.on && copies.get(point.on);
      if (point.on && !on) continue;
      const end = Math.max(this.#arrival(point), on?.end ?? -Infinity);
      if (end <= at) copies.set(point, arrivedAs(point, { end: ms(end), on: on ?? null }));
    }
    const arrived = [...copies.values()];
    if (arrived.length === 0) return null;
    // Whatever was complete earlier in the store before has arrived no later than the most would.
    const part = schedule.mostBefore(ms(until));
    const olderUntil = this.#arrivalAt({ end: ms(until), part });
    return { schedule, start, taken: arrived, points: newestFirst(arrived), olderUntil };
  }

  /** When a point has arrived; Infinity where it was lost before. */
  #arrival(point: Pick<StoredPoint, 'end' | 'part' | 'chain'>): number {
    const { takes } = this.#about.policy.sent!;
    const arrival = this.#arrivalAt(point);
    const left = takes === null ? arrival : ms(arrival - takes);
    return this.#before.isGone(point, left) ? Infinity : arrival;
  }

  /** When what was complete at an instant in the store before would be here. */
  #arrivalAt({ end, part }: Pick<StoredPoint, 'end' | 'part'>): Ms {
    const { policy, context } = this.#about;
    const { hold, takes } = policy.sent!;
    const { sites, site, link, rate } = context;
    const length = takes ?? ms(Math.ceil((part / rate) * SECOND));
    const start = settled(ms(end + hold), [
      (at) => sites.clearFrom(site, at, length),
      (at) => sites.clearFrom(policy.store, at, length),
      (at) => (link < 0 || takes !== null ? at : sites.links.clearFrom(link, at, length)),
    ]);
    return ms(start + length);
  }
}

function arrivedAs(
  point: StoredPoint,
  { end, on }: { end: Ms; on: StoredPoint | null },
): StoredPoint {
  const { captured, bytes, chain, since, logged, upTo, schedule, part } = point;
  return { captured, end, bytes, chain, since, logged, upTo, schedule, part, on };
}
