import { expect, test } from 'vitest';
import {
  bytes,
  bytesPerSecond,
  DAY,
  HOUR,
  MINUTE,
  ms,
  SECOND,
  WEEK,
  YEAR,
} from '../../src/base/units.js';
import type { Scenario } from '../../src/model/scenario.js';
import type { Strategy } from '../../src/model/strategy.js';
import type { Threat } from '../../src/model/threat.js';
import { keptFor } from '../../src/model/retention.js';
import { FLAT } from '../../src/model/week-profile.js';
import { scenarioFrom, SHIPPED, shipped } from '../running.js';

/** Parts of a scenario in which only what a test is about need be said. */
interface Parts {
  readonly head?: string;
  readonly sites?: string;
  readonly links?: string;
  readonly services?: string;
  readonly threats?: string;
  readonly strategies?: string;
}

/** A scenario with one service and one strategy that waits, but for the parts given. */
const read = (parts: Parts): Scenario =>
  scenarioFrom(`name: Test
horizon: 10 years
currency: USD
${parts.head ?? ''}
sites: ${parts.sites ?? '{ here: {}, there: {} }'}
links: ${parts.links ?? '{ here-there: { bandwidth: 1 Gbit/s, latency: 4 ms } }'}
services: ${parts.services ?? '{ shop: { data: { size: 1 TB } } }'}
threats: ${parts.threats ?? '[power-outage]'}
strategies: ${parts.strategies ?? '{ waiting: { primary: here } }'}
`);

const strategyFrom = (text: string): Strategy =>
  read({ strategies: `{ s: ${text} }` }).strategies[0]!;
const threatFrom = (text: string): Threat => read({ threats: `[${text}]` }).threats[0]!;
const sizeFrom = (text: string) =>
  read({ services: `{ shop: { data: { size: ${text} } } }` }).services[0]!.data.size;

const once = (value: number) => ({ law: { law: 'point', mean: value, sd: 0 }, drawn: 'once' });
const each = (value: number) => ({ law: { law: 'point', mean: value, sd: 0 }, drawn: 'each' });
const text = (value: unknown) => JSON.stringify(value);

