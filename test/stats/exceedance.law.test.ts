import fc from 'fast-check';
import { mean } from 'simple-statistics';
import { expect, test } from 'vitest';
import { exceedanceCurve, tailValueAtRisk, valueAtRisk } from '../../src/stats/exceedance.js';
import { lowerQuantile } from '../../src/stats/lower-quantile.js';

const loss = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e9, noNaN: true }), fc.nat(5));
const losses = fc
  .array(loss, { minLength: 1, maxLength: 60 })
  .map((values) => Float64Array.from(values));
const level = fc.double({ min: 0, max: 0.999, noNaN: true });
const SETTINGS = { seed: 1, numRuns: 300 };

test('along the curve losses rise and chances fall, each the share of years above it', () => {
  fc.assert(
    fc.property(losses, (years) => {
      const curve = exceedanceCurve(years, 1000);
      curve.forEach(([amount, chance], i) => {
        expect(chance).toBe(years.filter((each) => each > amount).length / years.length);
        const [more, less] = curve[i + 1] ?? [Infinity, -1];
        expect(more > amount && less < chance).toBe(true);
      });
      expect(curve.at(-1)![1]).toBe(0);
      expect(new Set(curve.map(([amount]) => amount))).toEqual(new Set(years));
    }),
    SETTINGS,
  );
});

test('a thinned curve is part of the whole, with its first and last point', () => {
  fc.assert(
    fc.property(losses, fc.integer({ min: 2, max: 20 }), (years, most) => {
      const whole = exceedanceCurve(years, 1000);
      const thin = exceedanceCurve(years, most);
      expect(thin.length).toBeLessThanOrEqual(most);
      expect(thin[0]).toEqual(whole[0]);
      expect(thin.at(-1)).toEqual(whole.at(-1));
      const places = thin.map(([amount]) => whole.findIndex((point) => point[0] === amount));
      expect(places.every((place, i) => place > (places[i - 1] ?? -1))).toBe(true);
      expect(thin).toEqual(places.map((place) => whole[place]));
    }),
    SETTINGS,
  );
});

/** The integral of the value at risk from alpha to 1, year by year, each a step of 1/n. */
function tailSlowly(rising: Float64Array, alpha: number): number {
  const n = rising.length;
  const steps = [...rising].map(
    (amount, i) => amount * Math.max(0, (i + 1) / n - Math.max(alpha, i / n)),
  );
  return steps.reduce((a, b) => a + b, 0) / (1 - alpha);
}

test('the tail value is the integral of the value at risk, never below it, rising with the level', () => {
  fc.assert(
    fc.property(losses, level, level, (years, one, other) => {
      const rising = years.toSorted();
      const worst = rising.at(-1)!;
      const alpha = Math.min(one, other);
      const tail = tailValueAtRisk(rising, alpha)!;
      const dust = (1e-12 * worst) / (1 - alpha);
      expect(tail).toBeGreaterThanOrEqual(valueAtRisk(rising, alpha)!);
      expect(Math.abs(tail - tailSlowly(rising, alpha))).toBeLessThanOrEqual(dust);
      const further = tailValueAtRisk(rising, Math.max(one, other))!;
      expect(further).toBeGreaterThanOrEqual(tail - dust);
      expect(valueAtRisk(rising, alpha)).toBe(lowerQuantile(rising, alpha));
    }),
    SETTINGS,
  );
});

test('the whole tail is the mean', () => {
  fc.assert(
    fc.property(losses, (years) => {
      const gap = tailValueAtRisk(years.toSorted(), 0)! - mean([...years]);
      expect(Math.abs(gap)).toBeLessThanOrEqual(1e-12 * Math.max(...years));
    }),
    SETTINGS,
  );
});
