import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactProduct,
  exactSum,
  plus,
  ratio,
  times,
  type DoubleDouble,
} from '../../../src/base/special/double-double.js';

const PARAMETERS = { seed: 1, numRuns: 300 };
const whole = fc.maxSafeInteger();

const exactly = (x: DoubleDouble) => BigInt(x.high) + BigInt(x.low);

function isNear(got: DoubleDouble, truth: bigint): boolean {
  const error = exactly(got) - truth;
  return (error < 0n ? -error : error) << 100n <= truth;
}

describe('double-double arithmetic', () => {
  it('keeps the whole sum of two doubles', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(exactly(exactSum(a * 1024, b))).toBe(BigInt(a) * 1024n + BigInt(b));
      }),
      PARAMETERS,
    );
  });

  it('keeps the whole product of two doubles', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(exactly(exactProduct(a, b))).toBe(BigInt(a) * BigInt(b));
      }),
      PARAMETERS,
    );
  });

  it('adds and multiplies to a hundred bits', () => {
    const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    const pair = fc.tuple(positive, positive).map(([a, b]) => exactProduct(a, b));
    fc.assert(
      fc.property(pair, pair, (x, y) => {
        expect(isNear(plus(x, y), exactly(x) + exactly(y))).toBe(true);
        expect(isNear(times(x, y), exactly(x) * exactly(y))).toBe(true);
      }),
      PARAMETERS,
    );
  });

  it('divides so that multiplying back gives the dividend to a hundred bits', () => {
    const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const back = times(ratio(a, b), { high: b, low: 0 });
        expect(Math.abs(back.high - a + back.low)).toBeLessThanOrEqual(a * 1e-30);
      }),
      PARAMETERS,
    );
  });
});
