import { ms, YEAR } from '../base/units.js';
import { FLAT, nextHour } from '../model/week-profile.js';
import { degrading } from './damage.js';
import { TURN } from './event.js';
import type { StepPlan } from './plan.js';
import { noteTouch } from './in-touch.js';
import { luckFor, type ServiceState, type World } from './world.js';

/**
 * The service accepts traffic at its seat with the capacity it has there, which grows to full if
 * the strategy says so.
 */
export function serve(world: World, service: ServiceState): void {
  const { calendar, strategy } = world;
  service.serving = true;
  noteTouch(world, service, service.lastDisaster);
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

/**
 * Clients are sent to a new place: they arrive at once, but for a tail if there is one.
 *
 * @param of share of all clients that this is about
 */
export function sendClients(
  world: World,
  service: ServiceState,
  { tail, of = 1 }: { tail: StepPlan['tail']; of?: number },
): void {
  const { calendar, plan } = world;
  calendar.cancel(service.arriving);
  service.arriving = null;
  service.late = 0;
  if (tail) {
    service.late = of * plan.parameters.of(tail.share);
    const at = ms(calendar.now + luckFor(world, service, tail.lasts));
    service.arriving = calendar.book(at, TURN.finish, {
      kind: 'lastClientsArrive',
      service: service.number,
    });
  }
  updateReach(service);
}

/** Clients who have found a place that serves: all but who is on the way, or has lost it. */
export function updateReach(service: ServiceState): void {
  let reach = 1 - service.late;
  for (const { state, clients } of service.fronts) if (state === 'adrift') reach -= clients;
  service.reach = Math.max(0, reach);
}

export function capacityGrows(world: World, service: ServiceState): void {
  service.capacity = 1;
  world.calendar.cancel(service.hour);
  service.growing = service.hour = null;
  if (service.serving) service.phase = phaseWhileServing(service);
}

/** The last clients have found the seat, whether or not it serves. */
export function lastClientsArrive(service: ServiceState): void {
  service.late = 0;
  service.arriving = null;
  updateReach(service);
  if (service.serving) service.phase = phaseWhileServing(service);
}

/** After the horizon, in ms: what lasts longer is no recovery, and its hours would never end. */
export const WATCHED = 10 * YEAR;

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
export function phaseWhileServing(service: ServiceState): ServiceState['phase'] {
  const { recovery, fronts, damages, reach, capacity } = service;
  // One that goes on although its data is damaged waits for what its recovery waits for.
  if (recovery) return service.phase;
  for (const { drift } of fronts) if (drift) return drift.phase;
  if (damages.length > 0 && degrading(service)) return 'detect';
  if (reach < 1) return 'redirect';
  return capacity < 1 ? 'ramp' : null;
}
