import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled, shifted } from '../../src/base/decimal.js';

test('a decimal is multiplied as it is written, not as binary rounds it', () => {
  expect(1.005 * 1000).not.toBe(1005);
  expect(scaled('1.005', 1000)).toBe(1005);
  expect(scaled('52.6', 60_000)).toBe(3_156_000);
  expect(scaled('-0.29', 100)).toBe(-29);
});

test('what multiplies and divides alike leaves the decimal alone', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: 1, max: 1e12 }),
      (x, n) => {
        expect(scaled(String(x), n, n)).toBe(Number(String(x)));
      },
    ),
    { seed: 6, numRuns: 500 },
  );
});

test('the point moves either way, also behind an exponent', () => {
  expect(shifted('0.3', 2)).toBe(30);
  expect(shifted('99.95', -2)).toBe(0.9995);
  expect(shifted('1.5E-3', 3)).toBe(1.5);
  expect(shifted('1e+21', -21)).toBe(1);
});
