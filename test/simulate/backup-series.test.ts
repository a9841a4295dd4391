import { describe, expect, it } from 'vitest';
import { DAY, HOUR, ms, WEEK } from '../../src/base/units.js';
import { backups, capturedBy, OTHER, PRIMARY, STORE, TB } from './backups.js';

describe('a backup', () => {
  it('is usable once it is complete, and gives back the state at its start', () => {
    const daily = backups({ full: DAY, incremental: null, overhead: 6 * HOUR });
    expect(capturedBy(daily, 10 * DAY + 6 * HOUR)).toBe(10 * DAY);
    expect(capturedBy(daily, 10 * DAY + 6 * HOUR - 1)).toBe(9 * DAY);
  });

  it('gives back the state at its end if its log goes with it', () => {
    const daily = backups({ full: DAY, incremental: null, overhead: 6 * HOUR, asOf: 'end' });
    expect(capturedBy(daily, 10 * DAY + 6 * HOUR)).toBe(10 * DAY + 6 * HOUR);
    expect(capturedBy(daily, 10 * DAY + 6 * HOUR - 1)).toBe(9 * DAY + 6 * HOUR);
  });

  it('has been taken for ever when the horizon starts', () => {
    expect(capturedBy(backups({ full: DAY, incremental: null, offset: 3 * HOUR }), 0)).toBe(
      -21 * HOUR,
    );
  });

  it('takes as long as its bytes need', () => {
    const slow = backups({ full: WEEK, incremental: null, rate: TB / 86_400 });
    expect(capturedBy(slow, WEEK + DAY)).toBe(WEEK);
    expect(capturedBy(slow, WEEK + DAY - 1)).toBe(0);
  });

  it('that lasts longer than its period lets the next ones fall out', () => {
    const long = backups({ full: DAY, incremental: null, overhead: 2.5 * DAY });
    const seen = [5.4, 5.5, 8.4, 8.5].map((days) => capturedBy(long, days * DAY));
    expect(seen).toEqual([0, 3 * DAY, 3 * DAY, 6 * DAY]);
  });

  it('never succeeds where every job fails', () => {
    expect(capturedBy(backups({ jobFailure: 1 }), WEEK)).toBeNull();
  });

  it('is kept beyond its age while it is the newest there is', () => {
    const kept = backups({ full: WEEK, incremental: null });
    expect(capturedBy(kept, 2 * WEEK - 1)).toBe(WEEK);
  });
});

describe('incremental backups', () => {
  it('bring the newest state, at the price of every one since the full copy', () => {
    const weekly = backups();
    expect(weekly.newest(ms(2 * WEEK))).toMatchObject({ captured: 2 * WEEK, bytes: TB });
    const { captured, bytes } = weekly.newest(ms(WEEK + 3.5 * DAY))!;
    expect(captured).toBe(WEEK + 3 * DAY);
    expect(bytes).toBeCloseTo(1.03 * TB, 0);
  });

  it('hold what the failed one before should have held', () => {
    const outage = { site: STORE, at: WEEK + DAY + HOUR, absence: HOUR };
    const weekly = backups({ overhead: 2 * HOUR, blows: [outage] });
    expect(capturedBy(weekly, WEEK + 2 * DAY)).toBe(WEEK);
    const { captured, bytes } = weekly.newest(ms(WEEK + 2.5 * DAY))!;
    expect(captured).toBe(WEEK + 2 * DAY);
    expect(bytes).toBeCloseTo(TB + 0.0199 * TB, 0);
  });

  it('build on the full copy before while a long one runs', () => {
    // From Monday 00:00 to Thursday 12:00; then incrementals build on it.
    const long = backups({ rate: TB / (3.5 * 86_400) });
    const { captured, bytes } = long.newest(ms(WEEK + 3.4 * DAY))!;
    expect(captured).toBe(WEEK + 3 * DAY);
    expect(bytes).toBeGreaterThan(1.05 * TB);
    const after = long.newest(ms(WEEK + 4.5 * DAY))!;
    expect(after.captured).toBe(WEEK + 4 * DAY);
    expect(after.bytes).toBeCloseTo(TB * (2 - 0.99 ** 4), 0);
  });

  it('keep alive the full copy that they build on, however many full copies fail since', () => {
    const outages = [1, 2, 3].map((week) => ({ site: PRIMARY, at: week * WEEK, absence: HOUR }));
    const weekly = backups({ overhead: HOUR, blows: outages });
    const { captured, bytes } = weekly.newest(ms(3 * WEEK + 1.5 * DAY))!;
    expect(captured).toBe(3 * WEEK + DAY);
    expect(bytes).toBeGreaterThan(1.17 * TB);
  });

  it('are complete in the order of their ends where one has much to catch up on', () => {
    // The first after a long full copy holds all since its start, and lasts longer than the next.
    const setting = { full: 10 * DAY, incremental: DAY, change: 0.5, rate: TB / (4.2 * 86_400) };
    const ending = backups({ ...setting, asOf: 'end' });
    for (let hours = 0; hours < 240; hours++) {
      const at = 20 * DAY + hours * HOUR;
      const [earlier, later] = [capturedBy(ending, at)!, capturedBy(ending, at + HOUR)!];
      expect(later).toBeGreaterThanOrEqual(earlier);
    }
  });
});

