import { expect, test } from 'vitest';
import { incidentsOf, SHOP } from './one-strategy.js';

/** A standby over a line that is cut for some hours, and the seat is lost after them. */
const lost = (mostLost: string, cut: string) =>
  incidentsOf({
    shop: SHOP.replace('mean: 1 MB/s', 'mean: 1 MB/s, profile: { hours168: [PROFILE] }').replace(
      'PROFILE',
      Array.from({ length: 168 }, (_, hour) => (hour % 24 < 12 ? 3 : 1)).join(', '),
    ),
    threats: `
  - { name: cut, scope: link, only: [a-b], strikes: { at: ['2027-03-01 06:00'] }, effects: { partitions: ${cut} } }
  - { use: site-fire, only: [a], strikes: { at: ['2027-03-01 13:00'] }, effects: { destroys: { rebuild: 10 days } } }
`,
    strategy: `
    standby: { site: b, capacity: 100% }
    decision: 3 h
    failover: { automatic: true${mostLost}, steps: [{ step: promote, takes: 10 min }] }`,
  }).at(-1)!;

const MINUTE = 60_000;
const [AUTOMATIC, BY_PEOPLE] = [10 * MINUTE, 190 * MINUTE];

// From 06:00 to 12:00 1.5 MB/s are written, then 0.5 MB/s: 34.2 GB until 13:00.
test.each([
  ['', AUTOMATIC],
  [', mostLost: 7 h', AUTOMATIC],
  [', mostLost: 6.9 h', BY_PEOPLE],
  [', mostLost: 34.3 GB', AUTOMATIC],
  [', mostLost: 34.1 GB', BY_PEOPLE],
])('a failover that nobody decides loses no more than it may: %s', (limit, rta) => {
  expect(lost(limit, '10 h')).toMatchObject({ rta, rpa: 7 * 60 * MINUTE });
});

test('a standby that has nothing to catch up on is within every limit', () => {
  expect(lost(', mostLost: 0 s', '10 min')).toMatchObject({ rta: AUTOMATIC, rpa: 0 });
  expect(lost(', mostLost: 0 B', '10 min')).toMatchObject({ rta: AUTOMATIC, rpa: 0 });
});

test('the same holds of a disaster that nothing else falls into', () => {
  const apart = (mostLost: string) =>
    incidentsOf({
      threats:
        "  - { use: site-fire, only: [a], strikes: { at: ['2027-03-01'] }, effects: { destroys: { rebuild: 10 days } } }\n",
      strategy: `
    standby: { site: b, capacity: 100%, apply: 2 s }
    decision: 3 h
    failover: { automatic: true, mostLost: ${mostLost}, steps: [{ step: promote, takes: 10 min }] }`,
    })[0]!.rta;
  expect(['2 s', '1.9 s', '2 MB', '1.9 MB'].map(apart)).toEqual([
    AUTOMATIC,
    BY_PEOPLE,
    AUTOMATIC,
    BY_PEOPLE,
  ]);
});
