import { expect, test } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { point } from '../../src/random/point.js';

test('what is known is always the same', () => {
  expect([1e-9, 0.5, 1 - 1e-9].map((u) => point(42).quantile(u))).toEqual([42, 42, 42]);
  expect(point(42)).toMatchObject({ law: 'point', mean: 42, sd: 0 });
});

test('the rest of a known wait shrinks with the time elapsed', () => {
  expect([0, 10, 42, 100].map((x) => point(42).meanBeyond(x))).toEqual([42, 32, 0, 0]);
});

test.each([NaN, Infinity, -Infinity])('a point at %s is refused', (value) => {
  expect(() => point(value)).toThrow(InvariantError);
});
