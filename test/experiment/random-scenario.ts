import fc from 'fast-check';
import { policies, policiesText, VAULT } from './random-policies.js';

const DURATIONS = [
  '0 s',
  '90 s',
  '20 min',
  '3 h',
  '2 days',
  '{ lognormal: { p50: 1 h, p95: 9 h } }',
];
const duration = fc.constantFrom(...DURATIONS);
const lasting = duration.filter((length) => length !== '0 s');
const period = fc.constantFrom('6 h', '1 day', '1 week');
const size = fc.constantFrom<string>('10 GB', '3 TB', '40 TB');
const site = fc.constantFrom('a', 'b', 'c');
const rebuild = fc.constantFrom('3 days', '60 days', '{ exponential: { mean: 20 days } }');
const rate = fc.constantFrom('1', '5', '20');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** A scenario with many disasters that overlap, in every combination of sites that are lost. */
const LOST_SITES = {
  fires: fc.constantFrom('0.2', '3', '12'),
  outages: fc.constantFrom<string>('2', '40'),
  outage: lasting,
  rebuild,
  size,
  full: period,
  incremental: fc.boolean(),
  keep: fc.constantFrom('1 week', '60 days'),
  bandwidth: fc.constantFrom<string>('12 Mbit/s', '100 Mbit/s', '10 Gbit/s'),
  store: site,
  second: maybe(site),
  standbys: fc.constantFrom([], ['b'], ['b', 'c'], ['c', 'b']),
  capacity: fc.constantFrom('30%', '60%', '100%'),
  ramp: maybe(duration),
  automatic: fc.boolean(),
  decision: duration,
  promote: duration,
  redirect: duration,
  provision: duration,
  checking: duration,
  switchover: fc.constantFrom('20 min', '1 day'),
  profile: fc.constantFrom('flat', 'retail-week'),
  failure: fc.constantFrom('0%', '40%', '100%'),
  dataLoss: fc.constantFrom('0 USD/h', '5k USD/h'),
};

const corruption = fc.record({
  scope: fc.constantFrom('site', 'region', 'account', 'service'),
  rate,
  impact: fc.constantFrom('0%', '30%', '100%'),
  keepServing: fc.boolean(),
  detect: fc.constantFrom('0 s', '30 min', '5 days', '{ lognormal: { p50: 8 h, p95: 4 days } }'),
  with: fc.constantFrom('', '', ', outage: 3 h', ', destroys: { rebuild: 2 days }'),
});

const wipe = fc.record({
  kind: fc.constantFrom('encrypts', 'deletes'),
  scope: fc.constantFrom('site', 'account', 'service', 'provider'),
  rate,
  replicated: fc.boolean(),
  dwell: fc.constantFrom('none', '0 s', '10 h', '{ lognormal: { p50: 6 days, p95: 40 days } }'),
  clean: duration,
  reinfection: fc.constantFrom('0%', '60%', '100%'),
  tainted: fc.constantFrom('use', 'discard'),
  detect: maybe(duration),
  with: fc.constantFrom('', '', '', ', outage: 20 min', ', destroys: { rebuild: 9 days }'),
});

const cut = fc.record({
  scope: fc.constantFrom('link', 'link', 'site'),
  rate,
  lasts: fc.constantFrom('20 min', '2 days', '{ lognormal: { p50: 10 h, p95: 124 h } }'),
  with: fc.constantFrom('', '', ', outage: 3 h'),
});

/** Equipment of a single service. */
const failure = fc.record({
  rate,
  what: fc.constantFrom('outage: 3 h', 'outage: 2 days', 'destroys: { rebuild: 9 days }'),
  detect: maybe(duration),
});

const active = fc.record({
  sites: fc.constantFrom('[a, b]', '[a, b, c]', '[b, { site: c, clients: 20% }, a]', '[c, a]'),
  capacity: fc.constantFrom('60%', '100%'),
  sync: fc.boolean(),
});

const OTHERS = {
  corruption: maybe(corruption),
  second: maybe(corruption),
  wipe: maybe(wipe),
  cut: maybe(cut),
  failure: maybe(failure),
  active: maybe(active),
  sync: fc.boolean(),
  halts: fc.boolean(),
  reconnect: fc.constantFrom('0 s', '2 min', '2 days'),
  relayed: fc.boolean(),
  bursts: fc.constantFrom('', '', '{ chance: 2%, factor: 5 }', '{ chance: 5%, factor: 8 }'),
  late: maybe(fc.constantFrom('3 h', '2 days', '20 days')),
  keeps: maybe(fc.constantFrom('1 h', '30 h')),
  accounts: fc.constantFrom('', 'store', 'sites'),
  immutable: fc.constantFrom('none', '2 days', '30 days'),
  offline: fc.boolean(),
  asOf: fc.constantFrom('start', 'end'),
  keep: fc.constantFrom(
    '1 week',
    '{ last: 3 }',
    '{ daily: 7, weekly: 4 }',
    '{ age: 2 days, monthly: 3 }',
    '{ last: 2, yearly: 2 }',
  ),
  policies: maybe(policies),
  group: fc.constantFrom('', '', ', consistencyGroup: sales'),
};

