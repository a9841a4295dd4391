import { expect, test } from 'vitest';
import { type Catalogue, catalogueOf } from '../../src/input/catalogue.js';
import { problemsText, problemText } from '../../src/input/problem.js';
import { readScenario } from '../../src/input/scenario.js';
import { CATALOGUE } from '../running.js';
import { WRONG_FRONTS } from './wrong-fronts.js';
import { WRONG_LANGUAGE } from './wrong-language.js';
import { WRONG_REPLICATION } from './wrong-replication.js';
import { RIGHT, WRONG } from './wrong-scenarios.js';
import { WRONG_THREATS } from './wrong-threats.js';

const problemsOf = (text: string, catalogue: Catalogue = CATALOGUE) => {
  const read = readScenario({ file: 'shop.yaml', text }, catalogue);
  return 'problems' in read ? read.problems : [];
};

const saidOf = (text: string, catalogue: Catalogue = CATALOGUE) =>
  problemsOf(text, catalogue).map((problem) => `\n${problemText(problem)}`);

/** The right scenario with one thing replaced, which must be there exactly once. */
const changed = (from: string, to: string) => {
  expect(RIGHT.split(from)).toHaveLength(2);
  return RIGHT.replace(from, () => to);
};

/** The catalogue with other files laid over it. */
const catalogueWith = (files: Readonly<Record<string, string>>) =>
  catalogueOf(
    new Map([
      ...CATALOGUE.paths().map((path) => [path, CATALOGUE.text(path)!] as const),
      ...Object.entries(files),
    ]),
  );

test('the scenario that all wrong ones are made from is right', () => {
  expect(saidOf(RIGHT)).toEqual([]);
});

const ALL = [...WRONG, ...WRONG_LANGUAGE, ...WRONG_THREATS, ...WRONG_FRONTS, ...WRONG_REPLICATION];

test.each(ALL)('said where it stands: $wrong', ({ by, says }) => {
  const text = typeof by === 'string' ? by : changed(by[0], by[1]);
  expect(saidOf(text).join('')).toBe(says);
});

test('several problems come at once, in the order of the file', () => {
  const text = `name: 3
horizon: 10
currency: US
sites: { a: {}, b: { region: aws/nowhere } }
links: { a-c: { bandwidth: 3 } }
services: { x: { data: { size: 5 } }, y: { data: { size: 1 GB }, load: busy } }
threats: [fire, { use: site-fire, only: [q] }]
strategies: { s: { primary: q, decision: soon } }
`;
  expect(problemsOf(text).map(({ line, column, path }) => `${line}:${column} ${path}`)).toEqual([
    '1:7 name',
    '2:10 horizon',
    '3:11 currency',
    '4:30 sites.b.region',
    '5:28 links.a-c.bandwidth',
    '6:32 services.x.data.size',
    '6:72 services.y.load',
    '7:11 threats[0].use',
    '7:42 threats[1].only[0]',
    '8:29 strategies.s.primary',
    '8:42 strategies.s.decision',
  ]);
});

test('a scenario with problems is headed by their number, and each can be jumped to', () => {
  const problems = problemsOf(changed('horizon: 10 years', 'horizon: 10'));
  expect(problemsText(problems)).toBe(`shop.yaml: 1 problem
  shop.yaml:2:10  horizon
    expected  a duration such as "15 min" or "4 h"
    got       10
    fix       write its unit, such as "10 min", "10 h" or "10 years"`);
});

test('of very many problems the first hundred are listed and the others counted', () => {
  const services = Array.from({ length: 150 }, (_, n) => `  s${n}: { data: { size: ${n} } }\n`);
  const text = problemsText(problemsOf(changed('services:\n', `services:\n${services.join('')}`)));
  expect(text.split('\n')[0]).toBe('shop.yaml: 150 problems');
  expect(text.endsWith('\n  and 50 more')).toBe(true);
});

test('a message cannot be disguised by characters that steer a terminal or turn the text', () => {
  const [said] = saidOf(changed('tier: critical', 'tier: "\\e[2J\\u202Eevil"'));
  expect(said).toContain('got       "\\u001b[2J\\u202eevil"');
});

test('a long value is cut in a message', () => {
  const [said] = saidOf(changed('tier: critical', `tier: ${'long'.repeat(1000)}`));
  expect(said).toContain(`got       "${'long'.repeat(15)}…"`);
});

test('an interval may be a part of a mixture', () => {
  const mixed = '{ mixture: [{ weight: 3, of: 1 TB to 2 TB }, { weight: 1, of: 4 TB }] }';
  expect(saidOf(changed('size: 1 TB', `size: ${mixed}`))).toEqual([]);
});

test.each([' login', 'login ', 'log\u202ein', 'log\u200fin', 'log\u2028in'])(
  'a name like %j, which looks like another, is refused',
  (name) => {
    const text = changed(
      '  login:\n',
      `  ${JSON.stringify(name)}: { data: { size: 1 GB } }\n  login:\n`,
    );
    const [said, ...more] = saidOf(text);
    expect(said).toContain('shop.yaml:17:3  services.');
    expect(said).toContain('fix       leave out spaces around it and what cannot be seen');
    expect(more).toEqual([]);
  },
);

test('names may be of any writing', () => {
  const text = RIGHT.replaceAll('orders', '"🦊 متجر"').replaceAll('login', 'регистрация');
  expect(saidOf(text)).toEqual([]);
});

const QUAKE = `title: Earthquake
scope: site
rate: { value: 0.002 / year, source: A survey, year: 2020, confidence: estimate }
effects:
  destroys: { rebuild: { value: 1 year, source: A survey, year: 2020, confidence: estimate } }
`;
const QUAKING = changed('- power-outage', '- quake');
const quake = (from: string, to: string) => {
  expect(QUAKE.split(from)).toHaveLength(2);
  return catalogueWith({ 'models/threats/quake.yaml': QUAKE.replace(from, () => to) });
};

