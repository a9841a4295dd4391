import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, ms, WEEK, YEAR } from '../../src/base/units.js';
import type { CalendarSpan } from '../../src/model/calendar-span.js';
import {
  COUNTING_RULES,
  heldAt,
  holding,
  keptAt,
  keptFor,
  NO_RULES,
  reachOf,
  type Retention,
} from '../../src/model/retention.js';
import { pruned, type Stored } from '../oracle/pruning.js';

const MONDAY = Date.UTC(2027, 0, 4);
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Full copies only, one by one, newest first, with nothing that they build on. */
function pointsOf(captures: readonly number[]): Stored[] {
  return captures.map((at) => ({ captured: at, end: at, full: { start: at, end: at } }));
}

const span: fc.Arbitrary<CalendarSpan> = fc.record({
  years: fc.nat(1),
  months: fc.nat(5),
  days: fc.nat(40),
  hours: fc.nat(30),
});
const spans = fc
  .array(fc.tuple(fc.constantFrom(...COUNTING_RULES), span), { maxLength: 2 })
  .map((all) => Object.fromEntries(all));

/** Rules that have nothing to do with chains. */
const rules: fc.Arbitrary<Retention> = fc.record({
  age: fc.option(fc.integer({ min: 1, max: 60 }).map((days) => ms(days * DAY))),
  last: fc.nat(9),
  hourly: fc.constantFrom(0, 0, 3, 30),
  daily: fc.nat(10),
  weekly: fc.nat(6),
  monthly: fc.nat(5),
  yearly: fc.nat(2),
  within: fc.oneof(fc.constant({}), spans),
  fulls: fc.constant(0),
  fullsFor: fc.constant(null),
  counting: fc.constantFrom('alone' as const, 'beyond' as const),
});

test.each([{ begun: false }, { begun: true }])(
  'by arithmetic the same points are kept as one by one, of a schedule that once begun: $begun',
  ({ begun }) => {
    let beyond = 0;
    fc.assert(
      fc.property(
        rules,
        fc.constantFrom(5 * HOUR, DAY, 30 * HOUR, WEEK, 9 * DAY, 40 * DAY),
        fc.integer({ min: 0, max: 2 * WEEK }),
        fc.integer({ min: 0, max: 3 * YEAR }),
        fc.nat(500),
        (retention, period, offset, later, gathered) => {
          const anchor = MONDAY - WEEK + offset;
          const newest = Math.floor((MONDAY + 3 * YEAR + later - anchor) / period);
          // Stores are pruned as a backup becomes complete.
          const now = anchor + newest * period;
          const count = begun ? 1 + gathered : Math.ceil((4 * YEAR) / period) + 60;
          const all = Array.from({ length: count }, (_, back) => anchor + (newest - back) * period);
          const first = begun ? { first: newest - gathered } : {};
          const { from, older } = keptAt(retention, { anchor, period: ms(period), ...first }, now);
          const contiguous = Array.from({ length: newest - from + 1 }, (_, k) => from + k);
          const kept = [...contiguous, ...older].map((k) => anchor + k * period);
          const expected = pruned(pointsOf(all), retention, 0);
          // Of a schedule that has run for ever there is no oldest point to fill a place.
          const oneByOne = expected.map(({ captured }) => captured);
          expect(new Set(kept)).toEqual(
            new Set(oneByOne.filter((at) => begun || at > all.at(-1)!)),
          );
          if (older.length > 0) beyond++;
        },
      ),
      { seed: 1, numRuns: 150 },
    );
    expect(beyond).toBeGreaterThan(50);
  },
);

test('seven days, five weeks and twelve months of daily copies reach back a year', () => {
  const retention = { ...NO_RULES, daily: 7, weekly: 5, monthly: 12 };
  const captures = { anchor: MONDAY, period: DAY };
  const now = Date.UTC(2028, 5, 15, 12);
  const { from, older } = keptAt(retention, captures, now);
  const dates = [from, ...older].map((k) => dateOf(MONDAY + k * DAY));
  expect(dates).toEqual([
    '2028-06-15',
    ...['2028-06-14', '2028-06-13', '2028-06-12', '2028-06-11', '2028-06-10', '2028-06-09'],
    ...['2028-06-04', '2028-05-31', '2028-05-28', '2028-05-21', '2028-04-30', '2028-03-31'],
    ...['2028-02-29', '2028-01-31', '2027-12-31', '2027-11-30', '2027-10-31', '2027-09-30'],
    ...['2027-08-31', '2027-07-31'],
  ]);
});

