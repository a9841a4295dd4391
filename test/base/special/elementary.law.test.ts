import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, expm1, log, log1p, pow } from '../../../src/base/special/elementary.js';

const PARAMETERS = { seed: 1, numRuns: 500 };
const positive = fc.double({ min: 5e-324, max: 1.7e308, noNaN: true });
const moderate = fc.double({ min: -700, max: 700, noNaN: true });

describe('elementary functions', () => {
  it('exp undoes log as far as the rounded logarithm allows', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-307, max: 1e307, noNaN: true }), (x) => {
        const roundedAway = (Math.abs(log(x)) + 1) * 1.2e-16;
        expect(Math.abs(exp(log(x)) / x - 1)).toBeLessThan(roundedAway + 2.3e-16);
      }),
      PARAMETERS,
    );
  });

  it('the larger number never has the smaller logarithm', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(log(Math.min(a, b))).toBeLessThanOrEqual(log(Math.max(a, b)));
      }),
      PARAMETERS,
    );
  });

  it('the logarithm of a product is the sum of the logarithms', () => {
    const factor = fc.double({ min: 1e-150, max: 1e150, noNaN: true });
    fc.assert(
      fc.property(factor, factor, (a, b) => {
        const size = Math.abs(log(a)) + Math.abs(log(b)) + 1;
        expect(Math.abs(log(a * b) - (log(a) + log(b)))).toBeLessThan(3e-16 * size);
      }),
      PARAMETERS,
    );
  });

  it('exp(-x) is 1 / exp(x)', () => {
    fc.assert(
      fc.property(moderate, (x) => {
        expect(Math.abs(exp(-x) * exp(x) - 1)).toBeLessThan(5e-16);
      }),
      PARAMETERS,
    );
  });

  it('log1p undoes expm1, down to the smallest steps', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => {
        expect(Math.abs(log1p(expm1(x)) - x)).toBeLessThanOrEqual(6e-16 * Math.abs(x));
      }),
      PARAMETERS,
    );
  });

  it('expm1 is exp less one, and log1p is log of one more', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 700, noNaN: true }), (x) => {
        expect(Math.abs((expm1(x) + 1) / exp(x) - 1)).toBeLessThan(5e-16);
        expect(Math.abs(log1p(x) / log(1 + x) - 1)).toBeLessThan(6e-16);
      }),
      PARAMETERS,
    );
  });

  it('whole powers agree with repeated multiplication', () => {
    const base = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(base, fc.integer({ min: 1, max: 40 }), (x, n) => {
        let product = 1;
        for (let i = 0; i < n; i++) product *= x;
        expect(Math.abs(pow(x, n) / product - 1)).toBeLessThan(n * 1.2e-16 + 1e-16);
      }),
      PARAMETERS,
    );
  });
});
