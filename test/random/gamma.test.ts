import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { gamma, gammaFromMean } from '../../src/random/gamma.js';
import { within } from './within.js';

/** The chi-square law: the sum of so many squared standard normal quantities. */
const chiSquare = (freedom: number) => gamma({ shape: freedom / 2, scale: 2 });

describe('gamma', () => {
  // Percentage points of chi-square: Abramowitz & Stegun (1964), table 26.8, and NIST/SEMATECH
  // e-Handbook of Statistical Methods, 1.3.6.7.4.
  it.each([
    [1, 0.05, 0.00393, 5e-6],
    [1, 0.95, 3.84146, 5e-6],
    [1, 0.99, 6.6349, 5e-6],
    [2, 0.95, 5.99146, 5e-6],
    [5, 0.95, 11.0705, 5e-5],
    [5, 0.99, 15.0863, 5e-5],
    [10, 0.05, 3.9403, 5e-5],
    [10, 0.95, 18.307, 5e-5],
    [10, 0.99, 23.2093, 5e-5],
    [30, 0.05, 18.493, 5e-4],
    [30, 0.95, 43.773, 5e-4],
    [100, 0.01, 70.065, 5e-4],
    [100, 0.05, 77.929, 5e-4],
    [100, 0.95, 124.342, 5e-4],
  ])('has the published chi-square quantile for %i at %f', (freedom, share, value, rounding) => {
    expect(Math.abs(chiSquare(freedom).quantile(share) - value)).toBeLessThanOrEqual(rounding);
  });

  // Worked out at 30 digits with mpmath 1.3.
  it.each([
    {
      parameters: { shape: 2.5, scale: 720_000 },
      quantiles: [412371.44138223695, 1566525.6687943898, 3985379.1696658866, 7385402.034875835],
    },
    {
      parameters: { shape: 0.4, scale: 3 },
      quantiles: [0.0012439611467145845, 0.43523442493030584, 4.9858860532623, 15.127825765379885],
    },
    {
      parameters: { shape: 100, scale: 0.6 },
      quantiles: [50.483566330988516, 59.80011895158929, 70.19828066769747, 80.26215834682716],
    },
  ])('has the quantiles of theory for $parameters', ({ parameters, quantiles }) => {
    const law = gamma(parameters);
    [0.05, 0.5, 0.95, 0.999].forEach((u, i) => {
      within(3e-14, law.quantile(u), quantiles[i]!);
      within(1e-13, law.cdf(quantiles[i]!), u);
    });
  });

  it('with shape 1 is exponential: it does not age', () => {
    const wait = gamma({ shape: 1, scale: 50 });
    for (const u of [1e-9, 0.1, 0.5, 0.9, 1 - 2 ** -50]) {
      within(3e-14, wait.quantile(u), -50 * Math.log1p(-u));
    }
    for (const x of [0, 1, 100, 1000, 1e9]) within(1e-13, wait.meanBeyond(x), 50);
  });

  it('with a whole shape is so many exponential waits in a row (Erlang)', () => {
    const wait = gamma({ shape: 4, scale: 1 });
    for (const x of [0.1, 1, 4, 12]) {
      const served = 1 + x + x ** 2 / 2 + x ** 3 / 6;
      within(1e-12, 1 - wait.cdf(x), Math.exp(-x) * served);
      within(1e-12, wait.meanBeyond(x), (4 + 3 * x + x ** 2 + x ** 3 / 6) / served);
    }
  });

  // Worked out at 40 digits with mpmath 1.3; the last two lie beyond all tails that a double holds.
  it.each([
    [0.4, 0.2, 0.6407680156131851],
    [0.4, 0.5, 0.7223930247634849],
    [0.4, 2, 0.8505174623243343],
    [55.5, 27.75, 27.75006560132],
    [55.5, 75.5, 3.0496309159147073],
    [1000, 1100, 9.416378595083284],
    [3, 2000, 1.0009999995004997],
    [1000, 100_000, 1.0100906012602398],
  ])('with shape %f expects what theory says beyond %f', (shape, x, left) => {
    within(1e-12, gamma({ shape, scale: 1 }).meanBeyond(x), left);
    within(1e-12, gamma({ shape, scale: 7 }).meanBeyond(7 * x), 7 * left);
  });

  it.each([
    { shape: 0, scale: 1 },
    { shape: -2, scale: 1 },
    { shape: NaN, scale: 1 },
    { shape: Infinity, scale: 1 },
    { shape: 1, scale: 0 },
    { shape: 1, scale: NaN },
    { shape: 1, scale: Infinity },
  ])('is refused for shape $shape, scale $scale', (parameters) => {
    expect(() => gamma(parameters)).toThrow(InvariantError);
  });
});

describe('gamma from its mean', () => {
  it('has the mean and the spread that it was made from', () => {
    const restore = gammaFromMean({ mean: 720_000, sd: 180_000 });
    within(1e-15, restore.mean, 720_000);
    within(1e-15, restore.sd, 180_000);
    within(1e-14, restore.quantile(0.3), gamma({ shape: 16, scale: 45_000 }).quantile(0.3));
  });

  it.each([
    { mean: 0, sd: 1 },
    { mean: -1, sd: 1 },
    { mean: NaN, sd: 1 },
    { mean: 1, sd: 0 },
    { mean: 1, sd: NaN },
    { mean: Infinity, sd: 1 },
    { mean: 1, sd: Infinity },
  ])('is refused for mean $mean, sd $sd', (moments) => {
    expect(() => gammaFromMean(moments)).toThrow(InvariantError);
  });
});
