import fc from 'fast-check';
import { test } from 'vitest';
import { siteScenarios, textOf } from '../experiment/random-scenario.js';
import { scenarioFrom } from '../running.js';
import { firstDifference } from './compare-histories.js';

/** How many random scenarios; set ORACLE=5000 for a thorough run. */
const MANY = Number(process.env.ORACLE ?? 20) * 0.4;

const limits = fc.constantFrom('0 s', '90 s', '3 h', '0 B', '1 GB', '200 GB');
const limited = fc
  .tuple(siteScenarios, limits)
  .filter(([{ automatic, standbys }]) => automatic && standbys.length > 0)
  .map(([sketch, limit]) =>
    textOf(sketch).replace('automatic: true', () => `automatic: true, mostLost: ${limit}`),
  );

test('the engine and its obvious twin ask people where a failover would lose too much', () => {
  fc.assert(
    fc.property(limited, fc.string({ minLength: 1, maxLength: 5 }), (text, seed) => {
      const difference = firstDifference(scenarioFrom(text), seed, [0, 1]);
      if (difference !== null) throw new Error(`${difference}\n${text}`);
    }),
    { seed: Number(process.env.ORACLE_SEED ?? 4), numRuns: Math.round(MANY) },
  );
}, 3_600_000);
