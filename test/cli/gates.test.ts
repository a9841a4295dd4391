import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gatesOf } from '../../src/cli/gates.js';
import type { Summary } from '../../src/experiment/summary.js';
import { shipped } from '../running.js';
import { drsim, somewhere } from './drsim.js';

const DRSIM = join('dist', 'cli', 'main.js');
const SHOP = join('scenarios', 'online-shop.yaml');

/** Compares the shop's strategies under promises. */
function compare(gates: readonly string[], out = somewhere(), more: readonly string[] = []) {
  const promises = gates.flatMap((gate) => ['--gate', gate]);
  const quick = ['--trials', '200', '--no-charts', '--quiet', '--out', out];
  return drsim('compare', SHOP, ...promises, ...quick, ...more);
}

const KEPT = 'loss <= 1000M USD';
const MISSED = 'loss <= 1 USD for backups-only';
const UNDECIDED = 'loss <= 1.2M USD for backups-only';

test('when every gate is kept the command ends well and says nothing', async () => {
  const { code, stdout, stderr } = await compare([KEPT, 'mean rto of orders <= 60 days']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('\nGates: 2 kept\n');
});

test.each([
  ['missed', MISSED],
  ['undecided', UNDECIDED],
])('a gate that is %s is named and ends the command with 99', async (outcome, gate) => {
  const { code, stdout, stderr } = await compare([KEPT, gate]);
  expect(code).toBe(99);
  expect(stderr).toMatch(new RegExp(`^gate ${outcome}: ${gate}[^\n]*\n$`));
  expect(stdout).toContain(`\nGates: 1 kept, 1 ${outcome}\n`);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('all is written before the command ends with 99', async () => {
  const out = somewhere();
  const { code, stdout } = await compare([MISSED], out, ['--format', 'json']);
  expect(code).toBe(99);
  expect(readFileSync(join(out, 'online-shop', 'summary.json'), 'utf8')).toBe(stdout);
  const { gates } = JSON.parse(stdout) as Summary;
  expect(gates).toMatchObject([
    { gate: MISSED, strategy: 'backups-only', service: null, outcome: 'missed', bound: 1 },
  ]);
});

test('the same gate twice is one gate', async () => {
  const { stdout } = await compare([KEPT, `  ${KEPT.replace(' ', '   ')}`]);
  expect(stdout).toContain('\nGates: 1 kept\n');
});

test('wrong gates are all refused before the run, with a way out', async () => {
  const out = somewhere();
  const ran = await compare(['mean rtoo <= 1 h', KEPT, 'availability >= 0.99', ''], out);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toBe(
    `
--gate "mean rtoo <= 1 h"
  expected  a measure: P(rto within objective), P(rpo within objective), availability, mean rto, mean rpo, incidents, rto misses, rpo misses, unrecoverable, downtime, outage, loss, downtime cost, data loss cost, infrastructure cost or total
  got       "mean rtoo"
  fix       did you mean "mean rto"?
--gate "availability >= 0.99"
  expected  a share from 0% to 100%
  got       0.99
  fix       write "99%"
--gate ""
  expected  a gate such as "mean rto of orders <= 1 h" or "loss <= 1M USD for warm-standby"
  got       nothing
  fix       write ">=" or "<=" between the measure and its bound
`.trimStart(),
  );
});

test('the scenario’s rates hold for the promises of the call too', () => {
  const exchange = [{ currency: 'EUR', rate: 1.25, date: 0 }];
  const scenario = { ...shipped('online-shop.yaml'), exchange };
  expect(gatesOf(scenario, ['loss <= 4M EUR']).at(-1)).toMatchObject({ bound: 5e6 });
});

test('an interrupted run stays interrupted, whatever its gates', async () => {
  const args = ['compare', SHOP, '--gate', MISSED, '--trials', '50000000', '--no-charts'];
  const child = spawn(process.execPath, [DRSIM, ...args, '--out', somewhere()]);
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  setTimeout(() => child.kill('SIGINT'), 2_500);
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(130);
  expect(stdout).toContain('Gates: 1 ');
});
