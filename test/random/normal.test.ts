import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { normal, normalFromInterval } from '../../src/random/normal.js';
import { within } from './within.js';

const standard = normal({ mean: 0, sd: 1 });

describe('normal', () => {
  // Abramowitz & Stegun (1964), table 26.1, 15 decimals.
  it.each([
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [3, 0.99865010196837],
  ])('has the published share below %f standard deviations', (z, share) => {
    expect(Math.abs(standard.cdf(z) - share)).toBeLessThanOrEqual(5e-16);
    expect(Math.abs(normal({ mean: 50, sd: 8 }).cdf(50 + 8 * z) - share)).toBeLessThan(5e-16);
  });

  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1 and 1.3.6.7.2 (the row for infinity).
  it.each([
    [0.9, 1.282],
    [0.95, 1.645],
    [0.975, 1.96],
    [0.99, 2.326],
    [0.999, 3.09],
  ])('has the published quantile at %f', (share, z) => {
    expect(Math.abs(standard.quantile(share) - z)).toBeLessThanOrEqual(5e-4);
    within(1e-15, normal({ mean: -3, sd: 2 }).quantile(share), -3 + 2 * standard.quantile(share));
  });

  // Density over tail, less z; worked out at 80 digits with mpmath 1.3.
  it.each([
    [-3, 3.004437839042126],
    [0, 0.7978845608028654],
    [2, 0.37321553282284087],
    [5.9, 0.16091662563534617],
    [6.1, 0.15611813171116115],
    [10, 0.09809323396251196],
    [37, 0.026987686126990096],
    [50, 0.01998403190563981],
  ])('expects what theory says beyond %f standard deviations', (z, excess) => {
    within(2e-14, standard.meanBeyond(z), excess);
    within(2e-13, normal({ mean: 7, sd: 2 }).meanBeyond(7 + 2 * z), 2 * excess);
  });

  it('expects nothing beyond infinity, and everything above minus infinity', () => {
    expect(standard.meanBeyond(Infinity)).toBe(0);
    expect(standard.meanBeyond(-Infinity)).toBe(Infinity);
  });

  it.each([
    { mean: NaN, sd: 1 },
    { mean: Infinity, sd: 1 },
    { mean: 0, sd: 0 },
    { mean: 0, sd: -1 },
    { mean: 0, sd: NaN },
    { mean: 0, sd: Infinity },
  ])('is refused for mean $mean, sd $sd', (parameters) => {
    expect(() => normal(parameters)).toThrow(InvariantError);
  });
});

describe('normal from an interval', () => {
  it('has 5 % below and 5 % above the interval that it was made from', () => {
    const growth = normalFromInterval({ low: -0.1, high: 0.5 });
    within(1e-14, growth.quantile(0.05), -0.1);
    within(1e-14, growth.quantile(0.95), 0.5);
    within(1e-15, growth.mean, 0.2);
  });

  it.each([
    { low: 1, high: 1 },
    { low: 2, high: 1 },
    { low: NaN, high: 1 },
    { low: 0, high: NaN },
    { low: -Infinity, high: 0 },
  ])('is refused from $low to $high', (ends) => {
    expect(() => normalFromInterval(ends)).toThrow(InvariantError);
  });
});
