import { describe, expect, it } from 'vitest';
import {
  betaCdf,
  betaQuantile,
  studentCdf,
  studentQuantile,
} from '../../../src/base/special/beta.js';
import { normalCdf, normalQuantile } from '../../../src/base/special/normal.js';
import { fingerprint, referenceTables, worstRelative } from './reference-table.js';

const reference = referenceTables('beta');

describe('the beta law and its kin against 50-digit values', () => {
  it('shares of the beta law and of Student are within 5e-13 of the value', () => {
    expect(worstRelative(betaCdf, reference('betaCdf'))).toBeLessThan(5e-13);
    expect(worstRelative(studentCdf, reference('studentCdf'))).toBeLessThan(5e-13);
  });

  it('quantiles of the beta law and of Student are within 1e-13 of the value', () => {
    expect(worstRelative(betaQuantile, reference('betaQuantile'))).toBeLessThan(1e-13);
    expect(worstRelative(studentQuantile, reference('studentQuantile'))).toBeLessThan(1e-13);
  });

  it('the tables see a tail taken as a difference from 1, and a swapped shape', () => {
    expect(
      worstRelative((a, b, x) => 1 - betaCdf(b, a, 1 - x), reference('betaCdf')),
    ).toBeGreaterThan(1e-3);
    expect(
      worstRelative((a, b, p) => betaQuantile(b, a, p), reference('betaQuantile')),
    ).toBeGreaterThan(1e-3);
  });
});

describe('the beta law in published tables', () => {
  it.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('meets Abramowitz & Stegun, table 26.10: Student, %d degrees, 95 %% inside', (df, value) => {
    expect(studentQuantile(0.975, df)).toBeCloseTo(value, 3);
    expect(studentQuantile(0.025, df)).toBeCloseTo(-value, 3);
  });

  it.each([
    [1, 1, 161.4],
    [5, 10, 3.33],
    [10, 5, 4.74],
    [4, 20, 2.87],
  ])('meets Abramowitz & Stegun, table 26.9: F with %d and %d degrees, upper 5 %%', (m, n, f) => {
    const odds = betaQuantile(m / 2, n / 2, 0.95);
    const quantile = ((odds / (1 - odds)) * n) / m;
    expect(quantile).toBeCloseTo(f, f > 100 ? 0 : 2);
  });

  it('is a polynomial for whole shapes', () => {
    expect(betaCdf(1, 1, 0.3)).toBeCloseTo(0.3, 15);
    expect(betaCdf(2, 1, 0.3)).toBeCloseTo(0.09, 15);
    expect(betaCdf(2, 2, 0.3)).toBeCloseTo(0.216, 15);
    expect(betaCdf(1, 5, 0.3)).toBeCloseTo(1 - 0.7 * 0.7 * 0.7 * 0.7 * 0.7, 15);
    expect(betaQuantile(2, 1, 0.09)).toBeCloseTo(0.3, 15);
  });

  it('Student has closed forms for 1 and 2 degrees of freedom', () => {
    for (const t of [-1e6, -30, -2, -0.1, 0, 1e-9, 0.7, 5, 1e4]) {
      expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 15);
      expect(studentCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 15);
    }
  });

  it('Student becomes the normal law as its degrees of freedom grow', () => {
    expect(studentCdf(1.3, Infinity)).toBe(normalCdf(1.3));
    expect(studentQuantile(0.9, Infinity)).toBe(normalQuantile(0.9));
    expect(studentCdf(1.3, 1e12)).toBeCloseTo(normalCdf(1.3), 11);
    expect(studentQuantile(0.9, 1e12)).toBeCloseTo(normalQuantile(0.9), 11);
  });
});

describe('the beta law at the edges', () => {
  it('has its whole population between its ends', () => {
    expect([betaCdf(2, 3, 0), betaCdf(2, 3, 1)]).toEqual([0, 1]);
    expect([betaQuantile(2, 3, 0), betaQuantile(2, 3, 1)]).toEqual([0, 1]);
    expect([studentCdf(-Infinity, 4), studentCdf(0, 4), studentCdf(Infinity, 4)]).toEqual([
      0, 0.5, 1,
    ]);
    expect([studentQuantile(0, 4), studentQuantile(0.5, 4), studentQuantile(1, 4)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
    expect(studentCdf(NaN, 4)).toBeNaN();
  });

  it('refuses what is no shape, place or share', () => {
    for (const shape of [0, -1, NaN, Infinity]) {
      expect(() => betaCdf(shape, 1, 0.5)).toThrow(/beta law of shapes/);
      expect(() => betaQuantile(1, shape, 0.5)).toThrow(/beta law of shapes/);
    }
    for (const p of [-0.1, 1.1, NaN]) {
      expect(() => betaCdf(1, 1, p)).toThrow(/it lives from 0 to 1/);
      expect(() => betaQuantile(1, 1, p)).toThrow(/a share is from 0 to 1/);
      expect(() => studentQuantile(p, 3)).toThrow(/a share is from 0 to 1/);
    }
    for (const df of [0, -1, NaN]) {
      expect(() => studentCdf(1, df)).toThrow(/degrees of freedom/);
      expect(() => studentQuantile(0.5, df)).toThrow(/degrees of freedom/);
    }
  });

  it('gives the same bits on every engine and machine', () => {
    const points = Array.from({ length: 300 }, (_, i) => (i + 0.5) / 300);
    expect(fingerprint(points.map((p) => betaCdf(2.5, 7, p)))).toBe('ccb57a37');
    expect(fingerprint(points.map((p) => betaQuantile(2.5, 7, p)))).toBe('c1784637');
    expect(fingerprint(points.map((p) => studentQuantile(p, 1 + 20 * p)))).toBe('b7fbf1ee');
  });
});