type Of<T> = { [K in keyof T]: T[K] extends fc.Arbitrary<infer U> ? U : never };
type Others = Of<typeof OTHERS>;
export type Sketch = Of<typeof LOST_SITES> & { readonly others?: Others };

/** Sites that burn down or are out for a while, under one strategy. */
export const siteScenarios: fc.Arbitrary<Sketch> = fc.record(LOST_SITES);

/** Everything that the language has: damage, attacks, cut links, several sites that serve. */
export const allScenarios: fc.Arbitrary<Sketch> = fc.record({
  ...LOST_SITES,
  others: fc.record(OTHERS),
});

/** Backups of all kinds, most of which get done. */
export const copyScenarios: fc.Arbitrary<Sketch> = fc.record({
  ...LOST_SITES,
  outages: fc.constantFrom('2', '10'),
  outage: fc.constantFrom('20 min', '3 h', '2 days'),
  size: fc.constantFrom('10 GB', '200 GB', '3 TB'),
  bandwidth: fc.constantFrom('12 Mbit/s', '100 Mbit/s', '1 Gbit/s'),
  others: fc.record({ ...OTHERS, policies }),
});

/** The scenario as somebody would write it. */
export function textOf(s: Sketch): string {
  const { others } = s;
  const load = s.profile === 'flat' ? '' : `\n    load: ${s.profile}`;
  return `
name: Random
horizon: 2 years
currency: USD
sites: ${sitesOf(others)}
links:
  a-b: { bandwidth: ${s.bandwidth}, latency: 5 ms }
  a-c: { bandwidth: ${s.bandwidth}, latency: 5 ms }
  b-c: { bandwidth: ${s.bandwidth}, latency: 5 ms }${others?.policies ? linksToVault(s) : ''}
services:
  base: { tier: critical, data: { size: 5 GB, change: 3% / day }, writes: { mean: 1 kB/s }${others?.group ?? ''} }
  shop:
    data: { size: ${s.size}, change: 3% / day, growth: 10% / year }
    writes: { mean: 1 MB/s${others?.bursts ? `, bursts: ${others.bursts}` : ''} }
    revenue: { mean: 10k USD/h }
    dataLoss: ${s.dataLoss}
    dependsOn: [base]${others?.group.slice(1).replace(/^ /, '\n    ') ?? ''}${load}
threats:
  - { use: site-fire, rate: ${s.fires} / year, effects: { destroys: { rebuild: ${s.rebuild} } } }
  - { use: power-outage, rate: ${s.outages} / year, effects: { outage: ${s.outage} } }
${others ? threatsOf(others) : ''}strategies:
  random:
${placesOf(s)}
    backups:
${backupsOf(s)}
    detection: { interval: 30 s, failures: 3, timeout: 10 s }
    decision: ${s.decision}
${failoverOf(s)}    restore: { steps: [{ step: provision, takes: ${s.provision} }, { step: restore, moves: backup }, { step: check, phase: restore, takes: ${s.checking} }] }
    failback: { switchover: ${s.switchover} }
`;
}

function sitesOf(others: Others | undefined): string {
  if (!others) return '{ a: {}, b: {}, c: {} }';
  const account = (name: string) => (others.accounts === 'sites' ? `, account: ${name}` : '');
  const vault = others.policies ? `, ${VAULT}: { region: z, storageOnly: true }` : '';
  return `{ a: { region: x${account('one')} }, b: { region: x${account('two')} }, c: { region: y${account('one')} }${vault} }`;
}

function linksToVault({ bandwidth }: Sketch): string {
  return ['b', 'c']
    .map((end) => `\n  ${end}-${VAULT}: { bandwidth: ${bandwidth}, latency: 5 ms }`)
    .join('');
}

