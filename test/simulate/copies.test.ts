import { describe, expect, test } from 'vitest';
import { fire, incidentsOf, outage, type Parts } from './one-strategy.js';

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

/** Data that takes 1,000 s over a link of 1 Gbit/s. */
const SHOP =
  'data: { size: 125 GB, change: 1% / day }, writes: { mean: 1 MB/s }, revenue: { mean: 10k USD/h }, dataLoss: 10k USD/h';

/** What holds of a policy that says nothing else: no time is needed but to send or read the data. */
const USUAL = {
  full: '1 week',
  reduction: '1',
  jobFailure: '0%',
  overhead: '0 s',
  throughput: '1 TB/s',
  readRate: '125 MB/s',
  restoreRate: '1 TB/s',
  keep: '60 days',
};

/** Backups of a policy; its keys stand in braces as in a scenario, without those. */
function backups(policy: string): string {
  const rest = Object.entries(USUAL).filter(([key]) => !policy.includes(`${key}:`));
  const keys = [policy, ...rest.map(([key, value]) => `${key}: ${value}`)];
  return `
    backups: { ${keys.join(', ')} }`;
}

const RESTORE = `
    restore: { steps: [{ step: restore, moves: backup }] }`;

/** The incident of a shop that has backups and nothing else. */
function under(policy: string, threats: string, rest: Partial<Parts> = {}) {
  const strategy = backups(policy) + RESTORE;
  const [incident] = incidentsOf({ shop: SHOP, bandwidth: '1 Gbit/s', strategy, threats, ...rest });
  return incident!;
}

const corruption = (at: string, detect: string, scope = 'service') =>
  `  - { use: data-corruption, scope: ${scope}, strikes: { at: ['${at}'] }, effects: { corrupts: { impact: 0% }, detect: ${detect} } }\n`;

/** Share of the data that differs after so many days. */
const changed = (days: number) => 1 - 0.99 ** days;

describe('a differential', () => {
  const saturday = fire('2027-03-06 12:00');

  test('needs its full copy and nothing else', () => {
    const differential = under('store: b, differential: 1 day', saturday);
    expect(differential.rpa).toBe(12 * HOUR);
    expect(differential.rta).toBe(Math.ceil(SECOND * 1000 * (1 + changed(5))));
  });

  test('is read faster than all the incrementals that it stands for', () => {
    const incremental = under('store: b, incremental: 1 day', saturday);
    expect(incremental.rpa).toBe(12 * HOUR);
    expect(incremental.rta).toBe(Math.ceil(SECOND * 1000 * (1 + 5 * changed(1))));
    expect(under('store: b, differential: 1 day', saturday).rta).toBeLessThan(incremental.rta);
  });

  test('is what later incrementals build on', () => {
    const both = under('store: b, differential: 1 day, incremental: 6 h', saturday);
    // The one of 12:00 was still being written.
    expect(both.rpa).toBe(6 * HOUR);
    const parts = 1 + changed(5) + changed(1 / 4);
    expect(both.rta).toBe(Math.ceil(SECOND * 1000 * parts));
  });
});

describe('a log', () => {
  test('gives back the instant before damage, to the millisecond', () => {
    const { rpa } = under('store: b, log: 5 min', corruption('2027-03-03 12:01:23.456', '2 h'));
    expect(rpa).toBe(2 * HOUR);
  });

  test('has what was sent before the fire, and takes time to be applied', () => {
    // Each log of 5 min is 300 MB and takes 2.4 s: the one taken 3 s before is there.
    const late = fire('2027-03-03 12:00:03');
    const { rpa, rta, phases } = under('store: b, log: 5 min, replayRate: 10 MB/s', late);
    expect(rpa).toBe(3 * SECOND);
    const logged = 2.5 * 86_400;
    expect(phases['replay']).toBe((logged / 10) * SECOND);
    expect(rta).toBe(phases['replay']! + Math.ceil((1000 + logged / 125) * SECOND));
    expect(under('store: b, log: 5 min', fire('2027-03-03 12:00:02')).rpa).toBe(302 * SECOND);
  });

  test('is sent later where its store was away, and then all of it', () => {
    const threats =
      outage('10 h', '2027-03-03 00:00', 'b') +
      fire('2027-03-03 10:00:02') +
      outage('1 min', '2027-04-03', 'a');
    expect(under('store: b, log: 5 min', threats).rpa).toBe(10 * HOUR + 302 * SECOND);
    const later = threats.replace('10:00:02', '10:00:03');
    expect(under('store: b, log: 5 min', later).rpa).toBe(3 * SECOND);
  });

  test('is kept as long as a full copy that is', () => {
    const late = corruption('2027-03-03 12:00', '20 days');
    expect(under('store: b, log: 1 h, keep: 30 days', late).rpa).toBe(20 * DAY);
    // What is kept for a week begins after the damage.
    expect(under('store: b, log: 1 h, keep: 8 days', late).rpa).toBeNull();
  });
});

