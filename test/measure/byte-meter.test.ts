import { expect, test } from 'vitest';
import { DAY, ms, WEEK, YEAR } from '../../src/base/units.js';
import { changedBytes } from '../../src/model/backup-policy.js';
import { ByteMeter } from '../../src/measure/byte-meter.js';
import type { ByteTable } from '../../src/measure/byte-table.js';
import { compile } from '../../src/simulate/compile.js';
import type { Plan } from '../../src/simulate/plan.js';
import { scenarioFrom } from '../running.js';
import { AT_ONCE, calmPlan, calmStores, heldAt } from './calm-stores.js';

const [GB, TB] = [1e9, 1e12];
const SIZE = '{ size: 1 TB, change: 1% / day }';
/** A year's share of 52 weeks. */
const WEEKS = (52 * WEEK) / YEAR;

function rowsOf(plan: Plan): ByteTable {
  return new ByteMeter(plan, 0).read();
}

/** The rows of the stores of a policy that keeps for five weeks, in their order. */
function stores(policy: string, of: { data?: string; writes?: string } = {}): ByteTable {
  const backups = `{ store: b, reduction: 1, keep: 5 weeks, ${AT_ONCE}, ${policy} }`;
  const plan = calmPlan({ data: of.data ?? SIZE, writes: of.writes ?? '0 B/s', backups });
  return rowsOf(plan).filter(({ kind }) => kind === 'backups');
}

test('a weekly full copy of 1 TB writes 52 TB in 52 weeks, and as much crosses the link', () => {
  const [row] = stores('full: 1 week');
  expect(row!.written[0]! * WEEKS).toBeCloseTo(52 * TB, 0);
  expect(row!.sent).toEqual(row!.written);
  expect(row!.stored[0]).toBeCloseTo(5 * TB, 0);
});

test('seven days of 1 % are 70 GB beside each full copy', () => {
  const [full] = stores('full: 8 days');
  const [daily] = stores('full: 8 days, incremental: 1 day');
  const perCycle = ((daily!.written[0]! - full!.written[0]!) * 8 * DAY) / YEAR;
  expect(perCycle).toBeCloseTo(70 * GB, 0);
});

test('differentials hold all that has changed since the full copy, each more than the one before', () => {
  const [full] = stores('full: 1 week');
  const [both] = stores('full: 1 week, differential: 1 day');
  const source = { data: TB, change: 0.01, written: 0, reduction: 1 };
  const days = [1, 2, 3, 4, 5, 6];
  const inWeek = days.reduce((sum, day) => sum + changedBytes(source, ms(day * DAY)), 0);
  expect(((both!.written[0]! - full!.written[0]!) * WEEK) / YEAR).toBeCloseTo(inWeek, 0);
});

test('a log adds all writes, and is kept from the oldest full copy on', () => {
  const writes = '1 MB/s';
  const [without] = stores('full: 1 week', { writes });
  const [log] = stores('full: 1 week, log: 15 min', { writes });
  expect(log!.written[0]! - without!.written[0]!).toBeCloseTo((1e6 * YEAR) / 1000, -3);
  // Five weekly copies: the oldest is four to five weeks old.
  const kept = (1e6 * 4.5 * WEEK) / 1000;
  expect((log!.stored[0]! - without!.stored[0]!) / kept).toBeCloseTo(1, 2);
  // As old as the oldest copy is seen to be.
  const plan = calmPlan({
    data: SIZE,
    writes,
    backups: `{ store: b, full: 1 week, keep: 5 weeks, ${AT_ONCE} }`,
  });
  const reaches = Array.from(
    { length: 350 },
    (_, k) => heldAt(calmStores(plan)[0]!, ms((k + 0.5) * DAY * 0.2)).reach,
  );
  expect(reaches.reduce((a, b) => a + b, 0) / reaches.length / (4.5 * WEEK)).toBeCloseTo(1, 3);
});

test('snapshots send nothing, and hold what has changed since', () => {
  const backups = `{ store: a, snapshot: true, full: 1 day, keep: 7 days, reduction: 1, ${AT_ONCE} }`;
  const row = rowsOf(calmPlan({ data: SIZE, writes: '0 B/s', backups })).at(-1)!;
  expect(row.sources).toEqual([]);
  expect(row.sent).toEqual([0]);
  expect(row.stored[0]).toBeCloseTo(70 * GB, 0);
});

