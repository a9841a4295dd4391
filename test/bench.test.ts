import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HOUR } from '../src/base/units.js';
import { readScenarioFile } from '../src/cli/read-files.js';
import { runBlock, type Trial } from '../src/experiment/trials.js';
import { compile } from '../src/simulate/compile.js';

test('the yardstick of the benchmarks is what it always was', () => {
  const text = readFileSync('bench/yardstick.mjs');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    'a23653885d723d72f4dc19e82b997b5979ff92e336ecc3bc35f39983a6b76626',
  );
});

/** What another program found for the same model, with random numbers of its own. */
interface Expected {
  readonly outputs: Readonly<
    Record<string, { readonly mean: number; readonly standardError: number }>
  >;
}

const TRIALS = 128;
/** Standard errors: chance alone goes beyond once in a million. */
const MOST = 4.9;

const total = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

/** Outputs of each strategy as bench/peers/r1.md names them, by trial. */
function outputsOf({ scenario }: ReturnType<typeof readScenarioFile>): Map<string, number[]> {
  const outputs = new Map<string, number[]>();
  const plan = compile(scenario, 'bench');
  const record = ({ strategies }: Trial) => {
    strategies.forEach(({ outcome, losses }, number) => {
      const { incidents, downtime } = outcome.services[0]!;
      const hours = (of: (incident: (typeof incidents)[number]) => number) =>
        total(incidents.map(of)) / HOUR;
      const values = {
        downtime: total(downtime) / HOUR,
        incidents: incidents.length,
        rta: hours(({ rta }) => rta),
        rpa: hours(({ rpa }) => rpa ?? 0),
        lost: hours(({ lostWrites }) => lostWrites),
        loss: total([losses.downtime, losses.data, losses.recovery].map(total)),
      };
      for (const [name, value] of Object.entries(values)) {
        const key = `${plan.strategies[number]!.name}.${name}`;
        outputs.set(key, [...(outputs.get(key) ?? []), value]);
      }
    });
  };
  runBlock(plan, { first: 0, count: TRIALS }, record);
  return outputs;
}

interface Off {
  readonly output: string;
  /** Difference of two means in standard errors. */
  readonly z: number;
}

/** How far each output of a strategy is off from what is expected of another, or of itself. */
function offOf(outputs: Map<string, number[]>, strategy: string, from: string): readonly Off[] {
  const { outputs: expected } = JSON.parse(
    readFileSync('bench/peers/r1-expected.json', 'utf8'),
  ) as Expected;
  return Object.entries(expected).flatMap(([name, { mean, standardError }]) => {
    const [owner, output] = name.split('.') as [string, string];
    if (owner !== from) return [];
    const values = outputs.get(`${strategy}.${output}`)!;
    const own = total(values) / TRIALS;
    const variance = total(values.map((value) => (value - own) ** 2)) / (TRIALS - 1);
    return [{ output, z: (own - mean) / Math.sqrt(variance / TRIALS + standardError ** 2) }];
  });
}

test('R1 comes to what a program in another language makes of it', { timeout: 60_000 }, () => {
  const outputs = outputsOf(readScenarioFile('scenarios/bench/r1.yaml'));
  for (const strategy of ['A', 'B', 'C']) {
    const off = offOf(outputs, strategy, strategy);
    expect(off).toHaveLength(6);
    expect(off.filter(({ z }) => !(Math.abs(z) < MOST))).toEqual([]);
  }
  // Another strategy is told apart.
  const wrong = offOf(outputs, 'A', 'B').filter(({ z }) => Math.abs(z) > MOST);
  expect(wrong.map(({ output }) => output)).toEqual(['downtime', 'rta', 'loss']);
});
