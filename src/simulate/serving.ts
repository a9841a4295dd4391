import { ms, YEAR } from '../base/units.js';
import { FLAT, nextHour } from '../model/week-profile.js';
import { TURN } from './event.js';
import type { StepPlan } from './plan.js';
import { luckFor, type ServiceState, type World } from './world.js';

/**
 * The service accepts traffic at its seat with the capacity it has there, which grows to full if
 * the strategy says so.
 */
export function serve(world: World, service: ServiceState): void {
  const { calendar, strategy } = world;
  service.serving = true;
  if (service.capacity < 1) {
    if (strategy.ramp) {
      const at = ms(calendar.now + luckFor(world, service, strategy.ramp));
      service.growing = calendar.book(at, TURN.finish, {
        kind: 'capacityGrows',
        service: service.number,
      });
    }
    watchDemand(world, service);
  }
  service.phase = phaseWhileServing(service);
}

/** Clients are sent to a new seat: they arrive at once, but for a tail if there is one. */
export function sendClients(world: World, service: ServiceState, tail: StepPlan['tail']): void {
  const { calendar, plan } = world;
  calendar.cancel(service.arriving);
  service.arriving = null;
  service.reach = 1;
  if (!tail) return;
  service.reach = 1 - plan.parameters.of(tail.share);
  const at = ms(calendar.now + luckFor(world, service, tail.lasts));
  service.arriving = calendar.book(at, TURN.finish, {
    kind: 'lastClientsArrive',
    service: service.number,
  });
}

export function capacityGrows(world: World, service: ServiceState): void {
  service.capacity = 1;
  world.calendar.cancel(service.hour);
  service.growing = service.hour = null;
  if (service.serving) service.phase = phaseWhileServing(service);
}

/** The last clients have found the seat, whether or not it serves. */
export function lastClientsArrive(service: ServiceState): void {
  service.reach = 1;
  service.arriving = null;
  if (service.serving) service.phase = phaseWhileServing(service);
}

/** After the horizon, in ms: what lasts longer is no recovery, and its hours would never end. */
const WATCHED = 10 * YEAR;

/**
 * While capacity is short, the level follows the demand from hour to hour, until ten years after
 * the horizon: then it stays.
 */
export function watchDemand(world: World, service: ServiceState): void {
  const { calendar, plan } = world;
  if (service.plan.load === FLAT || calendar.now > plan.horizon + WATCHED) return;
  const at = ms(nextHour(ms(calendar.now + plan.intoWeek)) - plan.intoWeek);
  service.hour = calendar.book(at, TURN.finish, { kind: 'hourTurns', service: service.number });
}

/** Capacity grows no more where the service has stopped; its clients go on finding the place. */
export function stopGrowth(world: World, service: ServiceState): void {
  world.calendar.cancel(service.growing);
  world.calendar.cancel(service.hour);
  service.growing = service.hour = null;
}

/** What a service that accepts traffic still waits for. */
export function phaseWhileServing({ reach, capacity }: ServiceState): ServiceState['phase'] {
  if (reach < 1) return 'redirect';
  return capacity < 1 ? 'ramp' : null;
}
