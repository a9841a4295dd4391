import { capturedBy } from './copies.js';
import { type Copy, linkBetween, type ServiceState, type World } from './world.js';

/** Whether a write would have waited for a copy until just now: it was in touch and had them all. */
export function isWaitedFor(world: World, service: ServiceState, copy: Copy): boolean {
  const { holds, site, standby } = copy;
  if (!standby?.halts || holds.kind !== 'live') return false;
  const { now } = world.calendar;
  const link = linkBetween(world.plan, service.seat, site);
  const apart = link >= 0 && world.sites.links.wasAway(link, now, now);
  if (apart || service.places.wasAway(site, now, now)) return false;
  return !holds.leftOut || capturedBy(world, service, copy) === now;
}

function inTouch({ plan, sites, calendar }: World, service: ServiceState, copy: Copy): boolean {
  const { now } = calendar;
  const link = linkBetween(plan, service.seat, copy.site);
  return service.places.isUp(copy.site, now) && (link < 0 || sites.links.isUp(link, now));
}

/** A service that goes on does so without the copies that are out of touch. */
export function leaveOut(world: World, service: ServiceState): void {
  if (!world.strategy.halts) return;
  for (const copy of service.copies) {
    const { holds, standby } = copy;
    if (!standby?.halts || holds.kind !== 'live' || inTouch(world, service, copy)) continue;
    copy.holds = { ...holds, leftOut: true };
  }
}

/** Whether the seat is there with its data, but stands still. */
export function seatStands({ calendar }: World, service: ServiceState): boolean {
  const { seatLostTo, serving, places, seat } = service;
  return seatLostTo === null && !serving && places.isUp(seat, calendar.now);
}

/** Whether a service still waits for a copy: until people have decided to go on without it. */
export function isHeld(world: World, service: ServiceState): boolean {
  const { held, stage } = service.recovery!;
  if (stage === 'recovering') return false;
  return held.some((number) => {
    const copy = service.copies[number]!;
    return copy.holds.kind !== 'live' || !inTouch(world, service, copy);
  });
}
