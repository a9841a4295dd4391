import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FindingCounts, PlacedFinding } from '../../src/present/findings.js';
import { drsim, drsimFed, drsimIn, somewhere } from './drsim.js';

const SHOP = join('scenarios', 'online-shop.yaml');

interface Report {
  readonly counts: FindingCounts;
  readonly findings: readonly PlacedFinding[];
}

async function reportOn(file: string): Promise<Report> {
  return JSON.parse((await drsim('check', file, '--format', 'json')).stdout) as Report;
}

/** What is found in the shop as it is. */
const FOUND = reportOn(SHOP);

/** The shop, in which every finding of these kinds is accepted. */
function accepting(rules: readonly string[], folder = somewhere()): string {
  const accepted = rules.map((finding) => `    - { finding: ${finding}, reason: "We <know> it" }`);
  const file = join(folder, 'my shop#1.yaml');
  const text = readFileSync(SHOP, 'utf8');
  const list = accepted.length === 0 ? '[]' : `\n${accepted.join('\n')}`;
  writeFileSync(file, `${text}readiness:\n  accepted: ${list}\n`);
  return file;
}

test('each finding names its place in the file', async () => {
  const { findings } = await FOUND;
  const lines = readFileSync(SHOP, 'utf8').split('\n');
  expect(findings.length).toBeGreaterThan(0);
  for (const { path, place } of findings) {
    expect(place.file).toBe(SHOP);
    const here = lines[place.line - 1]!.slice(place.column - 1);
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    expect(keys.some((key) => here.startsWith(key)) || path === '' || /\d/.test(path)).toBe(true);
  }
});

test('the table is plain text of 80 columns through a pipe, and says what JSON counts', async () => {
  const { counts } = await FOUND;
  const { code, stdout } = await drsim('check', SHOP);
  expect(code).toBe(0);
  expect(stdout).not.toContain('\u001b');
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  const heads = stdout.split('\n').filter((line) => line.startsWith('    found '));
  expect(heads).toHaveLength(counts.error + counts.warning + counts.note);
});

test('--strict ends with 99 for as long as an error or a warning is open', async () => {
  const { counts, findings } = await FOUND;
  expect(counts.error + counts.warning).toBeGreaterThan(0);
  const strict = await drsim('check', SHOP, '--strict');
  expect(strict.code).toBe(99);
  expect(strict.stderr).toMatch(/^--strict: .*left open\n$/);
  const serious = findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule);
  const file = accepting([...new Set(serious)]);
  const { code, stderr, stdout } = await drsim('check', file, '--strict');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/accepted findings? (?:is|are) not shown/);
});

test('accepted findings come with their reason with --all, and always in JSON and SARIF', async () => {
  const [first] = (await FOUND).findings;
  const folder = somewhere();
  const file = accepting([first!.rule], folder);
  expect((await drsim('check', file, '--all')).stdout).toContain('We <know> it');
  expect((await drsim('check', file, '--all', '--format', 'md')).stdout).toContain('\\<know\\>');
  expect((await reportOn(file)).counts.accepted).toBeGreaterThan(0);
  const { stdout } = await drsimIn(folder, 'check', 'my shop#1.yaml', '--format', 'sarif');
  expect(stdout).toContain('"uri": "my%20shop%231.yaml"');
  expect(stdout).toContain('"justification": "We <know> it"');
});

test('a file beside the working folder has a full URI in SARIF, one below it a relative one', async () => {
  const folder = somewhere();
  accepting([], folder);
  mkdirSync(join(folder, 'sub'));
  const call = ['check', join('..', 'my shop#1.yaml'), '--format', 'sarif'];
  const { stdout } = await drsimIn(join(folder, 'sub'), ...call);
  expect(stdout).toMatch(/"uri": "file:\/\/\/.*my%20shop%231\.yaml"/);
  const own = await drsim('check', SHOP, '--format', 'sarif');
  expect(own.stdout).toContain('"uri": "scenarios/online-shop.yaml"');
});

test('the figures that a simulation rests on are shown with their sources', async () => {
  const { stdout } = await drsim('check', SHOP, '--assumptions');
  expect(stdout).toContain('services.orders.revenue.mean: 250k USD/h\n    source    ITIC 2024');
});

test.each([
  ['a missing file', 'nowhere.yaml', /no file nowhere\.yaml/],
  ['a folder', 'scenarios', /folder/],
])('%s is refused with a reason and exit code 2', async (_, file, says) => {
  const { code, stdout, stderr } = await drsim('check', file);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(says);
});

test('a wrong scenario has all its problems told at once, as compare does', async () => {
  const file = join(somewhere(), 'wrong.yaml');
  writeFileSync(file, 'nmae: x\nhorizon: 5\n');
  const { code, stderr } = await drsim('check', file);
  expect(code).toBe(2);
  expect(stderr).toBe((await drsim('compare', file)).stderr);
  expect(stderr).toMatch(/:1:1[\s\S]*:2:10/);
});

test('a scenario can come through a pipe', async () => {
  const text = readFileSync(SHOP, 'utf8');
  const { code, stdout } = await drsimFed(text, 'check', '-', '--format', 'json');
  expect(code).toBe(0);
  const { findings } = JSON.parse(stdout) as Report;
  const place = (one: PlacedFinding) => ({ ...one.place, file: '' });
  expect(findings.map(place)).toEqual((await FOUND).findings.map(place));
  expect(findings[0]?.place.file).toBe('stdin');
  const wrong = await drsimFed('name: 3\n', 'check', '-');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('stdin:1:7  name');
});
