import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, ms, YEAR } from '../../src/base/units.js';
import { ByteMeter } from '../../src/measure/byte-meter.js';
import type { ByteRow, ByteTable } from '../../src/measure/byte-table.js';
import type { Plan } from '../../src/simulate/plan.js';
import { AT_ONCE, billedAt, calmPlan, calmStores, heldAt, takenIn } from './calm-stores.js';

/** Instants at which a store is looked into, over so many years of the past and the horizon. */
const [INSTANTS, YEARS] = [150, 3];
/** Instants that the arithmetic averages over. */
const PHASES = 128;
/** Standard errors that chance alone goes beyond once in a million. */
const MOST = 4.9;

/** Mean of evenly spread samples, and how far the mean of others may be from it. */
function meanOf(samples: readonly number[]): { mean: number; off: number } {
  const mean = samples.reduce((a, b) => a + b, 0) / samples.length;
  const squares = samples.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const sd = Math.sqrt(squares / (samples.length - 1));
  return { mean, off: MOST * sd * Math.sqrt(1 / samples.length + 1 / PHASES) };
}

const instants = Array.from({ length: INSTANTS }, (_, k) =>
  ms(Math.floor(((k + 0.5) * YEARS * YEAR) / INSTANTS)),
);

/** What is counted one by one over years, for the store of a number. */
function oneByOne(plan: Plan, number: number) {
  const store = calmStores(plan)[number]!;
  const held = instants.map((at) => heldAt(store, at));
  const taken = takenIn(store, { from: 0, to: YEARS * YEAR }) / YEARS;
  return {
    bytes: meanOf(held.map(({ bytes }) => bytes)),
    reach: meanOf(held.map(({ reach }) => reach)),
    taken,
  };
}

const backupRow = (table: ByteTable, store: number) => table.find((row) => row.store === store)!;

function expectNear(value: number, { mean, off }: ReturnType<typeof meanOf>): void {
  expect(Math.abs(value - mean)).toBeLessThanOrEqual(off + 1e-6 * mean);
}

/** Means agree as far as samples can tell, and what was taken as far as one job more or less. */
function expectSeen(row: ByteRow, { bytes, taken }: ReturnType<typeof oneByOne>): void {
  expectNear(row.stored[0]!, bytes);
  expect(Math.abs(row.written[0]! / taken - 1)).toBeLessThan(0.02);
}

const periods = fc.constantFrom(
  'full: 1 day',
  'full: 1 week',
  'full: 10 days, offset: 30 h',
  'full: 1 day, incremental: 6 h',
  'full: 1 week, incremental: 1 day',
  'full: 1 week, incremental: 10 h',
  'full: 4 days, differential: 1 day',
  'full: 1 week, differential: 1 day, offset: 5 h',
  'full: 1 week, differential: 36 h',
  'full: 1 week, differential: 1 day, incremental: 6 h',
  'full: 2 days, incremental: 2 h, snapshot: false',
);
const byAge = fc.integer({ min: 10, max: 90 }).map((days) => `${days} days`);
const keep = fc.oneof(
  byAge,
  fc.integer({ min: 1, max: 60 }).map((count) => `{ last: ${count} }`),
  fc
    .record({ last: fc.integer({ min: 1, max: 9 }), days: byAge })
    .map(({ last, days }) => `{ last: ${last}, age: ${days} }`),
);
const data = fc
  .record({ change: fc.integer({ min: 0, max: 30 }), gigabytes: fc.integer({ min: 1, max: 5000 }) })
  .map(({ change, gigabytes }) => `{ size: ${gigabytes} GB, change: ${change}% / day }`);
const writes = fc.constantFrom('0 B/s', '10 kB/s', '300 kB/s', '5 MB/s');

const policy = fc
  .record({ periods, keep, reduction: fc.constantFrom(1, 2, 3.5) })
  .map((of) => `store: b, ${of.periods}, keep: ${of.keep}, reduction: ${of.reduction}`);

