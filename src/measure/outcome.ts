import type { Ms } from '../base/units.js';
import type { Phase } from '../model/runbook.js';
import type { Recovered } from '../simulate/history.js';
import type { Shortfalls } from './shortfalls.js';

/** What one history did to one strategy, without money. */
export interface Outcome {
  /** By service, in the plan's order. */
  readonly services: readonly ServiceOutcome[];
  readonly moves: readonly Move[];
}

export interface ServiceOutcome {
  /** In order of their strikes. */
  readonly incidents: readonly Incident[];
  /** Losses of only a standby or a store. */
  readonly exposures: number;
  /** Integral of 1 - level by year of the horizon, in ms. */
  readonly downtime: Float64Array;
  /** Time below the minimum level within the horizon, by what it counts as, in ms. */
  readonly below: { outage: number; later: number; failback: number };
  /** When the service fell short of its demand, in order of time. */
  readonly shortfalls: Shortfalls;
}

/** A disaster that touched a service. */
export interface Incident {
  /** Number of its disaster in the trial's list. */
  readonly disaster: number;
  readonly at: Ms;
  /** It fell into a running outage, which goes on: no recovery time of its own. */
  absorbed: boolean;
  /** Recovery time actual: time below the minimum level until a recovered state held it; 0 if none. */
  rta: number;
  /** From the first degradation until all capacity is back; null if that never came. */
  timeToFull: number | null;
  /** Recovery point actual: age of the data lost; null if unrecoverable. */
  rpa: number | null;
  /** Writes lost, as the time in which the mean flow writes as much, in ms. */
  lostWrites: number;
  /** How the service came back, at last. */
  via: Recovered | null;
  /** From the strike until somebody noticed, as far as no outage had begun; 0 where one had. */
  exposedBeforeDetection: number;
  /** `rta` by what was waited for: all that took any time. */
  readonly phases: Partial<Record<Phase, number>>;
  /** Part of `rta` in a phase, by its number in `PHASES`. */
  timeIn(phase: number): number;
}

/** A stretch of time in which a share of the demand was not met. */
export interface Shortfall {
  readonly from: Ms;
  readonly to: Ms;
  /** Share of the demand not met, above 0, at most 1. */
  readonly share: number;
  /** Number of the incident that it is due to, in the service's list. */
  readonly incident: number;
}

/** Data sent between two sites because of a disaster. */
export interface Move {
  readonly service: number;
  readonly disaster: number;
  /** When that disaster struck, be it as an incident of the service or only an exposure. */
  readonly struck: Ms;
  /** Number of the strategy's store that was read; -1 where a copy was seeded. */
  readonly store: number;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}
