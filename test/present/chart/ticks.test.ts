import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chanceLabel,
  decadeTicks,
  labelled,
  linearTicks,
  signedTicks,
  linearTimeTicks,
  moneyTicks,
  timeTicks,
} from '../../../src/present/chart/ticks.js';

test('durations get the ticks that people think in, with room on both sides', () => {
  expect(timeTicks([300, 3_600]).values).toEqual([60, 600, 3_600, 21_600]);
});

test('an axis with a recovery time of 0 begins a step lower, and says 0 there', () => {
  const ticks = timeTicks([0, 300]);
  expect(ticks).toMatchObject({ values: [10, 60, 600], fromZero: true });
  expect(labelled(ticks, String, '0').labelExpr).toBe(
    '{"10":"0","60":"60","600":"600"}[datum.value]',
  );
});

test('durations on a linear axis go in steps that clocks know, at most six of them', () => {
  expect(linearTimeTicks([5_677, 400]).values).toEqual([0, 1_800, 3_600, 5_400, 7_200]);
  const times = fc.double({ min: 1e-3, max: 1e11, noNaN: true });
  fc.assert(
    fc.property(times, (most) => {
      const { values, low, high } = linearTimeTicks([most]);
      expect(values.length).toBeLessThanOrEqual(8);
      expect([low, high >= most]).toEqual([0, true]);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('an axis without any time is still an axis', () => {
  expect(timeTicks([]).values.length).toBeGreaterThan(1);
  expect(decadeTicks([]).values.length).toBeGreaterThan(1);
  expect(linearTimeTicks([]).values).toEqual([0, 60]);
  expect(linearTicks([]).values).toEqual([0, 1]);
});

test('decades are powers of ten to the last digit', () => {
  expect(decadeTicks([0.0002, 0.5]).values).toEqual([0.0001, 0.001, 0.01, 0.1, 1]);
  expect(decadeTicks([4e6]).values).toEqual([1e6, 1e7]);
});

test('money on a log axis spans six powers of ten at most, and a step more for what is below', () => {
  expect(moneyTicks([300, 5_000])).toMatchObject({ values: [100, 1e3, 1e4], fromZero: false });
  expect(moneyTicks([0, 300, 5_000])).toMatchObject({
    values: [10, 100, 1e3, 1e4],
    fromZero: true,
  });
  const wide = moneyTicks([0.001, 5, 2e6]);
  expect(wide).toMatchObject({ low: 0.1, high: 1e7, fromZero: true });
  expect(moneyTicks([]).values.length).toBeGreaterThan(1);
});

test('money from 0 gets about five round steps', () => {
  expect(linearTicks([262_700]).values).toEqual([0, 5e4, 1e5, 1.5e5, 2e5, 2.5e5, 3e5]);
});

test('a chance is also told as one year in so many', () => {
  expect(chanceLabel(0.001)).toMatch(/\(1 in 1,000\)$/);
});

test('every axis holds what it is for, with 2 to 16 rising ticks', () => {
  const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(fc.array(positive, { minLength: 1 }), (values) => {
      for (const ticks of [timeTicks(values), decadeTicks(values), linearTicks(values)]) {
        expect(ticks.values.length).toBeGreaterThan(1);
        expect(ticks.values.length).toBeLessThan(17);
        expect(ticks.values).toEqual(ticks.values.toSorted((a, b) => a - b));
        expect(values.every((value) => ticks.low <= value && value <= ticks.high)).toBe(true);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('amounts on both sides of 0 have round steps with 0 among them', () => {
  expect(signedTicks([-50_000, 0]).values).toEqual([
    -50_000, -40_000, -30_000, -20_000, -10_000, 0,
  ]);
  expect(signedTicks([-45, 80]).values).toEqual([-80, -40, 0, 40, 80]);
  expect(signedTicks([0]).values).toEqual([0, 1]);
});
