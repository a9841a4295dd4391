import { describe, expect, it } from 'vitest';
import { DAY, HOUR, ms } from '../../src/base/units.js';
import { changedBytes } from '../../src/model/backup-policy.js';

const TB = 1e12;
const GB = 1e9;
const plenty = { data: TB, change: 0.01, written: Infinity, reduction: 1 };

describe('bytes of an incremental backup', () => {
  it('of 1 TB of which 1 % changes a day are 10 GB a day', () => {
    expect(changedBytes(plenty, DAY)).toBeCloseTo(10 * GB, 3);
    // The seven dailies that the design counts.
    expect(7 * changedBytes(plenty, DAY)).toBeCloseTo(70 * GB, 2);
  });

  it('count data that changes twice once: two days are 1 - 0.99^2', () => {
    expect(changedBytes(plenty, ms(2 * DAY))).toBeCloseTo(19.9 * GB, 3);
    expect(changedBytes(plenty, ms(1000 * DAY))).toBeCloseTo(TB * (1 - 0.99 ** 1000), 0);
  });

  it('are never more than was written', () => {
    const written = 2 * GB;
    expect(changedBytes({ ...plenty, written }, DAY)).toBe(2 * GB);
    expect(changedBytes({ ...plenty, written: 11 * GB }, DAY)).toBeCloseTo(10 * GB, 3);
  });

  it('are divided by what compression and deduplication save', () => {
    expect(changedBytes({ ...plenty, reduction: 2 }, DAY)).toBeCloseTo(5 * GB, 3);
    expect(changedBytes({ ...plenty, written: 2 * GB, reduction: 2 }, DAY)).toBe(GB);
  });

  it('are none where nothing changes, in no time, and all where everything changes', () => {
    expect(changedBytes({ ...plenty, change: 0 }, DAY)).toBe(0);
    expect(changedBytes(plenty, ms(0))).toBe(0);
    expect(changedBytes({ ...plenty, change: 1 }, HOUR)).toBe(TB);
  });

  it('grow with the stretch, by less and less', () => {
    const hours = [1, 2, 3, 4].map((n) => changedBytes({ ...plenty, change: 0.9 }, ms(n * HOUR)));
    const steps = hours.slice(1).map((bytes, i) => bytes - hours[i]!);
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    expect(steps.at(-1)).toBeGreaterThan(0);
  });
});
