import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, ms, WEEK } from '../../src/base/units.js';
import { weekProfile } from '../../src/model/week-profile.js';
import { peakOf, type Replication, unsentAge } from '../../src/simulate/replication.js';
import { burstsOf } from './bursts.js';
import { FluidQueue } from '../oracle/fluid-queue.js';

const HOURS_FOLLOWED = 5 * 168;

const windows = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: HOURS_FOLLOWED * 60 }),
    minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 60, max: 6000 })),
  }),
  { maxLength: 4 },
);
const stretches = (drawn: readonly { from: number; minutes: number }[]) =>
  drawn
    .map(({ from, minutes: length }) => ({
      from: ms(from * MINUTE),
      to: ms((from + length) * MINUTE),
    }))
    .toSorted((a, b) => a.from - b.from);

const flow = fc
  .record({
    weights: fc.array(fc.constantFrom(0, 0, 1, 2, 5, 30), { minLength: 168, maxLength: 168 }),
    writes: fc.constantFrom(1000, 7_777, 1e6),
    // From a link that carries the mean of the writes to one that carries any peak.
    spare: fc.constantFrom(1, 1.02, 1.3, 2, 4, 100),
    intoWeek: fc.integer({ min: 0, max: 167 }),
    cuts: windows,
    halts: windows,
    stalls: windows,
  })
  .filter(({ weights }) => weights.some((weight) => weight > 0))
  .map(({ weights, writes, spare, intoWeek, cuts, halts, stalls }): Replication => ({
    writes,
    profile: weekProfile('any', weights),
    rate: writes * spare,
    intoWeek: ms(intoWeek * HOUR),
    cuts: stretches(cuts),
    halts: stretches(halts),
    stalls: stretches(stalls),
  }));
const minutes = fc.array(fc.integer({ min: 0, max: HOURS_FOLLOWED * 60 }), {
  minLength: 20,
  maxLength: 20,
});

/** Compares at some minutes; bytes within the age must be those that the slow queue holds. */
function agrees(replication: Replication, since: number, instants: readonly number[]): void {
  const begin = since === -Infinity ? ms(-2 * WEEK) : ms(since);
  const queue = new FluidQueue(replication, begin, ms(HOURS_FOLLOWED * HOUR));
  for (const minute of instants) {
    const at = ms(minute * MINUTE);
    if (at < begin) continue;
    const age = unsentAge(replication, { since, at });
    const written = queue.writtenWithin(age, at);
    // Ages are rounded up to whole ms, and a week of sums to the last places of a double.
    const rounding = (2 * peakOf(replication)) / 1000;
    const slack = rounding + 1e-9 * replication.writes * 604_800;
    expect(Math.abs(written - queue.unsentAt(at)), `at minute ${minute}`).toBeLessThan(slack);
    if (queue.unsentAt(at) < slack) continue;
    // The oldest unsent byte is not older than that: no idle time before it counts.
    expect(queue.writtenWithin(ms(age - 2), at)).toBeLessThan(queue.unsentAt(at));
  }
}

test('what is unsent is what a queue holds that is followed minute by minute', () => {
  fc.assert(
    fc.property(flow, minutes, (replication, instants) => {
      agrees(replication, -Infinity, instants);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('what is unsent after bursts is what such a queue holds, however long it lasts', () => {
  const bursty = fc
    .tuple(flow, fc.constantFrom(0.02, 0.3), fc.constantFrom(3, 40), fc.nat(1000))
    .map(([one, chance, factor, trial]) => ({
      ...one,
      bursts: burstsOf({ chance, factor, trial, first: Math.ceil(one.intoWeek / HOUR) }),
    }));
  fc.assert(
    fc.property(bursty, minutes, (replication, instants) => {
      agrees(replication, -Infinity, instants);
      agrees(replication, 50 * HOUR, instants);
    }),
    { seed: 3, numRuns: 40 },
  );
});

test('a replica that was complete at an instant lacks what such a queue holds that began empty', () => {
  const since = fc.integer({ min: 0, max: HOURS_FOLLOWED * 60 }).map((minute) => minute * MINUTE);
  fc.assert(
    fc.property(flow, since, minutes, (replication, complete, instants) => {
      agrees(replication, complete, instants);
    }),
    { seed: 2, numRuns: 60 },
  );
});

test('a faster link never lets the replica lag further behind', () => {
  const factor = fc.constantFrom(1.01, 1.5, 3, 20);
  let faster = 0;
  fc.assert(
    fc.property(flow, factor, minutes, (slow, times, instants) => {
      const fast = { ...slow, rate: slow.rate * times };
      for (const minute of instants) {
        const at = { since: -Infinity, at: ms(minute * MINUTE) };
        const [one, other] = [unsentAge(fast, at), unsentAge(slow, at)];
        // Both are rounded up to whole ms.
        expect(one).toBeLessThanOrEqual(other + 1);
        if (one < other - 1) faster++;
      }
    }),
    { seed: 3, numRuns: 200 },
  );
  expect(faster).toBeGreaterThan(100);
});
