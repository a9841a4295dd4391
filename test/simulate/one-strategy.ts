import type { Outcome, Incident } from '../../src/measure/outcome.js';
import type { Scenario } from '../../src/model/scenario.js';
import { run, scenarioFrom } from '../running.js';

/** What the scenario of a test differs in; parts are YAML. */
export interface Parts {
  readonly threats: string;
  readonly strategy: string;
  readonly services?: string;
  readonly shop?: string;
  readonly bandwidth?: string;
  readonly sites?: string;
}

export const SHOP =
  'data: { size: 100 GB }, writes: { mean: 1 MB/s }, revenue: { mean: 10k USD/h }, dataLoss: 10k USD/h';

/** A shop under one strategy, at three sites that are all linked. */
export function scenario({
  threats,
  strategy,
  services = '',
  shop = SHOP,
  bandwidth = '10 Gbit/s',
  sites = '{ a: {}, b: {}, c: {} }',
}: Parts): Scenario {
  return scenarioFrom(`
name: Recovery
horizon: 3 years
currency: USD
sites: ${sites}
links:
  a-b: { bandwidth: ${bandwidth}, latency: 0 ms, efficiency: 100% }
  a-c: { bandwidth: ${bandwidth}, latency: 0 ms, efficiency: 100% }
  b-c: { bandwidth: ${bandwidth}, latency: 0 ms, efficiency: 100% }
services:
  shop: { ${shop} }
${services}
threats:
${threats}
strategies:
  only:
    primary: a
${strategy}
`);
}

/** What each trial did to the strategy. */
export function outcomesOf(parts: Parts, trials = 1): Outcome[] {
  const seen: Outcome[] = [];
  run(scenario(parts), { trials, seed: 'recovery' }, ({ strategies }) => {
    seen.push(strategies[0]!.outcome);
  });
  return seen;
}

/** Incidents of a service, trial after trial. */
export function incidentsOf(parts: Parts, { trials = 1, service = 0 } = {}): Incident[] {
  return outcomesOf(parts, trials).flatMap(({ services }) => services[service]!.incidents);
}

const called = (what: string, site: string, at: string) =>
  `${what}-${site}-${at.replaceAll(/\W/g, '')}`;

/** A power outage of a site at an instant. */
export const outage = (length: string, at = '2027-03-01', site = 'a') =>
  `  - { use: power-outage, name: ${called('out', site, at)}, only: [${site}], strikes: { at: ['${at}'] }, effects: { outage: ${length} } }\n`;

/** A fire at a site at an instant. */
export const fire = (at = '2027-03-01', site = 'a', rebuild = '100 days') =>
  `  - { use: site-fire, name: ${called('fire', site, at)}, only: [${site}], strikes: { at: ['${at}'] }, effects: { destroys: { rebuild: ${rebuild} } } }\n`;

export const STANDBY = `
    standby: { site: b, capacity: 100%, apply: 2 s }
    failover: { steps: [{ step: promote, takes: 10 min }, { step: redirect, takes: 5 min }] }`;

export const BACKUPS = `
    backups: { store: b, full: 1 day, reduction: 1, jobFailure: 0%, overhead: 0 s, throughput: 1 GB/s, restoreRate: 100 MB/s }
    restore: { steps: [{ step: restore, moves: backup }] }`;
