import { expect, test } from 'vitest';
import { BACKUPS, fire, incidentsOf, outage, outcomesOf, SHOP, STANDBY } from './one-strategy.js';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
/** 100 GB at the rate that the target writes. */
const RESTORE = 1_000_000;

/** Nobody would fail over: the way back is to restore at b what is stored at c. */
const RESTORE_AT_B = (steps: string) => `
    standby: { site: b, capacity: 100% }
    failover: { steps: [{ step: promote, takes: 50 days }] }
    backups: { store: c, full: 1 day, reduction: 1, jobFailure: 0%, overhead: 0 s, throughput: 1 GB/s, restoreRate: 100 MB/s }
    restore: { steps: [${steps}] }`;
const MOVE = '{ step: restore, moves: backup }';

const TWO_STANDBYS = `
    standbys: [{ site: b, capacity: 100%, apply: 2 s }, { site: c, capacity: 100%, apply: 2 s }]
    failover: { steps: [{ step: promote, takes: 10 min }, { step: redirect, takes: 5 min }] }`;

test('where the standby burns, the old primary is taken with what it held when it stopped', () => {
  const threats = outage('20 days') + fire('2027-03-02', 'b');
  const [first, second] = incidentsOf({ threats, strategy: STANDBY });
  expect(first).toMatchObject({ via: 'failover', rta: 15 * MINUTE });
  expect(second).toMatchObject({ via: 'failover', rpa: DAY, rta: 19 * DAY + 15 * MINUTE });
});

test('an old primary that outlives a failover cut short has lost nothing', () => {
  const threats = outage('20 days') + fire('2027-03-01 00:12', 'b');
  expect(incidentsOf({ threats, strategy: STANDBY })[0]).toMatchObject({
    via: 'failover',
    rpa: 0,
    rta: 20 * DAY + 15 * MINUTE,
  });
});

test('a replica that was out of reach when backups were restored still holds its data', () => {
  const threats = outage('30 days', '2027-02-28 12:00', 'b') + fire() + fire('2027-03-02', 'c');
  const [first, second] = incidentsOf({
    threats,
    strategy: STANDBY + BACKUPS.replace('store: b', 'store: c'),
  });
  expect(first).toMatchObject({ via: 'restore' });
  // Received until 12:00 the day before the fire, and everything written since that is gone.
  expect(second).toMatchObject({ via: 'failover', rpa: 36 * HOUR });
});

test('a stale copy is no target of a failover that asks nobody', () => {
  const threats = outage('2 days') + outage('20 min', '2027-03-01 12:00', 'b');
  const strategy = STANDBY.replace('failover: {', 'failover: { automatic: true,');
  const [, second] = incidentsOf({ threats, strategy });
  expect(second).toMatchObject({ via: 'wait', rta: 20 * MINUTE, rpa: 0 });
});

test('a restore goes on when its store burns after all has been read, which is no incident', () => {
  const strategy = RESTORE_AT_B(`${MOVE}, { step: check, phase: restore, takes: 20 min }`);
  const [outcome] = outcomesOf({ threats: fire() + fire('2027-03-01 00:22', 'c'), strategy });
  const { incidents, exposures } = outcome!.services[0]!;
  expect(incidents).toMatchObject([{ via: 'restore', rta: RESTORE + 20 * MINUTE }]);
  expect(exposures).toBe(1);
});

test('a restore that is still reading when its store burns is over', () => {
  const strategy = RESTORE_AT_B(`${MOVE}, { step: check, phase: restore, takes: 20 min }`);
  const threats = fire() + fire('2027-03-01 00:12', 'c');
  const [first, second] = incidentsOf({ threats, strategy });
  expect(first).toMatchObject({ via: 'failover', rta: 50 * DAY + 12 * MINUTE });
  expect(second).toMatchObject({ absorbed: true });
});

test('a backup does not expire while people decide', () => {
  const strategy = `${BACKUPS.replace('full: 1 day', 'full: 1 day, keep: 2 days')}\n    decision: 5 days`;
  expect(incidentsOf({ threats: fire('2027-03-01 12:00'), strategy })).toMatchObject([
    { via: 'restore', rpa: 12 * HOUR },
  ]);
});

test('a step goes on while only a later one misses its site', () => {
  const strategy = RESTORE_AT_B(`{ step: provision, takes: 1 h }, ${MOVE}`);
  const threats = fire() + outage('10 min', '2027-03-01 00:30', 'c');
  expect(incidentsOf({ threats, strategy })[0]).toMatchObject({
    via: 'restore',
    rta: HOUR + RESTORE,
  });
});

test('a step whose site goes away begins anew when it is back, those before it do not', () => {
  const strategy = RESTORE_AT_B(`{ step: provision, takes: 1 h }, ${MOVE}`);
  const threats = fire() + outage('10 min', '2027-03-01 01:05', 'c');
  const [incident] = incidentsOf({ threats, strategy });
  expect(incident!.rta).toBe(HOUR + 15 * MINUTE + RESTORE);
  expect(incident!.phases).toEqual({
    provision: HOUR,
    restore: 5 * MINUTE + RESTORE,
    wait: 10 * MINUTE,
  });
});

test('what has been done towards a place is lost when that burns', () => {
  const strategy = RESTORE_AT_B(`{ step: provision, takes: 1 h }, ${MOVE}`);
  const threats = fire() + fire('2027-03-01 01:05', 'b', '10 min');
  // All over again at c, beside the store, is 10 min faster than all over again at b.
  expect(incidentsOf({ threats, strategy })[0]).toMatchObject({
    via: 'restore',
    rta: 65 * MINUTE + HOUR + RESTORE,
  });
});

