import { describe, expect, it } from 'vitest';
import {
  INTERVALS,
  LN2_HIGH,
  LN2_LOW,
  LOG_HIGH,
  LOG_LOW,
  POWER_OF_TWO,
  RECIPROCAL,
  ROOT_HIGH,
  ROOT_LOW,
  STEP_HIGH,
  STEP_LOW,
  ZEROTH_POWER,
} from '../../../src/base/special/elementary-tables.js';
import { times } from '../../../src/base/special/double-double.js';

describe('the tables of the elementary functions', () => {
  it('hold every power of two, from the smallest double to the largest', () => {
    expect(POWER_OF_TWO[0]).toBe(5e-324);
    expect(POWER_OF_TWO[ZEROTH_POWER]).toBe(1);
    expect(POWER_OF_TWO.at(-1)).toBe(8.98846567431158e307);
    for (let i = 1; i < POWER_OF_TWO.length; i++) {
      expect(POWER_OF_TWO[i]).toBe(POWER_OF_TWO[i - 1]! * 2);
    }
  });

  it('hold ln 2 in two parts, the first short enough to be multiplied exactly', () => {
    // ln 2 to 38 digits: Abramowitz & Stegun 1964, table 1.1.
    const high = (BigInt(LN2_HIGH * 2 ** 42) * 10n ** 38n) >> 42n;
    const both = high + BigInt(LN2_LOW * 1e38);
    expect(both / 10n ** 10n).toBe(6931471805599453094172321214n);
    expect((LN2_HIGH * 1074) / 1074).toBe(LN2_HIGH);
    expect(Number.isInteger(LN2_HIGH * 2 ** 42)).toBe(true);
    expect(Number.isInteger(STEP_HIGH * 2 ** 41)).toBe(true);
    expect((STEP_HIGH + STEP_LOW) * INTERVALS).toBe(LN2_HIGH + LN2_LOW);
  });

  it('hold the roots of two: entry i times entry 128 - i is 2', () => {
    for (let i = 1; i < INTERVALS; i++) {
      const root = { high: ROOT_HIGH[i]!, low: ROOT_LOW[i]! };
      const rest = { high: ROOT_HIGH[INTERVALS - i]!, low: ROOT_LOW[INTERVALS - i]! };
      const product = times(root, rest);
      expect(Math.abs(product.high - 2 + product.low)).toBeLessThan(1e-28);
    }
  });

  it('hold 17-bit reciprocals with their logarithms, exact where an interval touches 1', () => {
    for (let i = 0; i < INTERVALS; i++) {
      expect(Number.isInteger(RECIPROCAL[i]! * 65_536)).toBe(true);
      expect(Number.isInteger(LOG_HIGH[i]! * 2 ** 42)).toBe(true);
      expect(Math.abs(LOG_LOW[i]!)).toBeLessThan(2 ** -42);
      expect(LOG_HIGH[i]! + LOG_LOW[i]!).toBeCloseTo(-Math.log(RECIPROCAL[i]!), 15);
    }
    expect([RECIPROCAL[79], RECIPROCAL[80], LOG_HIGH[79], LOG_LOW[80]]).toEqual([1, 1, 0, 0]);
  });
});
