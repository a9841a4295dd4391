import type { StepLuck } from '../../src/simulate/plan.js';
import { newestRelayed, relayOf } from './relay.js';
import { newestReceived } from './replica.js';
import {
  type Holds,
  later,
  luck,
  type Slow,
  type SlowCopy,
  type SlowDamage,
  type SlowService,
  WHEN,
} from './slow-state.js';

/** Whether a state captured then is in a stretch of damage or of an intrusion. */
export function liesIn({ from, to }: { from: number; to: number }, captured: number): boolean {
  return from < captured && captured <= to;
}

export function isKnownToBeDamaged({ damages }: SlowService, captured: number): boolean {
  return damages.some((damage) => damage.known && liesIn(damage, captured));
}

/** Disaster for which a state has to be cleaned, -1 where it is clean, 'refused' where nobody may. */
export function cleaningOf(slow: Slow, service: SlowService, captured: number): number | 'refused' {
  if (isKnownToBeDamaged(service, captured)) return 'refused';
  const taints = service.taints.filter((taint) => liesIn(taint, captured));
  const wipeOf = (disaster: number) => slow.plan.hazards[slow.disasters[disaster]!.hazard]!.wipes!;
  if (taints.some(({ disaster }) => wipeOf(disaster).discards)) return 'refused';
  return taints.at(-1)?.disaster ?? -1;
}

/** Damage that costs the service something now. */
export function degradings({ damages }: SlowService): SlowDamage[] {
  return damages.filter(({ to, impact }) => to === Infinity && impact > 0);
}

/** The true data is another from now on: what does not lie in that state is healed. */
export function replaceData(
  slow: Slow,
  service: SlowService,
  captured: number,
  isBack: (damage: SlowDamage) => void,
): void {
  const { now } = slow.future;
  for (const damage of service.damages) {
    if (!liesIn(damage, captured)) damage.to = Math.min(damage.to, now);
    else if (damage.to < Infinity) {
      damage.to = Infinity;
      if (!damage.awaited) isBack(damage);
    }
  }
  for (const taint of service.taints) taint.to = Math.min(taint.to, now);
}

/** Somebody will find out after a while, `discover` says what then. */
export function awaitDiscovery(
  slow: Slow,
  service: SlowService,
  damage: SlowDamage,
  discover: () => void,
): void {
  const { detect } = slow.plan.hazards[slow.disasters[damage.disaster]!.hazard]!;
  const { disaster } = damage;
  const after = luck(slow, service, detect!, { disaster, attempt: damage.attempts++ });
  damage.awaited = true;
  later(slow, after, discover, WHEN.observe);
}

/** What still has to be applied where a copy takes over; null for a synchronous one. */
export function applyingAt({ strategy }: Slow, copy: SlowCopy): StepLuck | null | undefined {
  if (copy.standby) return copy.standby.apply;
  return strategy.standbys.find(({ clients }) => clients > 0)?.apply;
}

/** The newest write that a copy has; null where it holds nothing of its own. */
export function stateOfCopy(slow: Slow, service: SlowService, copy: SlowCopy): number | null {
  const { holds } = copy;
  if (holds.is === 'stale') return holds.captured;
  if (holds.is !== 'live') return null;
  const { recovery, serving } = service;
  const at = recovery && !serving ? recovery.sentUntil : slow.future.now;
  const sync = applyingAt(slow, copy) === null;
  const relay = relayOf(slow, service, copy);
  if (relay) {
    return newestRelayed(slow, service, { copy, relay, since: Math.min(holds.since, at), at });
  }
  const from = { site: service.seat, since: service.seatSince, share: 1 };
  return newestReceived(slow, service, { from, to: { copy, since: holds.since, sync }, at });
}

/** Up to when a copy and the seat have the same history. */
export function commonWith(slow: Slow, service: SlowService, copy: SlowCopy): number {
  if (copy.holds.is === 'stale') return copy.holds.parted;
  return stateOfCopy(slow, service, copy) ?? -Infinity;
}

/** What each copy holds once the true data is at a place, which shares the history until then. */
export function holdingsAfterMove(
  slow: Slow,
  service: SlowService,
  { place, common, applied }: { place: number; common: number; applied: Map<SlowCopy, number> },
): Holds[] {
  const { disaster, captured, stopped } = service.recovery!;
  const lateness = (copy: SlowCopy) => {
    const state = applied.get(copy);
    return state === undefined ? {} : { applied: state };
  };
  return service.copies.map((copy): Holds => {
    const { holds } = copy;
    if (copy.site === place) return { is: 'seat' };
    if (holds.is === 'empty') return holds;
    if (holds.is === 'stale') return { ...holds, parted: Math.min(common, holds.parted) };
    if (holds.is === 'live') {
      const received = stateOfCopy(slow, service, copy)!;
      const parted = Math.min(common, received);
      return { is: 'stale', captured: received, parted, lostTo: disaster, ...lateness(copy) };
    }
    if (service.lostTo !== null) return { is: 'empty', lostTo: service.lostTo };
    return { is: 'stale', captured: captured ?? stopped, parted: common, lostTo: disaster };
  });
}
