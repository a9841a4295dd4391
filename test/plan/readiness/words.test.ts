import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuantity } from '../../../src/base/quantity.js';
import { dataText, flowText, percentText } from '../../../src/base/amount-text.js';
import { listed } from '../../../src/base/listed.js';
import { DAY, HOUR, MINUTE, SECOND, YEAR } from '../../../src/base/units.js';
import {
  counted,
  dayText,
  every,
  lineRate,
  percentAbove,
  roundedUp,
  span,
  wholeAbove,
} from '../../../src/plan/readiness/words.js';

test.each([
  [0, '0 ms'],
  [90 * SECOND, '90 s'],
  [26.4 * HOUR, '26.4 h'],
  [36 * HOUR, '36 h'],
  [7 * DAY, '1 week'],
  [30 * DAY, '30 days'],
  [YEAR / 12, '1 month'],
  [YEAR / 4, '3 months'],
  [2 * YEAR, '2 years'],
  [119.4 * DAY, '119 days'],
  [1.234, '1.23 ms'],
  [59.996 * MINUTE, '1 h'],
])('%d ms are written %s', (time, text) => {
  expect(span(time)).toBe(text);
});

test('what is written can be read again, to three digits', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 100 * YEAR, noNaN: true }), (time) => {
      const read = readQuantity(span(time), 'duration');
      expect('value' in read ? read.value / time : read).toBeCloseTo(1, 2);
      const rate = readQuantity(flowText(time), 'data rate');
      expect('value' in rate ? rate.value / time : rate).toBeCloseTo(1, 2);
      const line = readQuantity(lineRate(time), 'data rate');
      expect('value' in line && line.value >= time * (1 - 1e-9)).toBe(true);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('what is rounded up is not below, and less than a tenth above', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e18, noNaN: true }), (value) => {
      expect(roundedUp(value) / value).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(roundedUp(value) / value).toBeLessThan(1.1 + 1e-12);
    }),
    { seed: 1, numRuns: 500 },
  );
  expect([0, 1230, 99.2, 0.0301].map(roundedUp)).toEqual([0, 1300, 100, 0.031]);
});

test('times that somebody asks for are whole', () => {
  expect(
    [1.2 * SECOND, 50.5 * SECOND, 7.1 * HOUR, 51 * HOUR].map((t) => span(wholeAbove(t))),
  ).toEqual(['2 s', '1 min', '8 h', '3 days']);
});

test('amounts, lists and days read as in a sentence', () => {
  expect(dataText(5.1598e12)).toBe('5.16 TB');
  expect(lineRate(2.66e6)).toBe('22 Mbit/s');
  expect(percentText(0.525)).toBe('52.5%');
  expect([1 / 3, 0.525, 1].map(percentAbove)).toEqual(['33.4%', '52.5%', '100%']);
  expect([counted(1, 'copy', 'copies'), counted(0, 'copy', 'copies')]).toEqual([
    '1 copy',
    '0 copies',
  ]);
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  expect([every(7 * DAY), every(15 * MINUTE)]).toEqual(['every week', 'every 15 min']);
  expect(dayText(Date.UTC(2025, 5, 30))).toBe('2025-06-30');
});
