import { invariant } from '../base/invariant.js';
import { type Bytes, ms, SECOND } from '../base/units.js';
import { changedBytes } from '../model/backup-policy.js';
import { nextQuietHour } from '../model/week-profile.js';
import { TURN } from './event.js';
import { phaseWhileServing, sendClients, serve, stopGrowth } from './serving.js';
import {
  bookTransfers,
  connected,
  type Copy,
  dataNow,
  linkBetween,
  luckFor,
  type ServiceState,
  type World,
  writesNow,
} from './world.js';

/**
 * Builds up again what protects a service: seeds copies that have lost touch and restarts backup
 * schedules that lost their source or store, as far as the sites are there. Harmless to repeat.
 */
export function reprotect(world: World, service: ServiceState): void {
  if (!service.serving) return;
  const { sites, calendar, strategy, plan } = world;
  const now = calendar.now;
  service.copies.forEach((copy, number) => {
    const lost = copy.holds.kind === 'stale' || copy.holds.kind === 'empty';
    if (!lost || copy.seeding || !sites.isUp(copy.site, now)) return;
    if (connected(plan, service.seat, copy.site)) seed(world, service, number);
  });
  service.backups.forEach((series, number) => {
    const { store } = strategy.backups[number]!;
    if (series.running || !sites.isUp(store, now)) return;
    if (connected(plan, service.seat, store)) series.restart(now, service.seat);
  });
  planFailback(world, service);
}

function seed(world: World, service: ServiceState, number: number): void {
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

/** A copy has received everything and from now on every write. */
export function seeded(
  world: World,
  service: ServiceState,
  { copy: number, bytes }: { copy: number; bytes: number },
): void {
  const copy = service.copies[number]!;
  const { holds } = copy;
  invariant('lostTo' in holds, () => `copy ${number} was seeded, but it lacked nothing`);
  const now = world.calendar.now;
  world.facts.push({
    kind: 'moved',
    at: now,
    service: service.number,
    disaster: holds.lostTo,
    from: service.seat,
    to: copy.site,
    bytes,
  });
  copy.seeding = null;
  copy.holds = { kind: 'live', since: now };
  planFailback(world, service);
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

/** Once the primary holds the data again, the service returns to it at the next quiet hour. */
function planFailback(world: World, service: ServiceState): void {
  const { calendar, plan } = world;
  if (service.failback || !canFailBack(world, service)) return;
  const quiet = nextQuietHour(service.plan.load, ms(calendar.now + plan.intoWeek));
  service.failback = calendar.book(ms(quiet - plan.intoWeek), TURN.observe, {
    kind: 'failbackBegins',
    service: service.number,
  });
}

function canFailBack({ strategy, sites, calendar }: World, service: ServiceState): boolean {
  const [primary] = service.copies;
  return (
    service.serving &&
    service.seat !== strategy.primary &&
    primary!.holds.kind === 'live' &&
    sites.isUp(primary!.site, calendar.now)
  );
}

/** The planned switchover: the service is down while it moves. */
export function failbackBegins(world: World, service: ServiceState): void {
  const { calendar, strategy } = world;
  service.failback = null;
  if (!canFailBack(world, service)) return;
  service.serving = false;
  service.failingBackSince = calendar.now;
  service.phase = 'failback';
  const at = ms(calendar.now + luckFor(world, service, strategy.switchover));
  service.failback = calendar.book(at, TURN.finish, {
    kind: 'failbackEnds',
    service: service.number,
  });
}

/** The service is back at its primary; where it was stays a live copy if the strategy has one. */
export function failbackEnds(world: World, service: ServiceState): void {
  const now = world.calendar.now;
  service.failback = service.failingBackSince = null;
  stopGrowth(world, service);
  stopSeeding(world, service);
  for (const copy of service.copies) {
    if (copy.holds.kind === 'seat') copy.holds = { kind: 'live', since: now };
  }
  service.copies[0]!.holds = { kind: 'seat' };
  service.seat = world.strategy.primary;
  service.seatSince = now;
  service.capacity = 1;
  for (const series of service.backups) series.stop(now);
  sendClients(world, service, null);
  serve(world, service);
  reprotect(world, service);
}

/**
 * The primary is hit while the service moves back to it: the service stays where it was, with all
 * that went on there meanwhile.
 */
export function abortFailback(world: World, service: ServiceState): void {
  world.calendar.cancel(service.failback);
  service.failback = service.failingBackSince = null;
  service.serving = true;
  service.phase = phaseWhileServing(service);
  reprotect(world, service);
}
