import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, type Ms, ms, YEAR } from '../../src/base/units.js';
import { keptFor } from '../../src/model/retention.js';
import { Purposes } from '../../src/random/purpose.js';
import { BackupSeries } from '../../src/simulate/backup-series.js';
import type { SeriesContext } from '../../src/simulate/schedule.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { BackupJobs, type Stretch } from '../oracle/backup-jobs.js';
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
  offset: share(1),
  overhead: fc.oneof(fc.constant(0), share(0.1), share(0.5), share(3)),
  /** Length of a full copy's transfer, and how much faster the other source sends. */
  sending: fc.oneof(fc.constant(0), share(0.2), share(2.5)),
  faster: fc.constantFrom(1, 3),
  change: fc.constantFrom(0, 0.02, 0.5, 1),
  writes: fc.constantFrom(1e-6, 1e3, 1e12),
  growth: fc.constantFrom(0, 0, 0.5),
  reduction: fc.constantFrom(1, 2.5),
  jobFailure: fc.constantFrom(0, 0, 0.1, 0.4),
  asOf: fc.constantFrom('start' as const, 'end' as const),
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
    immutable: ms(0),
    differential: null,
    log: null,
    window: null,
    snapshot: false,
    verify: null,
    sent: null,
    faults: fails('silent'),
    retention: keptFor(ms(10_000 * YEAR)),
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
    silentFaults: 0,
    rateFrom: (source) => (source === OTHER ? rate * s.faster : rate),
  };
  // Who destroys the store ends the schedule.
  const wipes = sites
    .absences(STORE)
    .filter(({ destroys }) => destroys)
    .map(({ from }): Move => ({ at: from, restart: false, source: PRIMARY }));
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

/** What was met, so that the test can say that it saw everything. */
const seen = { points: 0, nothing: 0, incrementals: 0, running: 0, wiped: 0 };

function agree(s: Situation): void {
  const { origin, time, policy, context, script } = setUp(s);
  const twin = new BackupJobs(policy, context, {
    stretches: stretchesOf(script, policy.offset),
    since: origin - LOOKED_BACK * s.full,
    until: time(FOLLOWED),
  });
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
      if (ahead[0].restart) series.restart(ms(ahead[0].at), ahead[0].source);
      else series.stop(ms(ahead[0].at));
    }
    const [expected, found] = [twin.newest(ms(at)), series.newest(ms(at))];
    expect(found?.captured ?? null, `captured at ${at}`).toBe(expected?.captured ?? null);
    count(twin, ms(at));
    if (!expected) continue;
    expect(Math.abs(found!.bytes / expected.bytes - 1), `bytes at ${at}`).toBeLessThan(1e-12);
  }
}

function count(twin: BackupJobs, at: Ms): void {
  const job = twin.newestJob(at);
  seen[job ? 'points' : 'nothing']++;
  if (job?.base) seen.incrementals++;
  if (twin.all.some(({ start, end }) => start < at && at < end)) seen.running++;
  if (twin.wipedBefore(at)) seen.wiped++;
}

test('what the store gives back is what jobs simulated one by one have left in it', () => {
  fc.assert(fc.property(situation, agree), { seed: 1, numRuns: 3000 });
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(1000);
});
