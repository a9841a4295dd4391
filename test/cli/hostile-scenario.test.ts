import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Summary } from '../../src/experiment/summary.js';
import { drsimIn, type Ran } from './drsim.js';
import { hostileFolder, NAMES, WORDS } from './hostile.js';

const FOLDER = hostileFolder();
const CALL = ['compare', 'hostile.yaml', '--trials', '60', '--quiet', '--out'];
const compared = (...args: string[]) => drsimIn(FOLDER, ...CALL, 'again', '--no-charts', ...args);
const checked = (...args: string[]) =>
  drsimIn(FOLDER, 'check', 'hostile.yaml', '--all', '--assumptions', ...args);
const explained = (...args: string[]) =>
  drsimIn(FOLDER, 'explain', 'hostile.yaml', '--trials', '60', '--quiet', '--all', ...args);
const written = (...path: string[]) =>
  readFileSync(join(FOLDER, 'out', 'hostile', ...path), 'utf8');

/** A gate is missed, and nothing worse. */
function ranWell({ code, stderr }: Ran): void {
  expect(code, stderr).toBe(99);
  expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
}

beforeAll(async () => {
  ranWell(await drsimIn(FOLDER, ...CALL, 'out'));
});

/** Whatever moves the cursor, rings the bell, or turns the order in which a line is read. */
const STEERING = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

