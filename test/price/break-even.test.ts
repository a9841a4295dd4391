import { expect, test } from 'vitest';
import { breakEvenFrequency } from '../../src/price/break-even.js';

test('$500k a year that save $4M in each disaster pay from one disaster in 8 years', () => {
  const strategy = { loss: 0, infrastructure: 500_000 };
  expect(breakEvenFrequency(strategy, { loss: 4_000_000, infrastructure: 0 }, 1)).toBe(0.125);
  // The same per disaster, seen at another frequency.
  expect(breakEvenFrequency(strategy, { loss: 800_000, infrastructure: 0 }, 0.2)).toBe(0.125);
});

test('a strategy that costs no more and loses no more pays at once', () => {
  const same = { loss: 10, infrastructure: 5 };
  expect(breakEvenFrequency(same, same, 1)).toBe(0);
  expect(breakEvenFrequency({ loss: 3, infrastructure: 4 }, same, 1)).toBe(0);
});

test('a strategy that saves nothing never pays, and without disasters nothing is known', () => {
  const baseline = { loss: 10, infrastructure: 5 };
  expect(breakEvenFrequency({ loss: 10, infrastructure: 6 }, baseline, 1)).toBeNull();
  expect(breakEvenFrequency({ loss: 11, infrastructure: 4 }, baseline, 1)).toBeNull();
  expect(
    breakEvenFrequency({ loss: 0, infrastructure: 6 }, { ...baseline, loss: 0 }, 0),
  ).toBeNull();
});
