import { invariant } from '../base/invariant.js';
import { type Ms, ms } from '../base/units.js';
import { lineTo, outOfTouch } from './out-of-touch.js';
import type { StepLuck } from './plan.js';
import { relayedTo } from './relays.js';
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
  const { holds } = copy;
  switch (holds.kind) {
    case 'live': {
      const { serving, recovery } = service;
      const at = serving || !recovery ? world.calendar.now : recovery.sentUntil;
      return receivedBy(world, service, { copy, since: holds.since, at });
    }
    case 'stale':
      return holds.captured;
    default:
      return null;
  }
}

/** Newest write that a copy that has received all writes `since` then had received at an instant. */
function receivedBy(
  world: World,
  service: ServiceState,
  { copy, since, at }: { copy: Copy; since: number; at: Ms },
): Ms {
  const { seat, seatSince } = service;
  const relayed = relayedTo(world, service, { copy, since: Math.min(since, at), at });
  if (relayed !== undefined) return relayed;
  const sync = applyOf(world, copy) === null;
  const { reconnect } = lineTo(world, service, copy);
  const to = { site: copy.site, since: Math.min(since, at), sync, reconnect };
  return received(world, service, { from: { site: seat, since: seatSince, share: 1 }, to, at });
}

/**
 * The state that a copy that applies late has come to: a write is applied so long after it was made,
 * until the copy is stopped because something is noticed that it has not applied yet.
 */
export function appliedBy(world: World, service: ServiceState, copy: Copy): Ms {
  const { holds } = copy;
  if (holds.kind === 'stale') return holds.applied ?? holds.captured;
  const { now } = world.calendar;
  const since = holds.kind === 'live' ? holds.since : -Infinity;
  let stop: number = now;
  for (const { from, to, knownAt } of [...service.damages, ...service.taints]) {
    // What is being replaced just now has not let it go on.
    if (to < now || knownAt >= stop || knownAt < since) continue;
    if (appliedAt(world, service, { copy, at: ms(knownAt) }) <= from) stop = knownAt;
  }
  return appliedAt(world, service, { copy, at: ms(stop) });
}

function appliedAt(world: World, service: ServiceState, { copy, at }: { copy: Copy; at: Ms }): Ms {
  const { holds, standby } = copy;
  invariant(holds.kind === 'live', () => `a copy that is ${holds.kind} applies nothing`);
  const { recovery, serving } = service;
  const sent = serving || !recovery ? at : ms(Math.min(at, recovery.sentUntil));
  const newest = receivedBy(world, service, { copy, since: holds.since, at: sent });
  const due = Math.max(holds.since, at - standby!.delay);
  return ms(Math.max(holds.applied ?? -Infinity, Math.min(newest, due)));
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
      bursts: service.plan.bursts,
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

/** A live copy to which nothing is added any more. */
export function staleFrom(
  world: World,
  service: ServiceState,
  {
    copy,
    ...of
  }: { copy: Copy } & Pick<Holding & { kind: 'stale' }, 'captured' | 'parted' | 'lostTo'>,
): Holding {
  if (!copy.standby?.delay) return { kind: 'stale', ...of };
  return { kind: 'stale', ...of, applied: appliedBy(world, service, copy) };
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
      return staleFrom(world, service, {
        copy,
        captured: newest,
        parted: common,
        lostTo: disaster,
      });
    }
    case 'seat':
      if (service.seatLostTo !== null) return { kind: 'empty', lostTo: service.seatLostTo };
      return { kind: 'stale', captured: captured ?? stopped, parted, lostTo: disaster };
  }
}
