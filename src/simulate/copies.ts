import { type Ms, ms } from '../base/units.js';
import { unsentAge } from './replication.js';
import {
  type Copy,
  type Holding,
  linkBetween,
  type ServiceState,
  usableRate,
  type World,
  writesNow,
} from './world.js';

/**
 * Newest write that a copy could give back to a service that has stopped, before what was still to
 * be applied; null where it holds nothing beside the seat.
 */
export function capturedBy(world: World, service: ServiceState, copy: Copy): Ms | null {
  const { holds, site, standby } = copy;
  switch (holds.kind) {
    case 'live': {
      const sync = standby !== null && standby.apply === null;
      return receivedUntil(world, service, { site, since: holds.since, sync });
    }
    case 'stale':
      return holds.captured;
    default:
      return null;
  }
}

/** Newest write that had arrived at a live copy when the service stopped. */
function receivedUntil(
  { plan, sites }: World,
  service: ServiceState,
  copy: { site: number; since: number; sync: boolean },
): Ms {
  const { site, sync } = copy;
  const at = service.recovery!.stopped;
  // One that was seeded while a planned return kept the service down holds all there was.
  const since = Math.min(copy.since, at);
  const link = linkBetween(plan, service.seat, site);
  const within = ({ from, to }: { from: Ms; to: Ms }) => to > since && from < at;
  const halts = sites.absences(service.seat).filter(({ from }) => from >= service.seatSince);
  const cuts = sites.absences(site).filter(within);
  // What both places must have before it counts is never behind, unless they lost touch.
  if (sync && cuts.length === 0) return at;
  const age = unsentAge(
    {
      writes: writesNow({ plan }, service.plan, at),
      profile: service.plan.writeProfile,
      rate: usableRate(plan, link),
      intoWeek: plan.intoWeek,
      cuts,
      halts: halts.filter(within),
    },
    { since, at },
  );
  if (sync && age === 0) return at;
  const latency = link < 0 ? 0 : Math.round(plan.parameters.of(plan.links[link]!.latency));
  return ms(Math.max(since, at - age) - latency);
}

/** Up to when the data of a copy is the seat's history too; -Infinity where no such instant is known. */
export function partedAt(world: World, service: ServiceState, copy: Copy): number {
  const { holds } = copy;
  if (holds.kind === 'stale') return holds.parted;
  return capturedBy(world, service, copy) ?? -Infinity;
}

/**
 * What a copy holds once the true data is elsewhere: what it held, which nothing is added to.
 *
 * @param parted up to when the new true data is the history of the old seat too
 */
export function leftBehind(
  world: World,
  service: ServiceState,
  { copy, parted }: { copy: Copy; parted: number },
): Holding {
  const { holds } = copy;
  const { disaster, captured, stopped } = service.recovery!;
  switch (holds.kind) {
    case 'empty':
      return holds;
    case 'stale':
      return { ...holds, parted: Math.min(parted, holds.parted) };
    case 'live': {
      const received = capturedBy(world, service, copy)!;
      const common = Math.min(parted, received);
      return { kind: 'stale', captured: received, parted: common, lostTo: disaster };
    }
    case 'seat':
      if (service.seatLostTo !== null) return { kind: 'empty', lostTo: service.seatLostTo };
      return { kind: 'stale', captured: captured ?? stopped, parted, lostTo: disaster };
  }
}
