import { expect, test } from 'vitest';
import { ms, YEAR } from '../../src/base/units.js';
import { BytesTally } from '../../src/experiment/bytes-tally.js';
import type { ByteTable } from '../../src/measure/byte-table.js';
import type { Move } from '../../src/measure/outcome.js';
import { run, shipped } from '../running.js';

const HORIZON = ms(2 * YEAR);

/** A primary and its store, of so many bytes. */
const tableOf = (bytes: number): ByteTable =>
  [-1, 0].map((store) => ({
    service: 0,
    kind: store < 0 ? 'primary' : 'backups',
    store,
    site: store + 1,
    storage: 'object',
    sources: [],
    stored: [bytes, 2 * bytes],
    billed: [bytes, 2 * bytes],
    written: [0.1, bytes],
    sent: [0, 0],
  }));

const move = (of: Partial<Move>): Move => ({
  service: 0,
  disaster: 0,
  struck: ms(0),
  store: 0,
  from: 1,
  to: 0,
  bytes: 10,
  ...of,
});

const tally = () => new BytesTally({ places: 2, horizon: HORIZON });

test('what never changes stays what it is, however many trials and blocks there are', () => {
  const [all, same] = [tally(), tableOf(1 / 3)];
  for (let block = 0; block < 7; block++) {
    const one = tally();
    for (let trial = 0; trial < 11 + block; trial++) one.add(same, []);
    all.merge(one);
  }
  expect(all.meanOf('stored', 1)).toEqual([1 / 3, 2 / 3]);
  expect(all.meanOf('written', 0)).toEqual([0.1, 1 / 3]);
});

test('what differs from trial to trial is told by its mean, in one or in several blocks', () => {
  const tables = [1, 1, 4, 7, 7].map(tableOf);
  const [whole, first, second] = [tally(), tally(), tally()];
  tables.forEach((table, number) => {
    for (const one of [whole, number < 2 ? first : second]) one.add(table, []);
  });
  first.merge(second);
  for (const one of [whole, first]) expect(one.meanOf('stored', 0)[1]).toBeCloseTo(8, 12);
});

test('what is restored is read from its store, and a copy is seeded where it is', () => {
  const one = tally();
  one.add(tableOf(1), [
    move({}),
    move({ struck: ms(1.5 * YEAR), bytes: 4 }),
    move({ store: -1, from: 1, to: 0, bytes: 2 }),
  ]);
  one.add(tableOf(1), []);
  one.endCluster(4);
  expect(one.restoredIn(0)).toEqual([1, 0]);
  expect(one.restoredIn(1)).toEqual([5, 2]);
  expect(one.restored.tallies.map(({ ratio }) => ratio)).toEqual([0.5, 3.5]);
});

test('all that recoveries of a run sent is found in some place', () => {
  let moved = 0;
  const trials = 40;
  const { summary, plan } = run(
    shipped('online-shop.yaml'),
    { trials, seed: '5' },
    ({ strategies }) => {
      for (const { outcome } of strategies) for (const { bytes } of outcome.moves) moved += bytes;
    },
  );
  const places = Object.values(summary.strategies).flatMap(({ bytes }) => bytes);
  const perYear = places.reduce((sum, { restoredPerYear }) => sum + restoredPerYear.mean!, 0);
  const byYear = places.flatMap(({ restored }) => restored).reduce((a, b) => a + b, 0);
  expect(moved).toBeGreaterThan(0);
  expect((perYear * trials * plan.horizon) / YEAR / moved).toBeCloseTo(1, 9);
  expect((byYear * trials) / moved).toBeCloseTo(1, 9);
  for (const { transferred, written, from } of places) {
    const share = from.reduce((sum, source) => sum + source.share, 0);
    expect(transferred[3]! / written[3]!).toBeCloseTo(share, 12);
  }
});
