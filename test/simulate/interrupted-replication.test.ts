import { describe, expect, it } from 'vitest';
import { fire, incidentsOf, outage, outcomesOf } from './one-strategy.js';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

const cut = (length: string) =>
  `  - { name: cut, scope: link, only: [a-b], strikes: { at: ['2027-03-01'] }, effects: { partitions: ${length} } }\n`;

const strategyWith = (how: string) => `
    standby: { site: b, capacity: 100%, replication: { ${how} } }
    decision: 30 min
    failover: { steps: [{ step: promote, takes: 10 min }] }`;

/** Ages of the data lost in a fire after a cut, one for each of many histories. */
const agesAfter = (length: string, at: string, reconnect: string) =>
  incidentsOf(
    { threats: cut(length) + fire(at), strategy: strategyWith(`reconnect: ${reconnect}`) },
    { trials: TRIALS },
  ).map(({ rpa }) => rpa!);
const TRIALS = 400;

describe('after a cut sending is resumed', () => {
  it('at once unless something is said', () => {
    const threats = cut('10 min') + fire('2027-03-01 00:11');
    expect(incidentsOf({ threats, strategy: strategyWith('mode: async') })).toMatchObject([
      { rpa: 0 },
    ]);
  });

  it('at any time up to the longest pause, which is as likely as any other', () => {
    const ages = agesAfter('1 h', '2027-03-01 01:05', '10 min');
    const paused = ages.filter((age) => age === HOUR + 5 * MINUTE).length;
    expect(Math.max(...ages)).toBe(HOUR + 5 * MINUTE);
    expect(Math.min(...ages)).toBe(0);
    // Half of all: a right draw is further off once in a million seeds.
    const tolerance = 4.8916 * Math.sqrt(0.25 / TRIALS);
    expect(Math.abs(paused / TRIALS - 0.5)).toBeLessThan(tolerance);
    const quarter = agesAfter('1 h', '2027-03-01 01:05', '20 min').filter((age) => age > 0).length;
    expect(quarter / TRIALS - 0.5).toBeGreaterThan(tolerance);
  });

  it('after a short one no later than the cut was long', () => {
    expect(Math.max(...agesAfter('1 min', '2027-03-01 00:02:01', '10 min'))).toBe(0);
    expect(Math.max(...agesAfter('1 min', '2027-03-01 00:01:30', '10 min'))).toBe(90_000);
  });

  it('at the same time for whoever sends over the link, under each strategy', () => {
    const services = `  other: { data: { size: 1 GB }, writes: { mean: 1 MB/s } }\n`;
    const threats = cut('1 h') + fire('2027-03-01 01:05');
    const strategy = strategyWith('reconnect: 10 min');
    const outcomes = outcomesOf({ threats, strategy, services }, 20);
    for (const { services: both } of outcomes) {
      expect(both[0]!.incidents.at(-1)!.rpa).toBe(both[1]!.incidents.at(-1)!.rpa);
    }
  });

  it('only then a service that has stopped for it goes on', () => {
    const strategy = strategyWith('mode: sync, onPartition: halt, reconnect: 10 min');
    const times = incidentsOf({ threats: cut('10 min'), strategy }, { trials: 50 }).map(
      ({ rta }) => rta,
    );
    expect(Math.min(...times)).toBeGreaterThan(10 * MINUTE);
    expect(Math.max(...times)).toBeLessThan(20 * MINUTE);
    expect(new Set(times).size).toBeGreaterThan(40);
  });
});

describe('what a copy has not received', () => {
  const movesOf = (threats: string, keeps: string) =>
    outcomesOf({ threats, strategy: strategyWith(`keeps: ${keeps}`) })[0]!.moves;

  it('is kept for it for so long, and after that all is sent anew', () => {
    expect(movesOf(cut('2 days'), '47 h')).toMatchObject([{ from: 0, to: 1, bytes: 100e9 }]);
    expect(movesOf(cut('2 days'), '2 days')).toEqual([]);
  });

  it('is kept as long where its site is away', () => {
    const threats = outage('2 days', '2027-03-01', 'b');
    expect(movesOf(threats, '47 h')).toMatchObject([{ to: 1, bytes: 100e9 }]);
    expect(movesOf(threats, '2 days')).toEqual([]);
  });

  it('adds up while it is out of touch for one reason after the other', () => {
    const threats = cut('1 day') + outage('2 days', '2027-03-01 12:00', 'b');
    expect(movesOf(threats, '2 days')).toMatchObject([{ disaster: 0, bytes: 100e9 }]);
    const apart = cut('1 day') + outage('2 days', '2027-03-02 12:00', 'b');
    expect(movesOf(apart, '2 days')).toEqual([]);
  });

  it('is not thrown away by a source that stands still itself', () => {
    const threats = cut('2 days') + outage('2 days', '2027-03-01 12:00');
    const strategy = strategyWith('keeps: 1 day').replace('10 min', '20 days');
    expect(outcomesOf({ threats, strategy })[0]!.moves).toEqual([]);
  });

  it('leaves a copy that is of use as it was when it lost touch, until it has been seeded', () => {
    const at = (when: string) =>
      incidentsOf({
        threats: cut('2 days') + fire(when),
        strategy: strategyWith('keeps: 1 day'),
        bandwidth: '12 Mbit/s',
      });
    // 100 GB take 18.5 h at 1.5 MB/s.
    expect(at('2027-03-03 12:00')).toMatchObject([{ via: 'failover', rpa: 2.5 * DAY }]);
    expect(at('2027-03-03 19:00')).toMatchObject([{ via: 'failover', rpa: 0 }]);
  });
});
