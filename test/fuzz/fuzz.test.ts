import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LAWS } from '../../src/input/figure/law-names.js';
import { SCENARIO_FORM } from '../../src/input/scenario.js';
import { drsim } from '../cli/drsim.js';
import { pathsInTree, pathsOfForm } from './form-paths.js';
import { type FuzzFile, fuzzFile } from './fuzz-file.js';
import { HUGE } from './huge-text.js';
import { callFor, inspect, LONGEST_MS } from './inspect.js';
import { outputFaults, problemFaults } from './output-faults.js';

const SEED = 'ci';
const FILES = 1000;
/** So many are also checked by a process of their own. */
const PROCESSES = 20;
/** Every so many files is also lived through. */
const LIVED = 4;

const FOLDER = mkdtempSync(join(tmpdir(), 'drsim-fuzz-'));
const made: readonly FuzzFile[] = Array.from({ length: FILES }, (_, number) =>
  fuzzFile(SEED, number),
);

test('no scenario file, however damaged, ends check but with 0, 2 or 99, soon and in order', () => {
  let accepted = 0;
  for (const [number, { bytes }] of made.entries()) {
    const path = join(FOLDER, 'scenario.yaml');
    const { code, faults } = inspect(path, { bytes, number, living: number % LIVED === 0 });
    if (code !== 2) accepted++;
    expect(faults, `replay: npm run fuzz -- --seed ${SEED} --only ${number}`).toEqual([]);
  }
  // Of files that nothing accepts only the refusals would be tested.
  expect(accepted / FILES).toBeGreaterThan(0.3);
});

test('a file with very much of anything is refused or read within two seconds', () => {
  for (const [name, text] of Object.entries(HUGE)) {
    const file = { bytes: Buffer.from(text(3000)), number: 0, living: false };
    const { code, ms } = inspect(join(FOLDER, 'huge.yaml'), file);
    expect([0, 2, 99], name).toContain(code);
    expect(ms, name).toBeLessThan(LONGEST_MS);
  }
});

test('the files come by every key of the language and every law', () => {
  const seen = new Set(made.flatMap(({ tree }) => [...pathsInTree(tree ?? {}, SCENARIO_FORM)]));
  const missing = [...pathsOfForm(SCENARIO_FORM)].filter((path) => !seen.has(path));
  // A step of a failover moves nothing: its form only shares the key with those of a restore.
  expect(missing).toEqual(['strategies.*.failover.steps.moves']);
  const texts = made.map(({ bytes }) => bytes.toString()).join('\n');
  expect(LAWS.filter((law) => !new RegExp(`\\b${law}["']?:`).test(texts))).toEqual([]);
});

test('a file is the same whenever it is made', () => {
  for (const number of [0, 7, 77]) {
    expect(fuzzFile(SEED, number).bytes).toEqual(made[number]!.bytes);
  }
  expect(fuzzFile('other', 0).bytes).not.toEqual(made[0]!.bytes);
});

test('a process of its own ends as the command does in this one', async () => {
  const numbers = Array.from({ length: PROCESSES }, (_, one) => one * (FILES / PROCESSES));
  const codes = await Promise.all(numbers.map((number) => codeOfProcess(number)));
  expect([...new Set(codes)].toSorted((a, b) => a - b)).toEqual([0, 2, 99]);
});

/** The exit code of a file's own process, which is that of the command in this one. */
async function codeOfProcess(number: number): Promise<number> {
  const path = join(FOLDER, `process-${number}.yaml`);
  const inside = inspect(path, { bytes: made[number]!.bytes, number, living: false }).code;
  const { code, stdout, stderr } = await drsim(...wordsOf(path, number));
  expect({ number, code }).toEqual({ number, code: inside });
  expect(stdout + stderr).not.toMatch(/^ {4}at |made a mistake/m);
  return code;
}

/** The same call as words. */
function wordsOf(path: string, number: number): string[] {
  const { format, all, assumptions, strict } = callFor(path, number);
  const flags = Object.entries({ all, assumptions, strict }).filter(([, on]) => on);
  return ['check', path, '--format', format, ...flags.map(([name]) => `--${name}`)];
}

test('a fault in what the product prints is seen', () => {
  const ended = { code: 0, ms: 1, stdout: '{}', stderr: '' };
  expect(outputFaults(ended, 'json')).toEqual([]);
  expect(outputFaults({ ...ended, stdout: '{' }, 'json')).toHaveLength(1);
  expect(outputFaults({ ...ended, stdout: '"\u0007"' }, 'json').length).toBeGreaterThan(0);
  expect(outputFaults({ ...ended, stdout: 'red \u001b[31m' }, 'table')).toHaveLength(1);
  expect(outputFaults({ ...ended, stdout: '# <script>' }, 'md')).toHaveLength(1);
  expect(outputFaults({ ...ended, stdout: '| a | b |\n| a |\n' }, 'md')).toHaveLength(1);
  const trace = 'Error: x\n    at read (file:///src/x.js:1:2)\n';
  expect(outputFaults({ ...ended, stderr: trace }, 'table')).toHaveLength(1);
  const bytes = Buffer.from('a: 1\n');
  const said = (place: string) => `x: 1 problem\n  x:${place}  a\n    expected  more\n`;
  expect(problemFaults(said('1:2'), 'x', bytes)).toEqual([]);
  expect(problemFaults(said('9:1'), 'x', bytes)).toHaveLength(1);
  expect(problemFaults('something is wrong', 'x', bytes).length).toBeGreaterThan(0);
});
