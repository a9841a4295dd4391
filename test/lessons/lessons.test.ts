import { expect, test } from 'vitest';
import type { Incident } from '../../src/measure/outcome.js';
import { infrastructureOf } from '../../src/price/infrastructure.js';
import { run, shipped } from '../running.js';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** The first incident of every trial, and the summary. @param number of the strategy */
function lesson(name: string, number = 0) {
  const scenario = shipped(`lessons/${name}.yaml`);
  const trials: Incident[] = [];
  const { plan, summary } = run(
    scenario,
    { trials: scenario.trials, seed: '1' },
    ({ strategies }) => {
      trials.push(strategies[number]!.outcome.services[0]!.incidents[0]!);
    },
  );
  const shop = Object.values(summary.strategies)[number]!.services['shop']!;
  return { plan, summary, trials, shop };
}

/** Whether every trial took and lost just so long, to the millisecond. @param times in seconds */
function expectEach(trials: readonly Incident[], times: { rta: number; rpa: number | null }) {
  const [rta, rpa] = [times.rta * 1000, times.rpa === null ? null : times.rpa * 1000];
  for (const incident of trials) expect(incident).toMatchObject({ rta, rpa });
  expect(trials).toHaveLength(100);
}

test('fire with a warm standby: back after 5 min, 5 s of writes lost', () => {
  const { trials, summary } = lesson('01-fire-with-warm-standby');
  expect(trials.every(({ rta, rpa }) => rta === 300_000 && rpa === 5_000)).toBe(true);
  const { rto, rpo, phases } = summary.strategies['warm-standby']!.services['shop']!;
  expect(rto).toMatchObject({ mean: 5 * MINUTE, max: 5 * MINUTE, n: 100 });
  expect(rpo).toMatchObject({ mean: 5, max: 5, n: 100 });
  expect(phases).toEqual({ detect: 90, promote: 60, redirect: 150 });
});

test('damage that stops the service: 30 min to notice, 15 to restore; the copy since holds it too', () => {
  const { trials, shop } = lesson('02-damage-that-stops-the-service');
  expectEach(trials, { rta: 45 * MINUTE, rpa: 15 * MINUTE });
  expect(shop.phases).toEqual({ detect: 30 * MINUTE, restore: 15 * MINUTE });
});

test('damage that nobody notices: down only for the restore, but all that was written is lost', () => {
  const { trials, shop } = lesson('03-damage-that-nobody-notices');
  expectEach(trials, { rta: 2 * HOUR, rpa: 30 * MINUTE });
  expect(shop.phases).toEqual({ restore: 2 * HOUR });
});

test('of ransomware an air-gapped copy is left, 24 h old and back in 2 h', () => {
  const { trials, shop } = lesson('04-ransomware-and-an-air-gap');
  expectEach(trials, { rta: 2 * HOUR, rpa: 24 * HOUR });
  expect(trials.every(({ via }) => via === 'restore')).toBe(true);
  expect(shop.rpo.unrecoverableShare.mean).toBe(0);
});

test('without the air gap the data is gone: 60 days until the restart, and the RPO is missed', () => {
  const { trials, shop, summary } = lesson('05-ransomware-without-an-air-gap');
  expectEach(trials, { rta: 60 * DAY, rpa: null });
  expect(trials.every(({ via }) => via === 'nothing')).toBe(true);
  expect(shop.rpo).toMatchObject({ n: 0, unrecoverableShare: { mean: 1 } });
  expect(shop.rpoAttainment!.mean).toBe(0);
  expect(summary.strategies['online-only']!.annual.dataLossCost.mean).toBe(40_000_000);
});

test.each([
  { mode: 'async', number: 0, seconds: 5 },
  { mode: 'sync', number: 1, seconds: 0 },
])(
  'one of two sites burns down: no RTO; $mode loses $seconds s of half of the writes',
  ({ number, seconds }) => {
    const { trials, shop } = lesson('06-two-sites-serve-beside-each-other', number);
    expectEach(trials, { rta: 0, rpa: seconds });
    expect(shop.phases).toEqual({});
    for (const { lostWrites } of trials) expect(lostWrites).toBeCloseTo((seconds * 1000) / 2, 6);
    // Half of the clients are lost until it is noticed and they are redirected.
    expect(shop.downtimePerYear.mean).toBeCloseTo((90 + 150) / 2, 6);
  },
);

test('a power outage of known 3 h is waited out when restoring elsewhere takes 8 h', () => {
  const { trials, summary } = lesson('07-wait-for-power');
  expect(trials.every(({ rta, rpa }) => rta === 3 * HOUR * 1000 && rpa === 0)).toBe(true);
  expect(summary.strategies['backups-only']!.services['shop']!.phases).toEqual({ wait: 3 * HOUR });
});

