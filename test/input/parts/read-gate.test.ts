import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../src/base/units.js';
import {
  gateAt,
  type GateContext,
  type GateFault,
  gateOf,
} from '../../../src/input/parts/read-gate.js';
import { newReading, type Spot } from '../../../src/input/reading.js';
import { catalogueOf } from '../../../src/input/catalogue.js';
import type { Located } from '../../../src/input/yaml/located-tree.js';
import { type Gate, GATE_MEASURES, type GateRule } from '../../../src/model/gate.js';

const SHOP: GateContext = {
  services: [
    { name: 'orders', objectives: { rto: HOUR, rpo: MINUTE } },
    { name: 'month end  reports', objectives: { rto: null, rpo: HOUR } },
    { name: 'search of goods', objectives: { rto: null, rpo: null } },
  ],
  strategies: [{ name: 'warm-standby' }, { name: 'backups for now' }],
  currency: 'USD',
  exchange: [{ currency: 'EUR', rate: 1.25 }],
};

const read = (text: string, context = SHOP) => gateOf(text, context) as Gate;
const fault = (text: string, context = SHOP) => gateOf(text, context) as GateFault;

test('a gate names a measure, a service, a bound and a strategy', () => {
  const text = 'P(rto within objective) of orders >= 95% for warm-standby';
  expect(gateOf(text, SHOP)).toEqual({
    text,
    measure: 'P(rto within objective)',
    service: 'orders',
    relation: '>=',
    bound: 0.95,
    strategy: 'warm-standby',
  });
});

test('without a strategy every one promises, without a service every one is meant', () => {
  expect(read('mean rto <= 1 h')).toMatchObject({ service: null, strategy: null, bound: HOUR });
  expect(read('loss <= 1M USD')).toMatchObject({ service: null, strategy: null, bound: 1e6 });
});

const SPELT: readonly (readonly [string, Partial<Gate>])[] = [
  ['mean rto of orders ≤ 1 h', { relation: '<=', text: 'mean rto of orders ≤ 1 h' }],
  ['availability≥99.9%', { relation: '>=', bound: 0.999 }],
  ['  Mean  RTO\tof orders<=90 min ', { bound: 90 * MINUTE, text: 'Mean RTO of orders<=90 min' }],
  ['p( rto within objective ) >= 95%', { measure: 'P(rto within objective)' }],
  ['mean rpo of month end reports <= 1 h', { service: 'month end  reports' }],
  ['mean rpo of search of goods <= 1 h', { service: 'search of goods' }],
  ['total <= $2M for backups for now', { strategy: 'backups for now', bound: 2e6 }],
  ['rto misses <= 1 in 50 years', { bound: 0.02 }],
  ['rpo misses of orders <= 1 per month', { bound: 12 }],
  ['downtime <= 1 h', { bound: HOUR }],
  ['downtime <= 1 h / year', { bound: HOUR }],
  ['outage <= 4h30m per year', { bound: 4.5 * HOUR }],
  ['data loss cost <= 40k USD/year', { bound: 40_000 }],
  ['incidents <= 0 / year', { bound: 0 }],
  ['loss <= 4M EUR', { bound: 5e6 }],
];

test.each(SPELT)('%j is read as it is meant', (text, meant) => {
  expect(gateOf(text, SHOP)).toMatchObject(meant);
});

