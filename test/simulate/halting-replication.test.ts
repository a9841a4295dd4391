import { expect, test } from 'vitest';
import { fire, incidentsOf, outage, outcomesOf } from './one-strategy.js';

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

const cut = (length: string, at = '2027-03-01') =>
  `  - { name: cut-${at.replaceAll(/\W/g, '')}, scope: link, only: [a-b], strikes: { at: ['${at}'] }, effects: { partitions: ${length} } }\n`;

const strategyWith = (more = '', failover = '') => `
    standby: { site: b, capacity: 100%, replication: { mode: sync, onPartition: halt } }
    detection: 90 s
    decision: 30 min${more}
    failover: { ${failover}steps: [{ step: promote, takes: 10 min }] }`;
const HALTS = strategyWith();
const DEGRADES = HALTS.replace('onPartition: halt', 'onPartition: degrade');

test('a cut stops the service until people have noticed and decided to go on alone', () => {
  const [incident, ...others] = incidentsOf({ threats: cut('2 days'), strategy: HALTS });
  expect(others).toEqual([]);
  expect(incident).toMatchObject({ via: 'wait', rpa: 0, lostWrites: 0 });
  expect(incident).toMatchObject({ rta: 31.5 * MINUTE, timeToFull: 31.5 * MINUTE });
  expect(incident!.phases).toEqual({ detect: 90 * SECOND, decide: 30 * MINUTE });
});

test('a cut that ends before anybody has decided stops it for as long as it lasts', () => {
  const [incident] = incidentsOf({ threats: cut('10 min'), strategy: HALTS });
  expect(incident).toMatchObject({ via: 'wait', rta: 10 * MINUTE, rpa: 0 });
  expect(incident!.phases).toEqual({ detect: 90 * SECOND, decide: 8.5 * MINUTE });
});

test('one that degrades goes on as if nothing had happened', () => {
  const [outcome] = outcomesOf({ threats: cut('2 days'), strategy: DEGRADES });
  expect(outcome!.services[0]).toMatchObject({ incidents: [], exposures: 1 });
});

test.each([
  ['is out', outage('20 min', '2027-03-01', 'b'), 20 * MINUTE],
  ['burns', fire('2027-03-01', 'b'), 31.5 * MINUTE],
])('where the standby’s site %s the service stops, too', (_, threats, rta) => {
  expect(incidentsOf({ threats, strategy: HALTS })).toMatchObject([{ via: 'wait', rta, rpa: 0 }]);
});

test('data that is deleted at the standby does not come back: people have to decide', () => {
  const threats = `  - { name: attack, scope: account, only: [two], strikes: { at: ['2027-03-01'] }, effects: { deletes: {} } }\n`;
  const sites = '{ a: {}, b: { account: two }, c: {} }';
  const [incident] = incidentsOf({ threats, strategy: HALTS, sites });
  expect(incident).toMatchObject({ via: 'wait', rta: 31.5 * MINUTE, rpa: 0 });
});

test('while it goes on alone nothing stops it, until the standby has caught up', () => {
  // Alone until 04:00 with 1 MB/s written, then 12.6 GB are behind and drain at 1.5 MB/s less 1.
  const again = (at: string) =>
    incidentsOf({
      threats: cut('4 h') + cut('10 min', at),
      strategy: HALTS,
      bandwidth: '12 Mbit/s',
    }).map(({ rta }) => rta);
  expect(again('2027-03-01 01:00')).toEqual([31.5 * MINUTE]);
  expect(again('2027-03-01 10:50')).toEqual([31.5 * MINUTE]);
  expect(again('2027-03-01 11:10')).toEqual([31.5 * MINUTE, 10 * MINUTE]);
});

test('a standby that has burned down stops nothing until it has been seeded anew', () => {
  const at = (second: string) =>
    incidentsOf({
      threats: fire('2027-03-01', 'b', '1 day') + cut('10 min', second),
      strategy: HALTS,
    });
  expect(at('2027-03-02 00:01')).toHaveLength(1);
  expect(at('2027-03-03')).toMatchObject([{ rta: 31.5 * MINUTE }, { rta: 10 * MINUTE }]);
});

test('where the seat is hit, too, it is an incident like any other', () => {
  const threats = `  - { use: power-outage, scope: region, only: [x], strikes: { at: ['2027-03-01'] }, effects: { outage: 1 h } }\n`;
  const sites = '{ a: { region: x }, b: { region: x }, c: {} }';
  const incidents = incidentsOf({ threats, strategy: HALTS, sites });
  expect(incidents).toMatchObject([{ via: 'wait', rta: HOUR, rpa: 0 }]);
});

test('the rule that asks nobody does not fire where the seat only waits for the standby', () => {
  const strategy = strategyWith('', 'automatic: true, ');
  const [incident] = incidentsOf({ threats: cut('2 days'), strategy });
  expect(incident).toMatchObject({ via: 'wait', rta: 31.5 * MINUTE });
});

test('nothing was acknowledged, so nothing is lost where the seat burns meanwhile', () => {
  const threats = cut('2 days') + fire('2027-03-01 00:10');
  const [first, second] = incidentsOf({ threats, strategy: HALTS });
  expect(first).toMatchObject({ via: 'failover', rta: 41.5 * MINUTE, rpa: 0 });
  expect(second).toMatchObject({ absorbed: true });
  const [later] = incidentsOf({
    threats: cut('2 days') + fire('2027-03-02'),
    strategy: HALTS,
  }).slice(1);
  // Alone since 00:31:30.
  expect(later).toMatchObject({ via: 'failover', rpa: DAY - 31.5 * MINUTE });
});

test('a seat that is back while it waits for the standby goes on waiting', () => {
  const threats = cut('2 days') + outage('5 min', '2027-03-01 00:10');
  expect(incidentsOf({ threats, strategy: HALTS })[0]).toMatchObject({ rta: 31.5 * MINUTE });
});
