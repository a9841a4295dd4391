import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erf, erfc, normalCdf, normalQuantile } from '../../../src/base/special/normal.js';

const PARAMETERS = { seed: 1, numRuns: 500 };
const deviation = fc.double({ min: -37, max: 37, noNaN: true });
/** Half of the cases are far below one in a million. */
const share = fc.oneof(
  fc.double({ min: 1e-300, max: 1, maxExcluded: true, noNaN: true }),
  fc.double({ min: 0.000001, max: 0.999999, noNaN: true }),
);

describe('the normal law', () => {
  it('normalCdf undoes normalQuantile', () => {
    fc.assert(
      fc.property(share, (p) => {
        const z = normalQuantile(p);
        // A last place of z moves the tail by z^2 last places.
        const tolerance = 1e-15 * (2 + z * z) * Math.min(p, 1 - p) + 1.2e-16 * p;
        expect(Math.abs(normalCdf(z) - p)).toBeLessThanOrEqual(tolerance);
      }),
      PARAMETERS,
    );
  });

  it('is symmetrical', () => {
    fc.assert(
      fc.property(deviation, (z) => {
        expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThan(2.3e-16);
        expect(erf(-z)).toBe(-erf(z));
        expect(Math.abs(erfc(z) + erfc(-z) - 2)).toBeLessThan(4.5e-16);
      }),
      PARAMETERS,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (parts) => {
        const p = parts / 2 ** 31;
        expect(normalQuantile(1 - p)).toBe(-normalQuantile(p) + 0);
      }),
      PARAMETERS,
    );
  });

  it('erf and erfc share out the whole', () => {
    fc.assert(
      fc.property(deviation, (x) => {
        expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(2.3e-16);
      }),
      PARAMETERS,
    );
  });

  it('a larger share never has a smaller quantile', () => {
    fc.assert(
      fc.property(share, share, (p, q) => {
        expect(normalQuantile(Math.min(p, q))).toBeLessThanOrEqual(normalQuantile(Math.max(p, q)));
      }),
      PARAMETERS,
    );
  });
});
