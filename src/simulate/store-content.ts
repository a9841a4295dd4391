import type { Ms } from '../base/units.js';
import { keptPoints } from './kept-points.js';
import { lastLog, withLogs } from './log-shipping.js';
import type { BackupPlan } from './plan.js';
import type { SilentFaults } from './silent-faults.js';
import { survivingChains } from './surviving-chains.js';
import type { ChainSource, RecoveryPoint, StoredPoint, StoredPoints } from './stored-points.js';

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
  const store = { source, retention: policy.retention, start: context.start };
  const chains = survivingChains(store, { complete: at, taken: at });
  const kept = keptPoints(chains, policy.retention, context.start);
  if (policy.log === null) yield* kept;
  else {
    yield* withLogs(kept, (schedule) =>
      lastLog(schedule, at, (slot) => source.logEnd(schedule, slot)),
    );
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
