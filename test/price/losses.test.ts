import { expect, test } from 'vitest';
import type { Losses } from '../../src/price/losses.js';
import { run, scenarioFrom } from '../running.js';

const fire = (site: string, at: string) =>
  `  - { use: site-fire, name: fire-${site}, only: [${site}], strikes: { at: ['${at}'] }, effects: { destroys: { rebuild: 1 day } } }\n`;
const outage = (site: string, at: string) =>
  `  - { use: power-outage, name: outage-${site}, only: [${site}], strikes: { at: ['${at}'] }, effects: { outage: 5 min } }\n`;

/** What is lost in each of 3 years; the 100 GB of the shop cost 1 USD on their way to ohio. */
function losses(threats: string): Losses {
  let seen: Losses | undefined;
  const scenario = scenarioFrom(`
name: Lost
horizon: 3 years
currency: USD
prices: aws
sites:
  virginia: { region: aws/us-east-1 }
  ohio: { region: aws/us-east-2 }
links:
  virginia-ohio: { bandwidth: 10 Gbit/s }
services:
  shop: { data: { size: 100 GB }, writes: { mean: 1 kB/s }, revenue: { mean: 12 USD/h } }
threats:
${threats}
strategies:
  only:
    primary: virginia
    standby: { site: ohio, capacity: 100% }
    failover: { steps: [{ step: promote, takes: 1 h }] }
`);
  run(scenario, { trials: 1, seed: '1' }, ({ strategies }) => {
    seen = strategies[0]!.losses;
  });
  return seen!;
}

const rounded = (years: Float64Array) => [...years].map((year) => Math.round(year * 1e6) / 1e6);

test('seeding a lost standby anew is a loss of the year in which it burned', () => {
  const { recovery, largest } = losses(fire('ohio', '2028-12-31 12:00'));
  expect(rounded(recovery)).toEqual([0, 1, 0]);
  expect(rounded(largest)).toEqual([0, 1, 0]);
});

test('seeding is due to the disaster that emptied the copy, not to the last that stopped the service', () => {
  const threats = outage('virginia', '2027-03-01') + fire('ohio', '2028-03-01');
  const { recovery, downtime, largest } = losses(threats);
  expect(rounded(downtime)).toEqual([1, 0, 0]);
  expect(rounded(recovery)).toEqual([0, 1, 0]);
  expect(rounded(largest)).toEqual([1, 1, 0]);
});

test('a standby that burned before the service stopped is seeded on the account of the fire', () => {
  // The second year begins on 2028-01-04 at 06:00, and the outage falls into the day of rebuilding: there is nothing to fail over to.
  const threats = fire('ohio', '2028-01-03 23:00') + outage('virginia', '2028-01-04 20:00');
  expect(rounded(losses(threats).recovery)).toEqual([1, 0, 0]);
});

test('what disasters cost is the same by disaster as by year, and exposures are among them', () => {
  const threats = outage('virginia', '2027-03-01') + fire('ohio', '2028-03-01');
  const { downtime, data, recovery, disasters, incidents } = losses(threats);
  const all = [...disasters.values()];
  expect(all.map(({ year }) => year)).toEqual([0, 1]);
  expect(all.map((one) => Math.round(one.total * 1e6) / 1e6)).toEqual([1, 1]);
  for (const year of [0, 1]) {
    expect(all[year]).toMatchObject({
      downtime: downtime[year],
      data: data[year],
      recovery: recovery[year],
    });
  }
  // Seeding the standby that burned is due to no incident of the shop.
  expect(incidents[0]!.map((one) => one.recovery)).toEqual([0]);
});

/** What recovering from a fire costs where backups of 100 GB lie in a storage class. */
function readBack(storage: string): number {
  const scenario = scenarioFrom(`
name: Read back
horizon: 1 year
currency: USD
prices: aws
sites:
  virginia: { region: aws/us-east-1 }
  ohio: { region: aws/us-east-2 }
links:
  virginia-ohio: { bandwidth: 10 Gbit/s }
services:
  shop: { data: { size: 100 GB } }
threats:
${fire('virginia', '2027-03-01')}
strategies:
  only:
    primary: virginia
    backups: { store: ohio, full: 1 day, reduction: 1, jobFailure: 0%, storage: ${storage} }
    restore: { steps: [{ step: restore, moves: backup }] }
`);
  let cost = 0;
  run(scenario, { trials: 1, seed: '1' }, ({ strategies }) => {
    cost = strategies[0]!.losses.recovery[0]!;
  });
  return cost;
}

test('a class that asks a price for reading makes a restore dearer by it', () => {
  // Within ohio nothing is sent, so that reading is all there is to pay until the way back.
  const plain = readBack('object');
  expect(readBack('object-archive') - plain).toBeCloseTo(1, 9);
  expect(readBack('object-deep-archive') - plain).toBeCloseTo(2, 9);
});
