import { describe, expect, it } from 'vitest';
import {
  deviance,
  gammaP,
  gammaQ,
  gammaQuantile,
  logGamma,
  stirlingRest,
} from '../../../src/base/special/gamma.js';
import { fingerprint, referenceTables, worstRelative } from './reference-table.js';

const reference = referenceTables('gamma');

describe('the gamma law against 50-digit values', () => {
  it('logGamma is within 1e-15 of the value, near its zeros too', () => {
    expect(worstRelative(logGamma, reference('logGamma'))).toBeLessThan(1e-15);
  });

  it('both tails are within 2e-13 of the value', () => {
    expect(worstRelative(gammaP, reference('gammaP'))).toBeLessThan(2e-13);
    expect(worstRelative(gammaQ, reference('gammaQ'))).toBeLessThan(2e-13);
  });

  it('quantiles are within 1e-13 of the value', () => {
    expect(worstRelative(gammaQuantile, reference('gammaQuantile'))).toBeLessThan(1e-13);
  });

  it('the tables see a tail taken as a difference from 1', () => {
    expect(worstRelative((a, x) => 1 - gammaQ(a, x), reference('gammaP'))).toBeGreaterThan(1e-3);
    expect(worstRelative((a, x) => 1 - gammaP(a, x), reference('gammaQ'))).toBeGreaterThan(1e-3);
  });
});

describe('the gamma law in published tables', () => {
  it('meets Abramowitz & Stegun, table 6.1 and 6.4 (gamma function)', () => {
    expect(logGamma(1.5)).toBeCloseTo(Math.log(0.8862269255), 9);
    expect(logGamma(1.25)).toBeCloseTo(Math.log(0.9064024771), 9);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 13);
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
  });

  it.each([
    [1, 0.05, 3.84146],
    [2, 0.01, 9.21034],
    [5, 0.975, 0.831211],
    [10, 0.05, 18.307],
    [30, 0.005, 53.672],
    [100, 0.05, 124.342],
  ])('meets Abramowitz & Stegun, table 26.8: chi-square, %d degrees, upper %d', (df, q, value) => {
    expect(2 * gammaQuantile(df / 2, 1 - q)).toBeCloseTo(value, value > 10 ? 3 : 5);
    expect(gammaQ(df / 2, value / 2)).toBeCloseTo(q, 5);
  });

  it('is the exponential law for shape 1, and counts Poisson events for whole shapes', () => {
    expect(gammaQ(1, 2.5)).toBeCloseTo(Math.exp(-2.5), 15);
    const atMostTwo = Math.exp(-1.7) * (1 + 1.7 + (1.7 * 1.7) / 2);
    expect(gammaQ(3, 1.7)).toBeCloseTo(atMostTwo, 15);
  });

  it('has its median a third below a large shape', () => {
    expect(gammaQuantile(1e4, 0.5)).toBeCloseTo(1e4 - 1 / 3, 5);
    expect(gammaP(1e6, 1e6) - 0.5).toBeCloseTo(1 / (3 * Math.sqrt(2 * Math.PI * 1e6)), 10);
  });
});

describe('the parts that keep large shapes exact', () => {
  it('Stirling leaves 1 / 12a, and joins the plain difference at 10', () => {
    expect(stirlingRest(1e6) * 12e6).toBeCloseTo(1, 12);
    expect(stirlingRest(10)).toBeCloseTo(0.0083305634333628, 15);
    expect(stirlingRest(9.999999999)).toBeCloseTo(stirlingRest(10), 11);
  });

  it('deviance is half the square if small, and joins the plain difference at 1/2', () => {
    expect(deviance(1e-9, 1 + 1e-9) / 0.5e-18).toBeCloseTo(1, 8);
    for (const m of [-0.4999999999, 0.4999999999]) {
      expect(deviance(m, 1 + m)).toBeCloseTo(m - Math.log1p(m), 15);
    }
    expect(deviance(3, 4)).toBeCloseTo(3 - Math.log(4), 15);
  });
});

describe('the gamma law at the edges', () => {
  it('has its whole population between 0 and infinity', () => {
    expect([gammaP(2, 0), gammaP(2, Infinity)]).toEqual([0, 1]);
    expect([gammaQ(2, 0), gammaQ(2, Infinity)]).toEqual([1, 0]);
    expect([gammaQuantile(2, 0), gammaQuantile(2, 1)]).toEqual([0, Infinity]);
    expect(logGamma(Infinity)).toBe(Infinity);
  });

  it('keeps the small upper tail of a tiny shape', () => {
    // Q(a, x) tends to a E1(x); E1(0.1) from Abramowitz & Stegun, table 5.1.
    expect(gammaQ(1e-12, 0.1) / 1e-12).toBeCloseTo(1.8229239584, 9);
  });

  it('refuses what is no shape, place or share', () => {
    for (const shape of [0, -1, NaN, Infinity]) {
      expect(() => gammaP(shape, 1)).toThrow(/gamma law of shape/);
      expect(() => gammaQ(shape, 1)).toThrow(/gamma law of shape/);
      expect(() => gammaQuantile(shape, 0.5)).toThrow(/gamma law of shape/);
    }
    for (const x of [-1, NaN]) {
      expect(() => gammaP(1, x)).toThrow(/it starts at 0/);
      expect(() => gammaQ(1, x)).toThrow(/it starts at 0/);
    }
    for (const p of [-0.1, 1.1, NaN]) expect(() => gammaQuantile(1, p)).toThrow(/a share is/);
    for (const x of [0, -1, NaN]) expect(() => logGamma(x)).toThrow(/log-gamma/);
  });

  it('gives the same bits on every engine and machine', () => {
    const points = Array.from({ length: 300 }, (_, i) => (i + 0.5) / 300);
    expect(fingerprint(points.map((p) => logGamma(40 * p)))).toBe('edcf5b8e');
    expect(fingerprint(points.map((p) => gammaP(30 * p, 15)))).toBe('25a29a0d');
    expect(fingerprint(points.map((p) => gammaQuantile(3 + 20 * p, p)))).toBe('9d51566c');
  });
});
