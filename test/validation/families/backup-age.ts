import { HOUR } from '../../../src/base/units.js';
import { run, scenarioFrom } from '../../running.js';

/** Full copies at regular times to a store elsewhere. */
export interface Periodic {
  /** Hours between captures, and from a capture until its copy is usable. */
  readonly interval: number;
  readonly lag: number;
  /** Chance that a copy is of no use. */
  readonly failure: number;
}

/** Periods that the disasters fall over: a prime, so that no two trials share a moment of the period. */
const PERIODS = 37;

/**
 * What disasters lose that fall evenly over the schedule, one in each trial, in hours: the phase of a
 * Poisson strike within a period is uniform.
 */
export function losses({ interval, lag, failure }: Periodic, trials: number): readonly number[] {
  const from = Date.UTC(2027, 2, 1);
  const to = from + PERIODS * interval * HOUR;
  const scenario = scenarioFrom(`
name: Periodic backups
horizon: 2 years
currency: USD
sites: { here: {}, there: {} }
links: { here-there: { bandwidth: 1 Tbit/s, latency: 0 ms } }
services: { shop: { data: { size: 0 B }, writes: { mean: 1 kB/s } } }
threats:
  - use: site-fire
    only: [here]
    strikes: { from: '${new Date(from).toISOString()}', to: '${new Date(to).toISOString()}', slices: ${trials} }
    effects: { destroys: { rebuild: 100 days } }
strategies:
  only:
    primary: here
    backups: { store: there, full: ${interval} h, overhead: ${lag} h, throughput: 1 TB/s, reduction: 1, jobFailure: ${100 * failure}%, keep: 1 year }
    restore: { steps: [{ step: restore, moves: backup }] }
`);
  const found: number[] = [];
  run(scenario, { trials, seed: 'age' }, ({ strategies }) => {
    found.push(strategies[0]!.outcome.services[0]!.incidents[0]!.rpa! / HOUR);
  });
  return found;
}
