import type { Ms } from '../../base/units.js';
import type { Service } from '../../model/service.js';

/** A service and all that it cannot work without, itself first, each once. */
export function neededBy(service: Service, services: readonly Service[]): readonly Service[] {
  const byName = new Map(services.map((one) => [one.name, one]));
  const needed = new Set([service]);
  // What is added while it is walked is walked too.
  for (const { dependsOn } of needed) {
    for (const name of dependsOn) {
      const other = byName.get(name);
      if (other !== undefined) needed.add(other);
    }
  }
  return [...needed];
}

/**
 * The shortest RTO that is asked of each service: its own, or that of one that is not back before
 * it. Services of which nobody asks anything are left out.
 */
export function rtosAsked(services: readonly Service[]): ReadonlyMap<Service, Ms> {
  const asked = new Map<Service, Ms>();
  for (const service of services) {
    const { rto } = service.objectives;
    if (rto === null) continue;
    for (const needed of neededBy(service, services)) {
      if (rto < (asked.get(needed) ?? Infinity)) asked.set(needed, rto);
    }
  }
  return asked;
}
