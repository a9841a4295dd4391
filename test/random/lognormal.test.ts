import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import {
  lognormal,
  lognormalFromInterval,
  lognormalFromMean,
  lognormalFromQuantiles,
} from '../../src/random/lognormal.js';

const within = (relative: number, seen: number, expected: number) => {
  expect(Math.abs(seen / expected - 1), `${seen} for ${expected}`).toBeLessThanOrEqual(relative);
};

describe('lognormal', () => {
  // Worked out at 30 digits with mpmath 1.3, and by scipy.stats.lognorm 1.17.
  it.each([
    {
      parameters: { mu: 0, sigma: 1 },
      quantiles: [0.19304081669873657, 1, 5.180251602233016, 21.98218397958284],
      mean: 1.6487212707001282,
      sd: 2.1611974158950877,
    },
    {
      parameters: { mu: 1.5, sigma: 0.25 },
      quantiles: [2.9706672570728028, 4.4816890703380645, 6.761288015467371, 9.704193159073982],
      mean: 4.6239531527820805,
      sd: 1.1742880116919292,
    },
    {
      parameters: { mu: 8, sigma: 1.2 },
      quantiles: [414.1282248197392, 2980.9579870417283, 21457.38925275088, 121574.04346739348],
      mean: 6124.179088112678,
      sd: 10990.633776688062,
    },
  ])('has the published quantiles for $parameters', ({ parameters, quantiles, mean, sd }) => {
    const law = lognormal(parameters);
    [0.05, 0.5, 0.95, 0.999].forEach((u, i) => {
      within(1e-14, law.quantile(u), quantiles[i]!);
      within(1e-13, law.cdf(quantiles[i]!), u);
    });
    within(1e-14, law.mean, mean);
    within(1e-14, law.sd, sd);
  });

  it('expects more to come the longer it lasts, since its tail is heavy', () => {
    const repair = lognormal({ mu: 1, sigma: 1.5 });
    const left = [10, 100, 1000].map((x) => repair.meanBeyond(x));
    expect(left).toEqual(left.toSorted((a, b) => a - b));
  });

  it.each([
    { mu: NaN, sigma: 1 },
    { mu: Infinity, sigma: 1 },
    { mu: 0, sigma: 0 },
    { mu: 0, sigma: -1 },
    { mu: 0, sigma: NaN },
    { mu: 0, sigma: Infinity },
  ])('is refused for mu $mu, sigma $sigma', (parameters) => {
    expect(() => lognormal(parameters)).toThrow(InvariantError);
  });
});

describe('lognormal from two figures', () => {
  it('has the median and the 95 % quantile that it was made from', () => {
    const recovery = lognormalFromQuantiles({ p50: 12, p95: 45 });
    within(1e-14, recovery.quantile(0.5), 12);
    within(1e-14, recovery.quantile(0.95), 45);
  });

  it('has 5 % below and 5 % above the interval that it was made from', () => {
    const rate = lognormalFromInterval({ low: 0.01, high: 0.1 });
    within(1e-14, rate.quantile(0.05), 0.01);
    within(1e-14, rate.quantile(0.95), 0.1);
    within(1e-14, rate.quantile(0.5), Math.sqrt(0.001));
  });

  // Netflix riskquant (2020), tests: annual loss over frequency.
  it.each([
    { low: 1, high: 10, mean: 4.040012826945718 },
    { low: 635_000, high: 19_000_000, mean: 5_922_706.83351131 },
  ])('has the published mean of an interval from $low to $high', ({ low, high, mean }) => {
    within(1e-12, lognormalFromInterval({ low, high }).mean, mean);
  });

  it('has the median and the mean that it was made from', () => {
    const loss = lognormalFromMean({ p50: 4, mean: 6 });
    within(1e-14, loss.quantile(0.5), 4);
    within(1e-14, loss.mean, 6);
  });

  it.each([
    [() => lognormalFromQuantiles({ p50: 0, p95: 1 })],
    [() => lognormalFromQuantiles({ p50: 2, p95: 2 })],
    [() => lognormalFromQuantiles({ p50: NaN, p95: 2 })],
    [() => lognormalFromQuantiles({ p50: 1, p95: NaN })],
    [() => lognormalFromQuantiles({ p50: 1, p95: Infinity })],
    [() => lognormalFromInterval({ low: 0, high: 1 })],
    [() => lognormalFromInterval({ low: 3, high: 2 })],
    [() => lognormalFromInterval({ low: NaN, high: 2 })],
    [() => lognormalFromInterval({ low: 1, high: NaN })],
    [() => lognormalFromMean({ p50: 4, mean: 4 })],
    [() => lognormalFromMean({ p50: -4, mean: 4 })],
    [() => lognormalFromMean({ p50: NaN, mean: 4 })],
    [() => lognormalFromMean({ p50: 4, mean: NaN })],
  ])('is refused where the figures contradict each other: %s', (make) => {
    expect(make).toThrow(InvariantError);
  });
});
