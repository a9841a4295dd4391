import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/base/units.js';
import { judged } from '../../src/experiment/gates.js';
import type { ServiceSummary, StrategySummary } from '../../src/experiment/summary.js';
import { GATE_MEASURES, type Gate, type GateMeasure, type GateRule } from '../../src/model/gate.js';
import { about, neverSeen, SHOP, sparse, spread, tooFew } from '../present/fixture.js';
import { run, scenarioFrom } from '../running.js';
import type { Estimate } from '../../src/stats/interval.js';

const promise = (measure: GateMeasure, bound: number, rest: Partial<Gate> = {}): Gate => ({
  text: measure,
  measure,
  service: null,
  relation: (GATE_MEASURES[measure] as GateRule).relation,
  bound,
  strategy: 'backups-only',
  ...rest,
});

/** The shop with other figures for the orders of its first strategy. */
function shopWith(
  orders: Partial<ServiceSummary>,
  annual: Partial<StrategySummary['annual']> = {},
) {
  const first = SHOP.strategies['backups-only']!;
  const services = { orders: { ...first.services['orders']!, ...orders } };
  const strategies = {
    'backups-only': { ...first, services, annual: { ...first.annual, ...annual } },
  };
  return { trials: 2_000, strategies };
}

const one = (summary: Parameters<typeof judged>[0], gate: Gate) => judged(summary, [gate])[0]!;
const attained = (estimate: Estimate, bound: number) =>
  one(shopWith({ rtoAttainment: estimate }), promise('P(rto within objective)', bound));

test('a gate is kept, missed or undecided by where the whole interval lies', () => {
  const seen = { mean: 0.95, ci95: [0.94, 0.96] } as const;
  expect(attained(seen, 0.93).outcome).toBe('kept');
  expect(attained(seen, 0.97).outcome).toBe('missed');
  expect(attained(seen, 0.949).outcome).toBe('undecided');
  const loss = (bound: number) =>
    one(shopWith({}, { loss: about(100, 10) }), promise('loss', bound));
  expect([111, 100, 89].map((bound) => loss(bound).outcome)).toEqual([
    'kept',
    'undecided',
    'missed',
  ]);
});

test('an interval that only touches the bound is on its right side', () => {
  const seen = { mean: 0.95, ci95: [0.94, 0.96] } as const;
  expect(attained(seen, 0.94).outcome).toBe('kept');
  expect(attained(seen, 0.96).outcome).toBe('undecided');
});

test('a certain value that equals the bound keeps it, in spite of rounding', () => {
  const cost = (bound: number) =>
    one(shopWith({}, { total: about(0.1 + 0.2, 0) }), promise('total', bound)).outcome;
  expect(cost(0.3)).toBe('kept');
  expect(cost(0.299999999)).toBe('missed');
  expect(one(shopWith({}, { total: about(0, 0) }), promise('total', 0)).outcome).toBe('kept');
});

test('durations are promised in milliseconds and judged in seconds', () => {
  const rto = { rto: spread(about(3_000, 10), { p50: 1, p90: 2, p95: 3, p99: 4, max: 5 }) };
  const result = one(shopWith(rto), promise('mean rto', HOUR));
  expect(result).toMatchObject({ outcome: 'kept', bound: 3_600, unit: 'seconds', value: 3_000 });
  expect(one(shopWith(rto), promise('mean rto', 49 * MINUTE)).outcome).toBe('missed');
});

test('every measure is judged in the unit that the summary has it in', () => {
  const units = Object.keys(GATE_MEASURES).map(
    (measure) => one(SHOP, promise(measure as GateMeasure, 1)).unit,
  );
  expect(units).toEqual([
    ...['share', 'share', 'share', 'seconds', 'seconds'],
    ...['per year', 'per year', 'per year', 'per year', 'seconds per year', 'seconds per year'],
    ...Array.from({ length: 5 }, () => 'money per year'),
  ]);
});

test('availability is judged by the interval of the downtime', () => {
  const year = 31_557_600;
  const summary = shopWith({ downtimePerYear: about(0.002 * year, 0.0005 * year) });
  const result = one(summary, promise('availability', 0.999));
  expect(result.outcome).toBe('missed');
  expect(result.value).toBeCloseTo(0.998, 12);
  expect(result.ci95?.[0]).toBeCloseTo(0.9975, 12);
  expect(result.ci95?.[1]).toBeCloseTo(0.9985, 12);
  expect(one(summary, promise('availability', 0.99)).outcome).toBe('kept');
});

test('one result for each strategy and service that is meant', () => {
  const who = (gate: Gate) =>
    judged(SHOP, [gate]).map(({ strategy, service }) => `${strategy} ${service}`);
  expect(who(promise('mean rto', 1))).toEqual(['backups-only orders', 'backups-only reports']);
  expect(who(promise('mean rto', 1, { strategy: null }))).toHaveLength(6);
  expect(who(promise('mean rto', 1, { service: 'reports' }))).toEqual(['backups-only reports']);
  expect(who(promise('loss', 1, { strategy: null }))).toHaveLength(3);
});

