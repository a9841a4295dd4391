import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms, YEAR } from '../../../src/base/units.js';
import type { Scenario } from '../../../src/model/scenario.js';
import { readinessFindings } from '../../../src/plan/readiness/findings.js';
import { point } from '../../../src/random/point.js';
import { scenarioFrom } from '../../running.js';
import { SOUND } from './checking.js';

const SCENARIO = scenarioFrom(SOUND);
const law = (value: number) => ({ law: point(value), drawn: 'once' }) as const;

const positive = fc.constantFrom(1e-300, 1e-9, 1, 1e9, 1e300);
const amount = fc.oneof(fc.constant(0), positive);
const share = fc.constantFrom(0, 1e-300, 0.5, 1);
const time = fc.constantFrom(0, 1, 1e6, 1e12, 200 * YEAR);
const period = fc.constantFrom(1, 1e6, 1e12, 200 * YEAR);

const figures = fc.record({
  size: amount,
  writes: amount,
  change: share,
  growth: fc.constantFrom(-1, 0, 0.2, 1e6),
  rto: fc.option(time),
  rpo: fc.option(time),
  overhead: time,
  throughput: positive,
  restoreRate: positive,
  reduction: positive,
  full: period,
  incremental: fc.option(period),
  bandwidth: positive,
  latency: time,
  capacity: share,
  dwell: time,
  asOf: fc.constantFrom('start' as const, 'end' as const),
});
type Figures = typeof figures extends fc.Arbitrary<infer T> ? T : never;

/** The sound scenario with other figures everywhere. */
function scenarioWith(of: Figures): Scenario {
  const objectives = {
    rto: of.rto === null ? null : ms(of.rto),
    rpo: of.rpo === null ? null : ms(of.rpo),
  };
  const policy = {
    full: ms(of.full),
    incremental: of.incremental === null ? null : ms(of.incremental),
    overhead: law(of.overhead),
    throughput: law(of.throughput),
    restoreRate: law(of.restoreRate),
    reduction: law(of.reduction),
    asOf: of.asOf,
  };
  return {
    ...SCENARIO,
    services: SCENARIO.services.map((service) => ({
      ...service,
      objectives,
      data: {
        ...service.data,
        size: law(of.size),
        growth: law(of.growth),
        change: law(of.change),
      },
      writes: { ...service.writes, mean: law(of.writes) },
    })),
    links: SCENARIO.links.map((link) => ({
      ...link,
      bandwidth: law(of.bandwidth),
      latency: law(of.latency),
    })),
    strategies: SCENARIO.strategies.map((strategy) => ({
      ...strategy,
      standbys: strategy.standbys.map((one) => ({ ...one, capacity: law(of.capacity) })),
      backups: strategy.backups.map((one) => ({ ...one, ...policy })),
    })),
    readiness: { ...SCENARIO.readiness, dwell: law(of.dwell) },
  };
}

test('however odd the figures are, findings are sentences', () => {
  fc.assert(
    fc.property(figures, (of) => {
      for (const { found, fix } of readinessFindings(scenarioWith(of))) {
        expect(`${found} ${fix}`).not.toMatch(/NaN|Infinity|undefined|null|  /);
      }
    }),
    { seed: 1, numRuns: 500 },
  );
});
