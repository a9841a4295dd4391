import { expect, test } from 'vitest';
import { run, scenarioFrom } from '../running.js';

// A right simulation fails once in a million seeds.
const Z = 4.8916;

/** Published inputs of the closed form: half an incident a year, lognormal hours, $100k an hour. */
const RATE = 0.5;
const [MEDIAN_H, SIGMA] = [4, 1.2];
const PER_HOUR = 100_000;

const scenario = scenarioFrom(`
name: Compound Poisson
horizon: 10 years
currency: USD
sites: { here: {} }
services:
  shop: { data: { size: 1 GB }, writes: { mean: 1 kB/s }, revenue: { mean: 100k USD/h } }
threats:
  - use: power-outage
    rate: ${RATE} / year
    effects:
      outage: { lognormal: { p50: ${MEDIAN_H} h, p95: ${MEDIAN_H * Math.exp(1.6448536269514722 * SIGMA)} h } }
strategies:
  waiting: { primary: here }
`);

/** E[X^k] of the cost of one incident. */
const moment = (k: number) => (PER_HOUR * MEDIAN_H) ** k * Math.exp((k * k * SIGMA * SIGMA) / 2);

const yearly: number[] = [];
run(scenario, { trials: 4000, seed: 'compound' }, ({ strategies }) => {
  yearly.push(...strategies[0]!.losses.downtime);
});

const n = yearly.length;
const mean = yearly.reduce((a, b) => a + b, 0) / n;
const MEAN = RATE * moment(1);
const VARIANCE = RATE * moment(2);

const meanAgrees = (expected: number) => Math.abs(mean - expected) <= Z * Math.sqrt(VARIANCE / n);

test('expected yearly loss is rate x mean cost: $410,886.64', () => {
  expect(MEAN).toBeCloseTo(410_886.6421, 3);
  expect(meanAgrees(MEAN)).toBe(true);
  expect(meanAgrees(1.1 * MEAN)).toBe(false);
});

test('the share of years without loss is exp(-rate)', () => {
  const share = yearly.filter((loss) => loss === 0).length / n;
  const p = Math.exp(-RATE);
  const tolerance = Z * Math.sqrt((p * (1 - p)) / n);
  expect(Math.abs(share - p)).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(share - Math.exp(-1.1 * RATE))).toBeGreaterThan(tolerance);
});

test('variance of yearly loss below a cap is rate x second moment of capped costs', () => {
  // The lognormal's eighth moment is far too large for a test of its variance, so each incident is
  // capped at 24 h; then N is Poisson and Var = rate * E[min(X, cap)^2] still holds.
  const cap = 24;
  const capped: number[] = [];
  run(scenario, { trials: 4000, seed: 'capped' }, ({ strategies }) => {
    const years = new Float64Array(10);
    for (const { at, rta } of strategies[0]!.outcome.services[0]!.incidents) {
      years[Math.floor(at / 31_557_600_000)]! += Math.min(cap, rta / 3_600_000);
    }
    capped.push(...years);
  });
  const draws = Array.from({ length: 100_000 }, (_, i) => (i + 0.5) / 100_000);
  const power = (k: number) =>
    draws.reduce((sum, u) => sum + Math.min(cap, hoursAt(u)) ** k, 0) / draws.length;
  const variance = RATE * power(2);
  // Fourth cumulant of a compound Poisson sum: rate * E[X^4].
  const spread = Math.sqrt((RATE * power(4) + 2 * variance * variance) / capped.length);
  const average = capped.reduce((a, b) => a + b, 0) / capped.length;
  const seen = capped.reduce((a, b) => a + (b - average) ** 2, 0) / (capped.length - 1);
  expect(Math.abs(seen - variance)).toBeLessThanOrEqual(Z * spread);
  expect(Math.abs(seen - 1.2 * variance)).toBeGreaterThan(Z * spread);
});

/** Quantile of the lognormal by bisection on its distribution function, independent of drsim. */
function hoursAt(u: number): number {
  let [low, high] = [-40, 40];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (normal(middle) < u) low = middle;
    else high = middle;
  }
  return MEDIAN_H * Math.exp(SIGMA * low);
}

/** Standard normal distribution function by the series of Marsaglia (2004). */
function normal(z: number): number {
  if (Math.abs(z) > 8) return z < 0 ? 0 : 1;
  let [sum, term] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-(z * z) / 2) * 0.3989422804014327;
}
