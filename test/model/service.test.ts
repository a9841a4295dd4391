import { describe, expect, it } from 'vitest';
import { ms, YEAR } from '../../src/base/units.js';
import { dataAt, growthAt } from '../../src/model/service.js';

describe('growth', () => {
  it('is a step at each full year: (1 + g)^floor(years)', () => {
    const after = (years: number) => growthAt(0.2, ms(years * YEAR));
    expect(after(0)).toBe(1);
    expect(growthAt(0.2, ms(YEAR - 1))).toBe(1);
    expect(after(1)).toBe(1.2);
    expect(after(1.999)).toBe(1.2);
    expect(after(10)).toBeCloseTo(6.1917364224, 12);
  });

  it('has not begun before the start', () => {
    expect(growthAt(0.2, ms(-5 * YEAR))).toBe(1);
  });

  it('may be none, or a decline', () => {
    expect(growthAt(0, ms(7 * YEAR))).toBe(1);
    expect(growthAt(-0.5, ms(3 * YEAR))).toBe(0.125);
  });

  it('takes the data with it', () => {
    expect(dataAt({ size: 1e12, growth: 0.5 }, ms(2.5 * YEAR))).toBe(2.25e12);
  });
});
