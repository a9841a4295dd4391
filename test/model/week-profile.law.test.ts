import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, ms, WEEK } from '../../src/base/units.js';
import {
  FLAT,
  meanTimeOver,
  multipleAt,
  nextQuietHour,
  weekProfile,
} from '../../src/model/week-profile.js';

const PARAMETERS = { seed: 1, numRuns: 300 };

const profile = fc
  .array(fc.constantFrom(0, 0.2, 1, 1, 3, 10), { minLength: 168, maxLength: 168 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => weekProfile('any', weights));
const instant = fc.integer({ min: -3 * WEEK, max: 5 * WEEK }).map(ms);
const instants = (count: number) =>
  fc
    .array(instant, { minLength: count, maxLength: count })
    .map((times) => times.toSorted((a, b) => a - b));

test('what flows in two stretches is what flows in both together', () => {
  fc.assert(
    fc.property(profile, instants(3), (flow, [from, middle, to]) => {
      const whole = meanTimeOver(flow, { from: from!, to: to! });
      const parts =
        meanTimeOver(flow, { from: from!, to: middle! }) +
        meanTimeOver(flow, { from: middle!, to: to! });
      expect(Math.abs(whole - parts)).toBeLessThan(1e-5);
      expect(whole).toBeGreaterThanOrEqual(0);
      expect(whole).toBeLessThanOrEqual((to! - from!) * flow.peak + 1e-5);
    }),
    PARAMETERS,
  );
});

test('what flows within an hour is its multiple times the time', () => {
  fc.assert(
    fc.property(profile, instant, fc.integer({ min: 0, max: HOUR }), (flow, any, length) => {
      const from = ms(Math.floor(any / HOUR) * HOUR);
      const seen = meanTimeOver(flow, { from, to: ms(from + length) });
      expect(Math.abs(seen - length * multipleAt(flow, from))).toBeLessThan(1e-5);
    }),
    PARAMETERS,
  );
});

test('the next quiet hour is the first hour to come that is as quiet as the week gets', () => {
  fc.assert(
    fc.property(profile, instant, (flow, now) => {
      const quiet = nextQuietHour(flow, now);
      expect(multipleAt(flow, quiet)).toBe(flow.lowest);
      expect(quiet - now).toBeLessThan(WEEK);
      for (let hour = Math.ceil(now / HOUR) * HOUR; hour < quiet; hour += HOUR) {
        expect(multipleAt(flow, ms(hour))).toBeGreaterThan(flow.lowest);
      }
    }),
    PARAMETERS,
  );
});

test('a profile of equal weights is flat in all but name', () => {
  const even = weekProfile(
    'even',
    Array.from({ length: 168 }, () => 7),
  );
  fc.assert(
    fc.property(instants(2), ([from, to]) => {
      const stretch = { from: from!, to: to! };
      expect(meanTimeOver(even, stretch)).toBeCloseTo(meanTimeOver(FLAT, stretch), 5);
    }),
    PARAMETERS,
  );
});
