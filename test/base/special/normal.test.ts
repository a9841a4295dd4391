import { describe, expect, it } from 'vitest';
import {
  erf,
  erfc,
  normalCdf,
  normalDensity,
  normalQuantile,
} from '../../../src/base/special/normal.js';
import { fingerprint, referenceTables, worstRelative } from './reference-table.js';

const reference = referenceTables('normal');

describe('the normal law against 50-digit values', () => {
  it.each([
    ['erf', erf],
    ['erfc', erfc],
    ['normalCdf', normalCdf],
    ['normalDensity', normalDensity],
    ['normalQuantile', normalQuantile],
  ] as const)('%s is within 1e-15 of the value', (name, own) => {
    expect(worstRelative(own, reference(name))).toBeLessThan(1e-15);
  });

  it('the tables see a tail taken as a difference from 1', () => {
    expect(worstRelative((z) => 1 - normalCdf(-z), reference('normalCdf'))).toBeGreaterThan(1e-3);
    expect(worstRelative((x) => 1 - erf(x), reference('erfc'))).toBeGreaterThan(1e-3);
  });
});

describe('the normal law in published tables', () => {
  it('meets Abramowitz & Stegun, table 7.1 (erf)', () => {
    expect(erf(0.5)).toBeCloseTo(0.5204998778, 10);
    expect(erf(1)).toBeCloseTo(0.8427007929, 10);
    expect(erf(2)).toBeCloseTo(0.995322265, 10);
  });

  it('meets Abramowitz & Stegun, table 26.1 (shares and density)', () => {
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 15);
    expect(normalCdf(2)).toBeCloseTo(0.977249868051821, 15);
    expect(normalDensity(0)).toBeCloseTo(0.398942280401433, 15);
    expect(normalDensity(1)).toBeCloseTo(0.24197072451914, 13);
  });

  it('meets Abramowitz & Stegun, table 26.5 (quantiles)', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.95996, 5);
    expect(normalQuantile(0.99)).toBeCloseTo(2.32635, 5);
    expect(normalQuantile(0.999)).toBeCloseTo(3.09023, 5);
  });

  it('meets quantiles to 16 digits, also far out', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798407, 14);
  });
});

describe('the normal law at the edges', () => {
  it('has its whole population between the infinities', () => {
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
    expect([normalDensity(-Infinity), normalDensity(Infinity)]).toEqual([0, 0]);
    expect([erf(-Infinity), erf(-0), erf(Infinity)]).toEqual([-1, -0, 1]);
    expect([erfc(-Infinity), erfc(0), erfc(Infinity)]).toEqual([2, 1, 0]);
  });

  it('reaches the smallest share that is a double', () => {
    expect(normalQuantile(5e-324)).toBeCloseTo(-38.467405617144, 11);
    expect(normalCdf(-38.4)).toBeGreaterThan(0);
    expect(normalCdf(-38.6)).toBe(0);
  });

  it('knows nothing of a deviation that is no number', () => {
    for (const own of [erf, erfc, normalCdf, normalDensity]) expect(own(NaN)).toBeNaN();
  });

  it.each([-0.1, 1.1, NaN, Infinity])('refuses %d as a share', (p) => {
    expect(() => normalQuantile(p)).toThrow(/a share is from 0 to 1/);
  });

  it('gives the same bits on every engine and machine', () => {
    const shares = Array.from({ length: 2000 }, (_, i) => (i + 0.5) / 2000);
    expect(fingerprint(shares.map((p) => normalQuantile(p * p * p)))).toBe('73e5994f');
    expect(fingerprint(shares.map((p) => normalCdf(40 * (p - 0.5))))).toBe('93e16115');
  });
});
