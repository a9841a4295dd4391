import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventCountInterval, wilsonInterval } from '../../src/stats/score-interval.js';

const Z = 1.959963984540054;

// Newcombe, Two-sided confidence intervals for the single proportion (Statistics in Medicine 1998),
// table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i hits: the published Wilson interval', (hits, n, low, high) => {
  const interval = wilsonInterval({ share: hits / n, n, z: Z });
  expect(interval[0]).toBeCloseTo(low, 4);
  expect(interval[1]).toBeCloseTo(high, 4);
});

test('no hit begins at exactly 0 and only hits end at exactly 1', () => {
  for (let n = 1; n <= 200; n++) {
    expect(wilsonInterval({ share: 0, n, z: Z })[0]).toBe(0);
    expect(wilsonInterval({ share: 1, n, z: Z })[1]).toBe(1);
  }
});

test('4 events seen: between 1.56 and 10.29 expected', () => {
  const [low, high] = eventCountInterval(4, 1.96);
  expect(low).toBeCloseTo(1.5555, 4);
  expect(high).toBeCloseTo(10.2861, 4);
});

test('both ends are where the score test begins to reject', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.double({ min: 0.5, max: 20, noNaN: true }),
      (count, z) => {
        for (const expected of eventCountInterval(count, z)) {
          expect(Math.abs(count - expected) / Math.sqrt(expected) / z).toBeCloseTo(1, 6);
        }
      },
    ),
    { seed: 1, numRuns: 200 },
  );
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.5, max: 1e6, noNaN: true }),
      (share, n) => {
        for (const chance of wilsonInterval({ share, n, z: Z })) {
          const error = Math.sqrt((chance * (1 - chance)) / n);
          expect(Math.abs(share - chance) / error / Z).toBeCloseTo(1, 6);
        }
      },
    ),
    { seed: 2, numRuns: 200 },
  );
});

test('what has no interval is refused', () => {
  expect(() => wilsonInterval({ share: NaN, n: 3, z: Z })).toThrow('NaN');
  expect(() => wilsonInterval({ share: 0.5, n: 0, z: Z })).toThrow('among 0');
  expect(() => eventCountInterval(0, Z)).toThrow('0 events');
});
