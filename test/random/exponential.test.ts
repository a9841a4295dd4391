import { expect, test } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { exponential } from '../../src/random/exponential.js';

test('quantiles are mean x ln(1 / (1 - u))', () => {
  const wait = exponential(1000);
  expect(wait.quantile(0.5)).toBeCloseTo(693.1471805599454, 10);
  expect(wait.quantile(1 - Math.exp(-1))).toBeCloseTo(1000, 9);
  expect(wait.cdf(3000)).toBeCloseTo(0.950212931632136, 14);
  expect(wait.sd).toBe(1000);
});

test('the shortest waits keep all their digits', () => {
  expect(exponential(1).quantile(1e-15)).toBeCloseTo(1e-15, 29);
  expect(exponential(1).cdf(1e-15)).toBeCloseTo(1e-15, 29);
});

test('what does not age is expected to last as long as ever, however long it has lasted', () => {
  expect([0, 1, 1e6, 1e300].map((x) => exponential(50).meanBeyond(x))).toEqual([50, 50, 50, 50]);
});

test.each([NaN, 0, -1, Infinity])('a mean of %s is refused', (mean) => {
  expect(() => exponential(mean)).toThrow(InvariantError);
});
