import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, ms, WEEK, YEAR } from '../../src/base/units.js';
import { holding, keptAt, keptFor, reachOf, type Retention } from '../../src/model/retention.js';

const MONDAY = Date.UTC(2027, 0, 4);
const none: Retention = { age: null, last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0 };

/** Name of the stretch of the calendar that an instant lies in. */
const CALENDAR = {
  daily: (at: number) => new Date(at).toISOString().slice(0, 10),
  weekly: (at: number) => String(Math.floor((at - MONDAY) / WEEK)),
  monthly: (at: number) => new Date(at).toISOString().slice(0, 7),
  yearly: (at: number) => new Date(at).toISOString().slice(0, 4),
};

/** The obvious way: all points one by one, newest first. */
function keptOneByOne(retention: Retention, points: readonly number[], now: number): Set<number> {
  const kept = new Set<number>();
  const { age, last } = retention;
  points.forEach((at, number) => {
    if (number < Math.max(1, last) || (age !== null && now - at <= age)) kept.add(at);
  });
  for (const [rule, stretchOf] of Object.entries(CALENDAR)) {
    const stretches = new Set<string>();
    for (const at of points) {
      const stretch = stretchOf(at);
      if (stretches.has(stretch)) continue;
      if (stretches.size === retention[rule as keyof typeof CALENDAR]) break;
      stretches.add(stretch);
      kept.add(at);
    }
  }
  return kept;
}

const rules = fc.record({
  age: fc.option(fc.integer({ min: 1, max: 60 }).map((days) => ms(days * DAY))),
  last: fc.nat(9),
  daily: fc.nat(10),
  weekly: fc.nat(6),
  monthly: fc.nat(5),
  yearly: fc.nat(2),
});

test('by arithmetic the same points are kept as one by one', () => {
  let beyond = 0;
  fc.assert(
    fc.property(
      rules,
      fc.constantFrom(5 * HOUR, DAY, 30 * HOUR, WEEK, 9 * DAY, 40 * DAY),
      fc.integer({ min: 0, max: 2 * WEEK }),
      fc.integer({ min: 0, max: 3 * YEAR }),
      (retention, period, offset, later) => {
        const [anchor, now] = [MONDAY - WEEK + offset, MONDAY + 3 * YEAR + later];
        const newest = Math.floor((now - anchor) / period);
        const count = Math.ceil((3 * YEAR) / period) + 1;
        const points = Array.from(
          { length: count },
          (_, back) => anchor + (newest - back) * period,
        );
        const { from, older } = keptAt(retention, { anchor, period: ms(period) }, now);
        const contiguous = Array.from({ length: newest - from + 1 }, (_, k) => from + k);
        const kept = [...contiguous, ...older].map((k) => anchor + k * period);
        expect(new Set(kept)).toEqual(keptOneByOne(retention, points, now));
        if (older.length > 0) beyond++;
      },
    ),
    { seed: 1, numRuns: 400 },
  );
  expect(beyond).toBeGreaterThan(100);
});

test('seven days, five weeks and twelve months of daily copies reach back a year', () => {
  const retention = { ...none, daily: 7, weekly: 5, monthly: 12 };
  const captures = { anchor: MONDAY, period: DAY };
  const now = Date.UTC(2028, 5, 15, 12);
  const { from, older } = keptAt(retention, captures, now);
  const dates = [from, ...older].map((k) => CALENDAR.daily(MONDAY + k * DAY));
  expect(dates).toEqual([
    '2028-06-15',
    ...['2028-06-14', '2028-06-13', '2028-06-12', '2028-06-11', '2028-06-10', '2028-06-09'],
    ...['2028-06-04', '2028-05-31', '2028-05-28', '2028-05-21', '2028-04-30', '2028-03-31'],
    ...['2028-02-29', '2028-01-31', '2027-12-31', '2027-11-30', '2027-10-31', '2027-09-30'],
    ...['2027-08-31', '2027-07-31'],
  ]);
});

test('what a store holds on average follows from the age that is kept', () => {
  const weekly = { full: WEEK, incremental: null, start: MONDAY };
  expect(holding(keptFor(ms(52 * WEEK)), weekly).fulls).toBeCloseTo(52, 6);
  expect(holding(keptFor(ms(WEEK / 2)), weekly).fulls).toBeCloseTo(1, 6);
  // A chain goes when its last point may: its full is six days older than that.
  const daily = { ...weekly, incremental: DAY };
  const { fulls, steps } = holding(keptFor(ms(5 * WEEK)), daily);
  expect(fulls).toBeCloseTo(5 + 6 / 7, 1);
  expect(steps).toBeCloseTo(6 * (fulls - 1) + 3, 6);
});

test('months of weekly copies are held beside the last few, each once', () => {
  const weekly = { full: WEEK, incremental: null, start: MONDAY };
  const { fulls } = holding({ ...none, last: 4, monthly: 12 }, weekly);
  expect(fulls).toBeGreaterThan(14);
  expect(fulls).toBeLessThanOrEqual(16);
});

test('more rules never hold less, and nothing is held that the rules do not reach', () => {
  fc.assert(
    fc.property(rules, rules, fc.constantFrom(DAY, WEEK), (one, other, full) => {
      const schedule = { full: ms(full), incremental: null, start: MONDAY };
      const both: Retention = {
        age: ms(Math.max(one.age ?? 0, other.age ?? 0)),
        last: Math.max(one.last, other.last),
        daily: Math.max(one.daily, other.daily),
        weekly: Math.max(one.weekly, other.weekly),
        monthly: Math.max(one.monthly, other.monthly),
        yearly: Math.max(one.yearly, other.yearly),
      };
      const held = holding(one, schedule).fulls;
      expect(holding(both, schedule).fulls).toBeGreaterThanOrEqual(held);
      expect(held).toBeLessThanOrEqual(reachOf(one, ms(full)) / full + 2);
    }),
    { seed: 1, numRuns: 60 },
  );
});