/** What is wrong in a catalogue is shown where it stands in the catalogue. */
const WRONG_CATALOGUES: readonly {
  wrong: string;
  text: string;
  catalogue: Catalogue;
  says: string;
}[] = [
  {
    wrong: 'a unit misspelt in an entry',
    text: QUAKING,
    catalogue: quake('0.002 / year', '0.002 / yaer'),
    says: `
  models/threats/quake.yaml:3:16  threats[0].rate.value
    expected  a frequency such as "0.02 / year" or "3 per week"
    got       "0.002 / yaer"
    fix       "yaer" is no unit; did you mean "year"?`,
  },
  {
    wrong: 'a figure without its source',
    text: QUAKING,
    catalogue: quake('source: A survey, year: 2020, confidence: estimate }\neffects', '}\neffects'),
    says: `
  models/threats/quake.yaml:3:7  threats[0].rate.source
    expected  a value for "source"
    got       no such key
    fix       add "source: …"
  models/threats/quake.yaml:3:7  threats[0].rate.year
    expected  a value for "year"
    got       no such key
    fix       add "year: 2025"
  models/threats/quake.yaml:3:7  threats[0].rate.confidence
    expected  a value for "confidence"
    got       no such key
    fix       add "confidence: estimate"`,
  },
  {
    wrong: 'a bare figure',
    text: QUAKING,
    catalogue: quake(
      '{ value: 0.002 / year, source: A survey, year: 2020, confidence: estimate }',
      '0.002 / year',
    ),
    says: `
  models/threats/quake.yaml:3:7  threats[0].rate
    expected  a figure of the catalogue with value, source, year and confidence
    got       "0.002 / year"
    fix       write { value: 0.002 / year, source: …, year: …, confidence: … }`,
  },
  {
    wrong: 'broken YAML in an entry',
    text: QUAKING,
    catalogue: quake('scope: site', '\tscope: site'),
    says: `
  models/threats/quake.yaml:2:1
    expected  spaces at the start of the line
    got       a tab
    fix       indent with spaces`,
  },
  {
    wrong: 'an entry that is a list',
    text: QUAKING,
    catalogue: catalogueWith({ 'models/threats/quake.yaml': '- quake\n' }),
    says: `
  models/threats/quake.yaml:1:1
    expected  a mapping of keys to values
    got       a list of 1`,
  },
  {
    wrong: 'an entry that extends itself',
    text: QUAKING,
    catalogue: catalogueWith({
      'models/threats/quake.yaml': 'use: tremor\n',
      'models/threats/tremor.yaml': 'use: quake\n',
    }),
    says: `
  models/threats/tremor.yaml:1:6  use
    expected  an entry that does not extend itself
    got       models/threats/quake.yaml -> models/threats/tremor.yaml -> models/threats/quake.yaml`,
  },
  {
    wrong: 'an entry that extends one that is not there',
    text: QUAKING,
    catalogue: catalogueWith({ 'models/threats/quake.yaml': 'title: Quake\nuse: tremor\n' }),
    says: `
  models/threats/quake.yaml:2:6  use
    expected  an entry of models/threats: account-deletion, data-corruption, hardware-failure, network-partition, operator-error, power-outage, quake, ransomware, region-outage, region-outage-short and site-fire
    got       "tremor"`,
  },
  {
    wrong: 'a price list with a price of another dimension',
    text: RIGHT,
    catalogue: catalogueWith({
      'models/prices/aws.yaml': CATALOGUE.text('models/prices/aws.yaml')!.replace(
        '0.096 USD/h',
        '0.096 USD',
      ),
    }),
    says: `
  models/prices/aws.yaml:9:13  servers."m5.large"
    expected  money per time such as "$1M/h" or "500k USD/year"
    got       "0.096 USD", an amount of money`,
  },
  {
    wrong: 'a profile whose days do not average 1',
    text: RIGHT,
    catalogue: catalogueWith({
      'models/profiles/retail-week.yaml': CATALOGUE.text(
        'models/profiles/retail-week.yaml',
      )!.replace('monday: 0.95', 'monday: 1.95'),
    }),
    says: `
  models/profiles/retail-week.yaml:11:3  days
    expected  multiples of the mean, which average 1
    got       an average of 1.143
    fix       divide each by that average`,
  },
];

test.each(WRONG_CATALOGUES)(
  'said where it stands in the catalogue: $wrong',
  ({ text, catalogue, says }) => {
    expect(saidOf(text, catalogue).join('')).toBe(says);
  },
);

test('the scenario comes first, then the files of the catalogue', () => {
  const text = QUAKING.replace('horizon: 10 years', 'horizon: 10');
  const files = problemsOf(text, quake('0.002 / year', '0.002')).map(({ file }) => file);
  expect(files).toEqual(['shop.yaml', 'models/threats/quake.yaml']);
});

test.each([
  ['mean rto of nobody <= 1 h', '4:23'],
  ['"mean rto of nobody <= 1 h"', '4:24'],
  ["'mean rto of nobody <= 1 h'", '4:24'],
  ['"mean rto of \\x6eobody <= 1 h"', '4:11'],
])('the gate %s is refused at the service that it names', (gate, at) => {
  const text = RIGHT.replace(/^name: .*\n/m, (line) => `${line}#\n#\ngates: [  ${gate}]\n`);
  expect(text.split('\n')[3]).toContain('gates');
  expect(problemsOf(text).map(({ line, column }) => `${line}:${column}`)).toEqual([at]);
});
