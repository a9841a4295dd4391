import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, ms, WEEK } from '../../../src/base/units.js';
import { weekProfile } from '../../../src/model/week-profile.js';
import { longestWait, weeklyWrites, workloads } from '../../../src/plan/readiness/workload.js';
import { unsentAge } from '../../../src/simulate/replication.js';
import { scenarioFrom } from '../../running.js';
import { edited, SOUND } from './checking.js';

test('the longest wait of a week is the largest lag that the simulation shows in it', () => {
  const weights = fc.array(fc.constantFrom(1, 2, 5, 9), { minLength: 168, maxLength: 168 });
  fc.assert(
    fc.property(weights, fc.constantFrom(1.02, 1.3, 2, 4), (hours, spare) => {
      const profile = weekProfile('any', hours);
      const flow = { writes: 1e6, profile, rate: spare * 1e6, intoWeek: ms(0) };
      const wait = longestWait(
        [...profile.hours].map((hour) => hour * 1e6),
        flow.rate,
      );
      let largest = 0;
      for (let at = 0; at < WEEK; at += 10 * MINUTE) {
        const span = { since: -Infinity, at: ms(at) };
        largest = Math.max(largest, unsentAge({ ...flow, cuts: [], halts: [], stalls: [] }, span));
      }
      expect(largest).toBeLessThanOrEqual(wait + 2);
      expect(largest).toBeGreaterThanOrEqual(wait - 100 * MINUTE);
    }),
    { seed: 1, numRuns: 10 },
  );
});

test('writes of services add up hour by hour, in the year with most data', () => {
  const growing = workloads(scenarioFrom(SOUND));
  const names = growing.map(({ service, data }) => [service.name, data]);
  expect(new Map(names as [string, number][])).toEqual(
    new Map([
      ['sign-in', 10e9],
      ['app', 200e9 * 1.1 * 1.1 * 1.1 * 1.1],
    ]),
  );
  const shrinking = workloads(scenarioFrom(edited(SOUND, [['growth: 10%', 'growth: -10%']])));
  expect(shrinking.find(({ service }) => service.name === 'app')!.data).toBe(200e9);
  const hourly = weeklyWrites(shrinking);
  expect(hourly).toHaveLength(WEEK / HOUR);
  const mean = hourly.reduce((sum, writes) => sum + writes, 0) / hourly.length;
  expect(mean).toBeCloseTo(1.1e6, 3);
});
