import { expect, test } from 'vitest';
import { run, shipped } from '../running.js';

/** Losses that are told apart below differ by a factor of 3 or more: sampling noise is far less. */
const TRIALS = 1500;
const CLEAR = 1.5;

const { summary } = run(shipped('online-shop.yaml'), { trials: TRIALS, seed: 'shop' });
const strategies = Object.keys(summary.strategies);

/** Loss a year due to some threats, by strategy. */
function lossBy(threats: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(summary.strategies).map(([name, { byThreat }]) => [
      name,
      threats.reduce((sum, threat) => sum + (byThreat[threat]!.loss.mean ?? 0), 0),
    ]),
  );
}

const without = strategies.filter((name) => name !== 'active-active-with-backups');

test('over fire, power and region outages active-active loses least and backups alone most', () => {
  const loss = lossBy(['site-fire', 'power-outage', 'region-outage-short', 'region-outage']);
  const falling = without.toSorted((a, b) => loss[b]! - loss[a]!);
  expect(falling).toEqual(['backups-only', 'warm-standby', 'active-active']);
  expect(loss['backups-only']).toBeGreaterThan(CLEAR * loss['warm-standby']!);
  expect(loss['warm-standby']).toBeGreaterThan(CLEAR * loss['active-active']!);
});

test('what protects better against lost places costs more to keep up', () => {
  const cost = (name: string) => summary.strategies[name]!.annual.infrastructureCost.mean!;
  expect(without.toSorted((a, b) => cost(a) - cost(b))).toEqual([
    'backups-only',
    'warm-standby',
    'active-active',
  ]);
});

test('under corruption and ransomware active-active is worst without backups, and not with them', () => {
  const loss = lossBy(['data-corruption', 'ransomware']);
  const others = strategies.filter((name) => name !== 'active-active');
  for (const name of others) expect(loss['active-active']).toBeGreaterThan(1.2 * loss[name]!);
  expect(loss['active-active-with-backups']).toBeLessThan(loss['warm-standby']! / CLEAR);
  // Damage that replication sends on is as bad for one replica as for another: only chance differs.
  const damage = lossBy(['data-corruption']);
  expect(damage['active-active']! / damage['warm-standby']!).toBeCloseTo(1, 1);
});
