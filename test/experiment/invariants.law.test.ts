import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measure } from '../../src/measure/measure.js';
import { compile } from '../../src/simulate/compile.js';
import { disastersOf } from '../../src/simulate/disasters.js';
import type { History } from '../../src/simulate/history.js';
import { simulate } from '../../src/simulate/run.js';
import { SiteTimeline } from '../../src/simulate/site-timeline.js';
import { scenarioFrom } from '../running.js';

const duration = fc.constantFrom(
  '0 s',
  '90 s',
  '20 min',
  '3 h',
  '2 days',
  '{ lognormal: { p50: 1 h, p95: 9 h } }',
);
const period = fc.constantFrom('6 h', '1 day', '1 week');
const size = fc.constantFrom('10 GB', '3 TB', '40 TB');

/** A scenario with many disasters that overlap, in every combination of what the language has. */
const scenarios = fc.record({
  fires: fc.constantFrom('0.2', '3'),
  outages: fc.constantFrom('2', '40'),
  outage: duration.filter((length) => length !== '0 s'),
  rebuild: fc.constantFrom('3 days', '60 days'),
  size,
  full: period,
  incremental: fc.boolean(),
  bandwidth: fc.constantFrom('100 Mbit/s', '10 Gbit/s'),
  store: fc.constantFrom('a', 'b', 'c'),
  second: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
  another: fc.boolean(),
  standby: fc.option(fc.constantFrom('30%', '60%', '100%'), { nil: undefined }),
  ramp: fc.option(duration, { nil: undefined }),
  automatic: fc.boolean(),
  step: duration,
  profile: fc.constantFrom('flat', 'retail-week'),
  failure: fc.constantFrom('0%', '40%', '100%'),
});

type Sketch = typeof scenarios extends fc.Arbitrary<infer T> ? T : never;

function textOf(s: Sketch): string {
  const load = s.profile === 'flat' ? '' : `, load: ${s.profile}`;
  const more = s.another ? ', { site: c, capacity: 50% }' : '';
  const standby = s.standby
    ? `standbys: [{ site: b, capacity: ${s.standby}, apply: 2 s }${more}]`
    : '';
  const ramp = s.ramp ? `, ramp: ${s.ramp}` : '';
  const incremental = s.incremental ? ', incremental: 3 h' : '';
  const second = s.second
    ? `\n      - { name: second, store: ${s.second}, full: 2 days, offset: 5 h, jobFailure: 10% }`
    : '';
  return `
name: Random
horizon: 4 years
currency: USD
sites: { a: {}, b: {}, c: {} }
links:
  a-b: { bandwidth: ${s.bandwidth}, latency: 5 ms }
  a-c: { bandwidth: ${s.bandwidth}, latency: 5 ms }
  b-c: { bandwidth: ${s.bandwidth}, latency: 5 ms }
services:
  base: { tier: critical, data: { size: 5 GB, change: 3% / day }, writes: { mean: 1 kB/s } }
  shop:
    data: { size: ${s.size}, change: 3% / day, growth: 10% / year }
    writes: { mean: 1 MB/s }
    revenue: { mean: 10k USD/h }
    dataLoss: 5k USD/h
    dependsOn: [base]${load.replace(', ', '\n    ')}
threats:
  - { use: site-fire, rate: ${s.fires} / year, effects: { destroys: { rebuild: ${s.rebuild} } } }
  - { use: power-outage, rate: ${s.outages} / year, effects: { outage: ${s.outage} } }
strategies:
  random:
    primary: a
    ${standby}
    backups:
      - { store: ${s.store}, full: ${s.full}${incremental}, jobFailure: ${s.failure} }${second}
    detection: { interval: 30 s, failures: 3, timeout: 10 s }
    decision: ${s.step}
    failover: { automatic: ${s.automatic}, steps: [{ step: promote, takes: ${s.step} }, { step: redirect, takes: 1 min, tail: { share: 20%, lasts: 10 min } }]${ramp} }
    restore: { steps: [{ step: provision, takes: ${s.step} }, { step: restore, moves: backup }] }
    failback: { switchover: 20 min }
`;
}

function historiesOf(
  text: string,
  seed: string,
): { history: History; horizon: number; mbco: number[] }[] {
  const scenario = scenarioFrom(text);
  const plan = compile(scenario, seed);
  return [0, 1, 2].map((trial) => {
    plan.parameters.draw(trial);
    const disasters = disastersOf(plan, trial);
    const sites = new SiteTimeline(plan, disasters);
    const history = simulate(plan, { strategy: 0, trial, disasters, sites });
    const outcome = measure(plan, history);
    check(
      history,
      outcome,
      plan.services.map(({ mbco }) => mbco),
      plan.horizon,
    );
    return { history, horizon: plan.horizon, mbco: plan.services.map(({ mbco }) => mbco) };
  });
}

/** What holds in every history (design §3.4). */
function check(
  history: History,
  outcome: ReturnType<typeof measure>,
  mbco: readonly number[],
  horizon: number,
): void {
  for (let i = 1; i < history.length; i++)
    expect(history[i]!.at).toBeGreaterThanOrEqual(history[i - 1]!.at);
  outcome.services.forEach(({ incidents, below, downtime, shortfalls }, service) => {
    const levels = history.filter(
      (fact) => fact.kind === 'level' && fact.service === service,
    ) as Extract<History[number], { kind: 'level' }>[];
    for (const { level } of levels) {
      expect(level).toBeGreaterThanOrEqual(0);
      expect(level).toBeLessThanOrEqual(1);
    }
    const time = (end: (at: number) => number, weight: (level: number) => number) =>
      levels.reduce((sum, fact, i) => {
        const until = end(levels[i + 1]?.at ?? fact.at);
        return sum + weight(fact.level) * Math.max(0, until - end(fact.at));
      }, 0);
    const clip = (at: number) => Math.min(at, horizon);
    const under = (level: number) => (level < mbco[service]! - 1e-9 ? 1 : 0);
    expect(below.outage + below.later + below.failback).toBeCloseTo(time(clip, under), 3);
    expect(downtime.reduce((a, b) => a + b, 0)).toBeCloseTo(
      time(clip, (level) => 1 - level),
      2,
    );
    expect(levels.at(-1)?.level ?? 1).toBe(1);
    for (const { rta, rpa, phases, absorbed, timeToFull, lostWrites } of incidents) {
      const labelled = Object.values(phases).reduce((a, b) => a + b, 0);
      expect(labelled).toBe(rta);
      if (absorbed) expect(rta).toBe(0);
      if (!absorbed) expect(timeToFull).not.toBeNull();
      if (timeToFull !== null) expect(timeToFull).toBeGreaterThanOrEqual(0);
      if (rpa !== null) expect(rpa).toBeGreaterThanOrEqual(0);
      expect(lostWrites).toBeGreaterThanOrEqual(0);
      if (rpa !== null && rpa > 0) expect(lostWrites).toBeLessThanOrEqual(rpa * 2.5);
    }
    for (const { from, to, share } of shortfalls) {
      expect(to).toBeGreaterThan(from);
      expect(share).toBeGreaterThan(0);
    }
  });
}

test('in any history time below the minimum is outage, later dip or failback, and phases sum to RTA', () => {
  fc.assert(
    fc.property(scenarios, fc.string({ minLength: 1, maxLength: 5 }), (sketch, seed) => {
      historiesOf(textOf(sketch), seed);
    }),
    { seed: 20, numRuns: 60 },
  );
});
