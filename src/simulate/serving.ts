import { ms } from '../base/units.js';
import { FLAT, nextHour } from '../model/week-profile.js';
import { TURN } from './event.js';
import type { StepPlan } from './plan.js';
import { luckFor, type ServiceState, type World } from './world.js';

/**
 * The service accepts traffic at its seat with the capacity it has there. Clients arrive at once, but
 * for a tail if the last step has one; then capacity grows to full if the strategy says so.
 */
export function serve(world: World, service: ServiceState, last: StepPlan | undefined): void {
  const { calendar, plan, strategy } = world;
  service.serving = true;
  service.reach = 1;
  if (last?.tail) {
    service.reach = 1 - plan.parameters.of(last.tail.share);
    const at = ms(calendar.now + luckFor(world, service, last.tail.lasts));
    service.arriving = calendar.book(at, TURN.finish, {
      kind: 'lastClientsArrive',
      service: service.number,
    });
  }
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

export function capacityGrows(world: World, service: ServiceState): void {
  service.capacity = 1;
  world.calendar.cancel(service.hour);
  service.growing = service.hour = null;
  service.phase = phaseWhileServing(service);
}

export function lastClientsArrive(service: ServiceState): void {
  service.reach = 1;
  service.arriving = null;
  service.phase = phaseWhileServing(service);
}

/** While capacity is short, the level follows the demand from hour to hour. */
export function watchDemand(world: World, service: ServiceState): void {
  const { calendar, plan } = world;
  if (service.plan.load === FLAT) return;
  const at = ms(nextHour(ms(calendar.now + plan.intoWeek)) - plan.intoWeek);
  service.hour = calendar.book(at, TURN.finish, { kind: 'hourTurns', service: service.number });
}

/** Nothing grows any more: the service has stopped. */
export function stopGrowth(world: World, service: ServiceState): void {
  for (const booking of [service.growing, service.arriving, service.hour]) {
    world.calendar.cancel(booking);
  }
  service.growing = service.arriving = service.hour = null;
}

/** What a service that accepts traffic still waits for. */
export function phaseWhileServing({ reach, capacity }: ServiceState): ServiceState['phase'] {
  if (reach < 1) return 'redirect';
  return capacity < 1 ? 'ramp' : null;
}
