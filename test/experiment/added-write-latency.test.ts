import { expect, test } from 'vitest';
import { addedWriteLatency } from '../../src/experiment/added-write-latency.js';
import { comparisonTable } from '../../src/present/comparison-table.js';
import { run, scenarioFrom } from '../running.js';

const scenarioOf = (strategies: string) =>
  scenarioFrom(`name: Test
horizon: 10 years
currency: USD
sites: { a: {}, b: {}, c: {} }
links:
  a-b: { bandwidth: 1 Gbit/s, latency: 4 ms }
  b-c: { bandwidth: 1 Gbit/s, latency: 9 ms }
  c-a: { bandwidth: 1 Gbit/s, latency: { uniform: [5 ms, 7 ms] } }
services: { shop: { data: { size: 1 TB } } }
threats: [power-outage]
strategies:
  ${strategies}
`);

const added = (strategy: string) => {
  const { strategies, links } = scenarioOf(`one: ${strategy}`);
  return addedWriteLatency(strategies[0]!, links);
};

test('a write waits there and back until the synchronous standby has it', () => {
  expect(added('{ primary: a, standby: { site: b, capacity: 50%, replication: sync } }')).toEqual({
    mean: 0.008,
    ci95: null,
  });
});

test('of several standbys the slowest counts, with what nobody knows of it', () => {
  const standbys =
    '{ site: b, capacity: 50%, replication: sync }, { site: c, capacity: 50%, replication: sync }';
  const { mean, ci95 } = added(`{ primary: a, standbys: [${standbys}] }`)!;
  expect(mean).toBeCloseTo(0.012, 12);
  expect(ci95![0]).toBeCloseTo(2 * 0.00505, 12);
  expect(ci95![1]).toBeCloseTo(2 * 0.00695, 12);
});

test('of sites that serve beside each other the slowest pair counts', () => {
  expect(added('{ sites: [a, b, c], active: { replication: sync } }')).toMatchObject({
    mean: 0.018,
  });
});

test('nobody waits for copies that receive a moment later', () => {
  expect(added('{ primary: a, standby: { site: b, capacity: 50% } }')).toBeNull();
  expect(added('{ sites: [a, b, c] }')).toBeNull();
});

test('the comparison shows it only where a write waits', () => {
  const tableOf = (replication: string) => {
    const standby = `standby: { site: b, capacity: 50%, replication: ${replication} }`;
    const scenario = scenarioOf(`none: { primary: a }\n  one: { primary: a, ${standby} }`);
    const { summary } = run(scenario, { trials: 4, seed: '1' });
    return comparisonTable(summary, { colour: false, width: 80 });
  };
  expect(tableOf('sync')).toMatch(/Added to every write +– +8\sms/);
  expect(tableOf('async')).not.toContain('Added to every write');
});
