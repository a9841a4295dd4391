import { expect, test } from 'vitest';
import type { Problem } from '../../src/input/problem.js';
import { readScenario } from '../../src/input/scenario.js';
import { CATALOGUE } from '../running.js';

const problemsOf = (text: string): readonly Problem[] => {
  const read = readScenario({ file: 'shop.yaml', text }, CATALOGUE);
  return 'problems' in read ? read.problems : [];
};

const numbered = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => line(number)).join('\n');

const HEAD = `name: Shop
horizon: 1 year
currency: USD
sites: { here: {}, there: {} }
services: { shop: { data: { size: 1 TB } } }
`;
const STRATEGIES = 'strategies: { waiting: { primary: here } }\n';

const strategies = (count: number) =>
  `${HEAD}threats: [power-outage]\nstrategies:\n${numbered(count, (n) => `  s${n}: { primary: here }`)}`;
const threats = (count: number) =>
  `${HEAD}${STRATEGIES}threats:\n${numbered(count, (n) => `  - { use: power-outage, name: t${n} }`)}`;
const policies = (count: number) =>
  `${HEAD}threats: [power-outage]\nstrategies:\n  s0:\n    use: backups-only\n    primary: here\n    backups:\n${numbered(count, (n) => `      - { name: b${n}, store: here }`)}`;
const gates = (count: number) =>
  `${HEAD}${STRATEGIES}threats: [power-outage]\ngates:\n${numbered(count, (n) => `  - loss <= ${n} USD`)}`;

test.each([
  ['strategies', strategies, 100],
  ['threats', threats, 1000],
  ['policies', policies, 20],
  ['gates', gates, 1000],
])('so many %s and no more', (what, text, most) => {
  expect(problemsOf(text(most))).toEqual([]);
  expect(problemsOf(text(most + 1))).toMatchObject([
    { expected: `at most ${most} ${what}`, got: `${most + 1}` },
  ]);
});

test('a long text that aliases repeat without end is stopped', () => {
  const text = `about: &a ${'x'.repeat(100_000)}\nnote: [${'*a, '.repeat(60)}]\n${HEAD}`;
  expect(problemsOf(text)).toMatchObject([
    { expected: 'a text of at most 5 MB', got: 'more, after YAML aliases are expanded' },
  ]);
});

test('a key longer than any name does not fill the paths of what lies beneath', () => {
  const text = `${HEAD}${'x'.repeat(200_000)}: { ${'y'.repeat(200_000)}: *a }`;
  for (const { path } of problemsOf(text)) expect(path.length).toBeLessThan(300);
});

test('a period that rounds to no time at all is none', () => {
  const text = strategies(1).replace(
    'here }',
    'here, detection: { interval: 0.4 ms, failures: 1, timeout: 1 s } }',
  );
  expect(problemsOf(text)).toMatchObject([
    { got: '"0.4 ms"', fix: 'write at least 1 ms: time counts in whole ms' },
  ]);
  expect(problemsOf(text.replace('0.4 ms', '0.6 ms'))).toEqual([]);
});

test('what an empty mapping leaves out is asked for where it stands, not in the catalogue', () => {
  const text = `${HEAD}${STRATEGIES}threats: [power-outage]\nlinks:\n  here-there: {}`;
  const [problem] = problemsOf(text);
  expect(problem).toMatchObject({ file: 'shop.yaml', line: 9, path: 'links.here-there.bandwidth' });
});

test('data that grows beyond anything is refused where its growth is given', () => {
  const text = strategies(1).replace('1 TB', '1 TB, growth: 1000% / year');
  expect(problemsOf(text)).toEqual([]);
  expect(problemsOf(text.replace('1 year', '100 years'))).toMatchObject([
    { line: 5, path: 'services.shop.data.growth', got: '"1000% / year"' },
  ]);
});
