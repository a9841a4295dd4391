import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, inSeconds, ms } from '../../src/base/units.js';
import { restorePointsOf } from '../../src/experiment/explain/restore-points.js';
import { compile } from '../../src/simulate/compile.js';
import { copyScenarios, textOf } from '../experiment/random-scenario.js';
import { scenarioFrom } from '../running.js';
import { incidentsOf } from './one-strategy.js';

const SHOP =
  'data: { size: 20 GB, change: 5% / day }, writes: { mean: 1 MB/s }, revenue: { mean: 10k USD/h }, dataLoss: 10k USD/h';

/** Periods of copies, and the same with something twice as often. */
const OFTEN = fc.constantFrom(
  ['full: 2 days', 'full: 1 day'],
  ['full: 1 week, incremental: 1 day', 'full: 1 week, incremental: 12 h'],
  ['full: 1 week, differential: 2 days', 'full: 1 week, differential: 1 day'],
  ['full: 1 week', 'full: 1 week, differential: 1 day'],
  ['full: 1 week, differential: 1 day', 'full: 1 week, differential: 1 day, incremental: 6 h'],
  ['full: 2 days, log: 4 h', 'full: 2 days, log: 2 h'],
  ['full: 2 days', 'full: 2 days, log: 4 h'],
);

/** Hours after the start of the horizon. */
const STRIKES = fc.uniqueArray(fc.integer({ min: 60 * 24, max: 900 * 24 }), {
  minLength: 4,
  maxLength: 8,
  selector: (hour) => Math.floor(hour / 240),
});

test('more frequent backups never lose more to the same disaster', () => {
  const start = Date.UTC(2027, 0, 1);
  let less = 0;
  fc.assert(
    // As of its end, a job that has less to send also has the older state.
    fc.property(OFTEN, STRIKES, ([rare, often], hours) => {
      const at = hours
        .toSorted((a, b) => a - b)
        .map((hour) => `'${new Date(start + hour * HOUR).toISOString().slice(0, 16)}'`);
      const threats = `  - { use: power-outage, only: [a], strikes: { at: [${at.join(', ')}] }, effects: { destroys: { rebuild: 1 h } } }\n`;
      const lost = (periods: string) => {
        const strategy = `
    backups: { ${periods}, store: b, keep: 60 days, jobFailure: 0%, overhead: 10 min, asOf: start }
    restore: { steps: [{ step: restore, moves: backup }] }`;
        return incidentsOf({ shop: SHOP, strategy, threats }).map(({ rpa }) => rpa!);
      };
      const [one, other] = [lost(rare), lost(often)];
      expect(other).toHaveLength(hours.length);
      // The schedule begins anew where the service has been restored to, the sooner the better.
      expect(other[0]).toBeLessThanOrEqual(one[0]!);
      if (other[0]! < one[0]!) less++;
    }),
    { seed: 5, numRuns: 60 },
  );
  expect(less).toBeGreaterThan(15);
});

test('a recovery point never goes before what builds on it', () => {
  let chained = 0;
  fc.assert(
    fc.property(copyScenarios, fc.integer({ min: 0, max: 700 * 24 }), (sketch, hour) => {
      const plan = compile(scenarioFrom(textOf(sketch)), 'chains');
      const at = ms(hour * HOUR + DAY);
      const asked = { trial: 0, at, strategy: null, service: null, most: Infinity };
      for (const { services } of restorePointsOf(plan, asked).strategies) {
        for (const { states } of services.flatMap(({ copies }) => copies)) {
          const ages = new Set(states.map(({ age, oldest }) => oldest ?? age));
          for (const { age, full } of states) {
            if (full === null || full === age) continue;
            chained++;
            expect(ages.has(full), `${full} s before ${inSeconds(at)} s`).toBe(true);
          }
        }
      }
    }),
    { seed: 6, numRuns: 40 },
  );
  expect(chained).toBeGreaterThan(200);
});
