import { reprotect } from './aftermath.js';
import { accept, reconsider } from './recovery.js';
import { linksChange } from './strike.js';
import { awaitResumption, isHeld, seatStands } from './in-touch.js';
import type { ServiceState, World } from './world.js';

/** A site is there again: as it was, or new and empty. */
export function siteReturns(world: World, site: number): void {
  for (const service of world.services) placeReturns(world, service, site);
}

/** A service can run at a site again, or its backups be read there. */
export function placeReturns(world: World, service: ServiceState, site: number): void {
  const { recovery } = service;
  if (!recovery) {
    reprotect(world, service);
  } else if (findsAllAsItWas(world, service, site)) {
    accept(world, service);
  } else if (usesSite(world, service, site)) {
    reconsider(world, service);
  }
}

/**
 * Whether what has come back is the seat with its data, or a copy that it has waited for, and the
 * service would be nowhere else by now.
 */
function findsAllAsItWas(world: World, service: ServiceState, site: number): boolean {
  const { held, committed } = service.recovery!;
  if ((site !== service.seat && held.length === 0) || committed) return false;
  return seatStands(world, service) && !isHeld(world, service);
}

function usesSite({ strategy }: World, { copies }: ServiceState, site: number): boolean {
  return (
    copies.some((copy) => copy.site === site) ||
    strategy.backups.some(({ store }) => store === site)
  );
}

/** A link carries data again: whoever is on the way back looks again. */
export function linkReturns(world: World): void {
  linksChange(world);
  for (const service of world.services) {
    if (!service.recovery) continue;
    if (service.recovery.held.length > 0) awaitResumption(world, service);
    if (findsCopies(world, service)) accept(world, service);
    else reconsider(world, service);
  }
}

/** Copies that a service has waited for may be in touch again. */
export function sendingResumes(world: World, service: ServiceState): void {
  if (service.recovery && findsCopies(world, service)) accept(world, service);
}

function findsCopies(world: World, service: ServiceState): boolean {
  const { held } = service.recovery!;
  return held.some((number) => findsAllAsItWas(world, service, service.copies[number]!.site));
}