test('jobs that a window lets run on five days a week are five in a week', () => {
  const five = "window: { from: '22:00', to: '06:00', days: [mon, tue, wed, thu, fri] }";
  const [row] = stores(`full: 1 day, offset: 23 h, ${five}`);
  expect((row!.written[0]! * WEEK) / YEAR).toBeCloseTo(5 * TB, 0);
  expect(row!.stored[0]! / TB).toBeCloseTo(25, 1);
  const [never] = stores("full: 1 day, offset: 12 h, window: { from: '22:00', to: '06:00' }");
  expect(never).toMatchObject({ stored: [0], billed: [0], written: [0], sent: [0] });
});

test('a vault that is sent one full copy in four weeks holds thirteen of a year, and no log', () => {
  const [first, vault] = stores(
    'full: 1 week, incremental: 1 day, log: 1 h, copies: [{ store: c, medium: tape, takes: 1 day, every: 4 weeks, keep: 364 days }]',
    { writes: '1 MB/s' },
  );
  expect(first!.written[0]).toBeGreaterThan(WEEKS * 52 * TB);
  expect(vault!.written[0]! * WEEKS).toBeCloseTo(13 * TB, 0);
  expect(vault!.stored[0]! / TB).toBeCloseTo(13, 6);
  expect(vault!.sources).toEqual([]);
  expect(vault!.sent).toEqual([0]);
});

test('many short periods are counted in little time', () => {
  const begun = process.hrtime.bigint();
  const kept = 'full: 365 days, incremental: 1 s, keep: { yearly: 100 }, reduction: 1';
  const backups = `{ store: b, ${kept}, ${AT_ONCE} }`;
  const row = rowsOf(calmPlan({ data: '{ size: 1 TB }', writes: '0 B/s', backups })).at(-1);
  expect(row!.stored[0]).toBeGreaterThan(90 * TB);
  expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(3);
});

/** Three sites, of which some serve beside each other. */
function tableOf(strategy: string): ByteTable {
  const scenario = scenarioFrom(`
name: Live
horizon: 913.125 days
currency: USD
sites: { a: {}, b: {}, c: {} }
links:
  a-b: { bandwidth: 10 Gbit/s, latency: 0 s }
  a-c: { bandwidth: 10 Gbit/s, latency: 0 s }
  b-c: { bandwidth: 10 Gbit/s, latency: 0 s }
services:
  shop: { data: { size: 1 TB, growth: 50% / year }, writes: { mean: 1 MB/s } }
threats: [power-outage]
strategies: { live: ${strategy} }
`);
  return rowsOf(compile(scenario, '1'));
}

test('a replica holds the live data, grown by yearly steps, and is sent every write', () => {
  const [primary, replica] = tableOf('{ use: warm-standby, primary: a, standby: { site: b } }');
  const written = [1, 1.5, 1.5 ** 2 / 2].map((part) => (part * 1e6 * YEAR) / 1000);
  expect(primary).toMatchObject({ kind: 'primary', sources: [], sent: [0, 0, 0] });
  expect(replica!.stored).toEqual([TB, 1.5 * TB, 2.25 * TB]);
  for (const [year, bytes] of written.entries())
    expect(replica!.sent[year]! / bytes).toBeCloseTo(1, 12);
  expect(replica!.sent).toEqual(replica!.written);
});

test('sites that serve send each other what each writes: every write is sent to every other site', () => {
  const rows = tableOf('{ use: active-active, sites: [a, b, c] }');
  const sent = rows.reduce((sum, row) => sum + row.sent[0]!, 0);
  expect(sent / ((2 * 1e6 * YEAR) / 1000)).toBeCloseTo(1, 12);
  const pairs = rows.map(({ site, sources }) => [site, sources.map((source) => source.site)]);
  expect(pairs).toEqual([
    [0, [1, 2]],
    [1, [0, 2]],
    [2, [0, 1]],
  ]);
});

test('as long as nothing that bytes follow from is drawn anew, the table is the same', () => {
  const plan = calmPlan({
    data: '{ size: 1 TB to 2 TB }',
    writes: '0 B/s',
    backups: `{ store: b, full: 1 week, ${AT_ONCE} }`,
  });
  const meter = new ByteMeter(plan, 0);
  plan.parameters.draw(0);
  const first = meter.read();
  plan.parameters.draw(1);
  expect(meter.read()).toBe(first);
  plan.parameters.draw(2);
  expect(meter.read()[0]!.stored).not.toEqual(first[0]!.stored);
});
