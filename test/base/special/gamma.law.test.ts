import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaP, gammaQ, gammaQuantile, logGamma } from '../../../src/base/special/gamma.js';

const PARAMETERS = { seed: 1, numRuns: 300 };
const shape = fc.double({ min: -1, max: 4, noNaN: true }).map((power) => Math.pow(10, power));
const share = fc.oneof(
  fc.double({ min: 1e-200, max: 1, maxExcluded: true, noNaN: true }),
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
);

describe('the gamma law', () => {
  it('gammaP undoes gammaQuantile', () => {
    fc.assert(
      fc.property(shape, share, (a, p) => {
        const x = gammaQuantile(a, p);
        fc.pre(x > 1e-300);
        const miss = p <= 0.5 ? gammaP(a, x) / p - 1 : gammaQ(a, x) / (1 - p) - 1;
        expect(Math.abs(miss)).toBeLessThan(2e-12);
      }),
      PARAMETERS,
    );
  });

  it('its two tails share out the whole, and P grows with x', () => {
    const place = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(shape, place, place, (a, s, t) => {
        const [low, high] = [a * Math.min(s, t), a * Math.max(s, t)];
        expect(Math.abs(gammaP(a, low) + gammaQ(a, low) - 1)).toBeLessThan(1e-14);
        expect(gammaP(a, low)).toBeLessThanOrEqual(gammaP(a, high) * (1 + 1e-12));
      }),
      PARAMETERS,
    );
  });

  it('P drops by its kernel from one shape to the next (Abramowitz & Stegun 1964, 6.5.21)', () => {
    const smallShape = fc.double({ min: 0.01, max: 50, noNaN: true });
    fc.assert(
      fc.property(smallShape, fc.double({ min: 0.001, max: 60, noNaN: true }), (a, x) => {
        const kernel = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
        expect(Math.abs(gammaP(a, x) - gammaP(a + 1, x) - kernel)).toBeLessThan(1e-13);
      }),
      PARAMETERS,
    );
  });

  it('the gamma function of x + 1 is x times that of x', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-10, max: 1e5, noNaN: true }), (x) => {
        const size = 1 + Math.abs(logGamma(x)) + Math.abs(Math.log(x));
        const miss = logGamma(x + 1) - logGamma(x) - Math.log(x);
        expect(Math.abs(miss)).toBeLessThan(2e-15 * size);
      }),
      PARAMETERS,
    );
  });
});
