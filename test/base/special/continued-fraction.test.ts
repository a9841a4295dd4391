import { describe, expect, it } from 'vitest';
import { continuedFractionValue } from '../../../src/base/special/continued-fraction.js';

describe('continued fractions', () => {
  it('of ones only is the golden ratio', () => {
    const value = continuedFractionValue({ numerator: () => 1, denominator: () => 1 });
    expect(value).toBeCloseTo((1 + Math.sqrt(5)) / 2, 14);
  });

  it('of odd numbers over minus one gives cot(1) (Lambert 1761)', () => {
    const value = continuedFractionValue({ numerator: () => -1, denominator: (n) => 2 * n + 1 });
    expect(value).toBeCloseTo(1 / 1.5574077246549023, 14);
  });

  it('that ends is its last convergent', () => {
    const value = continuedFractionValue({
      numerator: (n) => (n === 1 ? 6 : 0),
      denominator: (n) => n + 1,
    });
    expect(value).toBe(4);
  });

  it('that turns into NaN stops the run', () => {
    const broken = { numerator: () => NaN, denominator: () => 1 };
    expect(() => continuedFractionValue(broken)).toThrow(/not settled/);
  });
});
