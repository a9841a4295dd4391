import { notSimulated } from '../model/not-simulated.js';
import type { Scenario } from '../model/scenario.js';
import { leftOutTexts } from '../present/left-out.js';

/** Says on stderr what a scenario asks for that is not simulated. */
export function tellLeftOut(scenario: Scenario): void {
  for (const text of leftOutTexts(notSimulated(scenario))) process.stderr.write(`${text}\n`);
}
