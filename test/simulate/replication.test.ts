import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, type Ms, ms } from '../../src/base/units.js';
import { FLAT, meanTimeOver, weekProfile } from '../../src/model/week-profile.js';
import { type Replication, unsentAge } from '../../src/simulate/replication.js';

const MB = 1e6;

/** 60 MB/s from 06:00 to 18:00 and 10 MB/s at night, over a link of 40 MB/s. */
const daily: Replication = {
  writes: 35 * MB,
  profile: weekProfile(
    'day and night',
    Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 6 && hour % 24 < 18 ? 60 : 10)),
  ),
  rate: 40 * MB,
  intoWeek: ms(0),
  cuts: [],
  halts: [],
  stalls: [],
};
const at = (hours: number) => ms(hours * HOUR);
const always = { since: -Infinity };
const age = (flow: Replication, hours: number) => unsentAge(flow, { ...always, at: at(hours) });

/** Bytes unsent at an instant, by its definition: what was written within the age. */
const backlog = (flow: Replication, now: Ms) => {
  const from = ms(now - unsentAge(flow, { ...always, at: now }));
  return (flow.writes * meanTimeOver(flow.profile, { from, to: now })) / 1000;
};

describe('a link that is too small by day and drains at night', () => {
  it('is 4 hours behind at dusk, by 864,000 MB', () => {
    expect(age(daily, 18)).toBe(14_400_000);
    expect(backlog(daily, at(18))).toBeCloseTo(864_000 * MB, -3);
  });

  it('has drained 8 hours after dusk and stays so until dawn', () => {
    expect(age(daily, 26 - 0.01)).toBeGreaterThan(0);
    expect([26, 27, 30].map((hour) => age(daily, hour))).toEqual([0, 0, 0]);
    expect(age(daily, 30.01)).toBeGreaterThan(0);
  });

  it('falls further behind in time while it drains: 120,000 MB of the night are 12,000 s of it', () => {
    // At 00:00 30 MB/s have drained for 6 h: 216,000 MB left, all of them written since dusk.
    expect(age(daily, 24)).toBe(21_600_000);
    expect(backlog(daily, at(24))).toBeCloseTo(216_000 * MB, -3);
    expect(age(daily, 25)).toBe(10_800_000);
  });

  it('has 360,000 MB unsent on average', () => {
    const minutes = Array.from({ length: 1440 }, (_, i) => backlog(daily, ms((i + 0.5) * MINUTE)));
    const mean = minutes.reduce((a, b) => a + b, 0) / 1440;
    expect(Math.abs(mean / (360_000 * MB) - 1)).toBeLessThan(1e-5);
  });

  it('is the same every day, however long it has been running', () => {
    for (const day of [-700, -1, 1, 10, 3652]) {
      expect(unsentAge(daily, { ...always, at: ms(at(18) + day * DAY) })).toBe(14_400_000);
    }
  });

  it('follows the hour of the week, whenever the scenario starts', () => {
    const started = { ...daily, intoWeek: at(5 * 24 + 12) };
    expect(age(started, 6)).toBe(14_400_000);
    expect(age(started, 14)).toBe(0);
  });
});

describe('a link that keeps up', () => {
  const steady: Replication = { ...daily, writes: 10 * MB, profile: FLAT };

  it('has nothing unsent', () => {
    expect(age(steady, 1000)).toBe(0);
    expect(age({ ...steady, rate: 10 * MB }, 1000)).toBe(0);
    expect(age({ ...daily, rate: 60 * MB }, 18)).toBe(0);
  });

  it('falls behind while it is cut, and catches up at what it has to spare', () => {
    const cut = { ...steady, cuts: [{ from: at(10), to: at(13) }] };
    expect(age(cut, 10)).toBe(0);
    expect(age(cut, 11)).toBe(HOUR);
    expect(age(cut, 13)).toBe(3 * HOUR);
    // 3 h of 10 MB/s are sent at 40 MB/s while 10 MB/s come in: drained after another hour.
    expect(age(cut, 13.5)).toBe(1.5 * HOUR);
    expect(age(cut, 14)).toBe(0);
    expect(age(cut, 15)).toBe(0);
  });

  it('is as far behind as if there were one cut where cuts overlap', () => {
    const cuts = [
      { from: at(10), to: at(12) },
      { from: at(11), to: at(13) },
      { from: at(11.5), to: at(11.6) },
    ];
    expect(age({ ...steady, cuts }, 13)).toBe(3 * HOUR);
    expect(age({ ...steady, cuts }, 13.5)).toBe(1.5 * HOUR);
  });

  it('does not know of a cut that is still to come', () => {
    expect(age({ ...steady, cuts: [{ from: at(10), to: at(13) }] }, 9)).toBe(0);
  });

  it('adds the backlog of a cut to what is left from the one before', () => {
    const cuts = [
      { from: at(10), to: at(13) },
      { from: at(13.5), to: at(14.5) },
    ];
    expect(age({ ...steady, cuts }, 14.5)).toBe(2.5 * HOUR);
  });
});

it('every cut of a link that otherwise keeps up is felt from its first moment', () => {
  const cuts = [
    { from: at(10), to: at(11) },
    { from: at(100.5), to: at(101) },
  ];
  const flow: Replication = { ...daily, writes: 10 * MB, profile: FLAT, cuts };
  expect(age(flow, 100.75)).toBe(HOUR / 4);
  expect(age(flow, 101)).toBe(HOUR / 2);
});

describe('a replica that was complete at an instant', () => {
  it('lacks only what was written since', () => {
    const since = at(16);
    expect(unsentAge(daily, { since, at: at(18) })).toBe(HOUR * (2 / 3));
    expect(unsentAge(daily, { since, at: since })).toBe(0);
  });

  it('has not felt the cuts before', () => {
    const flow = { ...daily, profile: FLAT, cuts: [{ from: at(10), to: at(20) }] };
    expect(unsentAge(flow, { since: at(20), at: at(20.5) })).toBe(0);
    expect(unsentAge(flow, { since: at(15), at: at(20) })).toBe(5 * HOUR);
  });
});

describe('where nothing is written all night', () => {
  const flow: Replication = {
    ...daily,
    writes: 30.1 * MB,
    profile: weekProfile(
      'days only',
      Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 6 && hour % 24 < 18 ? 1 : 0)),
    ),
  };
  const byDay = 60.2;

  it('the oldest unsent byte stays that of the evening', () => {
    const cut = { ...flow, cuts: [{ from: at(17), to: at(23) }] };
    const left = (byDay - 40) * 11 * 3600 + byDay * 3600;
    expect(Math.abs(age(cut, 18) - (left / byDay) * 1000)).toBeLessThan(2);
    expect(Math.abs(age(cut, 23) - (left / byDay) * 1000 - 5 * HOUR)).toBeLessThan(2);
  });

  it('a cut from the first hour of the day on holds nothing of the day before', () => {
    for (let hours = 1; hours <= 12; hours++) {
      const cut = { ...flow, rate: 100 * MB, cuts: [{ from: at(30), to: at(48) }] };
      expect(Math.abs(age(cut, 30 + hours) - hours * HOUR)).toBeLessThan(2);
    }
  });
});
