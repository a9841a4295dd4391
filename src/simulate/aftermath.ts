import { invariant } from '../base/invariant.js';
import { ms } from '../base/units.js';
import { nextQuietHour } from '../model/week-profile.js';
import { TURN } from './event.js';
import { passSeat } from './copies.js';
import { frontAt, rejoin, resume } from './fronts.js';
import { canBeSeeded, seed, stopSeeding } from './seeding.js';
import { phaseWhileServing, sendClients, serve, stopGrowth } from './serving.js';
import { noteTouch } from './in-touch.js';
import { connected, type Copy, luckFor, type ServiceState, type World } from './world.js';

/**
 * Builds up again what protects a service: seeds copies that have lost touch and restarts backup
 * schedules that lost their source or store, as far as the sites are there. Harmless to repeat.
 */
export function reprotect(world: World, service: ServiceState): void {
  if (!service.serving || service.recovery) return;
  const { sites, calendar, strategy, plan } = world;
  const now = calendar.now;
  welcomeFronts(world, service);
  service.copies.forEach((copy, number) => {
    const lost = copy.holds.kind === 'stale' || copy.holds.kind === 'empty';
    if (!lost || copy.seeding || !service.places.isUp(copy.site, now)) return;
    if (frontAt(service, copy.site)?.drift) return;
    if (canBeSeeded(world, service, copy)) seed(world, service, number);
  });
  service.backups.forEach((series, number) => {
    const { store, snapshot } = strategy.backups[number]!;
    if (series.running || !sites.isUp(store, now)) return;
    if (snapshot && service.seat !== store) return;
    if (connected(plan, service.seat, store)) series.restart(now, service.seat);
  });
  planFailback(world, service);
}

/** Fronts that are there with live data serve again, where one of them is the seat. */
function welcomeFronts(world: World, service: ServiceState): void {
  const { fronts, copies, places, seat } = service;
  if (fronts.length === 0 || !frontAt(service, seat)) return;
  for (const front of fronts) {
    const live = copies[front.copy]!.holds.kind === 'live';
    if (front.state === 'serving' || !live) continue;
    if (places.isUp(front.site, world.calendar.now)) rejoin(world, service, front);
  }
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
  world.witness.moved({
    kind: 'moved',
    at: now,
    service: service.number,
    disaster: holds.lostTo,
    store: -1,
    from: copy.seededFrom < 0 ? service.seat : copy.seededFrom,
    to: copy.site,
    bytes,
  });
  copy.seeding = null;
  copy.holds = { kind: 'live', since: now };
  reprotect(world, service);
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

function canFailBack(world: World, service: ServiceState): boolean {
  return service.serving && !service.recovery && homeOf(world, service) !== undefined;
}

/**
 * The copy that a service returns to: the primary's, or the first of several that served beside each
 * other, where it holds the data and is there; undefined at home, or where there is none.
 */
function homeOf({ calendar }: World, service: ServiceState): Copy | undefined {
  const { copies, fronts, places, seat } = service;
  const homes = fronts.length > 0 ? fronts.map(({ copy }) => copies[copy]!) : [copies[0]!];
  if (homes.some(({ site }) => site === seat)) return undefined;
  return homes.find(({ holds, site }) => holds.kind === 'live' && places.isUp(site, calendar.now));
}

/** The planned switchover: the service is down while it moves. */
export function failbackBegins(world: World, service: ServiceState): void {
  const { calendar, strategy } = world;
  service.failback = null;
  if (!canFailBack(world, service)) return;
  service.failingBackTo = service.copies.indexOf(homeOf(world, service)!);
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
  const home = service.copies[service.failingBackTo]!;
  service.failback = service.failingBackSince = null;
  stopGrowth(world, service);
  stopSeeding(world, service);
  passSeat(service, home, now);
  service.seatSince = now;
  const { capacity } = home.standby ?? world.strategy;
  service.capacity = Math.min(1, world.plan.parameters.of(capacity));
  for (const series of service.backups) series.stop(now);
  sendClients(world, service, { tail: null });
  if (service.fronts.length > 0) resume(world, service, service.capacity);
  serve(world, service);
  reprotect(world, service);
}

/** Site that a planned return under way leads to; -1 for none. */
export function returningTo({ failingBackSince, failingBackTo, copies }: ServiceState): number {
  return failingBackSince === null ? -1 : copies[failingBackTo]!.site;
}

/**
 * The primary is hit while the service moves back to it: the service stays where it was, with all
 * that went on there meanwhile.
 */
export function abortFailback(world: World, service: ServiceState): void {
  world.calendar.cancel(service.failback);
  service.failback = service.failingBackSince = null;
  service.serving = true;
  noteTouch(world, service, service.lastDisaster);
  service.phase = phaseWhileServing(service);
  reprotect(world, service);
}
