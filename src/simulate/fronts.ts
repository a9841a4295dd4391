import { phaseWhileServing, stopGrowth, updateReach, watchDemand } from './serving.js';
import type { Front, ServiceState, World } from './world.js';

/** The front at a site; undefined where none is. */
export function frontAt({ fronts }: ServiceState, site: number): Front | undefined {
  return fronts.find((front) => front.site === site);
}

/** Fronts that serve. */
export function servingFronts({ fronts }: ServiceState): readonly Front[] {
  return fronts.filter(({ state }) => state === 'serving');
}

/**
 * Spreads the clients of fronts that are out over those that serve, in proportion to their shares,
 * and adds up what these can carry.
 *
 * @param grown capacity that has been added where they are
 */
export function spread(service: ServiceState, grown = 0): void {
  const serving = servingFronts(service);
  let lost = 0;
  for (const { state, clients } of service.fronts) if (state === 'adrift') lost += clients;
  const all = serving.reduce((sum, { share }) => sum + share, 0);
  let capacity = 0;
  for (const front of service.fronts) {
    if (front.state === 'adrift') continue;
    front.clients = front.state === 'serving' ? ((1 - lost) * front.share) / all : 0;
    if (front.state === 'serving') capacity += front.capacity;
  }
  service.capacity = Math.min(1, Math.max(grown, capacity));
  updateReach(service);
}

/** A front serves again, with what grew elsewhere while it was away. */
export function rejoin(world: World, service: ServiceState, front: Front): void {
  if (front.drift) findAgain(world, service, front);
  front.state = 'serving';
  spread(service, service.capacity);
  if (service.capacity >= 1) stopGrowth(world, service);
  service.phase = phaseWhileServing(service);
}

/** The clients of a front that is back before they were brought elsewhere find all as it was. */
function findAgain(world: World, service: ServiceState, front: Front): void {
  const { disaster, stopped, booking } = front.drift!;
  world.calendar.cancel(booking);
  world.witness.recovered({
    kind: 'recovered',
    at: world.calendar.now,
    service: service.number,
    disaster,
    via: 'wait',
    site: front.site,
    captured: stopped,
    stopped,
    share: front.clients,
  });
  front.drift = null;
}

/** After the loss of a front: what is left serves, and its level follows the demand. */
export function carryOn(world: World, service: ServiceState): void {
  stopGrowth(world, service);
  spread(service);
  if (service.capacity < 1) watchDemand(world, service);
  service.phase = phaseWhileServing(service);
}

/**
 * The service accepts traffic again: its seat, if that is one of the fronts, serves beside those
 * that are there with live data; the others come back as they are seeded.
 *
 * @param grown capacity that stands ready at the seat whatever the fronts have
 */
export function resume(world: World, service: ServiceState, grown: number): void {
  const { copies, places, seat, fronts } = service;
  const home = frontAt(service, seat) !== undefined;
  for (const front of fronts) {
    const { holds } = copies[front.copy]!;
    const there = holds.kind === 'live' && places.isUp(front.site, world.calendar.now);
    front.state = home && (front.site === seat || there) ? 'serving' : 'out';
  }
  if (home) spread(service, grown);
  else for (const front of fronts) front.clients = 0;
}