function threatsOf({ corruption: first, second, wipe: attack, cut: apart, failure: own }: Others) {
  const corrupt = (one: typeof first, name: string) =>
    one &&
    `  - { name: ${name}, scope: ${one.scope}, rate: ${one.rate} / year, effects: { corrupts: { impact: ${one.impact}, keepServing: ${one.keepServing} }, detect: ${one.detect}${one.with} } }\n`;
  const dwell = attack && attack.dwell !== 'none' ? `dwell: ${attack.dwell}, ` : '';
  const wiped =
    attack &&
    `  - { name: attack, scope: ${attack.scope}, rate: ${attack.rate} / year, effects: { ${attack.kind}: { replicated: ${attack.replicated}, ${dwell}clean: ${attack.clean}, reinfection: ${attack.reinfection}, tainted: ${attack.tainted} }${detectOf(attack)}${attack.with} } }\n`;
  const parted =
    apart &&
    `  - { name: cut, scope: ${apart.scope}, rate: ${apart.rate} / year, effects: { partitions: ${apart.lasts}${apart.scope === 'site' ? apart.with : ''} } }\n`;
  const failed =
    own &&
    `  - { name: failure, scope: service, rate: ${own.rate} / year, effects: { ${own.what}${detectOf(own)} } }\n`;
  const all = [corrupt(first, 'bug'), corrupt(second, 'error'), wiped, parted, failed];
  return all.filter((one) => one !== undefined).join('');
}

function detectOf({ detect }: { detect?: string | undefined }): string {
  return detect === undefined ? '' : `, detect: ${detect}`;
}

function placesOf(s: Sketch): string {
  const replication = receivingOf(s.others);
  const front = s.others?.active;
  const serving = front ? front.sites : '';
  const standbys = s.standbys
    .filter((at) => !new RegExp(`\\b${at}\\b`).test(serving))
    .map((at, number, all) => {
      // A rule that asks nobody can use no late standby.
      const late = number === all.length - 1 && (number > 0 || !s.automatic || serving !== '');
      const how = late ? replication.late : replication.usual;
      // The second receives from the first, unless it would have to be waited for.
      const relayed = s.others?.relayed && number > 0 && how !== replication.waited;
      const from = relayed ? `, from: ${all[0]!}` : '';
      return `{ site: ${at}, capacity: ${s.capacity}, ${how}${from} }`;
    });
  const beside = `\n    standbys: [${standbys.join(', ')}]`;
  if (!front) return `    primary: a${beside}`;
  const mode = front.sync ? 'sync' : 'async';
  const kept = `apply: 2 s, replication: { mode: ${mode}${linesOf(s.others)} }`;
  return `    sites: ${front.sites}\n    active: { capacity: ${front.capacity}, ${kept} }${beside}`;
}

interface Receiving {
  readonly usual: string;
  /** Of the last one, which may apply late. */
  readonly late: string;
  /** What every write waits for. */
  readonly waited: string | null;
}

/** How standbys receive the writes. */
function receivingOf(others: Others | undefined): Receiving {
  const plain = 'apply: 2 s';
  if (!others) return { usual: plain, late: plain, waited: null };
  const { sync, halts } = others;
  const how = sync ? `mode: sync${halts ? ', onPartition: halt' : ''}` : 'mode: async';
  const usual = `${sync ? '' : 'apply: 2 s, '}replication: { ${how}${linesOf(others)} }`;
  const waited = sync ? usual : null;
  if (others.late === undefined) {
    const last = `apply: 2 s, replication: { mode: async${linesOf(others)} }`;
    return { usual, late: others.relayed ? last : usual, waited };
  }
  const late = `delay: ${others.late}, replayRate: 10 MB/s${linesOf(others)}`;
  return { usual, late: `apply: 2 s, replication: { ${late} }`, waited };
}

function linesOf({ reconnect, keeps }: Others): string {
  return `, reconnect: ${reconnect}${keeps === undefined ? '' : `, keeps: ${keeps}`}`;
}

function backupsOf(s: Sketch): string {
  const { others } = s;
  if (others?.policies) return policiesText(others.policies);
  const incremental = s.incremental ? ', incremental: 3 h' : '';
  const owner = others?.accounts === 'store' ? ', account: vault' : '';
  const kept = others
    ? `, keep: ${others.keep}, immutable: ${others.immutable}, asOf: ${others.asOf}${owner}`
    : `, keep: ${s.keep}`;
  const first = `      - { store: ${s.store}, full: ${s.full}${incremental}${kept}, jobFailure: ${s.failure} }`;
  if (!s.second) return first;
  const offline = others ? `, offline: ${others.offline}` : '';
  return `${first}
      - { name: second, store: ${s.second}, full: 2 days, offset: 5 h, jobFailure: 10%${offline} }`;
}

function failoverOf(s: Sketch): string {
  if (s.standbys.length === 0 && !s.others?.active) return '';
  const ramp = s.ramp ? `, ramp: ${s.ramp}` : '';
  return `    failover: { automatic: ${s.automatic}, steps: [{ step: promote, takes: ${s.promote} }, { step: redirect, takes: ${s.redirect}, tail: { share: 20%, lasts: 10 min } }]${ramp} }\n`;
}
