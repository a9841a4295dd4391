import { describe, expect, it } from 'vitest';
import { DAY, ms } from '../../src/base/units.js';
import { keptFor, NO_RULES } from '../../src/model/retention.js';
import { backups, type Setting, TB } from './backups.js';

/** Captures of all points that are kept, in days, on a day. */
function kept(setting: Setting, day: number): number[] {
  return [...backups(setting).points(ms(day * DAY))].map(({ captured }) => captured / DAY);
}

describe('a full copy that lasts from day 7 to noon of day 10', () => {
  const long: Setting = { rate: TB / (3.5 * 86_400) };

  it('is there once it is complete, though newer points build on the one before', () => {
    const last = { ...long, retention: { ...NO_RULES, last: 1 } };
    expect(kept(last, 10.4)).toEqual([10, 9, 8, 6, 5, 4, 0]);
    expect(kept(last, 10.6)).toEqual([10, 9, 8, 7, 6, 5, 4, 0]);
  });

  it('has the store pruned as of its end, not as of that of the newest point', () => {
    const rarely = { ...long, incremental: 3 * DAY, retention: keptFor(ms(7 * DAY)) };
    expect(kept(rarely, 10.4).slice(0, 3)).toEqual([9, 6, 3]);
    expect(kept(rarely, 10.6)).toEqual([9, 7, 6, 0]);
  });
});

describe('a chain of a week', () => {
  it('is kept whole for the sake of one point in the middle', () => {
    // Day 0 is a Thursday: of the chain from day 7 on, day 10 is the last of its calendar week.
    const weeks = (weekly: number) => kept({ retention: { ...NO_RULES, weekly } }, 19.5);
    const newest = [19, 18, 17, 16, 15, 14];
    expect(weeks(2)).toEqual(newest);
    expect(weeks(3)).toEqual([...newest, 13, 12, 11, 10, 9, 8, 7]);
  });
});
