import { expect, test } from 'vitest';
import { Moments } from '../../src/stats/moments.js';

const momentsOf = (values: readonly number[]) => {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  return moments;
};

test('2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and the variance 32/7', () => {
  const moments = momentsOf([2, 4, 4, 4, 5, 5, 7, 9]);
  expect(moments.n).toBe(8);
  expect(moments.mean).toBe(5);
  expect(moments.variance).toBeCloseTo(32 / 7, 14);
});

test('nothing has no mean, and one value has no variance', () => {
  expect(momentsOf([])).toMatchObject({ n: 0, mean: null, variance: null });
  expect(momentsOf([3])).toMatchObject({ n: 1, mean: 3, variance: null });
});

test('a small spread survives a large mean', () => {
  expect(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
});

test('a value that is not a finite number is refused', () => {
  expect(() => momentsOf([NaN])).toThrow('NaN');
  expect(() => momentsOf([Infinity])).toThrow('Infinity');
});
