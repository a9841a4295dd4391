import { expect, test } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { weibull } from '../../src/random/weibull.js';

const within = (relative: number, seen: number, expected: number) => {
  expect(Math.abs(seen / expected - 1), `${seen} for ${expected}`).toBeLessThanOrEqual(relative);
};

// Worked out at 30 digits with mpmath 1.3, and by scipy.stats.weibull_min 1.17.
test.each([
  {
    parameters: { shape: 2.9, scale: 1.8 },
    quantiles: [0.6463471126730294, 1.5862978406538168, 2.627749026001307, 3.5050888984679913],
    mean: 1.6050412947126167,
    sd: 0.6013422163238273,
  },
  {
    parameters: { shape: 0.5, scale: 10 },
    quantiles: [0.026310020491279233, 4.804530139182014, 89.74411854812963, 477.1708299430558],
    mean: 20,
    sd: 44.721359549995796,
  },
  {
    parameters: { shape: 4, scale: 250 },
    quantiles: [118.97484754488202, 228.11107644600713, 328.9014273496587, 405.29779829762725],
    mean: 226.60061926386928,
    sd: 63.57155173525604,
  },
])('quantiles are the published ones for $parameters', ({ parameters, quantiles, mean, sd }) => {
  const law = weibull(parameters);
  [0.05, 0.5, 0.95, 0.999].forEach((u, i) => {
    within(1e-14, law.quantile(u), quantiles[i]!);
    within(1e-13, law.cdf(quantiles[i]!), u);
  });
  within(1e-14, law.mean, mean);
  within(1e-13, law.sd, sd);
});

test('the share failed by 0.25 is that of the Stan library for shape 2.9 and scale 1.8', () => {
  within(1e-6, weibull({ shape: 2.9, scale: 1.8 }).cdf(0.25), 0.003258571);
});

test('with shape 1 it is exponential: it does not age', () => {
  const life = weibull({ shape: 1, scale: 50 });
  for (const x of [0, 1, 100, 1000]) within(1e-12, life.meanBeyond(x), 50);
});

test('63.2 % have failed by its scale, whatever the shape', () => {
  for (const shape of [0.5, 1, 3]) {
    within(1e-15, weibull({ shape, scale: 7 }).cdf(7), 1 - Math.exp(-1));
  }
});

test('what ages is expected to last less and less, what proves itself more and more', () => {
  const left = (shape: number) =>
    [10, 100, 200].map((x) => weibull({ shape, scale: 100 }).meanBeyond(x));
  expect(left(3)).toEqual(left(3).toSorted((a, b) => b - a));
  expect(left(0.5)).toEqual(left(0.5).toSorted((a, b) => a - b));
});

test('the steepest and the flattest shapes that a scenario may give keep a finite spread', () => {
  for (const shape of [0.1, 100]) {
    const law = weibull({ shape, scale: 1 });
    expect(law.mean).toSatisfy(Number.isFinite);
    expect(law.sd).toBeGreaterThan(0);
    expect(law.sd).toBeLessThan(Infinity);
  }
});

test.each([
  { shape: 0, scale: 1 },
  { shape: -2, scale: 1 },
  { shape: NaN, scale: 1 },
  { shape: Infinity, scale: 1 },
  { shape: 1, scale: 0 },
  { shape: 1, scale: NaN },
  { shape: 1, scale: Infinity },
])('shape $shape with scale $scale is refused', (parameters) => {
  expect(() => weibull(parameters)).toThrow(InvariantError);
});