test('a service without the objective is left out of a gate about all', () => {
  const gate = promise('P(rto within objective)', 0.9);
  expect(judged(SHOP, [gate]).map(({ service }) => service)).toEqual(['orders']);
});

test('results follow the order of the gates', () => {
  const gates = [promise('total', 1), promise('loss', 1)];
  expect(judged(SHOP, gates).map(({ gate }) => gate)).toEqual(['total', 'loss']);
  expect(judged(SHOP, [])).toEqual([]);
});

test('without data a gate is undecided and says what it takes', () => {
  const result = one(shopWith({ rto: sparse(tooFew(40_000), []) }), promise('mean rto', HOUR));
  expect(result).toMatchObject({
    outcome: 'undecided',
    value: null,
    ci95: null,
    why: 'too few seen',
    needsTrials: 40_000,
  });
  expect(attained({ mean: null, ci95: null }, 0.5).why).toBe('too few seen');
});

test('a few equal recoveries do not make their mean certain', () => {
  const equal = (n: number) => ({ rto: { ...sparse(about(300, 0), [300]), n } });
  const few = one(shopWith(equal(3)), promise('mean rto', HOUR));
  expect(few).toMatchObject({ outcome: 'undecided', why: 'too few seen', needsTrials: 20_000 });
  expect(one(shopWith(equal(30)), promise('mean rto', HOUR)).outcome).toBe('kept');
});

test('how large a first loss would be is not known, so no bound on it is kept', () => {
  const loss = { mean: 0, ci95: null };
  expect(one(shopWith({}, { loss }), promise('loss', 1e9))).toMatchObject({
    outcome: 'undecided',
    why: 'nothing lost',
  });
});

test('downtime that was never seen is bounded, for a year has an end', () => {
  const summary = shopWith({ downtimePerYear: { mean: 0, ci95: null } });
  // 3 of 1,000 pairs of trials, down from beginning to end.
  const result = one(summary, promise('availability', 0.99));
  expect(result).toMatchObject({ outcome: 'kept', value: 1, ci95: [0.997, 1] });
  const stricter = one(summary, promise('availability', 0.99961));
  expect(stricter).toMatchObject({ outcome: 'undecided', why: 'too wide', needsTrials: 16_000 });
});

test('no number of trials shows that something never happens', () => {
  const summary = shopWith({ unrecoverablePerYear: neverSeen(0.001) });
  expect(one(summary, promise('unrecoverable', 0)).why).toBe('never certain');
  expect(attained({ mean: 1, ci95: [0.99, 1] }, 1).why).toBe('never certain');
  expect(attained({ mean: 0.5, ci95: [0.4, 0.6] }, 1).outcome).toBe('missed');
});

test('what was never seen needs trials in proportion, what is spread their square', () => {
  const never = shopWith({ unrecoverablePerYear: neverSeen(0.001) });
  expect(one(never, promise('unrecoverable', 0.0001)).needsTrials).toBe(20_000);
  expect(attained(about(0.95, 0.02), 0.94).needsTrials).toBe(8_000);
  expect(attained(about(0.95, 0.02), 0.96).needsTrials).toBe(8_000);
});

test('a value at or next to its bound is too close for any number of trials', () => {
  expect(attained(about(0.95, 0.02), 0.95).why).toBe('too close');
  expect(attained(about(0.95, 0.02), 0.95 + 1e-9)).not.toHaveProperty('needsTrials');
});

const FIRE = `
name: One fire
horizon: 10 years
currency: USD
sites: { here: { region: aws/us-east-1 }, there: { region: aws/us-east-2 } }
links: { here-there: { bandwidth: 1 Gbit/s } }
services:
  orders:
    data: { size: 100 GB }
    writes: { mean: 1 MB/s, profile: flat }
    objectives: { rto: 1 h, rpo: 5 min }
threats:
  - { use: site-fire, rate: 0.05 / year, only: [here] }
strategies:
  standby: { use: warm-standby, primary: here, standby: { site: there, capacity: 50% } }
`;

test('a run judges the gates of its scenario; without any its summary has none', () => {
  const scenario = scenarioFrom(FIRE);
  const how = { trials: 200, seed: '1' };
  expect(run(scenario, how).summary).not.toHaveProperty('gates');
  const gates = [promise('incidents', 1, { strategy: 'standby' })];
  const { gates: results, ...rest } = run({ ...scenario, gates }, how).summary;
  expect(results).toMatchObject([{ outcome: 'kept', strategy: 'standby', service: 'orders' }]);
  expect(rest).toEqual(run(scenario, how).summary);
});
