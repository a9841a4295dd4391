import { ms } from '../base/units.js';
import { multipleAt } from '../model/week-profile.js';
import type { ServiceState, World } from './world.js';

/**
 * Tells the history how well each service works now, where that has changed: its own level, capped
 * by the levels of what it depends on (design §3.3). Services come after their dependencies.
 */
export function tellLevels(world: World): void {
  for (const service of world.services) {
    let level = ownLevel(world, service);
    let { phase } = service;
    let whole = isWhole(service);
    for (const number of service.plan.dependsOn) {
      const { told } = world.services[number]!;
      whole &&= told.whole;
      if (told.level >= level) continue;
      level = told.level;
      phase = told.phase;
    }
    const { told, number } = service;
    const at = world.calendar.now;
    if (level !== told.level || phase !== told.phase) {
      world.facts.push({ kind: 'level', at, service: number, level, phase });
    }
    if (whole && !told.whole) world.facts.push({ kind: 'whole', at, service: number });
    told.level = level;
    told.phase = phase;
    told.whole = whole;
  }
}

/** Share of the demand that the service could meet if all it depends on worked: 0 to 1. */
function ownLevel(world: World, service: ServiceState): number {
  if (!service.serving) return 0;
  if (service.capacity >= 1) return service.reach;
  return Math.min(service.reach, service.capacity / demandNow(world, service));
}

function isWhole({ serving, reach, capacity }: ServiceState): boolean {
  return serving && reach >= 1 && capacity >= 1;
}

/** Demand in the current hour as a share of the year's peak. */
function demandNow({ plan, calendar }: World, { plan: { load } }: ServiceState): number {
  return multipleAt(load, ms(calendar.now + plan.intoWeek)) / load.peak;
}
