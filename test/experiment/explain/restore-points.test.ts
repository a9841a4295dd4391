import { expect, test } from 'vitest';
import { DAY, HOUR, ms } from '../../../src/base/units.js';
import { restorePointsOf } from '../../../src/experiment/explain/restore-points.js';
import { compile } from '../../../src/simulate/compile.js';
import { scenarioFrom } from '../../running.js';

const SCENARIO = `
name: Copies
horizon: 2 years
currency: USD
sites:
  a: { account: one }
  b: { account: one }
  c: { account: two }
links:
  a-b: { bandwidth: 1 Gbit/s, latency: 5 ms }
  a-c: { bandwidth: 1 Gbit/s, latency: 5 ms }
  b-c: { bandwidth: 1 Gbit/s, latency: 5 ms }
services:
  shop: { data: { size: 100 GB, change: 1% / day }, writes: { mean: 1 MB/s }, dataLoss: 1 USD/h }
threats:
  - { name: fire, scope: site, rate: 1 / year, effects: { destroys: { rebuild: 30 days } } }
  - { name: dark, scope: site, only: [b], rate: 1 / year, effects: { outage: 2 h } }
  - name: attack
    scope: account
    rate: 1 / year
    effects: { encrypts: { dwell: 3 days, clean: 1 h, reinfection: 0%, tainted: use, replicated: true } }
strategies:
  all:
    primary: a
    standby: { site: b, capacity: 100% }
    failover: { steps: [{ step: promote, takes: 10 min }] }
    restore: { steps: [{ step: restore, moves: backup }] }
    backups:
      - { name: near, full: 1 day, store: b, keep: 10 days, overhead: 1 h }
      - { name: far, full: 1 day, store: c, keep: 10 days, overhead: 1 h, log: 1 h }
`;

const plan = compile(scenarioFrom(SCENARIO), '1');
const at = ms(400 * DAY + 12 * HOUR);
const asked = { trial: 0, at, strategy: null, service: null, most: Infinity };
const { hazards, strategies } = restorePointsOf(plan, asked);
const [replica, near, far] = strategies[0]!.services[0]!.copies;

const fate = (survives: readonly string[]) =>
  Object.fromEntries(
    hazards.map(({ threat, member }, number) => [`${threat} ${member}`, survives[number]]),
  );

test('ages follow from the schedule, and a log gives back what was written since', () => {
  const days = near!.states.map(({ age }) => age / 3600);
  expect(days).toEqual([12, 36, 60, 84, 108, 132, 156, 180, 204, 228]);
  expect(far!.states[0]!.age).toBeLessThanOrEqual(2 * 3600);
  expect(far!.states[0]!.oldest).toBe(12 * 3600);
  expect(far!.states[0]!.logged).toBeGreaterThan(0);
  expect(replica!.states[0]!.age).toBeLessThan(1);
});

test('the time to restore is that of the runbook and of the bytes over the link', () => {
  expect(replica!.states[0]!.times).toEqual([{ site: 'b', time: 600 }]);
  const { bytes, times } = near!.states[0]!;
  const there = times.find(({ site }) => site === 'a')!;
  expect(there.time).toBeGreaterThan(bytes / 125e6);
  expect(times.map(({ site }) => site)).toContain('b');
});

test('each disaster leaves what it should of each copy', () => {
  // What is at b, whether replica or store.
  for (const { states } of [replica!, near!]) {
    expect(fate(states[0]!.survives)).toEqual({
      'fire a': 'survives',
      'fire b': 'gone',
      'fire c': 'survives',
      'dark b': 'away',
      'attack one': 'gone',
      'attack two': 'survives',
    });
  }
  const attack = far!.states.map(({ survives }) => fate(survives)['attack one']);
  // Points of the last three days were captured while the intruder was in.
  expect(attack.slice(0, 3)).toEqual(['tainted', 'tainted', 'tainted']);
  expect(attack.at(-1)).toBe('survives');
  expect(fate(far!.states[0]!.survives)['attack two']).toBe('gone');
});

test('only so many states are told of as are asked for', () => {
  const few = restorePointsOf(plan, { ...asked, most: 3 });
  const { states, more } = few.strategies[0]!.services[0]!.copies[1]!;
  expect([states.length, more]).toEqual([3, 7]);
});
