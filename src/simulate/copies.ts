import { type Ms, ms } from '../base/units.js';
import { lineTo, outOfTouch } from './out-of-touch.js';
import type { StepLuck } from './plan.js';
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
  const { holds, site } = copy;
  switch (holds.kind) {
    case 'live': {
      const sync = applyOf(world, copy) === null;
      const { seat, seatSince, serving, recovery } = service;
      const at = serving || !recovery ? world.calendar.now : recovery.sentUntil;
      const { reconnect } = lineTo(world, service, copy);
      const to = { site, since: Math.min(holds.since, at), sync, reconnect };
      return received(world, service, { from: { site: seat, since: seatSince, share: 1 }, to, at });
    }
    case 'stale':
      return holds.captured;
    default:
      return null;
  }
}

/**
 * What a promotion of a copy would still apply; null where it has applied all that counts. The
 * primary is like those that serve beside it; where it serves alone it is only seeded for its return.
 */
export function applyOf({ strategy }: World, { standby }: Copy): StepLuck | null | undefined {
  const like = standby ?? strategy.standbys.find(({ clients }) => clients > 0);
  return like && like.apply;
}

interface Stream {
  /** Where writes are made, since when, and which share of all of them. */
  readonly from: { readonly site: number; readonly since: number; readonly share: number };
  /** Where they are received; one that was seeded while nothing was written holds all there was. */
  readonly to: {
    readonly site: number;
    readonly since: number;
    readonly sync: boolean;
    /** Longest pause after a cut until sending goes on. */
    readonly reconnect: number;
  };
  readonly at: Ms;
}

/** Newest of the writes made at one site that had arrived at another at an instant. */
export function received(world: World, service: ServiceState, { from, to, at }: Stream): Ms {
  const { plan } = world;
  const { since, sync } = to;
  const { places } = service;
  const link = linkBetween(plan, from.site, to.site);
  const line = { from: from.site, to: to.site, reconnect: to.reconnect };
  const cuts = outOfTouch(world, service, { line, since, at });
  // What both places must have before it counts is never behind, unless they lost touch.
  if (sync && cuts.length === 0) return at;
  const age = unsentAge(
    {
      writes: writesNow({ plan }, service.plan, at) * from.share,
      profile: service.plan.writeProfile,
      rate: usableRate(plan, link),
      intoWeek: plan.intoWeek,
      cuts,
      halts: places.within(from.site, since, at).filter((one) => one.from >= from.since),
      stalls: service.stalls.filter((one) => one.from >= from.since && one.to > since),
    },
    { since, at },
  );
  if (sync && age === 0) return at;
  const latency = link < 0 ? 0 : Math.round(plan.parameters.of(plan.links[link]!.latency));
  return ms(Math.max(since, at - age) - latency);
}

/** Another copy, which has all that the seat has, counts from now on; the seat is one like it. */
export function passSeat(service: ServiceState, to: Copy, liveSince: number): void {
  for (const copy of service.copies) {
    if (copy.holds.kind === 'seat') copy.holds = { kind: 'live', since: liveSince };
  }
  to.holds = { kind: 'seat' };
  service.seat = to.site;
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
      const newest = capturedBy(world, service, copy)!;
      const common = Math.min(parted, newest);
      return { kind: 'stale', captured: newest, parted: common, lostTo: disaster };
    }
    case 'seat':
      if (service.seatLostTo !== null) return { kind: 'empty', lostTo: service.seatLostTo };
      return { kind: 'stale', captured: captured ?? stopped, parted, lostTo: disaster };
  }
}
