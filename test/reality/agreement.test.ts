import { describe, expect, test } from 'vitest';
import { agreementOf, holds, insideShare, medianOf, type Pair, rankOf } from './agreement.js';

/** The values 1 to 100, which drills of the same law should spread over evenly. */
const HUNDRED = Array.from({ length: 100 }, (_, i) => i + 1);
const evenly = (shift: (value: number) => number): readonly Pair[] =>
  HUNDRED.map((value) => ({ measured: shift(value), simulated: HUNDRED }));

describe('drills of the very law that was predicted', () => {
  test('lie inside in 80 of 100 cases, around a ratio of 1, with even ranks', () => {
    const { inside, ratio, excess, unevenness } = agreementOf(evenly((value) => value));
    expect(inside).toBeCloseTo(0.8, 1);
    expect(ratio).toBeCloseTo(1, 9);
    expect(excess).toBe(0);
    expect(unevenness).toBeLessThan(0.02);
  });

  test('do so, too, where it has one value only', () => {
    const sure = agreementOf([{ measured: 0, simulated: [0, 0, 0, 0] }]);
    expect(sure).toMatchObject({ insideOrTied: 1, ratio: null, excess: 0, unevenness: 0 });
    expect(sure.inside).toBeCloseTo(0.8, 9);
    expect(holds(sure)).toBe(true);
  });
});

test.each([
  ['twice as long as predicted', (value: number) => 2 * value],
  ['half as long as predicted', (value: number) => value / 2],
  ['all in the middle of a range that is too wide', () => 50],
])('drills that are %s do not agree', (_, shift) => {
  expect(holds(agreementOf(evenly(shift)))).toBe(false);
});

test('what cannot be told apart is tied', () => {
  expect(rankOf(3.05, [1, 3, 3.1, 5])).toEqual({ from: 0.2, to: 0.8 });
  expect(insideShare({ from: 0, to: 0.2 })).toBeCloseTo(0.5, 9);
});

test('the median of an even number of values lies between the middle two', () => {
  expect(medianOf([4, 1, 2, 3])).toBe(2.5);
  expect(medianOf([5, 1, 9])).toBe(5);
});
