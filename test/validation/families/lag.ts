import { HOUR } from '../../../src/base/units.js';
import { run, scenarioFrom } from '../../running.js';

/** An asynchronous replica over a link that is too small for some hours. */
export interface Lagging {
  /** MB written per second, hour by hour of a day. */
  readonly writes: readonly number[];
  /** MB sent per second. */
  readonly link: number;
}

/** What a disaster in the middle of each slice of a stretch of a day finds unsent. */
export interface Unsent {
  readonly hour: number;
  /** Age of the oldest unsent write, in seconds. */
  readonly age: number;
  readonly megabytes: number;
}

/** @param hours of a day in steady state, from the first to the last */
export function unsentOver(
  { writes, link }: Lagging,
  hours: { from: number; to: number; slices: number },
): readonly Unsent[] {
  const mean = writes.reduce((a, b) => a + b, 0) / writes.length;
  const at = (hour: number) => new Date(Date.UTC(2027, 2, 3) + hour * HOUR).toISOString();
  const scenario = scenarioFrom(`
name: Fluid lag
horizon: 1 year
currency: USD
sites: { here: {}, there: {} }
links: { here-there: { bandwidth: ${link} MB/s, efficiency: 100%, latency: 0 ms } }
services:
  shop:
    data: { size: 1 GB }
    writes: { mean: ${mean} MB/s, profile: { hours168: [${Array.from({ length: 7 }, () => writes.join(', ')).join(', ')}] } }
threats:
  - use: site-fire
    only: [here]
    strikes: { from: '${at(hours.from)}', to: '${at(hours.to)}', slices: ${hours.slices} }
    effects: { destroys: { rebuild: 100 days } }
strategies:
  only: { primary: here, standby: { site: there, capacity: 100% }, failover: { automatic: true } }
`);
  const found: Unsent[] = [];
  const width = (hours.to - hours.from) / hours.slices;
  run(scenario, { trials: hours.slices, seed: '1' }, ({ strategies, trial }) => {
    const { rpa, lostWrites } = strategies[0]!.outcome.services[0]!.incidents[0]!;
    const hour = hours.from + (trial + 0.5) * width;
    found.push({ hour, age: rpa! / 1000, megabytes: (lostWrites / 1000) * mean });
  });
  return found;
}
