import { abortFailback, reprotect, returningTo } from './aftermath.js';
import { type Blow, type Hit, hitOn, hitsSite } from './blow.js';
import { needsStore, placeOf } from './course.js';
import { stopServing } from './commit.js';
import { stall, stop } from './noticing.js';
import { reconsider } from './recovery.js';
import { feederOf } from './out-of-touch.js';
import { noteTouch } from './in-touch.js';
import { suffer } from './suffering.js';
import {
  bookTransfers,
  type Copy,
  hazardOf,
  linkBetween,
  type ServiceState,
  type World,
} from './world.js';

/** A disaster strikes: everything in its scope is hit at once, then each service responds. */
export function strike(world: World, number: number): void {
  const disaster = world.disasters[number]!;
  const blow: Blow = { number, disaster, hazard: world.plan.hazards[disaster.hazard]! };
  const hits = world.services.map((service) => hitOn(world, service, blow));
  tellStrike(world, blow, hits);
  if (blow.hazard.cut) linksChange(world);
  // All is gone at once: nothing is decided before everything is.
  const carriesOn = world.services.map((service, i) =>
    suffer(world, service, { blow, hit: hits[i]! }),
  );
  world.services.forEach((service, i) => {
    respond(world, service, { blow, hit: hits[i]!, carriesOn: carriesOn[i]! });
    if (service.serving) noteTouch(world, service, number);
  });
}

/** Links have been cut, or carry data again. */
export function linksChange(world: World): void {
  world.transfers.linksChange(world.calendar.now);
  bookTransfers(world);
}

interface About {
  readonly blow: Blow;
  readonly hit: Hit;
}

/** An incident for whom it touches and for all who depend on them; else perhaps an exposure. */
function tellStrike(world: World, blow: Blow, hits: readonly Hit[]): void {
  const at = world.calendar.now;
  const struck = world.services.map(() => false);
  for (const service of world.services) {
    if (touches(world, service, { blow, hit: hits[service.number]! })) {
      for (const carried of service.plan.carries) struck[carried] = true;
    }
  }
  for (const service of world.services) {
    const { number } = service;
    const disaster = blow.number;
    if (struck[number]) world.witness.struck({ kind: 'struck', at, service: number, disaster });
    else if (uses(world, service, { blow, hit: hits[number]! })) {
      world.witness.exposed({ kind: 'exposed', at, service: number, disaster });
    }
  }
}

/** The service serves there, or is about to, or is reading from there what it will serve. */
function touches(world: World, service: ServiceState, { blow, hit }: About): boolean {
  if ((blow.hazard.corrupts && hit.inside) || hit.parted.length > 0) return true;
  if (hitsSite(hit, service.seat) && stands(world, service)) return true;
  if (service.fronts.some(({ state, site }) => state === 'serving' && hitsSite(hit, site)))
    return true;
  const course = service.recovery?.course;
  if (course?.path.kind !== 'failover' && course?.path.kind !== 'restore') return false;
  if (hitsSite(hit, placeOf(service, course.path))) return true;
  if (course.path.kind === 'failover' || !needsStore(world, course)) return false;
  const { policy } = course.path;
  return hit.wiped.includes(policy) || isStoreHit(world, { blow, hit }, policy);
}

/** Whether the place where the service serves, or served last, still has its equipment. */
function stands(world: World, { seatLostTo }: ServiceState): boolean {
  return seatLostTo === null || !hazardOf(world, seatLostTo).destroys;
}

/** Whether the site of a store is hit; what strikes a single service leaves stores alone. */
function isStoreHit({ strategy }: World, { blow, hit }: About, policy: number): boolean {
  return blow.hazard.service < 0 && hit.away.includes(strategy.backups[policy]!.store);
}

/** The service keeps a copy or backups there, or sends them over a link that is cut. */
function uses(world: World, service: ServiceState, { blow, hit }: About): boolean {
  const { plan, strategy } = world;
  const { cut } = blow.hazard;
  const isCut = (site: number, source = service.seat) =>
    cut !== null && cut.links.includes(linkBetween(plan, source, site));
  const fedFrom = (copy: Copy) => feederOf(world, service, copy)?.site ?? service.seat;
  return (
    hit.wiped.length > 0 ||
    service.copies.some((copy) => hitsSite(hit, copy.site) || isCut(copy.site, fedFrom(copy))) ||
    strategy.backups.some(
      ({ store }, policy) => isStoreHit(world, { blow, hit }, policy) || isCut(store),
    )
  );
}

/** The service stops, goes on with what is left, or looks again at what it is doing. */
function respond(
  world: World,
  service: ServiceState,
  { blow, hit, carriesOn }: About & { carriesOn: boolean },
): void {
  if (!service.recovery) {
    if (hit.parted.length > 0) stall(world, service, { disaster: blow.number, held: hit.parted });
    else if (carriesOn) reprotect(world, service);
    else if (hitsSite(hit, service.seat)) stop(world, service, blow.number);
    else if (hitsSite(hit, returningTo(service))) abortFailback(world, service);
    else if (hit.wiped.length > 0 || hit.gone.length > 0) reprotect(world, service);
    return;
  }
  if (hitsSite(hit, service.seat)) stopServing(world, service);
  if (touches(world, service, { blow, hit }) || uses(world, service, { blow, hit })) {
    reconsider(world, service);
  }
}
