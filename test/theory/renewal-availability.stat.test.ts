import { expect, test } from 'vitest';
import { run, scenarioFrom } from '../running.js';

// A right simulation fails once in a million seeds.
const Z = 4.8916;

const scenario = (repair: string) =>
  scenarioFrom(`
name: Alternating renewal
horizon: 40 years
currency: USD
sites:
  here: {}
  there: {}
links:
  here-there: { bandwidth: 1 Gbit/s, latency: 1 ms }
services:
  shop: { data: { size: 1 GB }, writes: { mean: 1 kB/s } }
threats:
  - use: power-outage
    only: [here]
    rate: 12 / year
    effects: { outage: ${repair} }
strategies:
  waiting: { primary: here }
`);

/** E[D] of the lognormal with this median and 95 % quantile, hours. */
function meanOfLognormal(p50: number, p95: number): number {
  const sigma = Math.log(p95 / p50) / 1.6448536269514722;
  return p50 * Math.exp((sigma * sigma) / 2);
}

const YEAR = 8766;

/**
 * Outages of one site begin as a Poisson process whether or not it is up, so the site is away like
 * a busy M/G/infinity queue: P(up) = exp(-rate * E[D]) at any instant once the first hours are over
 * (Takacs, Introduction to the Theory of Queues (1962), ch. 3). The law of D does not matter.
 */
const availability = (ratePerYear: number, meanHours: number) =>
  Math.exp((-ratePerYear * meanHours) / YEAR);

/** Availability with its standard error over trials, and whether it agrees with a closed form. */
function simulated(repair: string) {
  const shares: number[] = [];
  run(scenario(repair), { trials: 300, seed: 'renewal' }, ({ strategies }, plan) => {
    const { downtime } = strategies[0]!.outcome.services[0]!;
    shares.push(1 - downtime.reduce((a, b) => a + b, 0) / plan.horizon);
  });
  const n = shares.length;
  const mean = shares.reduce((a, b) => a + b, 0) / n;
  const variance = shares.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (n - 1);
  return (expected: number) => Math.abs(mean - expected) <= Z * Math.sqrt(variance / n);
}

test('the share of time up agrees with the closed form for exponential and lognormal repairs', () => {
  expect(simulated('{ exponential: { mean: 20 h } }')(availability(12, 20))).toBe(true);
  const mean = meanOfLognormal(8, 50);
  expect(simulated('{ lognormal: { p50: 8 h, p95: 50 h } }')(availability(12, mean))).toBe(true);
});

test('repairs that are 5 % too long would be noticed', () => {
  expect(simulated('{ exponential: { mean: 21 h } }')(availability(12, 20))).toBe(false);
});

const renewed = (up: string) =>
  scenarioFrom(`
name: Renewed at each failure
horizon: 100 years
currency: USD
sites: { here: {} }
services:
  shop: { data: { size: 1 GB }, writes: { mean: 1 kB/s } }
threats:
  - use: power-outage
    gap: ${up}
    effects: { outage: 20 h }
strategies:
  waiting: { primary: here }
`);

test('Weibull gaps between failures of mean 1000 h give one failure in 1000 h', () => {
  // Elementary renewal theorem with its correction: m(t) = t/mu + (c^2 - 1)/2 + o(1), c = sd/mean.
  const [shape, scale] = [2, 1000 / 0.886226925452758];
  const c2 = 4 / Math.PI - 1;
  const expected = (100 * YEAR) / 1000 + (c2 - 1) / 2;
  const counts: number[] = [];
  run(
    renewed(`{ weibull: { shape: ${shape}, scale: ${scale} h } }`),
    { trials: 200, seed: 'weibull' },
    ({ disasters }) => counts.push(disasters.length),
  );
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
  const sd = Math.sqrt((c2 * 100 * YEAR) / 1000 / counts.length);
  expect(Math.abs(mean - expected)).toBeLessThanOrEqual(Z * sd);
  expect(Math.abs(mean - 1.02 * expected)).toBeGreaterThan(Z * sd);
});
