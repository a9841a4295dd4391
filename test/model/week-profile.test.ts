import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { DAY, HOUR, ms, WEEK } from '../../src/base/units.js';
import {
  FLAT,
  meanTimeOver,
  multipleAt,
  nextHour,
  nextQuietHour,
  weekProfile,
} from '../../src/model/week-profile.js';

const HOURS = Array.from({ length: 168 }, (_, hour) => hour);

/** Three times as much from 08:00 to 20:00 as at night. */
const office = weekProfile(
  'office',
  HOURS.map((hour) => (hour % 24 >= 8 && hour % 24 < 20 ? 3 : 1)),
);
/** Quiet on Sunday from 03:00 to 05:00 only. */
const shop = weekProfile(
  'shop',
  HOURS.map((hour) => (hour === 147 || hour === 148 ? 1 : 2)),
);
const at = (hours: number) => ms(hours * HOUR);

describe('week profile', () => {
  it('keeps the mean: weights are scaled to 1', () => {
    expect(multipleAt(office, at(8))).toBe(1.5);
    expect(multipleAt(office, at(7.999))).toBe(0.5);
    expect(office).toMatchObject({ peak: 1.5, lowest: 0.5 });
    expect(meanTimeOver(office, { from: ms(0), to: WEEK })).toBe(WEEK);
  });

  it('goes on in the same way week after week, before the first Monday too', () => {
    expect(multipleAt(office, at(8 + 5 * 168))).toBe(1.5);
    expect(multipleAt(office, at(8 - 168))).toBe(1.5);
    expect(multipleAt(office, ms(-1))).toBe(0.5);
    expect(meanTimeOver(office, { from: ms(-3 * WEEK), to: ms(2 * WEEK) })).toBe(5 * WEEK);
  });

  it('adds up hour by hour', () => {
    expect(meanTimeOver(office, { from: at(0), to: at(8) })).toBe(at(4));
    expect(meanTimeOver(office, { from: at(8), to: at(20) })).toBe(at(18));
    expect(meanTimeOver(office, { from: at(7.5), to: at(8.5) })).toBe(at(1));
    expect(meanTimeOver(office, { from: at(9), to: at(9) })).toBe(0);
  });

  it('says when the next hour begins', () => {
    expect(nextHour(at(3))).toBe(at(4));
    expect(nextHour(ms(at(4) - 1))).toBe(at(4));
    expect(nextHour(ms(-1))).toBe(0);
  });

  it('finds the next quiet hour, this one only from its very start', () => {
    expect(nextQuietHour(shop, at(0))).toBe(at(147));
    expect(nextQuietHour(shop, at(147))).toBe(at(147));
    expect(nextQuietHour(shop, ms(at(147) + 1))).toBe(at(148));
    expect(nextQuietHour(shop, ms(at(148) + 1))).toBe(at(147 + 168));
    expect(nextQuietHour(shop, ms(-5 * DAY))).toBe(at(-21));
  });

  it.each([
    ['an hour too few', HOURS.slice(1)],
    ['an hour too many', [...HOURS, 1]],
    ['a weight below 0', HOURS.map((hour) => hour - 1)],
    ['a weight that is no number', HOURS.map((hour) => (hour === 9 ? NaN : 1))],
    ['a weight without end', HOURS.map((hour) => (hour === 9 ? Infinity : 1))],
    ['nothing all week', HOURS.map(() => 0)],
  ])('is refused with %s', (_, weights) => {
    expect(() => weekProfile('broken', weights)).toThrow(InvariantError);
  });
});

describe('flat profile', () => {
  it('is the same at every hour', () => {
    expect(FLAT).toMatchObject({ peak: 1, lowest: 1 });
    expect(multipleAt(FLAT, at(55.5))).toBe(1);
    expect(meanTimeOver(FLAT, { from: ms(123), to: ms(456_789_012) })).toBe(456_788_889);
  });

  it('is as quiet at the next full hour as it ever gets', () => {
    expect(nextQuietHour(FLAT, at(5))).toBe(at(5));
    expect(nextQuietHour(FLAT, ms(at(5) + 1))).toBe(at(6));
  });
});
