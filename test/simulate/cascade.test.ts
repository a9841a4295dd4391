import { describe, expect, it } from 'vitest';
import { fire, incidentsOf, outage, outcomesOf } from './one-strategy.js';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** b receives from where the service is, c from b. */
const STRATEGY = `
    standbys: [{ site: b, capacity: 100% }, { site: c, capacity: 100%, from: b }]
    failover: { steps: [{ step: promote, takes: 10 min }] }`;

const cut = (link: string, length: string, at = '2027-03-01') =>
  `  - { name: cut-${link}-${at.replaceAll(/\W/g, '')}, scope: link, only: [${link}], strikes: { at: ['${at}'] }, effects: { partitions: ${length} } }\n`;

/** Both a and b burn, so that c has to take over: how old is what it has? */
const ageAtC = (threats: string, at: string, bandwidth = '10 Gbit/s') => {
  const both = threats + fire(at) + fire(at, 'b');
  const incidents = incidentsOf({ threats: both, strategy: STRATEGY, bandwidth });
  const last = incidents.findLast(({ absorbed }) => !absorbed)!;
  expect(last.via).toBe('failover');
  return last.rpa;
};

describe('a standby that receives from another one', () => {
  it('has what that has, as long as both lines keep up', () => {
    expect(ageAtC('', '2027-03-01 00:30')).toBe(0);
  });

  it.each([
    ['the line to the first is cut', cut('a-b', '2 h')],
    ['the line from there on is cut', cut('b-c', '2 h')],
    ['the first is away', outage('2 h', '2027-03-01', 'b')],
    ['its own site is away', outage('30 min', '2027-03-01', 'c')],
  ])('receives nothing while %s', (_, threats) => {
    expect(ageAtC(threats, '2027-03-01 00:30')).toBe(30 * MINUTE);
  });

  it('does not care for a line that it does not use, which is no exposure', () => {
    const threats = cut('a-c', '2 h');
    expect(ageAtC(threats, '2027-03-01 00:30')).toBe(0);
    expect(outcomesOf({ threats, strategy: STRATEGY })[0]!.services[0]!.exposures).toBe(0);
    const used = outcomesOf({ threats: cut('b-c', '2 h'), strategy: STRATEGY });
    expect(used[0]!.services[0]!.exposures).toBe(1);
  });

  it('catches up behind the first, no faster than that', () => {
    // 4 h of 1 MB/s, less 2 h of what a line of 1.5 MB/s has to spare: 3 h are left.
    expect(ageAtC(cut('a-b', '4 h'), '2027-03-01 06:00', '12 Mbit/s')).toBe(3 * HOUR);
    expect(ageAtC(cut('b-c', '4 h'), '2027-03-01 06:00', '12 Mbit/s')).toBe(3 * HOUR);
    expect(ageAtC(cut('b-c', '4 h'), '2027-03-01 12:00', '12 Mbit/s')).toBe(0);
  });

  it('is kept from catching up by a second cut on the way', () => {
    // What has come to the first by 06:00 waits there: 4 h of writes less 1 h of spare, then 2 h more.
    const threats = cut('a-b', '4 h') + cut('b-c', '4 h', '2027-03-01 06:00');
    expect(ageAtC(threats, '2027-03-01 08:00', '12 Mbit/s')).toBe(5 * HOUR);
  });

  it('waits for the first to be seeded where that has burned, and goes on from there', () => {
    const threats = fire('2027-03-01', 'b', '1 day');
    const meanwhile = threats + fire('2027-03-01 12:00');
    const [incident] = incidentsOf({ threats: meanwhile, strategy: STRATEGY });
    expect(incident).toMatchObject({ via: 'failover', rpa: 12 * HOUR });
    expect(ageAtC(threats, '2027-03-03')).toBe(0);
  });

  it('is seeded by the first when it has burned itself', () => {
    const [outcome] = outcomesOf({ threats: fire('2027-03-01', 'c', '1 day'), strategy: STRATEGY });
    expect(outcome!.moves).toMatchObject([{ from: 1, to: 2, bytes: 100e9 }]);
  });

  it('receives from whoever has taken over after a failover', () => {
    const threats = fire() + fire('2027-03-06', 'b');
    const [first, second] = incidentsOf({ threats, strategy: STRATEGY });
    expect(first).toMatchObject({ via: 'failover', rpa: 0 });
    expect(second).toMatchObject({ via: 'failover', rpa: 0, rta: 10 * MINUTE });
  });

  it('loses as much of a long cut of either line as a standby of its own would', () => {
    expect(ageAtC(cut('b-c', '10 days'), '2027-03-04')).toBe(3 * DAY);
  });
});
