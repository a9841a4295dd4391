import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { EXIT, type Failure } from '../../src/cli/failure.js';
import { answersFrom, QUESTIONS } from '../../src/cli/init-questions.js';
import { Starter, templateNames } from '../../src/cli/starter.js';
import { CATALOGUE, scenarioFrom } from '../running.js';
import { drsim, drsimIn, somewhere } from './drsim.js';

test('the templates are those of scenarios/templates', () => {
  const files = readdirSync(join('scenarios', 'templates'));
  expect(
    templateNames()
      .map((name) => `${name}.yaml`)
      .toSorted(),
  ).toEqual(files.toSorted());
  expect(templateNames()[0]).toBe('two-sites');
  expect(files.length).toBeGreaterThanOrEqual(3);
});

test.each(templateNames())('%s is written as it stands', (name) => {
  const [, ...own] = readFileSync(join('scenarios', 'templates', `${name}.yaml`), 'utf8').split(
    '\n',
  );
  const { text, notes } = new Starter(name, CATALOGUE).finished({}, 'scenario.yaml');
  const [schema, ...lines] = text.split('\n');
  expect(schema).toBe('# yaml-language-server: $schema=models/schema/scenario.json');
  expect(lines).toEqual(own);
  expect(notes).toEqual([]);
});

test('what was written can be checked and compared', async () => {
  const folder = somewhere();
  const written = await drsimIn(folder, 'init', '--template', 'three-strategies');
  expect(written).toMatchObject({ code: 0, stdout: '' });
  expect(written.stderr).toContain('drsim compare scenario.yaml');
  expect((await drsimIn(folder, 'check', 'scenario.yaml')).code).toBe(0);
  const run = ['compare', 'scenario.yaml', '--trials', '100', '--no-charts', '--quiet'];
  expect((await drsimIn(folder, ...run)).code).toBe(0);
});

test.each(templateNames())('%s has a place for every answer', (name) => {
  const starter = new Starter(name, CATALOGUE);
  for (const question of QUESTIONS.filter((one) => starter.asksFor(one, {}))) {
    const usual = starter.usual(question, {});
    expect(usual).not.toBe('');
    expect(starter.problems(question, { [question.key]: usual })).toEqual([]);
  }
});

test('answers given as options stand in the file, read as they were meant', async () => {
  const { code, stdout } = await drsim(
    ...['init', '-', '--name', 'A: "b" #1', '--region', 'aws/eu-west-1'],
    ...['--second-region', 'aws/eu-central-1', '--data-size', '3 TB to 4 TB', '--rto', '2 h'],
    ...['--rpo', '90 s', '--revenue', '$1M/h'],
  );
  expect(code).toBe(0);
  const scenario = scenarioFrom(stdout);
  expect(scenario.title).toBe('A: "b" #1');
  expect(scenario.sites.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-central-1']);
  const [app] = scenario.services;
  expect(app!.objectives).toEqual({ rto: 7_200_000, rpo: 90_000 });
  expect(app!.revenue.mean.law.mean).toBe(1e6);
  expect(app!.data.size.law.quantile(0.05) / 3e12).toBeCloseTo(1, 6);
});

test('a link whose latency nobody has measured gets one, and the user is told', async () => {
  const { code, stdout, stderr } = await drsim('init', '-', '--region', 'cellar');
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringContaining('latency of 10 ms') as string,
  });
  expect(scenarioFrom(stdout).links[0]!.latency.law.mean).toBe(10);
});

test('the schema is named relative to the file where both are in one project', async () => {
  const { stdout } = await drsimIn(resolve('src'), 'init', '-');
  expect(stdout.split('\n')[0]).toBe(
    '# yaml-language-server: $schema=../models/schema/scenario.json',
  );
});

test('a file that is there is never written over without --force', async () => {
  const folder = somewhere();
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, 'mine');
  const refused = await drsimIn(folder, 'init');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/left as it is\n {2}fix .*--force/);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect((await drsimIn(folder, 'init', '--force')).code).toBe(0);
  expect(parse(readFileSync(file, 'utf8'))).toMatchObject({ name: 'Two sites' });
});

