import { expect, test } from 'vitest';
import { infrastructureOf } from '../../src/price/infrastructure.js';
import { compile } from '../../src/simulate/compile.js';
import { scenarioFrom } from '../running.js';

function costs(parts: { service?: string; backups: string; horizon?: string; standby?: string }) {
  const scenario = scenarioFrom(`
name: Priced
horizon: ${parts.horizon ?? '1 year'}
currency: USD
prices: aws
sites:
  virginia: { region: aws/us-east-1 }
  ohio: { region: aws/us-east-2 }
links:
  virginia-ohio: { bandwidth: 10 Gbit/s }
services:
  shop: { data: { size: 1 TB ${parts.service ?? ''} }, writes: { mean: 1 MB/s }, servers: { count: 10, type: m5.large } }
threats: [site-fire]
strategies:
  priced:
    primary: virginia
    ${parts.standby ?? ''}
    backups: { store: ohio, reduction: 1, keep: 52 weeks, ${parts.backups} }
    restore: { steps: [{ step: restore, moves: backup }] }
    costs: { licences: 12k USD/year }
`);
  return infrastructureOf(compile(scenario, '1'), 0);
}

const HOURS = 8766;
const GB_YEAR = { block: 0.08 * 12, object: 0.023 * 12 };

test('a full copy of 1 TB every week, kept for 52 weeks, is 52 TB stored, and sent in them', () => {
  const [year] = costs({ backups: 'full: 7 days', horizon: '364 days' });
  const part = 364 / 365.25;
  expect(year!.storage / 1000).toBeCloseTo((GB_YEAR.block + 52 * GB_YEAR.object) * part, 9);
  expect(year!.transfer).toBeCloseTo(52 * 1000 * 0.01, 6);
  expect(year!.compute).toBeCloseTo(10 * 0.096 * HOURS * part, 6);
  expect(year!.contracts).toBeCloseTo(12_000 * part, 6);
});

test('with 1 % a day changed, six incrementals between weekly copies are 60 GB', () => {
  const [full] = costs({ service: ', change: 1% / day', backups: 'full: 7 days' });
  const [both] = costs({
    service: ', change: 1% / day',
    backups: 'full: 7 days, incremental: 1 day',
  });
  const weeks = 365.25 / 7;
  expect((both!.transfer - full!.transfer) / weeks / 0.01).toBeCloseTo(60, 6);
});

test('a standby adds its share of the servers, a second copy of the data and the writes', () => {
  const [alone] = costs({ backups: 'full: 7 days' });
  const [with30] = costs({
    backups: 'full: 7 days',
    standby: 'standby: { site: ohio, capacity: 30% }',
  });
  expect(with30!.compute / alone!.compute).toBeCloseTo(1.3, 9);
  expect(with30!.storage - alone!.storage).toBeCloseTo(1000 * GB_YEAR.block, 6);
  expect(with30!.transfer - alone!.transfer).toBeCloseTo((HOURS * 3600 * 1e6 * 0.01) / 1e9, 6);
});

test('data grows by yearly steps, and a last part-year costs its part', () => {
  const years = costs({
    service: ', growth: 50% / year',
    backups: 'full: 7 days',
    horizon: '913.125 days',
  });
  expect(years).toHaveLength(3);
  expect(years[1]!.storage / years[0]!.storage).toBeCloseTo(1.5, 9);
  expect(years[2]!.storage / years[1]!.storage).toBeCloseTo(1.5 / 2, 9);
  expect(years[2]!.compute / years[1]!.compute).toBeCloseTo(0.5, 9);
});