describe('a job', () => {
  const daily = (blow: { site: number; at: number; absence: number }) =>
    backups({ full: DAY, incremental: null, overhead: 6 * HOUR, blows: [blow] });
  const at = 10 * DAY;

  it.each([
    ['source', PRIMARY],
    ['store', STORE],
  ])('fails if its %s is away at any moment of it', (_, site) => {
    for (const begin of [at - HOUR, at, at + 3 * HOUR, at + 6 * HOUR - 1]) {
      const hit = daily({ site, at: begin, absence: HOUR + 1 });
      expect(capturedBy(hit, at + 12 * HOUR), `away from ${begin}`).toBe(9 * DAY);
    }
  });

  it('succeeds if they are away just before or just after it, or somebody else is', () => {
    for (const begin of [at - HOUR, at + 6 * HOUR]) {
      const near = daily({ site: PRIMARY, at: begin, absence: HOUR });
      expect(capturedBy(near, at + 12 * HOUR), `away from ${begin}`).toBe(at);
    }
    expect(capturedBy(daily({ site: OTHER, at, absence: DAY }), at + 12 * HOUR)).toBe(at);
  });

  it('fails or not by luck that is the same whoever asks, and differs from trial to trial', () => {
    const seen = (trial: number) =>
      Array.from({ length: 60 }, (_, day) =>
        capturedBy(backups({ full: DAY, incremental: null, jobFailure: 0.5, trial }), day * DAY),
      );
    expect(seen(1)).toEqual(seen(1));
    expect(seen(1)).not.toEqual(seen(2));
    const series = backups({ full: DAY, incremental: null, jobFailure: 0.5, trial: 1 });
    const backwards = seen(1).map((_, i) => capturedBy(series, (59 - i) * DAY));
    expect(backwards.toReversed()).toEqual(seen(1));
  });
});

describe('a schedule', () => {
  const setting = { full: DAY, incremental: null, overhead: 6 * HOUR };

  it('that has stopped leaves what was complete, however long people take to decide', () => {
    const series = backups({ ...setting });
    series.stop(ms(10 * DAY + 3 * HOUR));
    expect(series.running).toBe(false);
    expect(capturedBy(series, 40 * DAY)).toBe(9 * DAY);
  });

  it('that is stopped again stays as it was', () => {
    const series = backups(setting);
    series.stop(ms(10 * DAY));
    series.stop(ms(20 * DAY));
    expect(capturedBy(series, 21 * DAY)).toBe(9 * DAY);
  });

  it('begins anew with a full copy; until that is complete the old ones serve', () => {
    const series = backups(setting);
    series.stop(ms(10 * DAY + 3 * HOUR));
    const again = 12 * DAY + 5 * HOUR;
    series.restart(ms(again), OTHER);
    expect(series.running).toBe(true);
    expect(capturedBy(series, again + 6 * HOUR - 1)).toBe(9 * DAY);
    expect(capturedBy(series, again + 6 * HOUR)).toBe(again);
    expect(capturedBy(series, again + DAY + 6 * HOUR)).toBe(again + DAY);
  });

  it('runs from the new source once it has moved', () => {
    const blows = [{ site: PRIMARY, at: 12 * DAY, absence: 10 * DAY }];
    const series = backups({ ...setting, blows });
    expect(capturedBy(series, 15 * DAY)).toBe(11 * DAY);
    series.restart(ms(13 * DAY), OTHER);
    expect(capturedBy(series, 15 * DAY)).toBe(14 * DAY);
  });
});

describe('a store that is destroyed', () => {
  const destroyed = { site: STORE, at: 10 * DAY + 6 * HOUR, absence: 2 * DAY, destroys: true };

  it.each(['start', 'end'] as const)(
    'takes all with it, what was complete at that very instant too (as of the %s)',
    (asOf) => {
      const series = backups({
        full: DAY,
        incremental: null,
        overhead: 6 * HOUR,
        asOf,
        blows: [destroyed],
      });
      expect(capturedBy(series, destroyed.at - 1)).not.toBeNull();
      series.stop(ms(destroyed.at));
      expect(capturedBy(series, destroyed.at)).toBeNull();
      expect(capturedBy(series, destroyed.at + 5 * DAY)).toBeNull();
      series.restart(ms(destroyed.at + 2 * DAY), PRIMARY);
      expect(capturedBy(series, destroyed.at + 2 * DAY + 5 * HOUR)).toBeNull();
      expect(capturedBy(series, destroyed.at + 2 * DAY + 6 * HOUR)).not.toBeNull();
    },
  );

  it('that was only out gives back what it held', () => {
    const out = { ...destroyed, destroys: false };
    const series = backups({ full: DAY, incremental: null, overhead: HOUR, blows: [out] });
    expect(capturedBy(series, out.at + DAY)).toBe(10 * DAY);
  });
});

describe('over every phase of the schedule', () => {
  it('a full copy every T that is usable L later loses L + T/2 on average and less than L + T', () => {
    const [period, lag, slices] = [DAY, 6 * HOUR, 1000];
    const series = backups({ full: period, incremental: null, overhead: lag });
    const losses = Array.from({ length: slices }, (_, slice) => {
      const at = 100 * DAY + Math.round(((slice + 0.5) * period) / slices);
      return at - capturedBy(series, at)!;
    });
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / slices;
    expect(Math.abs(mean - (lag + period / 2))).toBeLessThanOrEqual(1);
    expect(Math.max(...losses)).toBeLessThan(lag + period);
    expect(Math.min(...losses)).toBeGreaterThanOrEqual(lag);
  });
});
