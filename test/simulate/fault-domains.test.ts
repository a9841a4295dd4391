import { expect, test } from 'vitest';
import { disastersOf } from '../../src/simulate/disasters.js';
import { compile } from '../../src/simulate/compile.js';
import { incidentsOf, scenario } from './one-strategy.js';

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** Two halls side by side, and one far away. */
const CAMPUS = '{ a: { campus: north }, b: { campus: north }, c: {} }';
const AT_B = `
    standby: { site: b, capacity: 100% }
    failover: { steps: [{ step: promote, takes: 10 min }] }`;
const AT_C = AT_B.replace('site: b', 'site: c');

const struck = (scope: string, effects: string, only = '') =>
  `  - { name: blow, scope: ${scope},${only} strikes: { at: ['2027-03-01'] }, effects: { ${effects} } }\n`;

test('a site outage is failed over beside it, a campus outage only far away', () => {
  const site = struck('site', 'outage: 3 h', ' only: [a],');
  const campus = struck('campus', 'outage: 3 h');
  const rta = (threats: string, strategy: string) =>
    incidentsOf({ threats, strategy, sites: CAMPUS }).map((incident) => incident.rta);
  expect(rta(site, AT_B)).toEqual([10 * MINUTE]);
  expect(rta(campus, AT_B)).toEqual([3 * HOUR]);
  expect(rta(campus, AT_C)).toEqual([10 * MINUTE]);
});

test('what destroys a campus leaves no copy on it, and is one incident', () => {
  const threats = struck('campus', 'destroys: { rebuild: 100 days }');
  const [beside, ...more] = incidentsOf({ threats, strategy: AT_B, sites: CAMPUS });
  expect(more).toEqual([]);
  expect(beside).toMatchObject({ via: 'nothing', rpa: null });
  expect(incidentsOf({ threats, strategy: AT_C, sites: CAMPUS })).toMatchObject([
    { via: 'failover', rta: 10 * MINUTE },
  ]);
});

test('a region is its sites, whoever has named it; the provider is all of them', () => {
  const sites =
    '{ a: { region: aws/us-east-1 }, b: { region: aws/us-east-2 }, c: { region: hall } }';
  const { threats } = scenario({
    threats:
      struck('region', 'outage: 3 h') +
      struck('provider', 'outage: 3 h').replace('name: blow', 'name: all'),
    strategy: AT_B,
    sites,
  });
  expect(threats.map(({ members }) => members)).toEqual([
    ['aws/us-east-1', 'aws/us-east-2', 'hall'],
    ['aws', 'own'],
  ]);
});

test('a region is struck as often however many sites are in it', () => {
  const rate = `  - { name: blow, scope: region, only: [north], rate: 3 / year, effects: { outage: 3 h } }\n`;
  const instants = (sites: string) => {
    const plan = compile(scenario({ threats: rate, strategy: AT_B, sites }), 'seed');
    return disastersOf(plan, 0).map(({ at }) => at);
  };
  const alone = instants('{ a: { region: north }, b: {}, c: {} }');
  expect(alone.length).toBeGreaterThan(2);
  expect(instants('{ a: { region: north }, b: { region: north }, c: {} }')).toEqual(alone);
});

test('a campus that no site is on cannot be struck', () => {
  expect(() => scenario({ threats: struck('campus', 'outage: 3 h'), strategy: AT_B })).toThrow(
    /"campus", but no site has one/,
  );
});