test('the newest of backups every T, usable L later, is L + T/2 old on average, always below L + T', () => {
  const { trials, summary } = lesson('08-age-of-the-newest-backup');
  const ages = trials.map(({ rpa }) => rpa!);
  const [length, period] = [2.4 * HOUR * 1000, 24 * HOUR * 1000];
  const mean = ages.reduce((a, b) => a + b, 0) / ages.length;
  expect(ages).toHaveLength(1000);
  expect(Math.abs(mean - (length + period / 2))).toBeLessThanOrEqual(1);
  expect(ages.every((age) => age >= length && age < length + period)).toBe(true);
  expect(summary.strategies['backups-only']!.services['shop']!.rpo.mean).toBeCloseTo(
    mean / 1000,
    6,
  );
});

test('4 h down at $1M/h cost $4M; $500k a year against it break even at 0.125 disasters a year', () => {
  const { summary } = lesson('09-what-an-hour-costs');
  const { annual } = summary.strategies['backups-only']!;
  expect(annual.downtimeCost.mean).toBe(4_000_000);
  expect(annual.infrastructureCost.mean).toBe(0);
  const standby = summary.strategies['warm-standby']!;
  expect(standby.annual.loss.mean).toBe(0);
  expect(standby.annual.infrastructureCost.mean).toBeCloseTo(500_000, 6);
  expect(standby.finance.breakEvenFrequency).toBeCloseTo(0.125, 12);
});

test('a full copy of 1 TB a week is 52 TB in 52 weeks; seven dailies of 1 % are 70 GB', () => {
  const { plan } = lesson('10-what-backups-send');
  const perGigabyte = 0.01;
  const [weekly, daily] = [0, 1].map(
    (number) => infrastructureOf(plan, number)[0]!.transfer / perGigabyte,
  );
  expect(weekly).toBeCloseTo(52_000, 6);
  const chains = (52 * 7) / 8;
  expect(daily! / chains - 1000).toBeCloseTo(70, 6);
});

test('a full copy and the latest differential are read sooner than a full copy and six incrementals', () => {
  const [incrementals, differentials] = [0, 1].map((number) =>
    lesson('11-full-and-differential', number),
  );
  const gigabytes = (days: number) => 1000 * (1 - 0.99 ** days);
  const seconds = (read: number) => Math.ceil((read / 0.125) * 1000) / 1000;
  expectEach(incrementals!.trials, { rta: seconds(1000 + 6 * gigabytes(1)), rpa: 12 * HOUR });
  expectEach(differentials!.trials, { rta: seconds(1000 + gigabytes(6)), rpa: 12 * HOUR });
});

test('copies in the building burn with it; those in the city are back before those from abroad', () => {
  const [local, regional, abroad] = [0, 1, 2].map((number) =>
    lesson('12-near-and-far-copies', number),
  );
  expectEach(local!.trials, { rta: 30 * DAY, rpa: null });
  expectEach(regional!.trials, { rta: 2 * DAY + 8000, rpa: 12 * HOUR });
  // Half the copies at a thirteenth of the speed: the one of Monday was still on its way on Wednesday.
  const sent = Math.ceil((1e12 / (92.6e6 / 8)) * 1000) / 1000;
  expectEach(abroad!.trials, { rta: 2 * DAY + sent, rpa: 2.5 * DAY });
});

test('with its log the state just before the damage comes back, and takes the time to apply it', () => {
  const [nightly, logged] = [0, 1].map((number) => lesson('13-any-instant-from-the-log', number));
  const since = 12 * HOUR + 83;
  expect(nightly!.trials[0]!.rpa).toBe((since + 2 * HOUR) * 1000);
  expect(logged!.trials[0]!.rpa).toBe(2 * HOUR * 1000);
  expect(logged!.shop.phases['replay']).toBeCloseTo((since * 2) / 60, 3);
});

test('a tape in the vault is up to 1,429 h old, and at least 28 days younger just after one came', () => {
  const { trials, shop } = lesson('14-tapes-in-a-vault');
  const ages = trials.map(({ rpa }) => rpa! / 1000 / HOUR);
  const [step, worst] = [1, 672 + 684 + 24 + 1 + 48];
  expect(trials).toHaveLength(672);
  // Trials strike in the middle of each hour of the four weeks.
  expect(Math.max(...ages)).toBe(worst - step / 2);
  expect(Math.min(...ages)).toBe(worst - 672 + step / 2);
  const moved = (1360 * 1024) / 240 + (1360 * 1024) / 512;
  expect(shop.rto.mean).toBeCloseTo(24 * HOUR + moved, 2);
});
