import { expect, test } from 'vitest';
import { catalogueOf } from '../../src/input/catalogue.js';
import { problemsText } from '../../src/input/problem.js';
import { readScenario } from '../../src/input/scenario.js';
import { CATALOGUE } from '../running.js';

const HEAD = 'source: Logs of a shop, year: 2025, confidence: measured';
const SCENARIO = `name: Test
horizon: 1 year
currency: USD
sites: { here: {} }
services: { shop: { data: { size: 1 TB }, load: own-week } }
threats: [power-outage]
strategies: { waiting: { primary: here } }
`;

/** The scenario read with a profile of these keys beside its source. */
const readWith = (keys: string) => {
  const files = CATALOGUE.paths().map((path) => [path, CATALOGUE.text(path)!] as const);
  const profile = ['models/profiles/own-week.yaml', `{ ${HEAD}, ${keys} }`] as const;
  return readScenario(
    { file: 'test.yaml', text: SCENARIO },
    catalogueOf(new Map([...files, profile])),
  );
};

const listOf = (weights: readonly number[]) => `[${weights.join(', ')}]`;
const DAYS =
  'days: { monday: 1, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 0.5, sunday: 1.5 }';
const NIGHT_AND_DAY = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0.5 : 1.5));

test('days and hours multiply to the hours of a week', () => {
  const read = readWith(`${DAYS}, hours: ${listOf(NIGHT_AND_DAY)}`);
  const { load } = ('scenario' in read ? read.scenario : undefined)!.services[0]!;
  expect(load.hours[0]).toBeCloseTo(0.5, 12);
  expect(load.hours[5 * 24 + 12]).toBeCloseTo(0.75, 12);
  expect(load.peak).toBeCloseTo(2.25, 12);
});

test('168 weights may be in any unit: they are scaled to a mean of 1', () => {
  const read = readWith(`hours168: ${listOf(Array.from({ length: 168 }, (_, hour) => hour))}`);
  const { load } = ('scenario' in read ? read.scenario : undefined)!.services[0]!;
  expect(load.hours[167]).toBeCloseTo(2, 12);
  expect(load.hours[0]).toBe(0);
});

test.each([
  [
    '167 weights',
    `hours168: ${listOf(Array.from({ length: 167 }, () => 1))}`,
    'got       167 weights',
  ],
  ['168 times nothing', `hours168: ${listOf(Array.from({ length: 168 }, () => 0))}`, 'not all 0'],
  [
    'a weight below 0',
    `hours168: ${listOf([-1, ...Array.from({ length: 167 }, () => 1)])}`,
    'write 0 or more',
  ],
  [
    'hours that average 2',
    `${DAYS}, hours: ${listOf(Array.from({ length: 24 }, () => 2))}`,
    'an average of 2',
  ],
  [
    '23 hours',
    `${DAYS}, hours: ${listOf(Array.from({ length: 23 }, () => 1))}`,
    'expected  24 weights',
  ],
])('a profile of %s is refused in its own file', (_, keys, said) => {
  const read = readWith(keys);
  const text = 'problems' in read ? problemsText(read.problems) : '';
  expect(text).toContain('models/profiles/own-week.yaml: 1 problem');
  expect(text).toContain(said);
});

/** The scenario with something else as the load of its service. */
const readLoad = (load: string) =>
  readScenario({ file: 'test.yaml', text: SCENARIO.replace('own-week', () => load) }, CATALOGUE);

test.each(['retail-week', '{ use: models/profiles/retail-week }', '{ use: retail-week }'])(
  'a profile of the catalogue is the same however it is named: %s',
  (load) => {
    const [used, named] = [readLoad(load), readLoad('retail-week')].map((read) =>
      'problems' in read
        ? problemsText(read.problems)
        : [read.scenario.services[0]!.load, read.scenario.assumptions],
    );
    expect(used).toEqual(named);
  },
);

test('what is no profile is refused where it is named', () => {
  const read = readLoad('{ use: models/services/identity }');
  expect('problems' in read ? read.problems : []).toMatchObject([
    { file: 'test.yaml', line: 5, expected: 'an entry of models/profiles' },
  ]);
});
