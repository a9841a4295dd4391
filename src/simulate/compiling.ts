import type { Ms } from '../base/units.js';
import type { Step } from '../model/runbook.js';
import type { Scenario } from '../model/scenario.js';
import type { Uncertain } from '../model/uncertain.js';
import type { Purposes } from '../random/purpose.js';
import { luckOf } from './luck.js';
import type { Parameters } from './parameters.js';
import type { StepLuck, StepPlan } from './plan.js';

/** What names become numbers and draws with, while a scenario is compiled. */
export interface Compiling {
  readonly scenario: Scenario;
  readonly purposes: Purposes;
  readonly parameters: Parameters;
  /** Names of the sites, in the order of their numbers. */
  readonly sites: readonly string[];
  /** Names that the draws of each hazard go by: threat and member. */
  readonly hazards: readonly string[];
  /** Names of the steps so far: steps of one name have the same number, and the same luck. */
  readonly steps: string[];
}

/** A region's name has a slash, which parts the names of draws. */
export function hazardName(threat: string, member: string): string {
  return `${threat}/${member.replaceAll('/', ':')}`;
}

/**
 * A duration drawn for each service, hazard, arrival and attempt.
 *
 * @param step names the draw: never the strategy, so that who takes the same step has the same luck
 */
export function stepLuck(about: Compiling, step: string, value: Uncertain<Ms>): StepLuck {
  const luck = about.scenario.services.flatMap(({ name }) =>
    about.hazards.map((hazard) => luckOf(value, `${name}/${hazard}/${step}`, about.purposes)),
  );
  return { law: value.law, luck };
}

/** Number of the steps of a name. */
export function stepNumber({ steps }: Compiling, name: string): number {
  const known = steps.indexOf(name);
  return known < 0 ? steps.push(name) - 1 : known;
}

/** A step of a runbook. */
export function stepPlan(about: Compiling, { name, phase, does, tail }: Step): StepPlan {
  return {
    name,
    number: stepNumber(about, name),
    phase,
    does: does.kind,
    takes: does.kind === 'takes' ? stepLuck(about, `step/${name}`, does.time) : null,
    tail: tail && {
      share: about.parameters.add(`steps/${name}/tail`, tail.share),
      lasts: stepLuck(about, `step/${name}/tail`, tail.lasts),
    },
  };
}
