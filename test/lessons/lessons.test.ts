import { expect, test } from 'vitest';
import { run, shipped } from '../running.js';

const MINUTE = 60;
const HOUR = 3600;

function lesson(name: string) {
  const scenario = shipped(`lessons/${name}.yaml`);
  const trials: { rta: number; rpa: number | null }[] = [];
  const { summary } = run(scenario, { trials: scenario.trials, seed: '1' }, ({ strategies }) => {
    const [incident] = strategies[0]!.outcome.services[0]!.incidents;
    trials.push(incident!);
  });
  return { summary, trials };
}

test('fire with a warm standby: back after 5 min, 5 s of writes lost', () => {
  const { trials, summary } = lesson('01-fire-with-warm-standby');
  expect(trials.every(({ rta, rpa }) => rta === 300_000 && rpa === 5_000)).toBe(true);
  const { rto, rpo, phases } = summary.strategies['warm-standby']!.services['shop']!;
  expect(rto).toMatchObject({ mean: 5 * MINUTE, max: 5 * MINUTE, n: 100 });
  expect(rpo).toMatchObject({ mean: 5, max: 5, n: 100 });
  expect(phases).toEqual({ detect: 90, promote: 60, redirect: 150 });
});

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
