import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { beta, betaFromMean } from '../../src/random/beta.js';
import { within } from './within.js';

const SHARES = [1e-6, 0.1, 0.5, 0.9, 0.9999];

/** The F law, a ratio of two mean squares, is beta in the share of the first. */
function fQuantile([top, bottom]: readonly [number, number], share: number): number {
  const x = beta({ alpha: top / 2, beta: bottom / 2 }).quantile(share);
  return (bottom * x) / (top * (1 - x));
}

describe('beta', () => {
  // Percentage points of F: Abramowitz & Stegun (1964), table 26.9, and NIST/SEMATECH e-Handbook of
  // Statistical Methods, 1.3.6.7.3.
  it.each([
    [[1, 1], 0.95, 161.448],
    [[5, 3], 0.95, 9.013],
    [[5, 10], 0.95, 3.326],
    [[5, 10], 0.99, 5.636],
    [[10, 2], 0.95, 19.396],
    [[10, 10], 0.95, 2.978],
    [[3, 20], 0.95, 3.098],
    [[3, 20], 0.99, 4.938],
  ] as const)('has the published F quantile for %j at %f', (freedom, share, value) => {
    expect(Math.abs(fQuantile(freedom, share) - value)).toBeLessThanOrEqual(5e-4);
  });

  // Worked out at 30 digits with mpmath 1.3.
  it.each([
    {
      parameters: { alpha: 2, beta: 5 },
      quantiles: [0.06284989170835438, 0.26444998329565994, 0.5818034092520258, 0.818613866919134],
      sd: 0.15971914124998499,
    },
    {
      parameters: { alpha: 0.5, beta: 4 },
      quantiles: [
        0.0005229957140220069, 0.05871080133978361, 0.39929364764275604, 0.7605848467305462,
      ],
      sd: 0.13400504203456162,
    },
    {
      parameters: { alpha: 20, beta: 30 },
      quantiles: [0.28936208870913166, 0.3986563462632243, 0.5152333899973576, 0.6162276445726897],
      sd: 0.06859943405700354,
    },
  ])('has the values of theory for $parameters', ({ parameters, quantiles, sd }) => {
    const law = beta(parameters);
    const stretched = beta({ ...parameters, low: -10, high: 30 });
    [0.05, 0.5, 0.95, 0.999].forEach((u, i) => {
      within(5e-14, law.quantile(u), quantiles[i]!);
      within(5e-14, stretched.quantile(u), -10 + 40 * quantiles[i]!);
      within(1e-13, law.cdf(quantiles[i]!), u);
    });
    within(1e-15, law.sd, sd);
    within(1e-15, stretched.sd, 40 * sd);
  });

  it.each([0.4, 1, 2.5, 7])('with one shape 1 and one %f has a closed form', (shape) => {
    for (const u of SHARES) {
      within(1e-13, beta({ alpha: shape, beta: 1 }).quantile(u), u ** (1 / shape));
      const risen = -Math.expm1(Math.log1p(-u) / shape);
      within(1e-13, beta({ alpha: 1, beta: shape }).quantile(u), risen);
    }
  });

  it('with both shapes 1/2 is the arcsine law', () => {
    const law = beta({ alpha: 0.5, beta: 0.5 });
    for (const u of SHARES) within(1e-13, law.quantile(u), Math.sin((Math.PI / 2) * u) ** 2);
    within(1e-15, law.sd, Math.sqrt(1 / 8));
  });

  it('seen from the other end has its shapes swapped', () => {
    const law = beta({ alpha: 2, beta: 5, low: 10, high: 20 });
    const mirrored = beta({ alpha: 5, beta: 2, low: 10, high: 20 });
    for (const u of SHARES) within(1e-13, law.quantile(u), 30 - mirrored.quantile(1 - u));
  });

  // Worked out at 60 digits with mpmath 1.3.
  it.each([
    [{ alpha: 2, beta: 3 }, 1e-6, 0.3999990000024],
    [{ alpha: 2, beta: 3 }, 0.2, 0.26],
    [{ alpha: 0.5, beta: 0.5 }, 0.9, 0.06619966290745077],
    [{ alpha: 30, beta: 2 }, 0.999, 0.00033494852130922117],
    [{ alpha: 30, beta: 2 }, 1 - 2 ** -30, 3.1044085960257567e-10],
    [{ alpha: 200, beta: 300 }, 0.5, 0.004592427511988463],
  ])('with %j expects what theory says beyond %f', (shapes, x, left) => {
    within(1e-12, beta(shapes).meanBeyond(x), left);
    within(1e-6, beta({ ...shapes, low: 5, high: 8 }).meanBeyond(5 + 3 * x), 3 * left);
  });

  it.each([
    { alpha: 0, beta: 1 },
    { alpha: NaN, beta: 1 },
    { alpha: Infinity, beta: 1 },
    { alpha: 1, beta: 0 },
    { alpha: 1, beta: NaN },
    { alpha: 1, beta: Infinity },
    { alpha: 1, beta: 1, low: 1 },
    { alpha: 1, beta: 1, high: NaN },
    { alpha: 1, beta: 1, low: -Infinity },
  ])('is refused for %j', (parameters) => {
    expect(() => beta(parameters)).toThrow(InvariantError);
  });
});

describe('beta from its mean', () => {
  it('has the mean and the spread that it was made from', () => {
    const share = betaFromMean({ mean: 0.02, sd: 0.01 });
    within(1e-14, share.mean, 0.02);
    within(1e-13, share.sd, 0.01);
    const stretched = betaFromMean({ mean: 12, sd: 2, low: 10, high: 20 });
    within(1e-14, stretched.mean, 12);
    within(1e-13, stretched.sd, 2);
    within(
      1e-13,
      stretched.quantile(0.3),
      beta({ alpha: 0.6, beta: 2.4, low: 10, high: 20 }).quantile(0.3),
    );
  });

  it.each([
    { mean: 0, sd: 0.1 },
    { mean: 1, sd: 0.1 },
    { mean: NaN, sd: 0.1 },
    { mean: 0.5, sd: 0 },
    { mean: 0.5, sd: -0.1 },
    { mean: 0.5, sd: NaN },
    { mean: 0.5, sd: 0.5 },
    { mean: 5, sd: 1, low: 6, high: 9 },
    { mean: 5, sd: 1, low: 9, high: 1 },
    { mean: 5, sd: 1, high: Infinity },
  ])('is refused for %j', (moments) => {
    expect(() => betaFromMean(moments)).toThrow(InvariantError);
  });
});
