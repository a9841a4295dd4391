import { HOUR } from '../../../src/base/units.js';
import { run, scenarioFrom } from '../../running.js';
import { type Measured, meanOf } from '../figure.js';

/** Units that fail and are repaired each for itself, of which some are needed. */
export interface Repairable {
  readonly units: number;
  readonly needed: number;
  /** Laws of the time that a unit stands and is away, as the scenario writes them. */
  readonly up: string;
  readonly repair: string;
  /** Hours followed in each history. */
  readonly horizon: number;
}

/** Every unit is a site that serves its part; the service needs so many of them. */
function scenarioOf({ units, needed, up, repair, horizon }: Repairable) {
  const names = Array.from({ length: units }, (_, i) => `u${i}`);
  const links = names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a}-${b}`));
  const part = (count: number) => `${(100 * count) / units}%`;
  const places =
    units === 1
      ? 'primary: u0'
      : `sites: [${names.join(', ')}], active: { capacity: ${part(1)} }, failover: { automatic: true }`;
  return scenarioFrom(`
name: Repairable units
horizon: ${horizon} h
currency: USD
sites: { ${names.map((name) => `${name}: {}`).join(', ')} }
${links.length === 0 ? '' : `links: { ${links.map((link) => `${link}: { bandwidth: 1 Tbit/s, latency: 0 ms }`).join(', ')} }`}
services: { shop: { data: { size: 1 kB }, revenue: { mean: 1 USD/h }, mbco: ${part(needed)} } }
threats:
  - { name: failure, scope: site, gap: ${up}, gapFrom: return, effects: { outage: ${repair} } }
strategies:
  only: { ${places} }
`);
}

/** Shares of the time in which too few units stand, history by history. */
export function unavailability(system: Repairable, trials: number): readonly number[] {
  const shares: number[] = [];
  run(scenarioOf(system), { trials, seed: 'repairable' }, ({ strategies }, plan) => {
    const { outage, later, failback } = strategies[0]!.outcome.services[0]!.below;
    shares.push((outage + later + failback) / plan.horizon);
  });
  return shares;
}

/** Share of the histories in which the service is up at each of some instants, in hours. */
export function availabilityAt(
  system: Repairable,
  { hours, trials }: { hours: readonly number[]; trials: number },
): readonly Measured[] {
  const up = hours.map((): number[] => []);
  run(scenarioOf(system), { trials, seed: 'repairable' }, ({ strategies }) => {
    const { shortfalls } = strategies[0]!.outcome.services[0]!;
    hours.forEach((hour, i) => {
      const at = hour * HOUR;
      up[i]!.push(shortfalls.list().some(({ from, to }) => from <= at && at < to) ? 0 : 1);
    });
  });
  return up.map(meanOf);
}