describe('a further store', () => {
  const near = 'store: a, full: 1 day, readRate: 1 TB/s';

  test('has what the near one lost in the fire, later and more slowly', () => {
    const copied = `${near}, copies: [{ store: b }]`;
    // 1,000 s on the way: the copy of midnight has not arrived at 00:10.
    expect(under(copied, fire('2027-03-03 00:10')).rpa).toBe(DAY + 10 * MINUTE);
    expect(under(copied, fire('2027-03-03 00:20')).rpa).toBe(20 * MINUTE);
    expect(under(near, fire('2027-03-03 00:20')).rpa).toBeNull();
    const damaged = corruption('2027-03-03 00:19', '1 min');
    expect(under(copied, damaged).rta).toBeLessThan(under('store: b, full: 1 day', damaged).rta);
  });

  test('gets every fourth copy by courier, each held back for a while', () => {
    const vault = `store: a, copies: [{ store: b, medium: tape, every: 4 weeks, hold: 5 days, takes: 1 day }]`;
    // Of the full copies since 4 January the ones of 4 January and 1 February; that of 1 March is held.
    expect(under(vault, fire('2027-03-06 23:59')).rpa).toBe(34 * DAY - MINUTE);
    expect(under(vault, fire('2027-03-07 00:01')).rpa).toBe(6 * DAY + MINUTE);
  });

  test('is not sent what was lost while it waited', () => {
    const held = `${near}, copies: [{ store: b, hold: 3 h }]`;
    expect(under(held, fire('2027-03-03 02:00')).rpa).toBe(DAY + 2 * HOUR);
  });
});

describe('what has to be brought', () => {
  const steps = `
    restore: { steps: [{ step: provision, takes: 2 h }, { step: restore, moves: backup }] }`;
  const from = (policy: string) => backups(`store: b, restoreRate: 250 MB/s, ${policy}`) + steps;
  const of = (policy: string) =>
    incidentsOf({ shop: SHOP, strategy: from(policy), threats: fire('2027-03-03') })[0]!;

  test('is thawed beside the steps before it is read', () => {
    expect(of('retrieve: 90 min, readRate: 1 TB/s').rta).toBe(2 * HOUR + 500 * SECOND);
    const slow = of('retrieve: 12 h, readRate: 1 TB/s');
    expect(slow.rta).toBe(12 * HOUR + 500 * SECOND);
    expect(slow.phases).toMatchObject({ provision: 2 * HOUR, wait: 10 * HOUR });
  });

  test('is read no faster than the store gives it, and written after it where one waits for all', () => {
    expect(of('readRate: 125 MB/s').rta).toBe(2 * HOUR + 1000 * SECOND);
    expect(of('readRate: 125 MB/s, serial: true').rta).toBe(2 * HOUR + 1500 * SECOND);
  });
});

test('a snapshot undoes damage on the spot, and burns with the site', () => {
  const snapshots = 'store: a, snapshot: true, full: 1 h, restoreRate: 1 MB/s';
  const damaged = under(snapshots, corruption('2027-03-03 12:30', '2 h'));
  expect(damaged).toMatchObject({ via: 'restore', rta: 0, rpa: 2 * HOUR + 30 * MINUTE });
  expect(under(snapshots, fire('2027-03-03')).rpa).toBeNull();
});

test('jobs run in their window only, and one that does not end in it is lost', () => {
  const nightly = (to: string) =>
    under(`store: b, full: 6 h, window: { from: 23:00, to: ${to} }`, fire('2027-03-03 20:00')).rpa;
  // 1,000 s a job: that of midnight fits, those of 6:00, 12:00 and 18:00 do not begin.
  expect(nightly('00:30')).toBe(20 * HOUR);
  expect(nightly('00:10')).toBeNull();
});

describe('a fault that nobody sees', () => {
  /** So many faults that nearly every point is spoilt at once. */
  const spoilt = 'store: b, full: 1 day, silentFaults: 8000 / year';

  test('shows when what was restored is to be put to use, and is tried no more than twice', () => {
    const { rta, rpa, via } = under(`${spoilt}, tries: 2`, fire('2027-03-03 12:00'));
    // Two restores of 1,000 s in vain, then nothing that a test has shown to be good.
    expect({ rta, rpa, via }).toEqual({ rta: 2000 * SECOND + 60 * DAY, rpa: null, via: 'nothing' });
  });

  test('is found by a restore test, after which points are good again', () => {
    const tested = `${spoilt.replace('8000', '0.001')}, verify: 1 week`;
    expect(under(tested, fire('2027-03-03 12:00'))).toMatchObject({
      rpa: 12 * HOUR,
      via: 'restore',
    });
  });

  test('costs a restore in vain, and the next older chain may be good', () => {
    const seen = incidentsOf(
      {
        shop: SHOP,
        bandwidth: '1 Gbit/s',
        threats: fire('2027-03-03 12:00'),
        strategy: backups(`${spoilt.replace('8000', '60')}, verify: 10 days, tries: 20`) + RESTORE,
      },
      { trials: 300 },
    );
    for (const { rta, rpa } of seen) {
      const inVain = (rpa! - 12 * HOUR) / DAY;
      expect(Number.isInteger(inVain)).toBe(true);
      expect(rta).toBe((1 + inVain) * 1000 * SECOND);
    }
    // The last test was on 23 February, 8 days before the newest copy.
    const good = seen.filter(({ rpa }) => rpa === 12 * HOUR).length;
    const chance = Math.exp((-60 * 8) / 365.25);
    expect(Math.abs(good / 300 - chance)).toBeLessThan(
      4.9 * Math.sqrt((chance * (1 - chance)) / 300),
    );
  });
});
