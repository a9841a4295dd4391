import fc from 'fast-check';
import { test } from 'vitest';
import {
  allScenarios,
  copyScenarios,
  siteScenarios,
  textOf,
} from '../experiment/random-scenario.js';
import { scenarioFrom } from '../running.js';
import { firstDifference } from './compare-histories.js';

/** How many random scenarios; set ORACLE=5000 for a thorough run. */
const MANY = Number(process.env.ORACLE ?? 24);
const seeds = fc.string({ minLength: 1, maxLength: 5 });

test.each([
  ['lost sites', siteScenarios, 0.4],
  ['everything', allScenarios, 0.6],
  ['every kind of copy', copyScenarios, 1],
])(
  'the engine and its obvious twin tell the same histories of %s',
  (_, scenarios, part) => {
    fc.assert(
      fc.property(scenarios, seeds, (sketch, seed) => {
        const text = textOf(sketch);
        const difference = firstDifference(scenarioFrom(text), seed, [0, 1]);
        if (difference !== null) throw new Error(`${difference}\n${text}`);
      }),
      { seed: Number(process.env.ORACLE_SEED ?? 4), numRuns: Math.round(MANY * part) },
    );
  },
  3_600_000,
);
