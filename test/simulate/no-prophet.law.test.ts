import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { DAY, type Ms, ms } from '../../src/base/units.js';
import { Absences } from '../../src/simulate/absences.js';
import { compile } from '../../src/simulate/compile.js';
import { type Disaster, disastersOf } from '../../src/simulate/disasters.js';
import type { Fact } from '../../src/simulate/history.js';
import type { Plan } from '../../src/simulate/plan.js';
import { simulate } from '../../src/simulate/run.js';
import { SiteTimeline } from '../../src/simulate/site-timeline.js';
import { allScenarios, textOf } from '../experiment/random-scenario.js';
import { scenarioFrom } from '../running.js';

/**
 * Another future: what has begun by an instant and lasts beyond it ends at another time after it, and
 * what strikes later is dealt anew, in another order and at other times.
 */
function otherFuture(disasters: readonly Disaster[], at: Ms, stir: number): Disaster[] {
  const past = disasters
    .filter((one) => one.at <= at)
    .map((one): Disaster => {
      const stretched = (length: Ms) =>
        one.at + length > at ? ms(at - one.at + 1 + ((length * 7 + stir) % (9 * DAY))) : length;
      return { ...one, absence: stretched(one.absence), cut: stretched(one.cut) };
    });
  const later = disasters.filter((one) => one.at > at);
  const dealt = later.map((one, i): Disaster => {
    const other = later[(i + stir) % later.length]!;
    return { ...other, at: ms(at + 1 + (((one.at - at) * 3 + stir) % (700 * DAY))) };
  });
  return [...past, ...dealt].sort((a, b) => a.at - b.at);
}

function factsUpTo(
  plan: Plan,
  trial: number,
  of: { disasters: readonly Disaster[]; at: Ms },
): Fact[] {
  const { disasters, at } = of;
  const sites = new SiteTimeline(plan, disasters);
  const facts = simulate(plan, { strategy: 0, trial, disasters, sites });
  return facts.filter((fact) => fact.at <= at);
}

/** Whether another future changes anything that happened before it. */
function looksAhead(text: string, seed: string, when: number): boolean {
  const plan = compile(scenarioFrom(text), seed);
  plan.parameters.draw(0);
  const disasters = disastersOf(plan, 0);
  // The moment in which somebody has chosen, with outages under way, is when looking ahead would pay.
  const all = factsUpTo(plan, 0, { disasters, at: ms(Infinity) });
  const choices = all.filter(({ kind, at }) => kind === 'chose' && at < plan.horizon);
  const at = choices[Math.floor(when * choices.length)]?.at ?? ms(Math.floor(when * plan.horizon));
  const seen = all.filter((fact) => fact.at <= at);
  return [1, 13].some((stir) => {
    const other = otherFuture(disasters, at, stir);
    return JSON.stringify(factsUpTo(plan, 0, { disasters: other, at })) !== JSON.stringify(seen);
  });
}

const futures = fc.tuple(
  allScenarios,
  fc.string({ minLength: 1, maxLength: 5 }),
  fc.double({ min: 0.02, max: 0.98, noNaN: true }),
);

afterEach(() => {
  vi.restoreAllMocks();
});

test('another future changes nothing of what was done before it', () => {
  fc.assert(
    fc.property(futures, ([sketch, seed, when]) => {
      expect(looksAhead(textOf(sketch), seed, when)).toBe(false);
    }),
    { seed: 8, numRuns: 60 },
  );
}, 240_000);

test('a decider who knew how long an outage will last would be found out', () => {
  vi.spyOn(Absences.prototype, 'expectedReturn').mockImplementation(function (
    this: Absences,
    member,
    at,
  ) {
    const left = this.of(member).filter(({ from, to }) => from <= at && at < to);
    return Math.max(0, ...left.map(({ to }) => to - at));
  });
  const found = fc
    .sample(futures, { seed: 8, numRuns: 60 })
    .filter(([sketch, seed, when]) => looksAhead(textOf(sketch), seed, when));
  expect(found.length).toBeGreaterThan(3);
}, 240_000);
