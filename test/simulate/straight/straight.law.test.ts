import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Measure } from '../../../src/measure/measure.js';
import type { Outcome } from '../../../src/measure/outcome.js';
import type { Scenario } from '../../../src/model/scenario.js';
import { compile } from '../../../src/simulate/compile.js';
import { disastersOf } from '../../../src/simulate/disasters.js';
import type { History } from '../../../src/simulate/history.js';
import type { Plan } from '../../../src/simulate/plan.js';
import { Recorder } from '../../../src/simulate/recorder.js';
import { advance, beginning, live, simulate } from '../../../src/simulate/run.js';
import { SiteTimeline } from '../../../src/simulate/site-timeline.js';
import { goStraight } from '../../../src/simulate/straight/straight.js';
import { allScenarios, type Sketch, textOf } from '../../experiment/random-scenario.js';
import { scenarioFrom, SHIPPED, shipped } from '../../running.js';

/** How many strikes there were, and how many were followed straight. */
interface Count {
  strikes: number;
  straight: number;
}

/** Lives each trial with events alone and with straight passages. @returns what differs first */
function firstDifference(scenario: Scenario, trials: number, count: Count): string | null {
  const plan = compile(scenario, 'straight');
  for (let trial = 0; trial < trials; trial++) {
    plan.parameters.draw(trial);
    const disasters = disastersOf(plan, trial);
    const sites = new SiteTimeline(plan, disasters);
    for (const strategy of plan.strategies.keys()) {
      const about = { strategy, trial, disasters, sites };
      const recorder = new Recorder();
      const world = beginning(plan, about, recorder);
      count.strikes += disasters.length;
      for (;;) {
        if (goStraight(world)) count.straight++;
        else if (!advance(world)) break;
      }
      const events = simulate(plan, about);
      const difference =
        differing(events, recorder.history) ?? differingFigures(plan, events, about);
      if (difference) return `trial ${trial}, strategy ${strategy}\n${difference}`;
    }
  }
  return null;
}

function differing(events: History, straight: History): string | null {
  const length = Math.max(events.length, straight.length);
  for (let i = 0; i < length; i++) {
    const [one, other] = [JSON.stringify(events[i]), JSON.stringify(straight[i])];
    if (one === other) continue;
    const around = (facts: History) =>
      facts.slice(Math.max(0, i - 9), i + 4).map((fact) => JSON.stringify(fact));
    return ['events:', ...around(events), 'straight:', ...around(straight)].join('\n');
  }
  return null;
}

/** Measured as a whole or fact by fact, a history has the same figures. */
function differingFigures(
  plan: Plan,
  events: History,
  about: Parameters<typeof live>[1],
): string | null {
  const [told, whole] = [new Measure(plan), new Measure(plan)];
  for (const fact of events) told[fact.kind](fact as never);
  live(plan, about, whole);
  const [one, other] = [textOfFigures(told.outcome()), textOfFigures(whole.outcome())];
  return one === other ? null : `told fact by fact:\n${one}\nas a whole:\n${other}`;
}

function textOfFigures({ services, moves }: Outcome): string {
  const plain = services.map((service) => ({
    ...service,
    shortfalls: service.shortfalls.list(),
    downtime: [...service.downtime],
  }));
  return JSON.stringify({ plain, moves });
}

test.each(SHIPPED)('%s has the same histories, straight or by events', (name) => {
  const count = { strikes: 0, straight: 0 };
  expect(firstDifference(shipped(name), 20, count)).toBeNull();
  if (name === 'bench/r1.yaml') expect(count.straight).toBeGreaterThan(0.95 * count.strikes);
});

/** One service alone, which is what is followed straight. */
const alone = (text: string) =>
  text.replace(/ {2}base: .*\n/, '').replace(/\n {4}dependsOn: \[base\]/, '');

/** So seldom that most disasters are over before the next. */
const calm = (text: string) => text.replaceAll(/rate: \S+ \/ year/g, 'rate: 0.3 / year');

/** Somebody who fails over if there is a place, and returns once the primary has been seeded. */
const returning = allScenarios.map((sketch): Sketch => ({
  ...sketch,
  size: '10 GB',
  bandwidth: '10 Gbit/s',
  standbys: sketch.standbys.length === 0 ? [] : ['b'],
  others: {
    ...sketch.others!,
    ...{ active: undefined, wipe: undefined, cut: undefined },
    ...{ policies: undefined, late: undefined, halts: false, reconnect: '0 s', keeps: undefined },
  },
}));

test.each([
  ['any service alone', allScenarios, (text: string) => calm(alone(text)), 0, 60],
  ['a service alone that returns', returning, (text: string) => calm(alone(text)), 50, 150],
  ['a service alone that is hit often', returning, alone, 200, 30],
  ['any two services', allScenarios, calm, 0, 60],
] as const)(
  '%s: the same histories, straight or by events',
  (_, sketches, changed, least, numRuns) => {
    const count = { strikes: 0, straight: 0 };
    fc.assert(
      fc.property(sketches, (sketch) => {
        const text = changed(textOf(sketch));
        const difference = firstDifference(scenarioFrom(text), 3, count);
        if (difference) expect.fail(`${difference}\n${text}`);
      }),
      { seed: 1, numRuns },
    );
    // Too few, and the test would prove nothing.
    expect(count.straight).toBeGreaterThan(least);
  },
);

/** A shop that a fire in any hour of a week brings to a small standby, where it is seeded at once. */
const smallStandby = (failover: string) => `
name: Small standby
horizon: 1 year
currency: USD
sites: { a: {}, b: {} }
links: { a-b: { bandwidth: 10 Gbit/s, latency: 5 ms } }
services:
  shop:
    { data: { size: 10 GB }, writes: { mean: 1 MB/s }, revenue: { mean: 10k USD/h }, load: retail-week, mbco: 70% }
threats:
  - name: fire
    scope: site
    only: [a]
    strikes: { from: '2027-02-01', to: '2027-02-08', slices: 300 }
    effects: { destroys: { rebuild: 20 h } }
strategies:
  one:
    primary: a
    standby: { site: b, capacity: 50% }
    detection: 1 min
    decision: 0 s
    failover: ${failover}
    failback: { switchover: 10 min }
`;

test.each([
  [
    'demand rises above a small standby again and again',
    '{ steps: [{ step: promote, takes: 20 min }] }',
  ],
  [
    'the last clients are on their way when the service returns',
    '{ steps: [{ step: promote, takes: 20 min, tail: { share: 40%, lasts: 9 days } }] }',
  ],
  [
    'capacity grows after hours',
    '{ steps: [{ step: promote, takes: 20 min }], ramp: { lognormal: { p50: 9 h, p95: 30 h } } }',
  ],
])('%s: the same histories, straight or by events', (_, failover) => {
  const count = { strikes: 0, straight: 0 };
  expect(firstDifference(scenarioFrom(smallStandby(failover)), 300, count)).toBeNull();
  expect(count.straight).toBeGreaterThan(250);
});
