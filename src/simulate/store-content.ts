import type { Ms } from '../base/units.js';
import { keptPoints } from './kept-points.js';
import { lastLog, withLogs } from './log-shipping.js';
import type { BackupPlan } from './plan.js';
import type { SilentFaults } from './silent-faults.js';
import type {
  Chain,
  ChainSource,
  RecoveryPoint,
  StoredPoint,
  StoredPoints,
} from './stored-points.js';

/** Whether the newest point at some restore test, when that found nothing, was this one. */
export function hasPassed(
  points: Pick<StoredPoints, 'newest'>,
  faults: SilentFaults,
  { point, at }: { point: RecoveryPoint; at: Ms },
): boolean {
  if (faults.spoils(point)) return false;
  for (const test of faults.tests(at)) {
    if (test < point.end) return false;
    const newest = points.newest(test);
    // The log has come further since; the copy is the same.
    if (newest?.since === point.since && newest.chain === point.chain) return true;
  }
  return false;
}

/** What a store keeps at an instant, newest first, with what its log adds. */
export function* pointsIn(
  source: ChainSource,
  { policy, context }: { policy: BackupPlan; context: { readonly start: number } },
  at: Ms,
): Generator<RecoveryPoint> {
  const kept = keptPoints(stillThere(source, at), policy.retention, context.start);
  if (policy.log === null) yield* kept;
  else {
    yield* withLogs(kept, (schedule) =>
      lastLog(schedule, at, (slot) => source.logEnd(schedule, slot)),
    );
  }
}

/** What has been stored by an instant and is still there. */
function* stillThere(source: ChainSource, at: Ms): Generator<Chain> {
  for (const chain of source.chains(at)) {
    // What took a full copy has taken all that is older, too.
    if (source.isGone(chain.taken[0]!, at)) return;
    yield chain;
  }
}

/** The first of some points; null where there is none. */
export function firstOf(points: Iterable<RecoveryPoint>): RecoveryPoint | null {
  for (const point of points) return point;
  return null;
}

/** Points in order of what they give back. */
export function newestFirst(taken: readonly StoredPoint[]): readonly StoredPoint[] {
  // One that catches up on a long stretch may end after the one that follows it.
  return taken.toReversed().sort((a, b) => b.captured - a.captured);
}
