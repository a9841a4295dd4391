import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Tally } from '../src/experiment/tally.js';
import { BLOCK, blocksOf, runBlock } from '../src/experiment/trials.js';
import { summarise } from '../src/experiment/summarise.js';
import { compile } from '../src/simulate/compile.js';
import { disastersOf } from '../src/simulate/disasters.js';
import { run, scenarioFrom, shipped } from './running.js';

const SHOP = 'online-shop.yaml';
const text = readFileSync(`scenarios/${SHOP}`, 'utf8');
const TRIALS = 2 * BLOCK + 44;

test('the same scenario and seed give the same summary twice, and another seed another one', () => {
  const once = JSON.stringify(run(shipped(SHOP), { trials: TRIALS, seed: 'a' }).summary);
  expect(JSON.stringify(run(shipped(SHOP), { trials: TRIALS, seed: 'a' }).summary)).toBe(once);
  expect(JSON.stringify(run(shipped(SHOP), { trials: TRIALS, seed: 'b' }).summary)).not.toBe(once);
});

test('adding a strategy moves no number of the others', () => {
  const third = `${text}  third: { use: warm-standby, primary: ohio, standby: { site: virginia } }\n`;
  const before = run(shipped(SHOP), { trials: TRIALS, seed: 'a' }).summary;
  const after = run(scenarioFrom(third), { trials: TRIALS, seed: 'a' }).summary;
  expect(Object.keys(after.strategies)).toEqual([...Object.keys(before.strategies), 'third']);
  for (const [name, figures] of Object.entries(before.strategies)) {
    expect(after.strategies[name]).toEqual(figures);
  }
  expect(after.differences).toMatchObject(before.differences);
});

test('adding a service moves no disaster and no step of the other services', () => {
  const more = text.replace('services:\n', 'services:\n  search:\n    data: { size: 1 GB }\n');
  expect(more).not.toBe(text);
  const incidents = (scenario: ReturnType<typeof shipped>) => {
    const seen: unknown[] = [];
    run(scenario, { trials: 200, seed: 'a' }, ({ disasters, strategies, trial }, plan) => {
      const orders = plan.services.findIndex(({ name }) => name === 'orders');
      const { incidents: all } = strategies[1]!.outcome.services[orders]!;
      // The new service is struck by threats of its own.
      const met = disasters.flatMap(({ hazard, ...disaster }) => {
        const { threat, member } = plan.hazards[hazard]!;
        return member === 'search' ? [] : [{ threat, member, ...disaster }];
      });
      seen.push({ trial, met, rta: all.map(({ rta }) => rta) });
    });
    return seen;
  };
  expect(incidents(scenarioFrom(more))).toEqual(incidents(shipped(SHOP)));
});

test('blocks run in any order and merged in block order give what one after the other gives', () => {
  const whole = run(shipped(SHOP), { trials: TRIALS, seed: 'a' }).summary;
  const plan = compile(shipped(SHOP), 'a');
  const parts = blocksOf(TRIALS)
    .toReversed()
    .map((block) => runBlock(plan, block));
  const tally = new Tally(plan);
  for (const part of parts.toReversed()) tally.merge(part);
  const identity = { seed: 'a', version: 'test', scenarioHash: 'test', interrupted: false };
  expect(JSON.stringify(summarise(plan, tally, identity))).toBe(JSON.stringify(whole));
});

test('strategies of a trial meet the same disasters, and trials meet different ones', () => {
  const plan = compile(shipped(SHOP), 'a');
  const seen = new Set<string>();
  let disasters = 0;
  for (let trial = 0; trial < 200; trial++) {
    const struck = disastersOf(plan, trial);
    disasters += struck.length;
    for (const { at, hazard } of struck) seen.add(`${hazard} ${at}`);
    expect(disastersOf(plan, trial)).toEqual(struck);
  }
  expect(disasters).toBeGreaterThan(100);
  expect(seen.size).toBe(disasters);
});

/** Every estimate in a summary, by where it stands. */
function estimatesIn(part: unknown, path = ''): Map<string, { mean: number; error: number }> {
  const found = new Map<string, { mean: number; error: number }>();
  if (part === null || typeof part !== 'object') return found;
  const { mean, ci95 } = part as { mean?: number | null; ci95?: [number, number] | null };
  if (typeof mean === 'number' && ci95) {
    found.set(path, { mean, error: (ci95[1] - ci95[0]) / (2 * 1.96) });
  }
  for (const [key, inner] of Object.entries(part)) {
    for (const [at, estimate] of estimatesIn(inner, `${path}/${key}`)) found.set(at, estimate);
  }
  return found;
}

test('all means of two seeds agree within 4.9 of their common errors', () => {
  const [a, b] = ['1', '2'].map((seed) =>
    estimatesIn(run(shipped(SHOP), { trials: 6000, seed }).summary),
  );
  let compared = 0;
  for (const [path, one] of a!) {
    const other = b!.get(path);
    if (!other) continue;
    const bound = 4.9 * Math.hypot(one.error, other.error);
    expect(Math.abs(one.mean - other.mean), path).toBeLessThanOrEqual(bound);
    compared++;
  }
  expect(compared).toBeGreaterThan(80);
});
