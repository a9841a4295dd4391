import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dataText,
  durationText,
  flowText,
  moneyText,
  percentText,
  scaledText,
  significant,
  THOUSANDS,
} from '../../src/base/amount-text.js';
import { readQuantity } from '../../src/base/quantity.js';
import { DAY, HOUR, MINUTE, SECOND, YEAR } from '../../src/base/units.js';

test('a length of time is written in the unit that people would choose', () => {
  const times = [0, 1.234, 59.996 * SECOND, 90 * MINUTE, 36 * HOUR, 2.5 * DAY, 3 * YEAR];
  expect(times.map(durationText)).toEqual([
    '0 ms',
    '1.23 ms',
    '1 min',
    '1.5 h',
    '36 h',
    '2.5 days',
    '3 years',
  ]);
});

test('data, money and shares keep three digits and no zeros that say nothing', () => {
  expect([0, 999.9, 5.1598e12, 4e30].map(dataText)).toEqual([
    '0 B',
    '1 kB',
    '5.16 TB',
    '1000000000 PB',
  ]);
  expect(flowText(17.44e6)).toBe('17.4 MB/s');
  expect([moneyText(-38_700, 'USD'), moneyText(999_999, null)]).toEqual(['-38.7k USD', '1M']);
  expect([percentText(0.525), percentText(0)]).toEqual(['52.5%', '0%']);
  expect([3e-7, 0.5, 23_456].map((value) => significant(value))).toEqual([
    '0.0000003',
    '0.5',
    '23500',
  ]);
});

test('what is written can be read again, to three digits', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e15, noNaN: true }), (value) => {
      const texts = [
        [durationText(Math.min(value, 100 * YEAR)), 'duration', Math.min(value, 100 * YEAR)],
        [dataText(value), 'data', value],
        [flowText(value), 'data rate', value],
        [moneyText(value, 'EUR'), 'money', value],
      ] as const;
      for (const [text, dimension, meant] of texts) {
        const read = readQuantity(text, dimension, { currency: 'EUR' });
        expect('value' in read ? read.value / meant : read).toBeCloseTo(1, 2);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a sign does not change the scale', () => {
  expect([1_500, -1_500].map((amount) => scaledText(amount, THOUSANDS))).toEqual(['1.5k', '-1.5k']);
});