test.each(SHIPPED)('%s, which is shipped, reads without problems', (name) => {
  const scenario = shipped(name);
  expect(scenario.name).toBe(name.replace(/^.*\//, '').replace('.yaml', ''));
  expect(scenario.strategies.length).toBeGreaterThan(0);
});

test('of the head only name, horizon and currency must be given', () => {
  const { name, title, start, horizon, currency, trials, seed, prices } = read({});
  expect({ name, title, currency, trials, seed, prices }).toEqual({
    name: 'test',
    title: 'Test',
    currency: 'USD',
    trials: 10_000,
    seed: '1',
    prices: null,
  });
  expect(new Date(start).toISOString()).toBe('2027-01-04T00:00:00.000Z');
  expect(horizon).toBe(10 * YEAR);
});

test('start, trials and seed arrive as written', () => {
  const head = "start: '2030-05-06 07:08'\ntrials: 500\nseed: 0017";
  const { start, trials, seed } = read({ head });
  expect(new Date(start).toISOString()).toBe('2030-05-06T07:08:00.000Z');
  expect([trials, seed]).toEqual([500, '0017']);
});

test('a site is a region of a provider, or a place of its own', () => {
  const sites =
    '{ here: { region: aws/us-east-1 }, there: { region: hall-2, account: dr }, away: {} }';
  const alone = { campus: null, storageOnly: false, at: null };
  const [virginia, ...own] = read({ sites }).sites;
  expect(virginia).toMatchObject({ name: 'here', provider: 'aws', region: 'us-east-1' });
  expect(virginia).toMatchObject({ account: 'aws', at: { lat: 39.04, lon: -77.49 } });
  expect(own).toEqual([
    { name: 'there', provider: 'own', region: 'hall-2', account: 'dr', ...alone },
    { name: 'away', provider: 'own', region: 'away', account: 'own', ...alone },
  ]);
});

test('a site may have a campus and coordinates of its own', () => {
  const [hall] = read({
    sites: '{ here: { region: aws/us-east-1, campus: north, at: { lat: 48.9, lon: 2.4 } } }',
    links: '{}',
  }).sites;
  expect(hall).toMatchObject({ campus: 'north', at: { lat: 48.9, lon: 2.4 } });
});

test('a link finds its ends in its name, also where sites have hyphens', () => {
  const [link] = read({
    sites: '{ new-york: {}, san-jose: {} }',
    links: '{ new-york-san-jose: { bandwidth: 10 Gbit/s, latency: 35 ms } }',
    strategies: '{ waiting: { primary: new-york } }',
  }).links;
  expect(link!.ends).toEqual(['new-york', 'san-jose']);
  expect(link!.bandwidth).toMatchObject(once(1.25e9));
  expect(text(link!.latency)).toBe(text(each(35)));
});

test('a link takes efficiency from the catalogue and half the round trip between its regions', () => {
  const [link] = read({
    sites: '{ here: { region: aws/us-east-1 }, there: { region: aws/eu-west-1 } }',
    links: '{ sea: { between: [there, here], bandwidth: 1 Gbit/s } }',
  }).links;
  expect(link!.ends).toEqual(['there', 'here']);
  expect(text(link!.efficiency)).toBe(text(once(0.945)));
  expect(text(link!.latency)).toBe(text(once(42.5)));
});

test('a service that says only how much data it has stands for the plainest there is', () => {
  const [shop] = read({}).services;
  const nothing = once(0);
  expect(text(shop)).toBe(
    text({
      title: 'shop',
      tier: 2,
      data: { size: once(1e12), growth: nothing, change: nothing, value: nothing },
      writes: { mean: nothing, profile: FLAT, bursts: null },
      load: FLAT,
      revenue: { mean: nothing, profile: FLAT, recaptured: nothing },
      dataLoss: nothing,
      objectives: { rto: null, rpo: null },
      mbco: 0.5,
      servers: null,
      dependsOn: [],
      consistencyGroup: null,
      name: 'shop',
    }),
  );
});

test('the figures of a service arrive in the units that drsim calculates in', () => {
  const [orders] = read({
    head: 'prices: aws',
    services: `{ orders: { title: Orders, tier: critical,
      data: { size: 2 TiB, growth: 20% / year, change: 5% / day, value: $40M },
      writes: { mean: 16 Mbit/s, profile: retail-week }, load: retail-week,
      revenue: { mean: 6M USD/day, profile: retail-week, recaptured: 30% },
      dataLoss: 100k USD/h, objectives: { rto: 1 h, rpo: 5 min }, mbco: 80%,
      servers: { count: 24, type: m5.2xlarge } } }`,
  }).services;
  const { data, writes, revenue, dataLoss, objectives, mbco, servers } = orders!;
  expect(data.size).toMatchObject(once(bytes(2 * 1024 ** 4)));
  expect(data.growth).toMatchObject(once(0.2));
  expect(data.change).toMatchObject(once(0.05));
  expect(data.value).toMatchObject(once(40e6));
  expect(writes.mean).toMatchObject(once(bytesPerSecond(2e6)));
  expect(revenue.mean).toMatchObject(once(250_000));
  expect(revenue.recaptured).toMatchObject(once(0.3));
  expect(dataLoss).toMatchObject(once(100_000));
  expect(objectives).toEqual({ rto: HOUR, rpo: 5 * MINUTE });
  expect([mbco, servers]).toEqual([0.8, { count: 24, type: 'm5.2xlarge' }]);
  expect(writes.profile.name).toBe('retail-week');
  // Monday 14:00 UTC: 0.95 of the mean day, 1.59 of the mean hour; Saturday 02:00: 1.1 and 0.41.
  const { hours } = orders!.load;
  expect(hours[14]! / hours[5 * 24 + 2]!).toBeCloseTo((0.95 * 1.59) / (1.1 * 0.41), 10);
});

test('services are recovered by tier, then as written, but after what they depend on', () => {
  const { services } = read({
    services: `{
      reports: { tier: standard, data: { size: 1 GB } },
      search: { data: { size: 1 GB } },
      login: { tier: standard, data: { size: 1 GB } },
      orders: { tier: critical, data: { size: 1 GB }, dependsOn: [stock, login] },
      stock: { data: { size: 1 GB }, dependsOn: [login] },
      shop: { tier: critical, data: { size: 1 GB } } }`,
  });
  expect(services.map(({ name, tier }) => `${tier} ${name}`)).toEqual([
    '3 login',
    '2 stock',
    '1 orders',
    '1 shop',
    '2 search',
    '3 reports',
  ]);
});

test.each([
  ['an amount', '3 TB', 3e12],
  ['a point', '{ point: 3 TB }', 3e12],
  ['an interval, which is the middle 90 % of a lognormal', '1 TB to 4 TB', 2e12],
  ['an interval with one unit', '1 to 4 TB', 2e12],
  ['a lognormal by two quantiles', '{ lognormal: { p50: 2 TB, p95: 4 TB } }', 2e12],
  ['a lognormal by median and mean', '{ lognormal: { p50: 2 TB, mean: 3 TB } }', 2e12],
  ['an exponential', '{ exponential: { mean: 2 TB } }', 2e12 * Math.LN2],
  ['a Weibull', '{ weibull: { shape: 2, scale: 2 TB } }', 2e12 * Math.sqrt(Math.LN2)],
  ['a uniform', '{ uniform: [1 TB, 3 TB] }', 2e12],
  ['what was seen', '{ empirical: [3 TB, 1 TB, 2 TB] }', 2e12],
])('%s has the right median', (_, written, median) => {
  const { law, drawn } = sizeFrom(written);
  expect(law.quantile(0.5) / median).toBeCloseTo(1, 9);
  expect(drawn).toBe('once');
});

test('ends of an interval and quantiles of a law are met', () => {
  const interval = sizeFrom('1 TB to 4 TB').law;
  expect(interval.quantile(0.05) / 1e12).toBeCloseTo(1, 9);
  expect(interval.quantile(0.95) / 4e12).toBeCloseTo(1, 9);
  expect(sizeFrom('{ lognormal: { p50: 2 TB, p95: 5 TB } }').law.quantile(0.95) / 5e12).toBeCloseTo(
    1,
    9,
  );
  expect(sizeFrom('{ lognormal: { p50: 2 TB, mean: 3 TB } }').law.mean / 3e12).toBeCloseTo(1, 9);
});

test('luck is drawn for each event and ignorance once, unless the scenario says otherwise', () => {
  const decision = (written: string) => strategyFrom(`{ primary: here, decision: ${written} }`);
  expect(decision('5 min to 1 h').decision.drawn).toBe('each');
  expect(decision('{ once: 5 min to 1 h }').decision.drawn).toBe('once');
  expect(sizeFrom('1 TB to 2 TB').drawn).toBe('once');
  expect(sizeFrom('{ each: 1 TB to 2 TB }').drawn).toBe('each');
  const sourced = 'value: 1 h, source: A drill, year: 2020, confidence: measured';
  expect(decision(`{ once: { ${sourced} } }`).decision.drawn).toBe('once');
  expect(decision(`{ ${sourced.replace('1 h', '{ once: 1 h }')} }`).decision.drawn).toBe('once');
});

test('a threat that is only a name is that of the catalogue, at all sites', () => {
  const outage = threatFrom('power-outage');
  expect(outage).toMatchObject({
    name: 'power-outage',
    title: 'Power outage',
    scope: 'site',
    members: ['here', 'there'],
    arrivals: { kind: 'rate', rate: once(0.136) },
  });
  expect(outage.effects.destroys).toBeNull();
  expect(outage.effects.outage!.law.mean).toBeCloseTo(96 * MINUTE, 3);
});

test('what stands beside "use" overrides the entry and the rest of it stays', () => {
  const fire = threatFrom(
    '{ use: site-fire, name: big-fire, only: [there], rate: 1 per century }'.replace(
      '1 per century',
      '0.01 / year',
    ),
  );
  expect(fire).toMatchObject({
    name: 'big-fire',
    title: 'Site fire',
    members: ['there'],
    arrivals: { kind: 'rate', rate: once(0.01) },
  });
  expect(fire.effects.destroys!.rebuild.law.quantile(0.5) / DAY).toBeCloseTo(180, 9);
});

test('strikes or a gap take the place of the rate of an entry', () => {
  const strikes = "strikes: { at: ['2027-03-01 12:00', 2027-01-04T00:00:00.250Z] }";
  expect(threatFrom(`{ use: site-fire, ${strikes} }`).arrivals).toEqual({
    kind: 'at',
    at: [250, 56 * DAY + 12 * HOUR],
  });
  const sweep = 'strikes: { from: 2027-01-05, to: 2027-01-06, slices: 24 }';
  expect(threatFrom(`{ use: site-fire, ${sweep} }`).arrivals).toEqual({
    kind: 'sweep',
    from: DAY,
    to: 2 * DAY,
    slices: 24,
  });
  expect(threatFrom('{ use: site-fire, gap: 5 years }').arrivals).toMatchObject({
    kind: 'gap',
    gap: each(5 * YEAR),
  });
});

test('an outage takes the place of what an entry destroys', () => {
  const { effects } = threatFrom('{ use: site-fire, effects: { outage: 3 h } }');
  expect(effects.destroys).toBeNull();
  expect(effects.outage).toMatchObject(each(3 * HOUR));
});

test('a strategy that says only where it is takes no time, but for starting again from nothing', () => {
  const nothing = once(0);
  const plain = strategyFrom('{ primary: here }');
  expect(plain.rebuildFromNothing).toMatchObject(each(60 * DAY));
  expect(JSON.parse(text({ ...plain, rebuildFromNothing: null }))).toEqual({
    title: 's',
    primary: 'here',
    capacity: once(1),
    standbys: [],
    backups: [],
    detection: { kind: 'after', time: nothing },
    decision: nothing,
    failover: { automatic: false, mostLost: null, steps: [], ramp: null },
    restore: { steps: [] },
    failback: { switchover: nothing },
    rebuildFromNothing: null,
    runbook: { reviewed: null, exercised: null },
    costs: [],
    investment: [],
    name: 's',
  });
});

test('backups lie over those of the catalogue', () => {
  const [policy] = strategyFrom(
    `{ primary: here, backups: { store: there, full: 1 week, offset: 3 h, reduction: 1 },
      restore: { steps: [{ step: restore, moves: backup }] } }`,
  ).backups;
  expect(JSON.parse(text(policy))).toEqual({
    name: 'backups',
    full: WEEK,
    differential: null,
    incremental: null,
    log: null,
    replayRate: once(60e6),
    window: null,
    snapshot: false,
    offset: 3 * HOUR,
    overhead: each(5 * MINUTE),
    throughput: once(278e6),
    restoreRate: once(278e6),
    reduction: once(1),
    jobFailure: once(0.04),
    asOf: 'start',
    store: 'there',
    account: 'own',
    medium: 'object',
    retention: keptFor(ms(5 * WEEK)),
    immutable: null,
    offline: false,
    retrieve: each(0),
    readRate: null,
    serial: false,
    storage: 'object',
    silentFaults: once(0),
    verify: null,
    tries: 2,
    copies: [],
  });
});

test('incrementals of a preset can be undone', () => {
  const incrementalOf = (own: string) =>
    strategyFrom(`{ use: backups-only, primary: here, backups: { store: there${own} } }`)
      .backups[0]!.incremental;
  expect(incrementalOf('')).toBe(DAY);
  expect(incrementalOf(', incremental: 6 h')).toBe(6 * HOUR);
  expect(incrementalOf(', incremental: none')).toBeNull();
});

test('several policies, each over the one of the preset', () => {
  const { backups } = strategyFrom(`{ use: backups-only, primary: here, backups: [
    { name: near, store: here, full: 1 day, incremental: 1 h }, { name: far, store: there }] }`);
  expect(
    backups.map(({ name, store, full, incremental }) => [name, store, full, incremental]),
  ).toEqual([
    ['near', 'here', DAY, HOUR],
    ['far', 'there', WEEK, DAY],
  ]);
});

test('a strategy of the catalogue keeps all that the scenario does not say', () => {
  const warm = strategyFrom(`{ use: warm-standby, title: Warm, primary: here,
    standby: { site: there, capacity: 75% }, decision: 10 min, costs: { licence: 8766 USD/year } }`);
  expect(warm.title).toBe('Warm');
  const [standby] = warm.standbys;
  expect(standby).toMatchObject({ site: 'there', capacity: once(0.75) });
  expect(standby!.replication.apply.law.quantile(0.5)).toBeCloseTo(600, 9);
  expect(warm.decision).toMatchObject(each(10 * MINUTE));
  expect(warm.detection).toEqual({
    kind: 'healthCheck',
    interval: 30 * SECOND,
    failures: 3,
    timeout: 10 * SECOND,
    phase: null,
  });
  expect(warm.failover.steps.map(({ name, phase }) => [name, phase])).toEqual([
    ['promote', 'promote'],
    ['redirect', 'redirect'],
  ]);
  expect(warm.failover.steps[1]!.tail!.share).toMatchObject(once(0.1));
  expect(warm.failover.ramp!.law.quantile(0.5)).toBeCloseTo(15 * MINUTE, 3);
  expect(warm.costs).toMatchObject([{ name: 'licence', rate: once(1) }]);
});

test('several standbys lie each over the one of the preset', () => {
  const sites = '{ here: {}, there: {}, away: {} }';
  const links = `{ here-there: { bandwidth: 1 Gbit/s, latency: 4 ms },
    here-away: { bandwidth: 1 Gbit/s, latency: 9 ms } }`;
  const strategies = `{ s: { use: warm-standby, primary: here,
    standbys: [{ site: there }, { site: away, capacity: 10% }] } }`;
  const { standbys } = read({ sites, links, strategies }).strategies[0]!;
  expect(standbys.map(({ site, capacity }) => [site, capacity.law.mean])).toEqual([
    ['there', 0.5],
    ['away', 0.1],
  ]);
});

test('steps take a time or move the backup, in a phase of their own or of their name', () => {
  const { restore } = strategyFrom(`{ primary: here, restore: { steps: [
    { step: restore, moves: backup }, { step: smoke test, phase: restore, takes: 20 min },
    { use: models/runbooks/dns-redirect, takes: 90 s }] } }`);
  expect(restore.steps).toMatchObject([
    { name: 'restore', phase: 'restore', does: { kind: 'moves' }, tail: null },
    { name: 'smoke test', phase: 'restore', does: { kind: 'takes', time: each(20 * MINUTE) } },
    { name: 'redirect', phase: 'redirect', does: { kind: 'takes', time: each(90 * SECOND) } },
  ]);
});

test('a price list arrives in the units that drsim calculates in', () => {
  const { prices } = read({ head: 'prices: aws' });
  expect(prices).toMatchObject({ name: 'aws', asOf: '2026-08', liveStorage: 'block' });
  expect(prices!.servers.get('m5.xlarge')).toBe(0.192);
  expect(prices!.storage.get('object')!.price).toBeCloseTo((0.023 * 12) / 1e9, 20);
  expect(prices!.transfer.betweenRegions).toBeCloseTo(0.02 / 1e9, 20);
  expect(prices!.transfer.pairs.get('us-east-1/us-east-2')).toBeCloseTo(0.01 / 1e9, 20);
});

const assumptionAt = (scenario: Scenario, path: string) =>
  scenario.assumptions.find((assumption) => assumption.path === path);

test('every figure is remembered as written, with its source or as the scenario’s own', () => {
  const scenario = read({
    services: '{ shop: { data: { size: 1 TB to 2 TB } } }',
    threats: `[power-outage, { use: site-fire, rate:
      { value: 0.01 / year, source: Our insurer, year: 2025, confidence: vendor } }]`,
  });
  expect(assumptionAt(scenario, 'services.shop.data.size')).toEqual({
    path: 'services.shop.data.size',
    text: '1 TB to 2 TB',
    source: '',
    year: null,
    confidence: 'scenario',
    fitted: 'lognormal(mu 28, sigma 0.211): median 1.41 TB, mean 1.45 TB, sd 308 GB',
  });
  expect(assumptionAt(scenario, 'threats[1].rate')).toEqual({
    path: 'threats[1].rate',
    text: '0.01 / year',
    source: 'Our insurer',
    year: 2025,
    confidence: 'vendor',
  });
  expect(assumptionAt(scenario, 'threats[0].effects.outage')).toMatchObject({
    text: '{ lognormal: { p50: 70 min, mean: 96 min } }',
    year: 2016,
    confidence: 'estimate',
  });
});

test('tables that are used are remembered once, and others not', () => {
  const scenario = read({
    head: 'prices: aws',
    sites: '{ here: { region: aws/us-east-1 }, there: { region: aws/us-east-2 } }',
    links: '{ here-there: { bandwidth: 1 Gbit/s } }',
    services: `{ a: { data: { size: 1 TB }, load: retail-week },
      b: { data: { size: 1 TB }, load: retail-week } }`,
  });
  const tables = scenario.assumptions.filter(({ path }) => path.startsWith('models/'));
  expect(tables.map(({ path, year, confidence }) => [path, year, confidence])).toEqual([
    ['models/prices/aws', 2026, 'vendor'],
    ['models/latency/aws', 2022, 'measured'],
    ['models/profiles/retail-week', 2025, 'estimate'],
  ]);
  expect(read({}).assumptions.some(({ path }) => path.startsWith('models/'))).toBe(false);
});

test('a figure of the scenario replaces one of the catalogue as a whole, source and all', () => {
  const own = read({
    threats: '[{ use: site-fire, effects: { destroys: { rebuild: 90 days } } }]',
  });
  expect(own.threats[0]!.effects.destroys!.rebuild).toMatchObject(each(90 * DAY));
  expect(assumptionAt(own, 'threats[0].effects.destroys.rebuild')).toMatchObject({
    text: '90 days',
    source: '',
    confidence: 'scenario',
  });
});

test('an alias repeats the value of its anchor', () => {
  const { services } = read({
    services: '{ a: { data: &data { size: 3 TB } }, b: { data: *data } }',
  });
  expect(services.map(({ data }) => data.size.law.mean)).toEqual([3e12, 3e12]);
});

test('durations that must be sure are whole milliseconds', () => {
  expect(read({ head: '' }).horizon).toBe(ms(10 * YEAR));
  const { objectives } = read({
    services: '{ shop: { data: { size: 1 TB }, objectives: { rto: 0.0001 h } } }',
  }).services[0]!;
  expect(objectives.rto).toBe(360);
});

test('how often a figure is drawn, and when threats strike, is remembered as well', () => {
  const scenario = read({
    services: '{ shop: { data: { size: { each: { value: 1 TB, source: Ours } } } } }',
    threats: `[{ use: power-outage, effects: { outage: { once: 3 h } },
      strikes: { at: ['2027-03-01 12:00', 2027-02-01] } },
      { use: site-fire, strikes: { from: 2027-01-04, to: 2027-01-05, slices: 100 } }]`,
  });
  expect(assumptionAt(scenario, 'services.shop.data.size')?.text).toBe('{ each: 1 TB }');
  expect(assumptionAt(scenario, 'threats[0].effects.outage')?.text).toBe('{ once: 3 h }');
  expect(assumptionAt(scenario, 'threats[0].strikes')?.text).toBe(
    '{ at: [2027-02-01 00:00, 2027-03-01 12:00] }',
  );
  expect(assumptionAt(scenario, 'threats[1].strikes')?.text).toBe(
    '{ from: 2027-01-04 00:00, to: 2027-01-05 00:00, slices: 100 }',
  );
});
