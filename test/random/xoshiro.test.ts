import { expect, test } from 'vitest';
import { Xoshiro } from '../../src/random/xoshiro.js';

const words = (state: readonly [number, number, number, number], count: number) => {
  const generator = new Xoshiro(state);
  return Array.from({ length: count }, () => generator.word() >>> 0);
};

test('words are those of the reference implementation from the state 1, 2, 3, 4', () => {
  // xoshiro128starstar.c, version 1.1 (prng.di.unimi.it).
  expect(words([1, 2, 3, 4], 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ]);
});

test('the state of all zeros, which would give zeros for ever, is replaced', () => {
  expect(words([0, 0, 0, 0], 20)).toEqual(words([1, 0, 0, 0], 20));
  expect(new Set(words([0, 0, 0, 0], 20)).size).toBeGreaterThan(10);
});
