import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, catalogueOf } from '../src/input/catalogue.js';
import { problemsText } from '../src/input/problem.js';
import { readScenario } from '../src/input/scenario.js';
import { summarise } from '../src/experiment/summarise.js';
import type { Summary } from '../src/experiment/summary.js';
import { Tally } from '../src/experiment/tally.js';
import { blocksOf, runBlock, type Trial } from '../src/experiment/trials.js';
import type { Scenario } from '../src/model/scenario.js';
import { compile } from '../src/simulate/compile.js';
import type { Plan } from '../src/simulate/plan.js';

/** The catalogue in `models/`. */
export const CATALOGUE: Catalogue = catalogueOf(
  new Map(
    readdirSync('models', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [join('models', file), readFileSync(join('models', file), 'utf8')]),
  ),
);

/** A scenario from its text; a test's scenario has no problems. */
export function scenarioFrom(text: string, file = 'test.yaml'): Scenario {
  const read = readScenario({ file, text }, CATALOGUE);
  if ('problems' in read) throw new Error(problemsText(read.problems));
  return read.scenario;
}

/** A shipped scenario, by its path in `scenarios/`. */
export function shipped(name: string): Scenario {
  const file = join('scenarios', name);
  return scenarioFrom(readFileSync(file, 'utf8'), file);
}

/** Paths of all shipped scenarios, in `scenarios/`. */
export const SHIPPED = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort();

/** Runs an experiment as the product does. */
export function run(
  scenario: Scenario,
  how: { trials: number; seed: string },
  record?: (trial: Trial, plan: Plan) => void,
): { plan: Plan; tally: Tally; summary: Summary } {
  const plan = compile(scenario, how.seed);
  const tally = new Tally(plan);
  for (const block of blocksOf(how.trials)) {
    tally.merge(
      runBlock(
        plan,
        block,
        record &&
          ((trial) => {
            record(trial, plan);
          }),
      ),
    );
  }
  const identity = { seed: how.seed, version: 'test', scenarioHash: 'test', interrupted: false };
  return { plan, tally, summary: summarise(plan, tally, identity) };
}
