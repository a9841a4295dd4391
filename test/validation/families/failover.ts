import { SECOND } from '../../../src/base/units.js';
import { run, scenarioFrom } from '../../running.js';

/** A step of an automatic failover: a law of seconds between two ends. */
export interface Stage {
  readonly name: 'detect' | 'promote' | 'redirect';
  readonly least: number;
  readonly most: number;
  /** Of a triangle of that mean; a uniform law where left out. */
  readonly mean?: number;
}

/** Seconds until the standby serves, in each of some trials; at its best and at its worst without chance. */
export function failovers(
  stages: readonly Stage[],
  { trials, at }: { trials: number; at: 'best' | 'worst' | 'random' },
): readonly number[] {
  const [first, ...rest] = stages;
  const steps = rest.map(
    ({ name }, i) => `{ step: stage${i}, phase: ${name}, takes: ${lawOf(rest[i]!, at)} }`,
  );
  const scenario = scenarioFrom(`
name: Failover in stages
horizon: 1 year
currency: USD
sites: { here: {}, there: {} }
links: { here-there: { bandwidth: 1 Tbit/s, latency: 0 ms } }
services: { database: { data: { size: 1 GB }, writes: { mean: 1 kB/s } } }
threats:
  - { use: site-fire, only: [here], strikes: { at: ['2027-03-01'] }, effects: { destroys: { rebuild: 100 days } } }
strategies:
  only:
    primary: here
    standby: { site: there, capacity: 100% }
    detection: ${lawOf(first!, at)}
    failover: { automatic: true, steps: [${steps.join(', ')}] }
`);
  const times: number[] = [];
  run(scenario, { trials, seed: 'failover' }, ({ strategies }) => {
    times.push(strategies[0]!.outcome.services[0]!.incidents[0]!.rta / SECOND);
  });
  return times;
}

function lawOf({ least, most, mean }: Stage, at: 'best' | 'worst' | 'random'): string {
  if (at !== 'random' || least === most) return `${at === 'best' ? least : most} s`;
  if (mean === undefined) return `{ uniform: [${least} s, ${most} s] }`;
  const mode = 3 * mean - least - most;
  return `{ triangular: { low: ${least} s, mode: ${Number(mode.toFixed(9))} s, high: ${most} s } }`;
}

/** A standby that is so many bytes behind at the disaster, and the most that nobody has to be asked for. */
export interface Behind {
  readonly lag: number;
  readonly limit: number;
}

/** Bytes written per second, one in each ms of the lag; people need an hour to decide. */
const WRITES = 1000;

/** Whether the failover asks nobody, and how many bytes it loses. */
export function failoverWithin({ lag, limit }: Behind): {
  readonly automatic: boolean;
  readonly lost: number;
} {
  // What arrives is applied a moment later, and whatever is not when the seat is lost is gone.
  const replication = lag === 0 ? 'replication: sync' : `apply: ${(1000 * lag) / WRITES} ms`;
  const scenario = scenarioFrom(`
name: Failover within a limit
horizon: 1 year
currency: USD
sites: { here: {}, there: {} }
links: { here-there: { bandwidth: 1 Tbit/s, latency: 0 ms } }
services: { database: { data: { size: 1 GB }, writes: { mean: ${WRITES} B/s } } }
threats:
  - { use: site-fire, only: [here], strikes: { at: ['2027-03-01'] }, effects: { destroys: { rebuild: 100 days } } }
strategies:
  only:
    primary: here
    standby: { site: there, capacity: 100%, ${replication} }
    decision: 1 h
    failover: { automatic: true, mostLost: ${limit} B }
`);
  let found = { automatic: false, lost: NaN };
  run(scenario, { trials: 1, seed: '1' }, ({ strategies }) => {
    const { rta, lostWrites } = strategies[0]!.outcome.services[0]!.incidents[0]!;
    found = { automatic: rta === 0, lost: (lostWrites / SECOND) * WRITES };
  });
  return found;
}
