import type { Scenario } from './scenario.js';

/** Something that the scenario language accepts and this version does not yet simulate. */
export interface NotSimulated {
  /** Where the scenario says it, such as `finance.discountRate`. */
  readonly path: string;
  /** What is left out, and what is simulated in its place. */
  readonly what: string;
}

/** All of a scenario that a run leaves out, in the order of the file's parts. */
export function notSimulated(scenario: Scenario): readonly NotSimulated[] {
  const { finance } = scenario;
  const discounting: NotSimulated[] =
    finance.discountRate === null
      ? []
      : [{ path: 'finance.discountRate', what: 'net present value; amounts are not discounted' }];
  return discounting;
}
