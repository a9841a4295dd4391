import { cleaningOf } from './slow-data.js';
import type { Slow, SlowService, State } from './slow-state.js';
import type { Point, Store } from './store.js';

/** What a store gives back that is of use: the newest state, and where it is tainted the newest clean. */
export function statesOfUse(slow: Slow, service: SlowService, number: number): State[] {
  const store = service.stores[number]!;
  const usable = statesIn(service, store)
    .filter(({ point }) => isTrusted(service, store, point))
    .filter((state) => !isRejected(service, number, state.captured))
    .map((state) => ({ ...state, cleans: cleaningOf(slow, service, state.captured) }))
    .filter((state): state is State => state.cleans !== 'refused');
  const clean = usable.find(({ cleans }) => cleans === -1);
  return [...new Set([...usable.slice(0, 1), ...(clean ? [clean] : [])])];
}

/** Where the states that a store gives back begin and end, and where harm cuts into them. */
export function turningPoints(service: SlowService, number: number): number[] {
  return statesIn(service, service.stores[number]!).map(({ captured }) => captured);
}

/** The state of one instant, if a store can give it back and it is of use; else null. */
export function canGiveBack(
  slow: Slow,
  service: SlowService,
  { number, at, clean }: { number: number; at: number; clean: boolean },
): State | null {
  const store = service.stores[number]!;
  // The newest state of a log is also the point after it, which may be the one that is mistrusted.
  const reaching = stretchesIn(store)
    .filter(({ point }) => isTrusted(service, store, point))
    .find(({ point, last }) => point.captured <= at && at <= last);
  if (!reaching) return null;
  const cleans = cleaningOf(slow, service, at);
  if (cleans === 'refused' || (clean && cleans >= 0)) return null;
  return isRejected(service, number, at) ? null : { point: reaching.point, captured: at, cleans };
}

/** Points, newest first, and the newest state that the logs of each lead to. */
function stretchesIn(store: Store) {
  const { points } = store;
  return points.map((point, i) => {
    const upTo = Math.min(store.loggedUntil(point.job.run), points[i - 1]?.captured ?? Infinity);
    return { point, last: Math.max(point.captured, upTo) };
  });
}

/**
 * States to choose from, newest first: of each point the newest that its logs lead to, and those just
 * before each damage or intrusion since the point.
 */
function statesIn({ damages, taints }: SlowService, store: Store) {
  return stretchesIn(store).flatMap(({ point, last }) => {
    const before = [...damages, ...taints].map(({ from }) => from);
    const inside = before.filter((at) => at >= point.captured && at < last).sort((a, b) => b - a);
    return [...new Set([last, ...inside])].map((captured) => ({ point, captured }));
  });
}

/** Whether nobody has reason to think that the point cannot be restored. */
function isTrusted({ recovery }: SlowService, { plan }: Store, point: Point): boolean {
  const { spoilt } = recovery!;
  const found = spoilt.filter(({ root }) => root === plan.root);
  if (found.some(({ full }) => point.full.captured >= full)) return false;
  return found.length < plan.tries || point.passed;
}

function isRejected({ recovery }: SlowService, policy: number, captured: number): boolean {
  return recovery!.rejected.some(
    (way) => way.via === 'restore' && way.policy === policy && way.captured === captured,
  );
}
