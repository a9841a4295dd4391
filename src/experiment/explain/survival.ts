import { type Ms, ms } from '../../base/units.js';
import { cleaningFor } from '../../simulate/damage.js';
import type { Disaster } from '../../simulate/disasters.js';
import type { Hazard, Plan } from '../../simulate/plan.js';
import { Recorder } from '../../simulate/recorder.js';
import { advance, beginning } from '../../simulate/run.js';
import { SiteTimeline } from '../../simulate/site-timeline.js';
import type { RecoveryPoint } from '../../simulate/stored-points.js';
import type { ServiceState, World } from '../../simulate/world.js';

/**
 * What a disaster leaves of a state: `away` is out of reach for as long as the disaster lasts,
 * `tainted` has to be cleaned, `damaged` is there and of no use, `gone` is not there any more.
 */
export type Survival = 'survives' | 'away' | 'tainted' | 'damaged' | 'gone';

/** What each hazard of the plan would leave if it struck at an instant of a quiet history. */
export class Strikes {
  readonly #worlds: readonly World[];

  constructor(plan: Plan, quiet: { strategy: number; trial: number; at: Ms }) {
    this.#worlds = plan.hazards.map((hazard, number) => struck(plan, quiet, { hazard, number }));
  }

  /** Of what a copy holds, by hazard. @param copy its number */
  ofReplica(service: number, copy: number): readonly Survival[] {
    return this.#worlds.map((world) => replicaAfter(world, world.services[service]!, copy));
  }

  /** Of a point in a store, by hazard. @param backup number of the store */
  ofPoint(service: number, backup: number, point: RecoveryPoint): readonly Survival[] {
    return this.#worlds.map((world) =>
      pointAfter(world, world.services[service]!, { backup, point }),
    );
  }
}

/** The world just after a hazard has struck, for as long and as late as it does on average. */
function struck(
  plan: Plan,
  { at, ...history }: { strategy: number; trial: number; at: Ms },
  { hazard, number }: { hazard: Hazard; number: number },
): World {
  const lasting = (what: { law: { mean: number } } | null) =>
    ms(what ? Math.max(1, Math.round(what.law.mean)) : 0);
  const disaster: Disaster = {
    at,
    hazard: number,
    arrival: 0,
    absence: lasting(hazard.absence),
    cut: lasting(hazard.cut),
    dwell: lasting(hazard.wipes?.dwell ?? null),
  };
  const sites = new SiteTimeline(plan, [disaster]);
  const world = beginning(plan, { ...history, disasters: [disaster], sites }, new Recorder());
  advance(world);
  return world;
}

function replicaAfter(world: World, service: ServiceState, number: number): Survival {
  const { holds, site, standby } = service.copies[number]!;
  if (holds.kind === 'empty' || holds.kind === 'stale') return 'gone';
  // What applies late can be stopped before it applies the damage.
  const late = (standby?.delay ?? 0) > 0;
  if (!late && service.damages.length > 0) return 'damaged';
  if (!late && service.taints.length > 0) return 'tainted';
  return service.places.isUp(site, world.calendar.now) ? 'survives' : 'away';
}

function pointAfter(
  world: World,
  service: ServiceState,
  { backup, point }: { backup: number; point: RecoveryPoint },
): Survival {
  const { now } = world.calendar;
  if (service.backups[backup]!.isGone(point, now)) return 'gone';
  // Of a copy with its log a state from before the intrusion may do.
  const cleans = cleaningFor(world, service, point.since);
  if (cleans === null) return 'damaged';
  if (cleans >= 0) return 'tainted';
  return world.sites.isUp(world.strategy.backups[backup]!.store, now) ? 'survives' : 'away';
}
