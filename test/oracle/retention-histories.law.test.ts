import fc from 'fast-check';
import { test } from 'vitest';
import { allScenarios, textOf } from '../experiment/random-scenario.js';
import { scenarioFrom } from '../running.js';
import { firstDifference } from './compare-histories.js';

/** How many random scenarios; set ORACLE=5000 for a thorough run. */
const MANY = Number(process.env.ORACLE ?? 20) * 0.4;

const KEEPS = [
  '{ fulls: 2 }',
  '{ fulls: 9 days, hourly: 4 }',
  '{ last: 2, daily: 5, weekly: 3, counting: beyond }',
  '{ within: { all: 1d, daily: 10 days, monthly: 3 months } }',
  '{ hourly: 5, yearly: 2 }',
];

/** Damage that is found late is what looks at old points; what else there is, others compare. */
const kept = fc
  .tuple(allScenarios, fc.constantFrom(...KEEPS))
  .map(([{ others, ...sketch }, keep]) =>
    textOf({
      ...sketch,
      standbys: [],
      others: { ...others!, wipe: undefined, active: undefined },
    }).replace(/keep: \{.*?\}(?: \})?|keep: 1 week/, () => `keep: ${keep}`),
  );

test('the engine and its obvious twin keep the same points under every rule', () => {
  fc.assert(
    fc.property(kept, fc.string({ minLength: 1, maxLength: 5 }), (text, seed) => {
      const difference = firstDifference(scenarioFrom(text), seed, [0, 1]);
      if (difference !== null) throw new Error(`${difference}\n${text}`);
    }),
    { seed: Number(process.env.ORACLE_SEED ?? 4), numRuns: Math.round(MANY) },
  );
}, 3_600_000);
