import { expect, test } from 'vitest';
import { run } from '../running.js';
import { BACKUPS, fire, incidentsOf, outage, scenario, SHOP, STANDBY } from './one-strategy.js';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** The same with writes that a slow link can carry. */
const SLOW = SHOP.replace('1 MB/s', '1 kB/s');

test('a short outage is waited out, a long one is not: the laws decide', () => {
  const wait = incidentsOf({ threats: outage('12 min'), strategy: STANDBY });
  expect(wait).toMatchObject([{ via: 'wait', rta: 12 * MINUTE, rpa: 0 }]);
  const failover = incidentsOf({ threats: outage('20 min'), strategy: STANDBY });
  expect(failover).toMatchObject([{ via: 'failover', rta: 15 * MINUTE, rpa: 2000 }]);
});

test('the decider does not know how long this outage will last', () => {
  // Memoryless with a mean above the failover's 15 min: the same choice however short the draw.
  const seen = incidentsOf(
    { threats: outage('{ exponential: { mean: 2 h } }'), strategy: STANDBY },
    { trials: 200 },
  );
  const early = seen.filter(({ via }) => via === 'wait');
  expect(seen).toHaveLength(200);
  expect(
    seen.every(({ via, rta }) => (via === 'wait' ? rta < 10 * MINUTE : rta === 15 * MINUTE)),
  ).toBe(true);
  // P(over before the promotion is done) = 1 - exp(-10 min / 2 h) = 8.0 %.
  expect(early.length).toBeGreaterThan(200 * 0.08 - 4.9 * Math.sqrt(200 * 0.08 * 0.92));
  expect(early.length).toBeLessThan(200 * 0.08 + 4.9 * Math.sqrt(200 * 0.08 * 0.92));
});

test('an automatic failover asks nobody, even when waiting would be cheaper', () => {
  const strategy = STANDBY.replace('failover: {', 'failover: { automatic: true,');
  expect(incidentsOf({ threats: outage('12 min'), strategy })).toMatchObject([
    { via: 'failover', rta: 12 * MINUTE + 3 * MINUTE },
  ]);
});

test('past the promotion the return of the old site changes nothing', () => {
  const [incident] = incidentsOf({
    threats: outage('{ empirical: [11 min, 40 min] }'),
    strategy: STANDBY,
  });
  expect(incident).toMatchObject({ via: 'failover', rta: 15 * MINUTE });
});

test('what takes nobody into account takes no time: detection and decision come first', () => {
  const strategy = `${STANDBY}
    detection: { interval: 30 s, failures: 3, timeout: 10 s, phase: 20 s }
    decision: 5 min`;
  const [incident] = incidentsOf({ threats: fire(), strategy });
  expect(incident!.phases).toEqual({
    detect: 90_000,
    decide: 5 * MINUTE,
    promote: 10 * MINUTE,
    redirect: 5 * MINUTE,
  });
});

test('a restore beside its store takes as long as the target needs to write', () => {
  expect(incidentsOf({ threats: fire(), strategy: BACKUPS })).toMatchObject([
    { via: 'restore', rta: 1_000_000 },
  ]);
});

test('backups beside the primary burn with it; at another site they survive', () => {
  const local = incidentsOf({ threats: fire(), strategy: BACKUPS.replace('store: b', 'store: a') });
  expect(local).toMatchObject([{ via: 'nothing', rpa: null, rta: 60 * DAY }]);
  expect(incidentsOf({ threats: fire(), strategy: BACKUPS })[0]!.rpa).toBeLessThan(25 * HOUR);
});

test('a standby hit during the failover makes people choose again', () => {
  const strategy = `${STANDBY}${BACKUPS.replace('store: b', 'store: c')}`;
  const threats = `${fire()}\n${fire('2027-03-01 00:08', 'b')}`;
  const [first, second] = incidentsOf({ threats, strategy });
  expect(first).toMatchObject({ via: 'restore', absorbed: false });
  expect(first!.rta).toBe(8 * MINUTE + 1_000_000);
  expect(second).toMatchObject({ absorbed: true, rta: 0 });
});

test('the loss of only the standby is no incident', () => {
  const { summary } = run(scenario({ threats: fire('2027-03-01', 'b'), strategy: STANDBY }), {
    trials: 10,
    seed: '1',
  });
  const { incidentsPerYear, exposuresPerYear } = summary.strategies['only']!.services['shop']!;
  expect(incidentsPerYear.mean).toBe(0);
  expect(exposuresPerYear.mean).toBeCloseTo(1 / 3, 12);
});

