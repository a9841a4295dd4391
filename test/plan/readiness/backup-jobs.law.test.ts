import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, ms, WEEK } from '../../../src/base/units.js';
import {
  oldestNewest,
  restoredBytes,
  scheduleOf,
} from '../../../src/plan/readiness/backup-jobs.js';
import { workloads } from '../../../src/plan/readiness/workload.js';
import { point } from '../../../src/random/point.js';
import { backups, TB } from '../../simulate/backups.js';
import { scenarioFrom } from '../../running.js';
import { SOUND } from './checking.js';

const SCENARIO = scenarioFrom(SOUND);
const POLICY = SCENARIO.strategies[0]!.backups[0]!;
const STEP = 5 * MINUTE;

interface Setting {
  readonly full: number;
  readonly incremental: number | null;
  readonly asOf: 'start' | 'end';
  readonly overhead: number;
  readonly rate: number;
  readonly change: number;
}

/** What the check takes the schedule for, of 1 TB that neither grows nor is reduced. */
function expected({ full, incremental, overhead, rate, change }: Setting) {
  const law = (value: number) => ({ law: point(value), drawn: 'once' }) as const;
  const [workload] = workloads(SCENARIO);
  const { service } = workload!;
  const data = { ...service.data, change: law(change) };
  const policy = {
    ...POLICY,
    full: ms(full),
    incremental: incremental === null ? null : ms(incremental),
    overhead: law(overhead),
    throughput: law(rate),
    reduction: law(1),
  };
  const of = { service: { ...service, data }, data: TB, writes: TB };
  return scheduleOf(policy, {
    workload: of,
    rate,
  });
}

/** Oldest that the newest point of a simulated series is seen to be, step by step. */
function oldestSeen(setting: Setting): number {
  const series = backups(setting);
  let oldest = 0;
  for (let at = 0; at < 3 * setting.full; at += STEP) {
    oldest = Math.max(oldest, at - series.newest(ms(at + WEEK))!.captured + WEEK);
  }
  return oldest;
}

const setting = fc
  .record({
    incremental: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    fulls: fc.integer({ min: 2, max: 8 }),
    asOf: fc.constantFrom('start' as const, 'end' as const),
    overhead: fc.integer({ min: 0, max: 50 }),
    hours: fc.constantFrom(0.1, 0.9, 2.5, 7),
    change: fc.constantFrom(0.01, 0.2),
  })
  .map(({ incremental, fulls, asOf, overhead, hours, change }): Setting => {
    const each = (incremental ?? 2) * HOUR;
    return {
      full: fulls * each,
      incremental: incremental === null ? null : each,
      asOf,
      overhead: overhead * MINUTE,
      rate: TB / (hours * 3600),
      change,
    };
  });

test('no newest point of a simulated schedule is older than the check says', () => {
  fc.assert(
    fc.property(setting, (one) => {
      expect(oldestSeen(one)).toBeLessThanOrEqual(oldestNewest(expected(one), one.asOf) + 2);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('where jobs end in time, the newest point does get as old as the check says', () => {
  const inTime = setting.filter((one) => {
    const { full, incremental } = expected(one);
    const shortest = incremental ?? full;
    return full.length < shortest.period && shortest.length < shortest.period;
  });
  fc.assert(
    fc.property(inTime, (one) => {
      const oldest = oldestNewest(expected(one), one.asOf);
      expect(oldestSeen(one)).toBeGreaterThan(oldest - STEP - 2);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('a restore reads the full copy and half of the incrementals between two of them', () => {
  const of = { asOf: 'start', overhead: 0, rate: TB, change: 0.24 } as const;
  const schedule = expected({ ...of, full: 24 * HOUR, incremental: 6 * HOUR });
  const { incremental, full } = schedule;
  expect(full.bytes).toBe(TB);
  expect(restoredBytes(schedule)).toBeCloseTo(TB + 1.5 * incremental!.bytes, -3);
  expect(restoredBytes(expected({ ...of, full: HOUR, incremental: null }))).toBe(TB);
});
