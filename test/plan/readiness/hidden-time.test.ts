import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '../../../src/base/units.js';
import { hiddenTime, quantileOfSum } from '../../../src/plan/readiness/hidden-time.js';
import { exponential } from '../../../src/random/exponential.js';
import { point } from '../../../src/random/point.js';
import { uniform } from '../../../src/random/uniform.js';
import { shipped } from '../../running.js';

test('what is known adds itself to every quantile', () => {
  const law = uniform({ low: 2, high: 12 });
  expect(quantileOfSum(point(5), law, 0.5)).toBeCloseTo(12, 12);
  expect(quantileOfSum(law, point(0), 0.9)).toBeCloseTo(11, 12);
});

test('two uniforms add up to a triangle', () => {
  const law = uniform({ low: 0, high: 1 });
  // The upper corner holds (2 - x)^2 / 2.
  for (const p of [0.6, 0.9, 0.95]) {
    expect(quantileOfSum(law, law, p)).toBeCloseTo(2 - Math.sqrt(2 * (1 - p)), 3);
  }
});

test('two waits of the same mean add up to a gamma law of shape 2', () => {
  // P(X > x) = (1 + x) exp(-x) is 0.05 at x = 4.74386.
  expect(quantileOfSum(exponential(1), exponential(1), 0.95) / 4.74386).toBeCloseTo(1, 2);
});

test('the sum is later than either part, and no later than both at half the risk', () => {
  const means = fc.double({ min: 0.1, max: 50, noNaN: true });
  fc.assert(
    fc.property(means, means, (first, second) => {
      const [a, b] = [exponential(first), exponential(second)];
      const sum = quantileOfSum(a, b, 0.95);
      expect(sum).toBeGreaterThan(Math.max(a.quantile(0.95), b.quantile(0.95)));
      expect(sum).toBeLessThanOrEqual(a.quantile(0.975) + b.quantile(0.975));
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('by the usual limits damage stays hidden for less than four months in 19 cases of 20', () => {
  expect(hiddenTime(shipped('online-shop.yaml').readiness) / DAY).toBeCloseTo(116.6, 0);
});
