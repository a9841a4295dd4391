import type { Scenario } from './scenario.js';

/** Something that the scenario language accepts and this version does not yet simulate. */
export interface NotSimulated {
  /** Where the scenario says it, such as `sites.here`. */
  readonly path: string;
  /** What is left out, and what is simulated in its place. */
  readonly what: string;
}

/** What this version leaves out: nothing at present. */
const RULES: ReadonlyArray<(scenario: Scenario) => readonly NotSimulated[]> = [];

/** All of a scenario that a run leaves out, in the order of the file's parts. */
export function notSimulated(scenario: Scenario): readonly NotSimulated[] {
  return RULES.flatMap((rule) => rule(scenario));
}
