import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, type Ms, ms, YEAR } from '../../src/base/units.js';
import { NO_RULES } from '../../src/model/retention.js';
import { Purposes } from '../../src/random/purpose.js';
import { BackupSeries } from '../../src/simulate/backup-series.js';
import type { RecoveryPoint } from '../../src/simulate/stored-points.js';
import type { SeriesContext } from '../../src/simulate/schedule.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { BackupJobs, type Stored, type Stretch, type Wipe } from '../oracle/backup-jobs.js';
import { type Blow, timelineOf } from './sites.js';

const [PRIMARY, OTHER, STORE] = [0, 1, 2];
/** Full copies of which even the unluckiest policy below completes one. */
const LOOKED_BACK = 60;
/** Full periods that are followed. */
const FOLLOWED = 10;

const purposes = new Purposes('1');
const fails = (kind: string) => [purposes.of(`backups/nightly/${kind}/shop/fails`)];

const share = (max: number) => fc.integer({ min: 0, max: 1000 }).map((k) => (k / 1000) * max);

/** Lengths are in full periods, times from the start of what is followed. */
const situation = fc.record({
  full: fc.oneof(fc.constantFrom(HOUR, 24 * HOUR), fc.integer({ min: HOUR, max: 200 * HOUR })),
  perFull: fc.constantFrom(null, 2, 3, 7, 2.5),
  differentials: fc.constantFrom(null, null, 2, 3, 1.5),
  offset: share(1),
  overhead: fc.oneof(fc.constant(0), share(0.1), share(0.5), share(3)),
  /** Length of a full copy's transfer, and how much faster the other source sends. */
  sending: fc.oneof(fc.constant(0), share(0.2), share(2.5)),
  faster: fc.constantFrom(1, 3),
  change: fc.constantFrom(0, 0.02, 0.5, 1),
  writes: fc.constantFrom(1e-6, 1e3, 1e12),
  growth: fc.constantFrom(0, 0, 0.5, -0.4),
  reduction: fc.constantFrom(1, 2.5),
  jobFailure: fc.constantFrom(0, 0, 0.1, 0.4),
  asOf: fc.constantFrom('start' as const, 'end' as const),
  retention: fc.record({
    age: fc.option(share(12)),
    last: fc.constantFrom(0, 1, 3, 20),
    daily: fc.constantFrom(0, 0, 7),
    weekly: fc.constantFrom(0, 0, 4),
    monthly: fc.constantFrom(0, 0, 2),
    yearly: fc.constantFrom(0, 0, 1),
  }),
  immutable: fc.oneof(fc.constant(0), share(5)),
  aroundYear: fc.boolean(),
  trial: fc.nat(1000),
  blows: fc.array(
    fc.record({
      site: fc.constantFrom(PRIMARY, OTHER, STORE),
      at: share(FOLLOWED),
      absence: fc.oneof(share(0.1), share(3)),
      destroys: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  moves: fc.array(
    fc.record({
      at: share(FOLLOWED),
      restart: fc.boolean(),
      attack: fc.boolean(),
      source: fc.constantFrom(PRIMARY, OTHER),
    }),
    { maxLength: 3 },
  ),
  asked: fc.array(share(FOLLOWED), { minLength: 3, maxLength: 3 }),
  edges: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

interface Move {
  readonly at: number;
  readonly attack: boolean;
  readonly restart: boolean;
  readonly source: number;
}

function setUp(s: Situation) {
  const origin = s.aroundYear ? YEAR - Math.round((FOLLOWED / 2) * s.full) : 0;
  const time = (periods: number) => origin + Math.round(periods * s.full);
  const length = (periods: number) => Math.round(periods * s.full);
  const blows = s.blows.map((blow): Blow => ({
    ...blow,
    at: time(blow.at),
    absence: 1 + length(blow.absence),
  }));
  const sites = timelineOf(3, blows);
  const policy = {
    store: STORE,
    full: ms(s.full),
    incremental: s.perFull === null ? null : ms(Math.ceil(s.full / s.perFull)),
    offset: ms(Math.min(length(s.offset), s.full - 1)),
    asOf: s.asOf,
    differential: s.differentials === null ? null : ms(Math.ceil(s.full / s.differentials)),
    log: null,
    window: null,
    snapshot: false,
    verify: null,
    sent: null,
    faults: fails('silent'),
    // A job that takes no time at all may begin anew at the very instant of an attack.
    immutable: ms(1 + length(s.immutable)),
    retention: { ...NO_RULES, ...s.retention, age: s.retention.age && ms(length(s.retention.age)) },
    fullFails: fails('full'),
    differentialFails: fails('differential'),
    incrementalFails: fails('incremental'),
  } as unknown as BackupPlan;
  const size = 1e12;
  const rate = s.sending === 0 ? Infinity : size / s.reduction / (length(s.sending) / 1000);
  const context: SeriesContext = {
    ...s,
    sites,
    sources: sites,
    linkFrom: () => -1,
    start: 0,
    size,
    overhead: length(s.overhead),
    grows: false,
    shrinks: s.growth < 0,
    silentFaults: 0,
    rateFrom: (source) => (source === OTHER ? rate * s.faster : rate),
  };
  // Who destroys the store ends the schedule.
  const wipes = sites
    .absences(STORE)
    .filter(({ destroys }) => destroys)
    .map(({ from }): Move => ({ at: from, attack: false, restart: false, source: PRIMARY }));
  const moves = s.moves.map((move): Move => ({ ...move, at: time(move.at) }));
  const script = [...wipes, ...moves].toSorted((a, b) => a.at - b.at);
  return { origin, time, policy, context, script };
}

function stretchesOf(script: readonly Move[], offset: number): Stretch[] {
  const stretches: Stretch[] = [{ source: PRIMARY, anchor: offset, from: -Infinity, to: Infinity }];
  for (const { at, restart, source } of script) {
    const last = stretches.pop()!;
    stretches.push(last.to === Infinity ? { ...last, to: at } : last);
    if (restart) stretches.push({ source, anchor: at, from: at, to: Infinity });
  }
  return stretches;
}

function wipesOf(script: readonly Move[], immutable: number): Wipe[] {
  return script.flatMap(({ at, attack }) => (attack ? [{ at, spared: at - immutable }] : []));
}

/** What was met, so that the test can say that it saw everything. */
const seen = {
  points: 0,
  nothing: 0,
  incrementals: 0,
  running: 0,
  wiped: 0,
  pruned: 0,
  overlap: 0,
  surelyKept: 0,
};

function agree(s: Situation): void {
  const { origin, time, policy, context, script } = setUp(s);
  const twin = new BackupJobs(policy, context, {
    stretches: stretchesOf(script, policy.offset),
    wipes: wipesOf(script, policy.immutable),
    since: origin - LOOKED_BACK * s.full,
    until: time(FOLLOWED),
  });
  const since = followedSince(twin);
  const edges = s.edges.flatMap((any) => {
    const { start, end, captured } = twin.all[any % twin.all.length]!;
    return [start, end, end - 1, captured];
  });
  const instants = [...s.asked.map(time), ...script.map(({ at }) => at), ...edges]
    .filter((at) => at >= origin && at <= time(FOLLOWED))
    .toSorted((a, b) => a - b);
  const series = new BackupSeries({ policy, service: 0, source: PRIMARY, context });
  const ahead = [...script];
  for (const at of instants) {
    for (; ahead[0] && ahead[0].at <= at; ahead.shift()) {
      const { at: moved, attack, restart, source } = ahead[0];
      if (attack) series.wipe(ms(moved));
      if (restart) series.restart(ms(moved), source);
      else series.stop(ms(moved));
    }
    const [all, left] = [twin.stored(at), twin.kept(at)];
    const isKnown = ({ full }: Stored) => full.captured >= since;
    const [stored, kept] = [all.filter(isKnown), left.filter(isKnown)];
    const found = pointsSince(series, ms(at), since);
    expectSame(found, kept, `at ${at}`);
    const newest = series.newest(ms(at));
    expectSame(newest ? [newest] : [], left.slice(0, 1), `newest at ${at}`);
    if (newest) upToAgrees(series, { at: ms(at), since, newest, stored, kept });
    count(twin, { at: ms(at), stored: all, kept: left });
  }
}

/** From which full copy on all is known: the first ones overlap with what the twin does not follow. */
function followedSince(twin: BackupJobs): number {
  return twin.all.filter(({ base, lost }) => lost === Infinity && !base)[2]?.captured ?? Infinity;
}

/** What is kept of chains that the twin has followed from their beginning. */
function pointsSince(series: BackupSeries, at: Ms, since: number): RecoveryPoint[] {
  const points: RecoveryPoint[] = [];
  for (const point of series.points(at)) {
    if (point.captured < since) break;
    if (point.chain >= since) points.push(point);
  }
  return points;
}

/** The newest point up to any instant is found at once, or where all have to be looked through. */
function upToAgrees(
  series: BackupSeries,
  about: {
    at: Ms;
    since: number;
    newest: RecoveryPoint;
    stored: readonly Stored[];
    kept: readonly Stored[];
  },
): void {
  const { at, since, newest, stored, kept } = about;
  for (const { captured } of stored.slice(0, 40)) {
    const found = series.newestUpTo(at, captured - 1);
    if (!found || found.chain < since) continue;
    const upTo = (points: readonly Stored[]) =>
      points.filter((point) => point.captured < captured).slice(0, 1);
    expectSame([found], upTo(stored), `up to ${captured} at ${at}`);
    if (!series.surelyKeeps(found, { at, newest })) continue;
    seen.surelyKept++;
    expectSame([found], upTo(kept), `kept up to ${captured} at ${at}`);
  }
}

type Point = Record<'captured' | 'end' | 'bytes', number>;

/** Whether two lists have the same points; bytes are as exact as rounding is. */
function expectSame(found: readonly Point[], expected: readonly Point[], when: string): void {
  const times = (points: readonly Point[]) =>
    points.map(({ captured, end }) => `${captured} complete at ${end}`);
  expect(times(found), when).toEqual(times(expected));
  found.forEach(({ bytes }, i) => {
    const ratio = expected[i]!.bytes / bytes;
    if (!(Math.abs(ratio - 1) < 1e-12)) expect(bytes, `bytes ${when}`).toBe(expected[i]!.bytes);
  });
}

function count(
  twin: BackupJobs,
  { at, stored, kept }: { at: Ms; stored: readonly Stored[]; kept: readonly Stored[] },
): void {
  seen[kept[0] ? 'points' : 'nothing']++;
  if (kept[0]?.base) seen.incrementals++;
  if (kept.length < stored.length) seen.pruned++;
  if (kept.some(({ full }, i) => i > 1 && full === kept[0]!.full && full !== kept[i - 1]!.full))
    seen.overlap++;
  if (twin.all.some(({ start, end }) => start < at && at < end)) seen.running++;
  if (twin.wipedBefore(at)) seen.wiped++;
}

test('what the store gives back is what jobs simulated one by one have left in it', () => {
  fc.assert(fc.property(situation, agree), { seed: 3, numRuns: 1500 });
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(1000);
}, 240_000);
