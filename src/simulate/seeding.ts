import { type Bytes, type Ms, ms, SECOND } from '../base/units.js';
import { changedBytes } from '../model/backup-policy.js';
import { feederOf } from './out-of-touch.js';
import {
  bookTransfers,
  connected,
  type Copy,
  dataNow,
  linkBetween,
  type ServiceState,
  type World,
  writesNow,
} from './world.js';

/** Sends a copy what it lacks. @param number of the copy in the service's list */
export function seed(world: World, service: ServiceState, number: number): void {
  const copy = service.copies[number]!;
  const feeder = feederOf(world, service, copy);
  const link = linkBetween(world.plan, feeder ? feeder.site : service.seat, copy.site);
  copy.seededFrom = feeder ? feeder.site : -1;
  copy.seeding = world.transfers.start(world.calendar.now, {
    bytes: bytesToSeed(world, service, { parted: partedOf(copy), at: world.calendar.now }),
    link,
    limit: Infinity,
    done: { kind: 'seed', service: service.number, copy: number },
  });
  bookTransfers(world);
}

function partedOf({ holds }: Copy): number {
  return holds.kind === 'stale' ? holds.parted : -Infinity;
}

/** All of the data, or only what has changed since a copy parted from it, at an instant. */
export function bytesToSeed(
  world: World,
  service: ServiceState,
  { parted, at }: { parted: number; at: Ms },
): Bytes {
  const data = dataNow(world, service.plan, at);
  if (parted === -Infinity) return data;
  const over = ms(at - parted);
  const written = (writesNow(world, service.plan, at) * over) / SECOND;
  const change = world.plan.parameters.of(service.plan.change);
  return changedBytes({ data, change, written, reduction: 1 }, over);
}

/** Whether a copy can be sent what it lacks: by whoever it receives from, who has to be complete. */
export function canBeSeeded(world: World, service: ServiceState, copy: Copy): boolean {
  const { plan, calendar } = world;
  const feeder = feederOf(world, service, copy);
  if (!feeder) return connected(plan, service.seat, copy.site);
  const complete = feeder.holds.kind === 'live' && service.places.isUp(feeder.site, calendar.now);
  return complete && connected(plan, feeder.site, copy.site);
}

/** Gives up the seeding of copies: of all, or of those to and from one site. */
export function stopSeeding(world: World, service: ServiceState, site?: number): void {
  for (const copy of service.copies) {
    if (!copy.seeding) continue;
    if (site !== undefined && copy.site !== site && copy.seededFrom !== site) continue;
    world.transfers.end(world.calendar.now, copy.seeding);
    copy.seeding = null;
    bookTransfers(world);
  }
}
