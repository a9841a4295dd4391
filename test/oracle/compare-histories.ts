import type { Scenario } from '../../src/model/scenario.js';
import { compile } from '../../src/simulate/compile.js';
import { type Disaster, disastersOf } from '../../src/simulate/disasters.js';
import type { History } from '../../src/simulate/history.js';
import type { Plan } from '../../src/simulate/plan.js';
import { simulate } from '../../src/simulate/run.js';
import { SiteTimeline } from '../../src/simulate/site-timeline.js';
import { slowSimulate } from './slow-simulate.js';

/** Lives each trial under each strategy twice. @returns what differs first, in words; null if nothing */
export function firstDifference(
  scenario: Scenario,
  seed: string,
  trials: readonly number[],
): string | null {
  const plan = compile(scenario, seed);
  for (const trial of trials) {
    plan.parameters.draw(trial);
    const disasters = disastersOf(plan, trial);
    const sites = new SiteTimeline(plan, disasters);
    for (const strategy of plan.strategies.keys()) {
      const about = { strategy, trial, disasters };
      const history = attempt(() => simulate(plan, { ...about, sites }));
      const twin = attempt(() => slowSimulate(plan, about));
      const difference = differing({ plan, disasters }, history, twin);
      if (difference) {
        return `seed ${seed}, trial ${trial}, strategy ${strategy}\n${difference}`;
      }
    }
  }
  return null;
}

function attempt(live: () => History): History | string {
  try {
    return live();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function differing(
  { plan, disasters }: { plan: Plan; disasters: readonly Disaster[] },
  one: History | string,
  other: History | string,
): string | null {
  if (typeof one === 'string') return `the engine fails: ${one}`;
  if (typeof other === 'string') return `the twin fails: ${other}`;
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i++) {
    if (textOf(one[i]) === textOf(other[i])) continue;
    const around = (facts: History) =>
      facts
        .slice(Math.max(0, i - 8), i + 4)
        .map((fact, k) => `${k + Math.max(0, i - 8) === i ? '>' : ' '} ${textOf(fact)}`);
    const about = (fact: History[number] | undefined) =>
      fact && 'disaster' in fact ? [fact.disaster] : [];
    const named = [one, other].flatMap((facts) => facts.slice(Math.max(0, i - 8), i + 4));
    const known = [...new Set(named.flatMap(about))].map((number) => {
      const { hazard, ...rest } = disasters[number]!;
      const { threat, member } = plan.hazards[hazard]!;
      const { name } = plan.scenario.threats[threat]!;
      return `disaster ${number}: ${name} of ${member}, ${JSON.stringify(rest)}`;
    });
    const services = plan.services.map(({ name }, number) => `${number} ${name}`).join(', ');
    const text = [`fact ${i} of services ${services}`, 'engine:', ...around(one)];
    return [...text, 'twin:', ...around(other), ...known].join('\n');
  }
  return null;
}

/** A fact with its keys in order, and what is expected as exact as rounding is. */
function textOf(fact: History[number] | undefined): string {
  if (!fact) return 'nothing';
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(12)) : value;
  const { kind, at, ...rest } = fact;
  const entries = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${kind} at ${at} ${JSON.stringify(Object.fromEntries(entries), rounded)}`;
}
