import { expect, test } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { beta } from '../../src/random/beta.js';
import { pert } from '../../src/random/pert.js';
import { within } from './within.js';

// Worked out at 30 digits with mpmath 1.3; the mean is that of Malcolm et al. (1959).
test.each([
  {
    figures: { low: 5, mode: 12, high: 60 },
    quantiles: [7.038354974661665, 17.253973356690096, 36.058408475327454, 50.30088895583276],
    mean: (5 + 48 + 60) / 6,
    sd: 9.019599470218985,
  },
  {
    figures: { low: 0, mode: 10, high: 10 },
    quantiles: [5.492802716530589, 8.705505632961241, 9.897937816869884, 9.997999199519663],
    mean: 50 / 6,
    sd: 1.4085904245475276,
  },
  {
    figures: { low: -3, mode: 1, high: 2 },
    quantiles: [-1.1063836200809516, 0.6166387030374061, 1.7051130619409136, 1.9684301291607653],
    mean: 0.5,
    sd: Math.sqrt(0.75),
  },
])('quantiles, mean and spread are those of theory for $figures', (expected) => {
  const law = pert(expected.figures);
  [0.05, 0.5, 0.95, 0.999].forEach((u, i) => {
    within(5e-14, law.quantile(u), expected.quantiles[i]!);
  });
  within(1e-14, law.mean, expected.mean);
  within(1e-14, law.sd, expected.sd);
});

test('the spread is sqrt((mean - low) (high - mean) / 7), as in Vose (2008)', () => {
  for (const mode of [0, 1, 4, 7, 10]) {
    const law = pert({ low: 0, mode, high: 10 });
    within(1e-14, law.sd, Math.sqrt((law.mean * (10 - law.mean)) / 7));
  }
});

test('with the mode half-way it is the beta law with both shapes 3', () => {
  const [law, twin] = [pert({ low: 2, mode: 5, high: 8 }), beta({ alpha: 3, beta: 3 })];
  for (const u of [0.01, 0.3, 0.5, 0.99]) within(1e-15, law.quantile(u), 2 + 6 * twin.quantile(u));
});

test('the density is greatest at the mode', () => {
  const law = pert({ low: 5, mode: 12, high: 60 });
  const shareAround = (x: number) => law.cdf(x + 0.1) - law.cdf(x - 0.1);
  for (const x of [9, 11, 11.8, 12.2, 13, 20]) {
    expect(shareAround(12)).toBeGreaterThan(shareAround(x));
  }
});

test.each([
  { low: 1, mode: 1, high: 1 },
  { low: 2, mode: 1, high: 3 },
  { low: 1, mode: 4, high: 3 },
  { low: NaN, mode: 1, high: 3 },
  { low: 1, mode: NaN, high: 3 },
  { low: 1, mode: 2, high: NaN },
  { low: 1, mode: 2, high: Infinity },
  { low: -Infinity, mode: 2, high: 3 },
])('%j are refused', (figures) => {
  expect(() => pert(figures)).toThrow(InvariantError);
});