test('points a mean period apart are walked to the end, wherever one rounds to', () => {
  // A full copy a month and one a day in between: 31.4 copies a month. One rounds to a midnight.
  const captures = { anchor: Date.UTC(2024, 8, 4), period: ms(83_818_326.693_227_1) };
  const retention = { ...NO_RULES, age: ms(2 * YEAR), daily: 8, counting: 'beyond' as const };
  const { from, older } = keptAt(retention, captures, Date.UTC(2024, 8, 4) + 6.5 * DAY);
  expect({ from, older: older.length }).toEqual({ from: -746, older: 8 });
});

const AVERAGED = { start: MONDAY, horizon: ms(10 * YEAR) };

test('what a store holds on average follows from the age that is kept', () => {
  const weekly = { full: WEEK, incremental: null, ...AVERAGED };
  expect(holding(keptFor(ms(52 * WEEK)), weekly).fulls).toBeCloseTo(52, 6);
  expect(holding(keptFor(ms(WEEK / 2)), weekly).fulls).toBeCloseTo(1, 6);
  // A chain goes when its last point may: its full is six days older than that.
  const daily = { ...weekly, incremental: DAY };
  const { fulls, steps } = holding(keptFor(ms(5 * WEEK)), daily);
  expect(fulls).toBeCloseTo(5 + 6 / 7, 1);
  expect(steps).toBeCloseTo(6 * (fulls - 1) + 3, 6);
});

test('months of weekly copies are held beside the last few, each once', () => {
  const weekly = { full: WEEK, incremental: null, ...AVERAGED };
  const { fulls } = holding({ ...NO_RULES, last: 4, monthly: 12 }, weekly);
  expect(fulls).toBeGreaterThan(14);
  expect(fulls).toBeLessThanOrEqual(16);
});

test('two full copies are two chains: those before go whole when the next full is complete', () => {
  const schedule = { full: WEEK, incremental: DAY, start: MONDAY };
  const held = (days: number) =>
    heldAt({ ...NO_RULES, fulls: 2 }, schedule, MONDAY + 70 * DAY + days * DAY);
  expect([0, 1, 6, 7].map(held)).toEqual([
    { fulls: 2, steps: 6 },
    { fulls: 2, steps: 7 },
    { fulls: 2, steps: 12 },
    { fulls: 2, steps: 6 },
  ]);
});

test('a recovery window of ten days holds the newest full copy that is so old, and all since', () => {
  const schedule = { full: WEEK, incremental: null, start: MONDAY };
  const held = (days: number) =>
    heldAt({ ...NO_RULES, fullsFor: ms(10 * DAY) }, schedule, MONDAY + 70 * DAY + days * DAY).fulls;
  // On day 3 the one of ten days ago becomes old enough to stand in for the one before.
  expect([0, 2, 3, 6, 7].map(held)).toEqual([3, 3, 2, 2, 3]);
});

test('what is kept for ever is priced as it gathers over the horizon', () => {
  const daily = { full: DAY, incremental: null, ...AVERAGED };
  const { fulls } = holding({ ...NO_RULES, monthly: Infinity }, daily);
  // 120 months by the end: 60 on average, and the days of the month so far are pruned.
  expect(Math.abs(fulls - 61)).toBeLessThan(1.5);
});

test('more rules never hold less, and nothing is held that the rules do not reach', () => {
  fc.assert(
    fc.property(rules, rules, fc.constantFrom(DAY, WEEK), (a, b, full) => {
      const [one, other] = [a, b].map((rule) => ({
        ...rule,
        counting: 'alone' as const,
        within: {},
      }));
      const schedule = { full: ms(full), incremental: null, ...AVERAGED };
      const larger = (rule: (typeof COUNTING_RULES)[number]) => Math.max(one![rule], other![rule]);
      const both: Retention = {
        ...one!,
        age: ms(Math.max(one!.age ?? 0, other!.age ?? 0)),
        ...Object.fromEntries(COUNTING_RULES.map((rule) => [rule, larger(rule)])),
      };
      const held = holding(one!, schedule).fulls;
      expect(holding(both, schedule).fulls).toBeGreaterThanOrEqual(held);
      expect(held).toBeLessThanOrEqual(reachOf(one!, schedule) / full + 2);
    }),
    { seed: 1, numRuns: 60 },
  );
});
