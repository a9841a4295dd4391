import { expect, test } from 'vitest';
import { trialsNeeded } from '../../src/stats/trials-needed.js';

test('3 of 20 incidents in 1,000 trials: 6,667 trials, rounded up to two digits', () => {
  expect(trialsNeeded({ trials: 1_000, required: 20, seen: 3 })).toBe(6_700);
});

test('nothing seen: at least what one sighting would call for', () => {
  expect(trialsNeeded({ trials: 2_000, required: 2_000, seen: 0 })).toBe(4_000_000);
});

test('small numbers stay whole and exact', () => {
  expect(trialsNeeded({ trials: 2, required: 2, seen: 1 })).toBe(4);
  expect(trialsNeeded({ trials: 99, required: 1, seen: 1 })).toBe(99);
  expect(trialsNeeded({ trials: 101, required: 1, seen: 1 })).toBe(110);
});

test('what is not a number is refused', () => {
  expect(() => trialsNeeded({ trials: NaN, required: 2, seen: 1 })).toThrow('NaN');
  expect(() => trialsNeeded({ trials: 10, required: Infinity, seen: 1 })).toThrow('Infinity');
});
