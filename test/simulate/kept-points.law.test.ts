import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, ms, WEEK } from '../../src/base/units.js';
import { NO_RULES, type Retention } from '../../src/model/retention.js';
import { fullPoint, pointOn } from '../../src/simulate/job-points.js';
import { keptPoints } from '../../src/simulate/kept-points.js';
import type { Schedule } from '../../src/simulate/schedule.js';
import type { Chain, StoredPoint } from '../../src/simulate/stored-points.js';
import { pruned, type Stored } from '../oracle/pruning.js';

const MONDAY = Date.UTC(2027, 0, 4);

/** Rules do not look at it. */
const SCHEDULE = {} as Schedule;

const jobAt = (at: number, takes: number) => ({
  captured: ms(at),
  start: ms(at),
  end: ms(at + takes),
  bytes: 1,
});

interface Copy {
  readonly captured: number;
  readonly takes: number;
}

/** A full copy and the captures on it, each so long after the one before. */
interface ChainSketch {
  readonly gap: number;
  readonly takes: number;
  readonly steps: readonly Copy[];
}

/** Chains of which the next may begin while the last points of the one before are captured. */
function chainsOf(sketches: readonly ChainSketch[]): Chain[] {
  let at = 0;
  const used = new Set<number>();
  const chains = sketches.map(({ gap, takes, steps }): Chain => {
    at += gap;
    while (used.has(at)) at++;
    const full = fullPoint(SCHEDULE, jobAt(at, takes));
    used.add(at);
    const points: StoredPoint[] = [full];
    for (const step of steps) {
      let captured = points[0]!.captured + step.captured;
      while (used.has(captured)) captured++;
      used.add(captured);
      points.unshift(pointOn(SCHEDULE, points[0]!, jobAt(captured, step.takes)));
    }
    return {
      schedule: SCHEDULE,
      start: ms(at),
      taken: points.toReversed(),
      points,
      olderUntil: Infinity,
    };
  });
  let olderUntil = -Infinity;
  return chains
    .map((chain) => {
      const one = { ...chain, olderUntil };
      olderUntil = Math.max(olderUntil, ...chain.points.map(({ end }) => end));
      return one;
    })
    .toReversed();
}

/** The same for the twin: newest first. */
function storedOf(chains: readonly Chain[]): Stored[] {
  return chains
    .flatMap(({ start, taken }) => {
      const full = { start, end: taken[0]!.end };
      return taken.map(({ captured, end }) => ({ captured, end, full }));
    })
    .sort((a, b) => b.captured - a.captured);
}

const time = (most: number) => fc.integer({ min: 1, max: most });
const sketch: fc.Arbitrary<ChainSketch> = fc.record({
  gap: fc.oneof(time(2 * WEEK), time(40 * DAY)),
  takes: fc.oneof(fc.constant(0), time(3 * DAY)),
  steps: fc.array(
    fc.record({ captured: time(2 * DAY), takes: fc.oneof(fc.constant(0), time(5 * HOUR)) }),
    { maxLength: 6 },
  ),
});
const span = fc.record({
  years: fc.nat(1),
  months: fc.nat(3),
  days: fc.nat(20),
  hours: fc.nat(30),
});
const few = (most: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat(most) },
    { weight: 1, arbitrary: fc.constant(Infinity) },
  );
const retention: fc.Arbitrary<Retention> = fc
  .record(
    {
      age: fc.option(time(60 * DAY).map(ms), { freq: 2 }),
      last: few(9),
      hourly: few(9),
      daily: few(9),
      weekly: few(6),
      monthly: few(5),
      yearly: few(2),
      within: fc.record({ last: span, daily: span, monthly: span }, { requiredKeys: [] }),
      fulls: fc.nat(3),
      fullsFor: fc.option(time(60 * DAY).map(ms), { freq: 1 }),
      counting: fc.constantFrom('alone' as const, 'beyond' as const),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ ...NO_RULES, ...some }));

const capturesOf = (points: Iterable<{ captured: number }>) =>
  [...points].map(({ captured }) => captured);

test('streamed from the newest on, the same points are kept as from a list of all', () => {
  const seen = { all: 0, some: 0, apart: 0 };
  fc.assert(
    fc.property(fc.array(sketch, { minLength: 1, maxLength: 14 }), retention, (sketches, rules) => {
      const chains = chainsOf(sketches);
      const all = storedOf(chains);
      const expected = pruned(all, rules, MONDAY);
      const kept = keptPoints(chains.values(), rules, MONDAY);
      expect(capturesOf(kept)).toEqual(capturesOf(expected));
      seen[expected.length === all.length ? 'all' : 'some']++;
      const last = expected.at(-1);
      if (last && all.indexOf(last) >= expected.length) seen.apart++;
    }),
    { seed: 1, numRuns: 3000 },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(300);
});