const WRONG: readonly (readonly [what: string, text: string, says: RegExp, fix: RegExp])[] = [
  ['nothing', '', /got nothing/, /">=" or "<="/],
  ['no relation', 'mean rto of orders 1 h', /a gate such as/, /">=" or "<="/],
  ['a misspelt measure', 'mean rtoo <= 1 h', /"mean rtoo"/, /"mean rto"\?/],
  ['a measure by half its name', 'rto within objective >= 95%', /a measure/, /"P\(rto within/],
  ['an unlike measure', 'happiness >= 95%', /availability, mean rto/, /^$/],
  ['no measure', '>= 95%', /got nothing/, /^$/],
  ['a misspelt service', 'mean rto of order <= 1 h', /the name of a service/, /"orders"\?/],
  ['no service', 'mean rto of  <= 1 h', /a service: orders.*got nothing/, /^$/],
  ['a misspelt strategy', 'total <= 1 USD for warmstandby', /the name of a strategy/, /"warm-st/],
  ['a service of a strategy', 'loss of orders <= 1 USD', /whole strategy/, /leave out "of orders"/],
  [
    'the strategy too early',
    'mean rto of orders for warm-standby <= 1 h',
    /behind the bound/,
    /"for warm-standby" at the end/,
  ],
  ['a bare number', 'mean rto <= 5', /a duration/, /"5 min"/],
  ['a bare share', 'availability >= 0.999', /a share/, /"99\.9%"/],
  ['a bare amount', 'loss <= 5', /for a year/, /"5 USD"/],
  ['another dimension', 'mean rto <= 5 GB', /got "5 GB", an amount of data/, /^$/],
  ['money by the month', 'loss <= 1M USD/month', /for a year/, /^write "12M USD", for a year$/],
  ['money by two weeks', 'loss <= $2k per 2 weeks', /for a year/, /"\$52\.178\d*k"/],
  ['time by the day', 'downtime <= 2 min / day', /for a year/, /"730\.5 min"/],
  ['a frequency of nothing', 'rto misses <= 1', /a frequency/, /"1 \/ year"/],
  ['an unknown unit', 'mean rto <= 1 hous', /a duration/, /"hours?"\?/],
  ['a foreign currency', 'loss <= 5 GBP', /got "5 GBP"/, /to USD, or add/],
  ['a share above 100 %', 'availability >= 101%', /got "101%"/, /at most 100%/],
  ['less than nothing', 'mean rto <= -1 h', /got "-1 h"/, /0 or more/],
  ['no bound', 'mean rto <=', /got nothing/, /number/],
  ['a bound that is no number', 'mean rto <= soon', /got "soon"/, /number/],
  ['the wrong side', 'mean rto >= 1 h', /at most something/, /"<="/],
  ['the wrong side of a share', 'availability <= 99%', /at least something/, /">="/],
  ['a strict relation', 'mean rto < 1 h', /got "<"/, /"<="/],
  ['an equation', 'availability == 99%', /got "=="/, />=/],
  ['an arrow', 'availability => 99%', /got "=>"/, />=/],
  [
    'a service without the objective',
    'P(rto within objective) of month end reports >= 95%',
    /objective for its rto/,
    /objectives: \{ rto: 1 h \}/,
  ],
];

test.each(WRONG)('%s is refused with a way out', (_, text, says, fix) => {
  const said = fault(text);
  expect(`expected ${said.expected}, got ${said.got}`).toMatch(says);
  expect(said.fix ?? '').toMatch(fix);
});

test('where no service has the objective, none can keep it', () => {
  const services = SHOP.services.slice(2);
  expect(fault('rto misses <= 1 / year', { ...SHOP, services }).got).toContain('no service');
});

test('without a currency an amount in any is taken', () => {
  expect(read('loss <= 5 EUR', { ...SHOP, currency: '' }).bound).toBe(5);
});

test('every measure can be promised on its right side, and only there', () => {
  const bounds = { share: '50%', duration: '1 h', frequency: '1 / year', money: '1 USD' } as const;
  for (const [measure, rule] of Object.entries<GateRule>(GATE_MEASURES)) {
    const bound = bounds[rule.dimension as keyof typeof bounds];
    expect(read(`${measure} ${rule.relation} ${bound}`)).toMatchObject({ measure });
    const other = rule.relation === '>=' ? '<=' : '>=';
    expect(fault(`${measure} ${other} ${bound}`).fix).toBe(`write "${rule.relation}"`);
  }
});

const PLACE = { file: 'shop.yaml', line: 3, column: 5 };

function readAt(node: Located) {
  const reading = newReading(catalogueOf(new Map()));
  const spot: Spot = { node, path: 'gates[0]' };
  return { gate: gateAt(SHOP)(spot, reading), problems: reading.problems };
}

const scalar = (value: string | number): Located => ({
  kind: 'scalar',
  place: PLACE,
  value,
  text: String(value),
});

test('a gate of the scenario is read from its text', () => {
  const { gate, problems } = readAt(scalar('availability >= 99%'));
  expect(gate).toMatchObject({ measure: 'availability', bound: 0.99 });
  expect(problems).toEqual([]);
});

test('a wrong gate of the scenario is a problem at its place', () => {
  const { gate, problems } = readAt(scalar('availability >= 99'));
  expect(gate).toBeUndefined();
  expect(problems).toMatchObject([{ ...PLACE, path: 'gates[0]', fix: 'write "99%"' }]);
});

/** What stands where a fault points to. */
const offending = (text: string) => text.slice(fault(text).at);

test('a fault points to the word that it is about', () => {
  expect(offending('mean rto of order <= 1 h')).toBe('order <= 1 h');
  expect(offending('  mean   rto of  order <= 1 h')).toBe('order <= 1 h');
  expect(offending('total <= 1 USD for warmstandby')).toBe('warmstandby');
  expect(offending('mean rto of orders  < 1 h')).toBe('< 1 h');
  expect(offending('mean rto of orders<=1 hous')).toBe('1 hous');
  expect(offending('P( rto within objective ) of month end reports >= 95%')).toBe(
    'month end reports >= 95%',
  );
  expect(offending(' happiness >= 95%')).toBe('happiness >= 95%');
  expect(offending('mean rto <=')).toBe('');
});

test('a problem stands in the column of that word, where the text is written as it is read', () => {
  const text = 'mean rto of orders <= 1 hous';
  const columnOf = (node: Located) => readAt(node).problems[0]?.column;
  const node = { kind: 'scalar', place: PLACE, value: text, text } as const;
  expect(columnOf({ ...node, inset: 0 })).toBe(PLACE.column + text.indexOf('1 hous'));
  expect(columnOf({ ...node, inset: 1 })).toBe(PLACE.column + 1 + text.indexOf('1 hous'));
  expect(columnOf(node)).toBe(PLACE.column);
});

test('what is no text is no gate, and what was reported is not reported again', () => {
  expect(readAt(scalar(5)).problems).toMatchObject([{ got: '5' }]);
  expect(readAt({ kind: 'list', place: PLACE, items: [] }).problems).toHaveLength(1);
  expect(readAt({ kind: 'broken', place: PLACE }).problems).toEqual([]);
});
