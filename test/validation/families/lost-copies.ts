import { run, scenarioFrom } from '../../running.js';

/** Places that each hold all data and die alone; it is lost when none is left. */
export interface Copied {
  readonly copies: number;
  /** Mean hours that a place lives. */
  readonly life: number;
  /** Law of the time until a dead one is replaced and full again, as the scenario writes it. */
  readonly replaced: string;
  /** Hours followed. */
  readonly horizon: number;
}

/** How many of some histories lose everything. */
export function losing({ copies, life, replaced, horizon }: Copied, trials: number): number {
  const names = Array.from({ length: copies }, (_, i) => `place${i}`);
  const links = names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a}-${b}`));
  const scenario = scenarioFrom(`
name: Copies that die
horizon: ${horizon} h
currency: USD
sites: { ${names.map((name) => `${name}: {}`).join(', ')} }
links: { ${links.map((link) => `${link}: { bandwidth: 1 Tbit/s, latency: 0 ms }`).join(', ')} }
services: { archive: { data: { size: 1 B }, revenue: { mean: 1 USD/h } } }
threats:
  - { name: death, scope: site, gap: { exponential: { mean: ${life} h } }, gapFrom: return, effects: { destroys: { rebuild: ${replaced} } } }
strategies:
  only:
    primary: place0
    standbys: [${names
      .slice(1)
      .map((site) => `{ site: ${site}, capacity: 100% }`)
      .join(', ')}]
    failover: { automatic: true }
    rebuildFromNothing: 0 s
`);
  let lost = 0;
  run(scenario, { trials, seed: 'copies' }, ({ strategies }) => {
    const { incidents } = strategies[0]!.outcome.services[0]!;
    if (incidents.some(({ rpa }) => rpa === null)) lost++;
  });
  return lost;
}
