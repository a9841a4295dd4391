import { expect, test } from 'vitest';
import { DAY, ms } from '../../src/base/units.js';
import type { BackupPolicy } from '../../src/model/backup-policy.js';
import { notSimulated } from '../../src/model/not-simulated.js';
import { keptFor } from '../../src/model/retention.js';
import type { Scenario } from '../../src/model/scenario.js';
import { point } from '../../src/random/point.js';
import { shipped, SHIPPED } from '../running.js';

const SHOP = shipped('online-shop.yaml');

/** The shop whose strategies all have their first backup policy changed so. */
function shopWith(change: Partial<BackupPolicy>): Scenario {
  const strategies = SHOP.strategies.map((strategy) => ({
    ...strategy,
    backups: strategy.backups.slice(0, 1).map((policy) => ({ ...policy, ...change })),
  }));
  return { ...SHOP, strategies };
}

const paths = (scenario: Scenario) => notSimulated(scenario).map(({ path }) => path);
const KEEP = keptFor(ms(30 * DAY));

test.each(SHIPPED)('%s says nothing that is not simulated', (name) => {
  expect(notSimulated(shipped(name))).toEqual([]);
});

test.each<[string, Partial<BackupPolicy>]>([
  ['an offline store', { offline: true }],
  ['an immutable one', { immutable: ms(DAY) }],
  ['a restore test', { verify: ms(30 * DAY) }],
])('%s is simulated', (_, change) => {
  expect(paths(shopWith(change))).toEqual([]);
});

test('retention is simulated', () => {
  expect(paths(shopWith({ retention: KEEP }))).toEqual([]);
  expect(paths(shopWith({ retention: { ...KEEP, daily: 7 } }))).toEqual([]);
});

test('discounting is simulated', () => {
  const finance = { discountRate: { law: point(0.08), drawn: 'once' }, real: false } as const;
  expect(paths({ ...SHOP, finance })).toEqual([]);
});
