import { expect, test } from 'vitest';
import { fire, outcomesOf } from './one-strategy.js';

const [SECOND, MINUTE, DAY] = [1000, 60_000, 86_400_000];

/** Orders of 125 GB, whose copy takes 1,000 s to send, and a stock of 1 GB, which takes 8 s. */
const shop = (group: string) =>
  `data: { size: 125 GB }, writes: { mean: 1 MB/s }, revenue: { mean: 10k USD/h }, dataLoss: 10k USD/h${group}`;
const stock = (group: string) =>
  `  stock: { data: { size: 1 GB }, writes: { mean: 1 kB/s }, revenue: { mean: 10k USD/h }, dataLoss: 1 USD/h${group} }`;

function lost(strategy: string, group: string, threats: string) {
  const [outcome] = outcomesOf({
    shop: shop(group),
    services: stock(group),
    bandwidth: '1 Gbit/s',
    threats,
    strategy,
  });
  return outcome!.services.map(({ incidents: [incident] }) => incident!.rpa);
}

const BACKUPS = `
    backups: { store: b, full: 1 day, reduction: 1, jobFailure: 0%, overhead: 0 s, throughput: 1 TB/s, restoreRate: 1 TB/s }
    restore: { steps: [{ step: restore, moves: backup }] }`;
const GROUP = ', consistencyGroup: sales';

test('services whose data belongs together are restored to the newest instant that all can be', () => {
  const early = fire('2027-03-01 00:05');
  expect(lost(BACKUPS, '', early)).toEqual([DAY + 5 * MINUTE, 5 * MINUTE]);
  expect(lost(BACKUPS, GROUP, early)).toEqual([DAY + 5 * MINUTE, DAY + 5 * MINUTE]);
  const later = fire('2027-03-01 00:20');
  expect(lost(BACKUPS, GROUP, later)).toEqual([20 * MINUTE, 20 * MINUTE]);
});

test('who decides later goes back to where the others already are', () => {
  const slow = `${BACKUPS}
    decision: { empirical: [1 min, 90 min] }`;
  for (const at of ['00:05', '00:15', '00:20']) {
    const [orders, goods] = lost(slow, GROUP, fire(`2027-03-01 ${at}`));
    expect(orders).toBe(goods);
  }
});

test('standbys give back the same instant, though each applies at its own pace', () => {
  const standby = `
    standby: { site: b, capacity: 100%, apply: { empirical: [1 s, 9 s] } }
    failover: { steps: [{ step: promote, takes: 1 min }] }`;
  const seen = Array.from({ length: 12 }, (_, day) => {
    const [orders, goods] = lost(
      standby,
      GROUP,
      fire(`2027-03-${String(day + 1).padStart(2, '0')}`),
    );
    expect(orders).toBe(goods);
    return orders;
  });
  expect(new Set(seen)).toEqual(new Set([SECOND, 9 * SECOND]));
});
