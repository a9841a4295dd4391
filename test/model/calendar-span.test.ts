import { expect, test } from 'vitest';
import { DAY } from '../../src/base/units.js';
import { before, longest } from '../../src/model/calendar-span.js';

const NONE = { years: 0, months: 0, days: 0, hours: 0 };
const back = (from: string, span: Partial<typeof NONE>) =>
  new Date(before({ ...NONE, ...span }, Date.parse(`${from}Z`))).toISOString().slice(0, 19);

test('a month back is the same day of the month before, at the same time', () => {
  expect(back('2016-01-18T12:02:03', { months: 2 })).toBe('2015-11-18T12:02:03');
  expect(back('2016-01-18T12:02:03', { months: 2, hours: 2 })).toBe('2015-11-18T10:02:03');
  expect(back('2016-01-18T12:02:03', { years: 1, months: 1, days: 1 })).toBe('2014-12-17T12:02:03');
});

test('days that a month does not have run over into the next one', () => {
  expect(back('2027-03-31T00:00:00', { months: 1 })).toBe('2027-03-03T00:00:00');
  expect(back('2024-02-29T00:00:00', { years: 1 })).toBe('2023-03-01T00:00:00');
});

test('before 1970 it is the same', () => {
  expect(back('1970-01-02T06:00:00', { days: 3, hours: 7 })).toBe('1969-12-29T23:00:00');
});

test('the longest year has 366 days', () => {
  expect(longest({ ...NONE, years: 2, months: 1, days: 1 })).toBe((2 * 366 + 31 + 1) * DAY);
});