test('all wrong answers are told at once, in the words of the scenario, and nothing is written', async () => {
  const folder = somewhere();
  const { code, stdout, stderr } = await drsimIn(
    folder,
    ...['init', '--rto', '5', '--region', 'us-east-1', '--second-region', 'aws/us-eats-1'],
    ...['--revenue', '3 EUR/h', '--name', ' '],
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  for (const says of [
    /^--name\n {2}expected {2}a text/m,
    /^--region\n.*\n.*\n {2}fix {7}write "aws\/us-east-1"/m,
    /^--second-region\n.*\n.*\n {2}fix {7}write "us-east-1"/m,
    /^--revenue\n[^-]*convert/m,
    /^--rto\n {2}expected {2}a duration[^-]*unit/m,
  ])
    expect(stderr).toMatch(says);
  expect(readdirSync(folder)).toEqual([]);
});

test('a currency is three letters; in another one than that of the prices a rate is due', () => {
  const starter = new Starter('two-sites', CATALOGUE);
  const [currency, exchange] = ['currency', 'exchange'].map((key) =>
    QUESTIONS.find((question) => question.key === key)!,
  );
  expect(starter.problems(currency!, { currency: 'USD' })).toEqual([]);
  expect(starter.problems(currency!, { currency: 'euro' })).toMatchObject([
    { expected: expect.stringContaining('three letters') as string },
  ]);
  expect(starter.asksFor(exchange!, {})).toBe(false);
  expect(starter.asksFor(exchange!, { currency: 'EUR' })).toBe(true);
  const without = starter.problems(exchange!, { currency: 'EUR', exchange: '' });
  expect(without.length).toBeGreaterThan(0);
});

test('a scenario in another currency has its amounts in it and the rate of the prices', () => {
  const starter = new Starter('two-sites', CATALOGUE);
  const { text } = starter.finished({ currency: 'EUR', exchange: '0.92 EUR' }, 'scenario.yaml');
  const { currency, exchange, services } = scenarioFrom(text);
  expect({ currency, exchange }).toMatchObject({
    currency: 'EUR',
    exchange: [{ currency: 'USD', rate: 0.92 }],
  });
  expect(services[0]!.revenue.mean.law.mean).toBe(50_000);
});

test.each([
  ['an option given twice', ['--rto', '1 h', '--rto', '2 h'], /one text/],
  ['an unknown template', ['--template', 'five-sites'], /three-strategies/],
  ['a folder that is not there', [join('no', 'such', 'x.yaml')], /folder is not there/],
])('%s is refused, and nothing is written', async (_, args, says) => {
  const folder = somewhere();
  const { code, stdout, stderr } = await drsimIn(folder, 'init', ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(says);
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder is no file to write over', async () => {
  const folder = somewhere();
  mkdirSync(join(folder, 'sub'));
  const { code, stderr } = await drsimIn(folder, 'init', 'sub', '--force');
  expect(code).toBe(2);
  expect(stderr).toContain('is a folder');
  expect(existsSync(join(folder, 'sub'))).toBe(true);
});

/** A user who types these lines in one go, then ends the input. */
async function typing(lines: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let said = '';
  output.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  input.end(lines.map((line) => `${line}\n`).join(''));
  const starter = new Starter('two-sites', CATALOGUE);
  const answers = await answersFrom({ input, output }, starter, { currency: 'USD' }).catch(
    (failure: unknown) => failure as Failure,
  );
  return { answers, said, starter };
}

test('answers typed at the prompts are taken, wrong ones asked again, empty ones left as they are', async () => {
  const lines = ['My shop', '', 'eu-west-1', 'aws/eu-west-1', '4 TB', '', 'soon', '3 h', ''];
  const { answers, said } = await typing(lines);
  expect(answers).toEqual({
    name: 'My shop',
    currency: 'USD',
    region: 'aws/us-east-1',
    secondRegion: 'aws/eu-west-1',
    dataSize: '4 TB',
    revenue: '50k USD/h',
    rto: '3 h',
    rpo: '5 min',
  });
  expect(said.match(/RTO: it should/g)).toHaveLength(2);
  expect(said).toContain('got       "soon"');
  expect(said).toContain('fix       write "aws/eu-west-1"');
  expect(said).not.toContain('Currency');
});

test('who ends the input before the questions do ends the command', async () => {
  const { answers } = await typing(['My shop', '']);
  expect(answers).toMatchObject({
    exitCode: EXIT.interrupted,
    message: '\nstopped: nothing was written',
  });
});

test('another currency without a rate is told what to add, and nothing else', async () => {
  const { code, stderr } = await drsimIn(somewhere(), 'init', '--currency', 'EUR');
  expect(code).toBe(2);
  expect(stderr).toBe(
    '--exchange\n  expected  what one USD of the price list is worth in EUR\n' +
      '  got       nothing\n  fix       add --exchange "… EUR", as it is today\n',
  );
});
