import { type Bytes, ms, SECOND } from '../base/units.js';
import { changedBytes } from '../model/backup-policy.js';
import {
  bookTransfers,
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
  const link = linkBetween(world.plan, service.seat, copy.site);
  copy.seeding = world.transfers.start(world.calendar.now, {
    bytes: bytesToSeed(world, service, copy),
    link,
    limit: Infinity,
    done: { kind: 'seed', service: service.number, copy: number },
  });
  bookTransfers(world);
}

/** All of the data, or only what has changed since the copy parted from it. */
function bytesToSeed(world: World, service: ServiceState, { holds }: Copy): Bytes {
  const now = world.calendar.now;
  const data = dataNow(world, service.plan, now);
  if (holds.kind !== 'stale' || holds.parted === -Infinity) return data;
  const over = ms(now - holds.parted);
  const written = (writesNow(world, service.plan, now) * over) / SECOND;
  const change = world.plan.parameters.of(service.plan.change);
  return changedBytes({ data, change, written, reduction: 1 }, over);
}

/** Gives up the seeding of copies: of all, or of those at one site. */
export function stopSeeding(world: World, service: ServiceState, site?: number): void {
  for (const copy of service.copies) {
    if (!copy.seeding || (site !== undefined && copy.site !== site)) continue;
    world.transfers.end(world.calendar.now, copy.seeding);
    copy.seeding = null;
    bookTransfers(world);
  }
}
