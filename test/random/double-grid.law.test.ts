import fc from 'fast-check';
import { expect, test } from 'vitest';
import { above, atOrAbove, below } from '../../src/random/double-grid.js';

const any = fc.oneof(
  fc.double({ min: -1e290, max: 1e290, noNaN: true }),
  fc.integer({ min: -900, max: 900 }).map((power) => 2 ** power),
  fc.integer({ min: -900, max: 900 }).map((power) => -(2 ** power)),
  fc.constantFrom(0, 5e-324, -5e-324, 1e-300),
);
const PARAMETERS = { seed: 1, numRuns: 5000 };

test('the place at or above a number is close to it', () => {
  fc.assert(
    fc.property(any, (x) => {
      expect(atOrAbove(x)).toBeGreaterThanOrEqual(x);
      expect(atOrAbove(x) - x).toBeLessThanOrEqual(Math.abs(x) * 2 ** -40 + 2 ** -959);
    }),
    PARAMETERS,
  );
});

test('a step up and a step down lead back', () => {
  fc.assert(
    fc.property(any, (x) => {
      const place = atOrAbove(x);
      expect(below(above(place))).toBe(place);
      expect(above(below(place))).toBe(place);
      expect(above(place)).toBeGreaterThan(place);
    }),
    PARAMETERS,
  );
});

test('no place lies between neighbours', () => {
  fc.assert(
    fc.property(any, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (x, part) => {
      const place = atOrAbove(x);
      const between = place + part * (above(place) - place);
      expect(atOrAbove(between)).toBe(above(place));
    }),
    PARAMETERS,
  );
});
