import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaCdf,
  betaQuantile,
  studentCdf,
  studentQuantile,
} from '../../../src/base/special/beta.js';

const PARAMETERS = { seed: 1, numRuns: 300 };
const shape = fc.double({ min: 0, max: 3, noNaN: true }).map((power) => Math.pow(10, power));
const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const degrees = fc.double({ min: -0.3, max: 6, noNaN: true }).map((power) => Math.pow(10, power));

describe('the beta law', () => {
  it('betaCdf undoes betaQuantile', () => {
    fc.assert(
      fc.property(shape, shape, share, (a, b, p) => {
        expect(Math.abs(betaCdf(a, b, betaQuantile(a, b, p)) - p)).toBeLessThan(1e-13);
      }),
      PARAMETERS,
    );
  });

  it('seen from the other end has its shapes swapped', () => {
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 2 ** 20 - 1 }), (a, b, parts) => {
        const x = parts / 2 ** 20;
        expect(Math.abs(betaCdf(a, b, x) + betaCdf(b, a, 1 - x) - 1)).toBeLessThan(1e-13);
        expect(Math.abs(betaQuantile(a, b, x) + betaQuantile(b, a, 1 - x) - 1)).toBeLessThan(1e-14);
      }),
      PARAMETERS,
    );
  });

  it('a larger share never has a smaller quantile', () => {
    fc.assert(
      fc.property(shape, shape, fc.tuple(share, share), (a, b, [p, q]) => {
        const low = betaQuantile(a, b, Math.min(p, q));
        expect(low).toBeLessThanOrEqual(betaQuantile(a, b, Math.max(p, q)) * (1 + 1e-14));
      }),
      PARAMETERS,
    );
  });
});

describe("Student's law", () => {
  it('studentCdf undoes studentQuantile', () => {
    fc.assert(
      fc.property(degrees, share, (df, p) => {
        expect(Math.abs(studentCdf(studentQuantile(p, df), df) - p)).toBeLessThan(1e-14);
      }),
      PARAMETERS,
    );
  });

  it('is symmetrical', () => {
    fc.assert(
      fc.property(degrees, fc.integer({ min: 1, max: 2 ** 20 - 1 }), (df, parts) => {
        const p = parts / 2 ** 20;
        const t = studentQuantile(p, df);
        expect(studentQuantile(1 - p, df)).toBe(0 - t);
        expect(Math.abs(studentCdf(t, df) + studentCdf(-t, df) - 1)).toBeLessThan(2.3e-16);
      }),
      PARAMETERS,
    );
  });

  it('has heavier tails with fewer degrees of freedom', () => {
    const far = fc.double({ min: 0.5, max: 0.9999, minExcluded: true, noNaN: true });
    fc.assert(
      fc.property(degrees, far, (df, p) => {
        const wider = studentQuantile(p, df);
        expect(wider).toBeGreaterThan(studentQuantile(p, df * 1.5) * (1 - 1e-13));
      }),
      PARAMETERS,
    );
  });
});
