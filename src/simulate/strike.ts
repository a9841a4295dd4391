import { abortFailback, reprotect, stopSeeding } from './aftermath.js';
import { needsStore, placeOf } from './course.js';
import { stop } from './noticing.js';
import { accept, reconsider, undo } from './recovery.js';
import type { ServiceState, World } from './world.js';

/** A disaster strikes: every service is told, then everything in its scope is hit. */
export function strike(world: World, number: number): void {
  const { hazard } = world.disasters[number]!;
  const { destroys } = world.plan.hazards[hazard]!;
  const sites = world.sites.hitBy(number, hazard);
  if (sites.length === 0) return;
  tellStrike(world, number, sites);
  for (const service of world.services) hit(world, service, { number, sites, destroys });
}

/** An incident for whom it touches and for all who depend on them; else perhaps an exposure. */
function tellStrike(world: World, disaster: number, sites: readonly number[]): void {
  const at = world.calendar.now;
  const struck = new Set<number>();
  for (const service of world.services) {
    if (sites.some((site) => touches(world, service, site))) {
      for (const carried of service.plan.carries) struck.add(carried);
    }
  }
  for (const service of world.services) {
    const about = { at, service: service.number, disaster };
    if (struck.has(service.number)) world.facts.push({ kind: 'struck', ...about });
    else if (sites.some((site) => uses(world, service, site))) {
      world.facts.push({ kind: 'exposed', ...about });
    }
  }
}

/** The service serves there, or is about to, or is reading from there what it will serve. */
function touches(world: World, service: ServiceState, site: number): boolean {
  if (service.seat === site && service.seatLostTo === null) return true;
  const course = service.recovery?.course;
  if (course?.path.kind !== 'failover' && course?.path.kind !== 'restore') return false;
  if (placeOf(service, course.path) === site) return true;
  if (course.path.kind === 'failover' || !needsStore(world, course)) return false;
  return world.strategy.backups[course.path.policy]!.store === site;
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
  what: { number: number; sites: readonly number[]; destroys: boolean },
): void {
  const { sites, destroys, number } = what;
  // All is gone at once: nothing is decided before everything is.
  for (const site of sites) {
    stopSeeding(world, service, site);
    if (destroys) lose(world, service, { site, number });
  }
  const down = service.recovery !== null;
  if (sites.includes(service.seat) && !down) stop(world, service, number);
  else if (down && sites.some((site) => uses(world, service, site))) reconsider(world, service);
  else if (service.failingBackSince !== null && sites.includes(world.strategy.primary)) {
    abortFailback(world, service);
  }
}

/** Equipment and data at the site are gone. */
function lose(
  world: World,
  service: ServiceState,
  { site, number }: { site: number; number: number },
): void {
  undo(world, service, site);
  if (service.seat === site) service.seatLostTo ??= number;
  for (const copy of service.copies) {
    const { kind } = copy.holds;
    if (copy.site !== site || kind === 'seat' || kind === 'empty') continue;
    copy.holds = { kind: 'empty', lostTo: number };
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
    } else if (service.seat === site && service.seatLostTo === null && !recovery.committed) {
      accept(world, service);
    } else if (uses(world, service, site)) {
      reconsider(world, service);
    }
  }
}