test('until a lost standby is seeded again it cannot take over, and services share the link', () => {
  // 100 GB at 1 Mbit/s take 9.3 days, two times 100 GB take 18.5.
  const at = (day: string, services = '') =>
    incidentsOf({
      threats: `${fire('2027-03-01', 'b', '1 day')}\n${fire(day)}`,
      strategy: STANDBY,
      shop: SLOW,
      services,
      bandwidth: '1 Mbit/s',
    });
  expect(at('2027-03-11')).toMatchObject([{ via: 'nothing' }]);
  expect(at('2027-03-12')).toMatchObject([{ via: 'failover' }]);
  expect(at('2027-03-20', `  other: { ${SLOW} }`)).toMatchObject([{ via: 'nothing' }]);
  expect(at('2027-03-21', `  other: { ${SLOW} }`)).toMatchObject([{ via: 'failover' }]);
});

test('a small standby is recovered when it has grown past the minimum level', () => {
  const strategy = STANDBY.replace('capacity: 100%', 'capacity: 30%').replace(
    'failover: {',
    'failover: { ramp: 20 min,',
  );
  const [incident] = incidentsOf({ threats: fire(), strategy });
  expect(incident).toMatchObject({ rta: 35 * MINUTE, timeToFull: 35 * MINUTE });
  expect(incident!.phases.ramp).toBe(20 * MINUTE);
});

test('clients that come late cost level, not recovery time', () => {
  const strategy = STANDBY.replace(
    'takes: 5 min }',
    'takes: 5 min, tail: { share: 20%, lasts: 30 min } }',
  );
  const [incident] = incidentsOf({ threats: fire(), strategy });
  expect(incident).toMatchObject({ rta: 15 * MINUTE, timeToFull: 45 * MINUTE });
});

test('a service is down while what it depends on is down', () => {
  const services =
    '  page: { data: { size: 1 GB }, dependsOn: [shop], revenue: { mean: 1k USD/h } }';
  const parts = { threats: fire(), strategy: STANDBY, services };
  const [shop] = incidentsOf(parts, { service: 0 });
  const [page] = incidentsOf(parts, { service: 1 });
  expect(page!.rta).toBe(shop!.rta);
});

test('after a fire the service returns to the rebuilt primary, at a quiet hour, for its downtime', () => {
  const strategy = `${STANDBY}\n    failback: { switchover: 20 min }`;
  const { summary } = run(scenario({ threats: fire(), strategy }), { trials: 4, seed: '1' });
  const { failbackPerYear, outagePerYear } = summary.strategies['only']!.services['shop']!;
  expect(failbackPerYear.mean).toBeCloseTo((20 * 60) / 3, 9);
  expect(outagePerYear.mean).toBeCloseTo((15 * 60) / 3, 9);
});

test('a standby that burns after its promotion is given up for the backups', () => {
  const strategy = `${STANDBY.replace('takes: 5 min', 'takes: 60 min')}${BACKUPS.replace('store: b', 'store: c')}`;
  const threats = `${fire()}\n${fire('2027-03-01 00:30', 'b')}`;
  const [first] = incidentsOf({ threats, strategy });
  expect(first).toMatchObject({ via: 'restore', rta: 30 * MINUTE + 1_000_000 });
  expect(first!.rpa).toBeGreaterThan(HOUR);
});

test('an empty rebuilt primary makes no backups while people decide', () => {
  const [incident] = incidentsOf({
    threats: fire('2027-03-01 12:00', 'a', '1 day'),
    strategy: `${BACKUPS}\n    decision: 5 days`,
  });
  expect(incident!.rpa).toBe(12 * HOUR);
});

/** The same standby, to which writes go before they count. */
const SYNC = STANDBY.replace(/apply: [^,}]+/, 'replication: sync');

test('a synchronous standby that is in touch has all that was acknowledged', () => {
  expect(STANDBY).not.toBe(SYNC);
  expect(incidentsOf({ threats: fire(), strategy: STANDBY })[0]).toMatchObject({ rpa: 2000 });
  expect(incidentsOf({ threats: fire(), strategy: SYNC })[0]).toMatchObject({
    via: 'failover',
    rpa: 0,
  });
  // However slow the line: a write waits for it.
  const shop = SHOP.replace('mean: 1 MB/s', 'mean: 1 MB/s, profile: retail-week');
  const slow = { threats: fire(), bandwidth: '9 Mbit/s', shop };
  expect(incidentsOf({ ...slow, strategy: STANDBY })[0]!.rpa).toBeGreaterThan(2000);
  expect(incidentsOf({ ...slow, strategy: SYNC })[0]!.rpa).toBe(0);
});

test('a synchronous standby that was out of touch lacks what was written meanwhile', () => {
  const away = outage('3 h', '2027-02-28 22:00', 'b');
  const [incident] = incidentsOf({ threats: away + fire(), strategy: SYNC });
  expect(incident).toMatchObject({ via: 'failover', rpa: 2 * HOUR });
  const back = outage('1 h', '2027-02-28 22:00', 'b');
  expect(incidentsOf({ threats: back + fire(), strategy: SYNC })[0]).toMatchObject({ rpa: 0 });
});