test('what is stored and written is what a store is seen to hold and be sent over years', () => {
  let told = 0;
  fc.assert(
    fc.property(policy, data, writes, (backups, size, mean) => {
      const plan = calmPlan({ data: size, writes: mean, backups: `{ ${backups}, ${AT_ONCE} }` });
      const seen = oneByOne(plan, 0);
      const row = backupRow(new ByteMeter(plan, 0).read(), 0);
      expectSeen(row, seen);
      expect(row.billed).toEqual(row.stored);
      expect(row.sent).toEqual(row.written);
      if (seen.bytes.off < 0.05 * seen.bytes.mean) told++;
    }),
    { seed: 1, numRuns: 40 },
  );
  // One more or less of ten chains would have been seen.
  expect(told).toBeGreaterThan(25);
});

const calendar = fc
  .record({ daily: fc.nat(20), weekly: fc.nat(9), monthly: fc.nat(14), yearly: fc.nat(2) })
  .filter((rules) => Object.values(rules).some((count) => count > 0))
  .map((rules) => Object.entries(rules).filter(([, count]) => count > 0))
  .map((rules) => `{ ${rules.map(([rule, count]) => `${rule}: ${count}`).join(', ')} }`);

test('the same holds of rules by the calendar', () => {
  fc.assert(
    fc.property(calendar, fc.constantFrom('1 day', '1 week'), (rules, full) => {
      const backups = `{ store: b, full: ${full}, keep: ${rules}, reduction: 1, ${AT_ONCE} }`;
      const plan = calmPlan({ data: '{ size: 1 TB }', writes: '0 B/s', backups });
      expectSeen(backupRow(new ByteMeter(plan, 0).read(), 0), oneByOne(plan, 0));
    }),
    { seed: 2, numRuns: 12 },
  );
});

const further = fc
  .record({
    every: fc.constantFrom('', 'every: 4 weeks, ', 'every: 2 weeks, ', 'every: 1 day, '),
    hold: fc.constantFrom('', 'hold: 3 days, ', 'hold: 15 days, '),
    takes: fc.constantFrom('', 'takes: 1 day, '),
    days: fc.integer({ min: 20, max: 200 }),
  })
  .map(({ every, hold, takes, days }) => ({
    carried: takes !== '',
    text: `{ store: c, medium: tape, ${every}${hold}${takes}keep: ${days} days }`,
  }));

test('a further store holds what it is sent, for as long as it keeps it', () => {
  fc.assert(
    fc.property(policy, further, (of, { carried, text }) => {
      // Stretches that are no whole periods have a full copy now sooner, now later.
      fc.pre(!text.includes('weeks') || /full: (?:1 week|[12] days?)/.test(of));
      const backups = `{ ${of}, ${AT_ONCE}, copies: [${text}] }`;
      const plan = calmPlan({ data: '{ size: 1 TB, change: 3% / day }', writes: '0 B/s', backups });
      const row = backupRow(new ByteMeter(plan, 0).read(), 1);
      const { bytes } = oneByOne(plan, 1);
      expectNear(row.stored[0]!, bytes);
      // From the store before, not from the primary.
      expect(row.sources).toEqual(carried ? [] : [{ site: 1, link: 1, share: 1 }]);
    }),
    { seed: 3, numRuns: 20 },
  );
});

test('what a class bills for longer than it is kept is what came in that time, kept or not', () => {
  let more = 0;
  fc.assert(
    fc.property(policy, fc.constantFrom('object-archive', 'object-infrequent'), (of, storage) => {
      const backups = `{ ${of}, storage: ${storage}, ${AT_ONCE} }`;
      const plan = calmPlan({ data: '{ size: 1 TB, change: 3% / day }', writes: '0 B/s', backups });
      const { stored, billed } = backupRow(new ByteMeter(plan, 0).read(), 0);
      const minimum = (storage === 'object-archive' ? 90 : 30) * DAY;
      const [store] = calmStores(plan);
      const seen = meanOf(
        instants.slice(0, 50).map((at) => billedAt(store!, { at, since: at - minimum })),
      );
      expectNear(billed[0]!, seen);
      if (billed[0]! > 1.2 * stored[0]!) more++;
    }),
    { seed: 4, numRuns: 12 },
  );
  expect(more).toBeGreaterThan(3);
});