test('what has been done for one standby brings no other one nearer', () => {
  // At 00:50 c is back: 10 min more and 40 min of data at b, against 65 min and no data at c.
  const strategy = TWO_STANDBYS.replace('apply: 2 s', 'apply: 40 min')
    .replace('apply: 2 s', 'apply: 0 s')
    .replace('takes: 10 min', 'takes: 1 h');
  const threats = fire() + outage('1 h', '2027-02-28 23:50', 'c');
  expect(incidentsOf({ threats, strategy })[0]).toMatchObject({
    via: 'failover',
    rta: 65 * MINUTE,
    rpa: 40 * MINUTE,
  });
});

test('clients that are redirected before the data is there can be sent back to the old seat', () => {
  const strategy = BACKUPS.replace('steps: [', 'steps: [{ step: redirect, takes: 20 min }, ');
  const threats = outage('{ empirical: [10 min, 30 days] }');
  const seen = incidentsOf({ threats, strategy }, { trials: 20 });
  const back = seen.filter(({ via }) => via === 'wait');
  expect(back.length).toBeGreaterThan(0);
  expect(back.every(({ rta, rpa }) => rta < 30 * MINUTE && rpa === 0)).toBe(true);
});

test('after a short outage of the promoted standby its clients have still to be redirected', () => {
  const steps =
    'takes: 10 min }, { step: redirect, takes: 1 h, tail: { share: 20%, lasts: 30 min } }';
  const strategy = STANDBY.replace('takes: 10 min }, { step: redirect, takes: 5 min }', steps);
  const threats = fire() + outage('5 min', '2027-03-01 00:20', 'b');
  expect(incidentsOf({ threats, strategy })[0]).toMatchObject({
    via: 'failover',
    rta: 85 * MINUTE,
    timeToFull: 115 * MINUTE,
    phases: { promote: 10 * MINUTE, redirect: 70 * MINUTE, wait: 5 * MINUTE },
  });
});

test('whoever waits for the promoted standby reckons with the steps that are left', () => {
  const strategy =
    STANDBY.replace('takes: 5 min', 'takes: 20 min') + BACKUPS.replace('store: b', 'store: c');
  const shop = SHOP.replace(', dataLoss: 10k USD/h', '');
  const blips =
    outage('25 min', '2027-02-28 23:50', 'c') + outage('5 min', '2027-03-01 00:20', 'b');
  const threats = fire() + blips;
  // 5 min and a redirection of 20 at b, or 17 min at c, for data whose loss costs nothing.
  expect(incidentsOf({ threats, strategy, shop })[0]).toMatchObject({
    via: 'restore',
    rta: 20 * MINUTE + RESTORE,
  });
});

test('clients go on finding the new place while it is away for a moment', () => {
  const strategy = STANDBY.replace(
    'takes: 5 min',
    'takes: 5 min, tail: { share: 20%, lasts: 30 min }',
  );
  const threats = fire() + outage('5 min', '2027-03-01 00:20', 'b');
  expect(incidentsOf({ threats, strategy })[0]).toMatchObject({
    rta: 20 * MINUTE,
    timeToFull: 45 * MINUTE,
  });
});

test('a planned return that fails leaves the growth of the standby as it was', () => {
  // Rebuilt after a day and seeded by 00:02, the primary is returned to at 01:00, and burns again.
  const strategy = `${STANDBY.replace('100%', '60%').replace('failover: {', 'failover: { ramp: 40 days,')}
    failback: { switchover: 20 min }`;
  const threats = fire('2027-03-01', 'a', '1 day') + fire('2027-03-02 01:10', 'a', '200 days');
  const [outcome] = outcomesOf({ threats, strategy });
  const { incidents, below, exposures } = outcome!.services[0]!;
  expect(incidents).toMatchObject([{ timeToFull: 40 * DAY + 15 * MINUTE }]);
  expect(below.failback).toBe(30 * MINUTE);
  expect(exposures).toBe(1);
});

test('a planned return that fails leaves the seeding of another standby as it was', () => {
  const strategy = `${TWO_STANDBYS}\n    failback: { switchover: 20 min }`;
  const threats =
    fire('2027-02-28', 'c', '2 days') +
    outage('1 day') +
    fire('2027-03-02 00:10', 'a', '200 days') +
    fire('2027-03-10', 'b');
  // Until 02:13 c is sent its 100 GB; by then the return to a has begun and failed.
  const parts = { threats, strategy, bandwidth: '100 Mbit/s' };
  expect(incidentsOf(parts)).toMatchObject([
    { via: 'failover' },
    { via: 'failover', rpa: 2000, rta: 15 * MINUTE },
  ]);
});

test('while the primary is away nothing is written and nothing of the backlog is sent', () => {
  // At 01:00 an hour of writes is unsent; it drains at their rate, but not from 01:10 to 01:22.
  const threats =
    outage('1 h', '2027-03-01', 'b') +
    outage('12 min', '2027-03-01 01:10') +
    fire('2027-03-01 02:05');
  const seen = incidentsOf({ threats, strategy: STANDBY, bandwidth: '16 Mbit/s' });
  expect(seen).toMatchObject([{ via: 'wait' }, { via: 'failover', rpa: 7 * MINUTE + 2000 }]);
});

test('a runbook step has luck of its own, whatever its name', () => {
  const law = '{ lognormal: { p50: 10 min, p95: 1 h } }';
  const strategy = `
    standby: { site: b, capacity: 100% }
    decision: ${law}
    failover: { steps: [{ step: decide, phase: promote, takes: ${law} }] }`;
  const [incident] = incidentsOf({ threats: fire(), strategy });
  expect(incident!.phases.promote).not.toBe(incident!.phases.decide);
});