test('no word of a scenario steers a terminal', async () => {
  const [table, findings] = [await compared(), await checked()];
  const stories = [await explained(), await explained('--copies')];
  ranWell(table);
  expect([findings, ...stories].map(({ code }) => code)).toEqual([0, 0, 0]);
  for (const { stdout, stderr } of [table, findings, ...stories]) {
    expect(stdout + stderr).not.toMatch(STEERING);
    expect(stdout).toContain('=1+1');
  }
  for (const line of table.stdout.split('\n')) expect(line).not.toMatch(/^(?:# heading|- item)/);
});

/** Cells of a line of CSV; none of the texts here has a line end. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, inQuotes, plain = '']) => inQuotes?.replaceAll('""', '"') ?? plain,
  );

test('no cell of a table is a formula', async () => {
  const summary = await compared('--format', 'csv');
  ranWell(summary);
  const tables = [
    summary.stdout,
    ...['incidents.csv', 'years.csv', 'bytes.csv', 'cashflow.csv'].map((name) => written(name)),
  ];
  for (const text of tables) {
    const cells = text.trimEnd().split('\n').flatMap(cellsOf);
    const isFigure = (cell: string) => cell !== '' && Number.isFinite(Number(cell));
    const words = [...new Set(cells.filter((cell) => !isFigure(cell)))];
    expect(words.filter((cell) => /^\s*[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(words).toContain(`'=1+1`);
  }
  // A name that is a number to a spreadsheet as well is no exception.
  expect(written('years.csv')).toContain("\n'+1,");
  expect(written('years.csv').split('\n')[0]).toContain(
    'seed "a\\u002c=1+1\\u003b=2+2\\"><script>"',
  );
});

/** Signs of Markdown that are not shown as they are. */
const MARKUP = /(?<!\\)(?:\\\\)*(?:<(?!br>)|[`[\]*~$]|&(?!#8203;))/;

test('no word of a scenario is markup in Markdown', async () => {
  const [comparison, findings] = [
    await compared('--format', 'md'),
    await checked('--format', 'md'),
  ];
  ranWell(comparison);
  // However a column is called, it stays one.
  const heads = comparison.stdout.split('\n').filter((line) => line.startsWith('|  | '));
  const columns = heads.map((line) => line.replaceAll('\\|', '').split(' | ').length - 1);
  expect(new Set(columns)).toEqual(new Set([NAMES.strategies.length]));
  for (const { stdout } of [comparison, findings]) {
    expect(stdout).not.toMatch(STEERING);
    for (const line of stdout.split('\n')) {
      const words = line.replace(/^#+ |^- |^\| --- .*$/, '');
      expect(words).not.toMatch(MARKUP);
      expect(words).not.toMatch(/@(?!&#8203;)|https?:\/\/|(?<!\\)www\./);
      expect(line).not.toMatch(/^(?:# heading|- item)/);
    }
  }
});

test('JSON gives every name back as it was written', async () => {
  const { stdout } = await compared('--format', 'json');
  const summary = JSON.parse(stdout) as Summary;
  expect(Object.keys(summary.strategies)).toEqual([...NAMES.strategies]);
  const { service, second, third } = NAMES;
  const names = Object.keys(summary.strategies['+1']!.services);
  expect(names.toSorted()).toEqual([service, second, third].toSorted());
  expect(summary.title).toBe(WORDS);
});

test('SARIF holds no link, no placeholder and no address that a scenario made up', async () => {
  const { stdout, code } = await checked('--format', 'sarif');
  expect(code).toBe(0);
  const { runs } = JSON.parse(stdout) as {
    runs: [{ results: { message: { text: string }; locations: unknown }[] }];
  };
  for (const { message, locations } of runs[0].results) {
    expect(message.text).not.toMatch(/\]\(|(?<!\{)\{\d+\}(?!\})/);
    expect(message.text).not.toMatch(STEERING);
    expect(JSON.stringify(locations)).toContain('"uri":"hostile.yaml"');
  }
});

const CHARTS = ['rto-by-strategy', 'cost-stack', 'loss-exceedance'];
const ELEMENTS = /^(?:svg|g|rect|path|line|text|tspan|defs|clipPath|linearGradient|stop)$/;

test.each(CHARTS)('the picture %s holds words as words', (name) => {
  const svg = written('charts', `${name}.svg`);
  for (const [, element = '', attributes = ''] of svg.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)) {
    expect(element).toMatch(ELEMENTS);
    expect(attributes).not.toMatch(/\s(?:on\w+|href|xlink:href)=/);
    expect(attributes).not.toContain('<');
  }
  expect(svg).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
  expect(svg).not.toMatch(/undefined|NaN/);
  expect(svg).toContain('&amp;lt;b&amp;gt; &amp;amp;');
  // It is drawn as a picture by a reader of XML, which refuses what is not well-formed.
  const png = readFileSync(join(FOLDER, 'out', 'hostile', 'charts', `${name}.png`));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

/** Keys of a chart's specification whose text Vega runs. */
const RUN = new Set(['expr', 'labelExpr', 'calculate', 'filter', 'test', 'signal', 'update']);

/** All texts under a key, with the key that they stand under. */
function textsIn(value: unknown, key = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(inner, Array.isArray(value) ? key : name),
  );
}

test.each(CHARTS)('no word of a scenario is in what the chart %s runs', (name) => {
  const texts = textsIn(JSON.parse(written('charts', `${name}.vl.json`)));
  const run = texts.filter(([key]) => RUN.has(key)).map(([, text]) => text);
  expect(run.length).toBeGreaterThan(0);
  for (const text of run) {
    expect(text).toMatch(
      /^(?:\{[^{}]*\}\[datum\.value\]|(?:isValid\(datum\.\w+\)(?: && )?)+(?: \? -?\d+ : -?\d+)?)$/,
    );
    expect(text).not.toMatch(/alert|script|process|evil|1\+1/);
  }
  expect(texts.filter(([key]) => key === 'url' || key === 'href')).toEqual([]);
});

test.each([
  ['...yaml', 'scenario'],
  ['line\n=1,+2.yaml', 'line-=1,+2'],
])('results of the file %j are kept in --out, in %j', async (file, name) => {
  const folder = hostileFolder(file);
  mkdirSync(join(folder, 'charts'));
  const call = ['compare', `./${file}`, '--trials', '4', '--quiet', '--no-charts'];
  ranWell(await drsimIn(folder, ...call, '--out', 'out/in'));
  expect(readdirSync(folder).toSorted()).toEqual([file, 'charts', 'out'].toSorted());
  expect(readdirSync(join(folder, 'out'))).toEqual(['in']);
  expect(readdirSync(join(folder, 'out', 'in'))).toEqual([name]);
  expect(existsSync(join(folder, 'out', 'in', name, 'summary.json'))).toBe(true);
  const label = readFileSync(join(folder, 'out', 'in', name, 'years.csv'), 'utf8').split('\n')[0]!;
  expect(cellsOf(label).filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
});

test.each([NAMES.service, NAMES.second, NAMES.strategies[1], '# note', '!!js/function x'])(
  'a starter named %j is a scenario of that name',
  async (name) => {
    const answers = [`--name=${name}`, '--template', 'two-sites'];
    const { code, stdout, stderr } = await drsimIn(FOLDER, 'init', '', ...answers);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((parse(stdout) as { name: unknown }).name).toBe(name);
  },
);
