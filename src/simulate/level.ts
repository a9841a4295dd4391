import { ms } from '../base/units.js';
import { multipleAt } from '../model/week-profile.js';
import { degrading, intactShare } from './damage.js';
import type { ServiceState, World } from './world.js';

/**
 * Tells the history how well each service works now, where that has changed: its own level, capped
 * by the levels of what it depends on (design §3.3). Services come after their dependencies.
 */
export function tellLevels(world: World): void {
  for (const service of world.services) tellLevel(world, service);
}

function tellLevel(world: World, service: ServiceState): void {
  let level = ownLevel(world, service);
  let { phase } = service;
  let cause = causeOf(service);
  let whole = isWhole(service);
  for (const number of service.plan.dependsOn) {
    const { told } = world.services[number]!;
    whole &&= told.whole;
    if (told.level >= level) continue;
    ({ level, phase, cause } = told);
  }
  const { told, number } = service;
  const at = world.calendar.now;
  const changed = level !== told.level || phase !== told.phase;
  if (changed || (level < 1 && cause !== told.cause)) {
    world.witness.level({ kind: 'level', at, service: number, level, phase, cause });
  }
  if (whole && !told.whole) world.witness.whole({ kind: 'whole', at, service: number });
  told.level = level;
  told.phase = phase;
  told.cause = cause;
  told.whole = whole;
}

/** Share of the demand that the service could meet if all it depends on worked: 0 to 1. */
function ownLevel(world: World, service: ServiceState): number {
  if (!service.serving) return 0;
  const intact = service.damages.length === 0 ? 1 : intactShare(service);
  if (service.capacity >= 1) return intact * service.reach;
  return intact * Math.min(service.reach, service.capacity / demandNow(world, service));
}

/** The disaster that the service suffers from, or suffered from last. */
function causeOf(service: ServiceState): number {
  const { recovery, fronts, damages, lastDisaster } = service;
  if (recovery) return recovery.disaster;
  for (const { drift } of fronts) if (drift) return drift.disaster;
  return (damages.length > 0 ? degrading(service)?.disaster : undefined) ?? lastDisaster;
}

function isWhole(service: ServiceState): boolean {
  const { serving, reach, capacity, damages } = service;
  if (!serving || reach < 1 || capacity < 1) return false;
  return damages.length === 0 || degrading(service) === undefined;
}

/** Demand in the current hour as a share of the year's peak. */
function demandNow({ plan, calendar }: World, { plan: { load } }: ServiceState): number {
  return multipleAt(load, ms(calendar.now + plan.intoWeek)) / load.peak;
}
