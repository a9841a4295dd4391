import { expect, test } from 'vitest';
import { SECOND } from '../../../src/base/units.js';
import { isActiveActive, type Strategy } from '../../../src/model/strategy.js';
import { scenarioFrom } from '../../running.js';

/** A strategy among three sites, each linked to the others. */
const strategyFrom = (text: string): Strategy =>
  scenarioFrom(`name: Test
horizon: 10 years
currency: USD
sites: { a: {}, b: {}, c: {} }
links:
  a-b: { bandwidth: 1 Gbit/s, latency: 4 ms }
  b-c: { bandwidth: 1 Gbit/s, latency: 4 ms }
  c-a: { bandwidth: 1 Gbit/s, latency: 4 ms }
services: { shop: { data: { size: 1 TB } } }
threats: [power-outage]
strategies: { one: ${text} }
`).strategies[0]!;

const sharesOf = ({ standbys }: Strategy) =>
  standbys.map(({ site, clients }) => ({ site, clients: Number(clients.toFixed(9)) }));

test('sites that serve beside each other have an equal share of the clients, and all that it takes', () => {
  const strategy = strategyFrom('{ sites: [b, a, c] }');
  expect(strategy.primary).toBe('b');
  expect(strategy.capacity.law.mean).toBe(1);
  expect(sharesOf(strategy)).toEqual([
    { site: 'a', clients: 0.333333333 },
    { site: 'c', clients: 0.333333333 },
  ]);
  for (const { capacity, replication } of strategy.standbys) {
    expect(capacity.law.mean).toBe(1);
    expect(replication).toMatchObject({ mode: 'async', apply: { law: { mean: 0 } } });
  }
  expect(isActiveActive(strategy)).toBe(true);
});

test('what is left of the clients is parted evenly among those that say nothing', () => {
  const strategy = strategyFrom('{ sites: [a, { site: b, clients: 50% }, c] }');
  expect(sharesOf(strategy)).toEqual([
    { site: 'b', clients: 0.5 },
    { site: 'c', clients: 0.25 },
  ]);
});

test('shares may add up to all clients but for what cannot be written', () => {
  const third = '33.3333333333%';
  const text = ['a', 'b', 'c'].map((site) => `{ site: ${site}, clients: ${third} }`).join(', ');
  expect(sharesOf(strategyFrom(`{ sites: [${text}] }`))).toHaveLength(2);
});

test('a site may be smaller than the others', () => {
  const strategy = strategyFrom(
    '{ sites: [{ site: a, capacity: 40% }, b, c], active: { capacity: 60%, apply: 5 s } }',
  );
  expect(strategy.capacity.law.mean).toBe(0.4);
  expect(strategy.standbys.map(({ capacity }) => capacity.law.mean)).toEqual([0.6, 0.6]);
  expect(strategy.standbys[0]!.replication.apply.law.mean).toBe(5 * SECOND);
});

test('others may stand by for those that serve', () => {
  const strategy = strategyFrom('{ sites: [a, b], standby: { site: c, capacity: 30% } }');
  expect(sharesOf(strategy)).toEqual([
    { site: 'b', clients: 0.5 },
    { site: 'c', clients: 0 },
  ]);
});

test('the preset needs only its sites, and a primary is not active-active', () => {
  const strategy = strategyFrom('{ use: active-active, sites: [a, b] }');
  expect(strategy.backups).toEqual([]);
  expect(strategy.failover).toMatchObject({ automatic: true, steps: [{ phase: 'redirect' }] });
  const warm = strategyFrom('{ use: warm-standby, primary: a, standby: { site: b } }');
  expect(isActiveActive(warm)).toBe(false);
  expect(warm.capacity.law.mean).toBe(1);
});
