import { abortFailback, reprotect, stopSeeding } from './aftermath.js';
import { stop } from './noticing.js';
import { accept, reconsider } from './recovery.js';
import type { ServiceState, World } from './world.js';

/** A disaster strikes: every service is told, then everything in its scope is hit. */
export function strike(world: World, number: number): void {
  const { hazard } = world.disasters[number]!;
  const { site, destroys } = world.plan.hazards[hazard]!;
  if (!world.sites.absenceBy(number, hazard)) return;
  tellStrike(world, number, site);
  for (const service of world.services) hit(world, service, { number, site, destroys });
}

/** An incident for whom it touches and for all who depend on them; else perhaps an exposure. */
function tellStrike(world: World, disaster: number, site: number): void {
  const at = world.calendar.now;
  const struck = new Set<number>();
  for (const service of world.services) {
    if (touches(world, service, site)) {
      for (const carried of service.plan.carries) struck.add(carried);
    }
  }
  for (const service of world.services) {
    const about = { at, service: service.number, disaster };
    if (struck.has(service.number)) world.facts.push({ kind: 'struck', ...about });
    else if (uses(world, service, site)) world.facts.push({ kind: 'exposed', ...about });
  }
}

/** The service serves there, or is about to. */
function touches(world: World, service: ServiceState, site: number): boolean {
  if (service.seat === site && !service.seatLost) return true;
  const path = service.recovery?.path;
  switch (path?.kind) {
    case 'failover':
      return service.copies[path.copy]!.site === site;
    case 'restore':
      return path.place === site || world.strategy.backups[path.policy]!.store === site;
    default:
      return false;
  }
}

/** The service keeps a copy or backups there. */
function uses(world: World, service: ServiceState, site: number): boolean {
  return (
    service.copies.some((copy) => copy.site === site) ||
    world.strategy.backups.some(({ store }) => store === site)
  );
}

function hit(
  world: World,
  service: ServiceState,
  what: { number: number; site: number; destroys: boolean },
): void {
  const { site, destroys, number } = what;
  stopSeeding(world, service, site);
  if (destroys) lose(world, service, site);
  const down = service.recovery !== null;
  if (service.seat === site && !down) stop(world, service, number);
  else if (down && uses(world, service, site)) reconsider(world, service);
  else if (service.failingBackSince !== null && site === world.strategy.primary) {
    abortFailback(world, service);
  }
}

/** Equipment and data at the site are gone. */
function lose(world: World, service: ServiceState, site: number): void {
  if (service.seat === site) service.seatLost = true;
  for (const copy of service.copies) {
    if (copy.site === site && copy.state !== 'seat') copy.state = 'empty';
  }
  service.backups.forEach((series, policy) => {
    // What is rebuilt is empty: neither source nor store goes on as if nothing had happened.
    const stored = world.strategy.backups[policy]!.store === site;
    if (stored || service.seat === site) series.stop(world.calendar.now);
  });
}

/** A site is there again: as it was, or new and empty. */
export function siteReturns(world: World, site: number): void {
  for (const service of world.services) {
    const { recovery } = service;
    if (!recovery) {
      reprotect(world, service);
    } else if (service.seat === site && !service.seatLost) {
      accept(world, service);
    } else if (uses(world, service, site)) {
      reconsider(world, service);
    }
  }
}
