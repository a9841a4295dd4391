import { expect, test } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { empirical } from '../../src/random/empirical.js';

const drills = [90, 12, 30, 12];

test('each value seen is as likely as any other', () => {
  const law = empirical(drills);
  expect([0.1, 0.3, 0.6, 0.9].map((u) => law.quantile(u))).toEqual([12, 12, 30, 90]);
  expect([11, 12, 29, 30, 90].map((x) => law.cdf(x))).toEqual([0, 0.5, 0.5, 0.75, 1]);
});

test('mean and spread are those of the values, which are all there is', () => {
  const law = empirical(drills);
  expect(law.mean).toBe(36);
  expect(law.sd).toBe(Math.sqrt((54 ** 2 + 2 * 24 ** 2 + 6 ** 2) / 4));
});

test('the rest of a wait is judged by the longer ones seen', () => {
  const law = empirical(drills);
  expect([0, 12, 20, 30, 90, 100].map((x) => law.meanBeyond(x))).toEqual([36, 48, 40, 60, 0, 0]);
});

test('the list that it was made from stays as it was, and its own too', () => {
  const values = [3, 1, 2];
  const law = empirical(values);
  expect(values).toEqual([3, 1, 2]);
  values[0] = 1000;
  expect(law.quantile(0.99)).toBe(3);
});

test('values are sorted as numbers, not as text', () => {
  expect(empirical([10, 9, 100, -1]).quantile(0.01)).toBe(-1);
  expect(empirical([10, 9, 100, -1]).quantile(0.99)).toBe(100);
});

test.each([[[]], [[1, NaN]], [[Infinity]], [[-Infinity, 1]]])('%j is refused', (values) => {
  expect(() => empirical(values)).toThrow(InvariantError);
});
