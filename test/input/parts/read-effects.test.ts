import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, YEAR } from '../../../src/base/units.js';
import type { Effects, Threat } from '../../../src/model/threat.js';
import { scenarioFrom } from '../../running.js';

/** A threat among two sites of two accounts, a third account for backups, a link and two services. */
const threatFrom = (text: string): Threat =>
  scenarioFrom(`name: Test
horizon: 10 years
currency: USD
sites: { here: { account: main }, there: { account: spare } }
links: { here-there: { bandwidth: 1 Gbit/s, latency: 4 ms } }
services: { shop: { data: { size: 1 TB } }, login: { data: { size: 1 GB } } }
threats: [${text}]
strategies:
  one: { use: backups-only, primary: here, backups: { store: there, account: vault } }
`).threats[0]!;

const effectsFrom = (text: string): Effects =>
  threatFrom(`{ name: x, scope: service, rate: 1 / year, effects: ${text} }`).effects;

const once = (value: number) => ({ law: { law: 'point', mean: value }, drawn: 'once' });
const each = (value: number) => ({ law: { law: 'point', mean: value }, drawn: 'each' });

test('damage that only says when it is noticed costs nothing until then, and then stops the service', () => {
  const effects = effectsFrom('{ corrupts: {}, detect: 4 h }');
  expect(effects).toMatchObject({
    ...{ outage: null, destroys: null, partitions: null, wipes: null },
    corrupts: { impact: once(0), keepServing: false },
    detect: each(4 * HOUR),
  });
});

test.each(['encrypts', 'deletes'] as const)(
  'what only %s leaves replicas alone, was not in before, and is seen as any failure is',
  (kind) => {
    const effects = effectsFrom(`{ ${kind}: {} }`);
    expect(effects).toMatchObject({
      ...{ outage: null, destroys: null, partitions: null, corrupts: null, detect: null },
      wipes: { kind, replicated: false, dwell: null, tainted: 'use' },
    });
    expect(effects.wipes).toMatchObject({ clean: { law: { mean: 0 } }, reinfection: once(0) });
  },
);

test('an attack says how long it was in before, and what that does to copies', () => {
  const text = `{ deletes: { replicated: true, dwell: 6 days, clean: 12 h, reinfection: 30%,
    tainted: discard }, detect: 5 min }`;
  expect(effectsFrom(text)).toMatchObject({
    wipes: {
      ...{ kind: 'deletes', replicated: true, tainted: 'discard' },
      ...{ dwell: each(6 * DAY), clean: each(12 * HOUR), reinfection: once(0.3) },
    },
    detect: each(5 * MINUTE),
  });
});

test('the same disaster can put out of service and delete', () => {
  const { effects } = threatFrom('account-deletion');
  expect(effects.outage!.law.mean).toBeGreaterThan(10 * DAY);
  expect(effects.wipes).toMatchObject({ kind: 'deletes', replicated: false });
});

test('one way to lose data replaces that of the entry, and its figures replace single ones', () => {
  const deleting = threatFrom('{ use: ransomware, effects: { deletes: {} } }').effects;
  expect(deleting.wipes).toMatchObject({ kind: 'deletes', replicated: false, dwell: null });
  const quick = threatFrom('{ use: ransomware, effects: { encrypts: { dwell: 0 s } } }').effects;
  expect(quick.wipes).toMatchObject({ kind: 'encrypts', replicated: true, dwell: each(0) });
  expect(quick.wipes!.reinfection).toMatchObject(once(0.63));
});

test.each([
  ['data-corruption', ['shop', 'login']],
  ['network-partition', ['here-there']],
  ['ransomware', ['main', 'spare', 'vault']],
  ['{ use: ransomware, only: [vault] }', ['vault']],
])('%s strikes each of %j', (text, members) => {
  expect(threatFrom(text).members).toEqual(members);
});

test('equipment is new unless it says how long ago the last one was', () => {
  expect(threatFrom('hardware-failure').arrivals).toMatchObject({ kind: 'gap', age: 0 });
  const old = threatFrom('{ use: hardware-failure, age: 3 years }');
  expect(old.arrivals).toMatchObject({ kind: 'gap', age: 3 * YEAR });
});

test('links can be cut where the sites at their ends are in scope', () => {
  const { effects } = threatFrom('{ use: power-outage, effects: { partitions: 2 h } }');
  expect(effects.partitions).toMatchObject(each(2 * HOUR));
  expect(effects.outage).not.toBeNull();
});
