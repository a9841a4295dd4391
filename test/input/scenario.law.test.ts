import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Catalogue } from '../../src/input/catalogue.js';
import type { Problem } from '../../src/input/problem.js';
import { readScenario } from '../../src/input/scenario.js';
import { CATALOGUE, SHIPPED } from '../running.js';

const TEXTS = SHIPPED.map((file) => readFileSync(join('scenarios', file), 'utf8'));

/** Far more than any of these texts takes, and less than anybody waits for. */
const LONGEST_MS = 1000;

/** The end of the text, as the last place that a problem may name. */
function inside({ file, line, column }: Problem, text: string, catalogue: Catalogue): boolean {
  const lines = (file === 'x.yaml' ? text : (catalogue.text(file) ?? '')).split('\n');
  const width = lines[line - 1]?.length ?? -1;
  return line >= 1 && column >= 1 && column <= width + 1;
}

/** Reading ends with a scenario, or with problems in rising order that lie inside the file. */
function endsWell(text: string, catalogue = CATALOGUE): boolean {
  const began = performance.now();
  const read = readScenario({ file: 'x.yaml', text }, catalogue);
  expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  if ('scenario' in read) return true;
  const { problems } = read;
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems)
    expect(inside(problem, text, catalogue), said(problem)).toBe(true);
  const own = problems.filter(({ file }) => file === 'x.yaml');
  for (const [number, { line, column }] of own.entries()) {
    const before = own[number - 1] ?? { line: 1, column: 1 };
    expect(line > before.line || (line === before.line && column >= before.column)).toBe(true);
  }
  return true;
}

const said = (problem: Problem) => JSON.stringify(problem);

/** What typing, merging and copying do to a text: pieces cut out, doubled, or replaced. */
const PIECES = [
  ...['', ' ', '\n', '\t', ':', ': ', '- ', '[', ']', '{', '}', ',', '"', "'", '#', '&a ', '*a'],
  ...['!!str ', '<<: ', '---\n', '%', '|', '>', '? ', '\0', '\u202e', '🙂', '\ud800', '0', '1e999'],
  ...['-1', 'null', '~', 'true', '.nan', 'use: ', '%YAML 1.1\n', ' to ', ' / year', '\r\n', '\\'],
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(200)),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })),
});

test('a scenario damaged anywhere is read or refused with a place, never a crash', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TEXTS),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      (text, edits) => {
        let damaged = text;
        for (const { at, cut, put } of edits) {
          const from = Math.floor(at * damaged.length);
          damaged = damaged.slice(0, from) + put + damaged.slice(from + cut);
        }
        return endsWell(damaged);
      },
    ),
    { seed: 1, numRuns: 800 },
  );
});

/** Values that may stand anywhere by mistake. */
const VALUES: readonly unknown[] = [
  ...[null, true, 0, -1, 1e308, NaN, '', 'a', '10', '1 TB', '5 min', '5 min to 30 min', '30%'],
  ...['1 / year', '1 USD/h', [], {}, [[]], [1, 'a'], { value: '1 TB' }, { use: 'site-fire' }],
  ...[{ each: '1 h' }, { lognormal: { p50: '1 h', p95: '2 h' } }, { uniform: ['0 s', '1 h'] }],
  ...[{ point: '1 h' }, { weibull: { shape: 2, scale: '1 h' } }, { empirical: ['1 h', '2 h'] }],
  ...['virginia', 'warm-standby', 'models/runbooks/health-check', '2027-03-01', 'flat'],
  ...['1e-300 s to 1e300 s', '1.9999999999999998 s to 2 s', { empirical: ['1e300 s', '0 s'] }],
  ...[
    { lognormal: { p50: '1e-300 s', p95: '1e300 s' } },
    { weibull: { shape: 0.1, scale: '1 s' } },
  ],
  ...[{ use: '../../package' }, { strikes: { at: [] } }, '0001-01-01', '9999-12-31 23:59:59.999'],
];

type Tree = unknown[] | Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every place of a tree of values, as the part that holds it and its key. */
function placesOf(tree: Tree): { holder: Tree; key: string }[] {
  return Object.entries(tree).flatMap(([key, value]) => [
    { holder: tree, key },
    ...(isTree(value) ? placesOf(value) : []),
  ]);
}

function change(tree: Tree, { at, how, value }: Change): void {
  const places = placesOf(tree);
  const place = places[Math.floor(at * places.length)];
  if (place === undefined) return;
  const holder = place.holder as Record<string, unknown>;
  if (how === 'replace') holder[place.key] = value;
  else if (how === 'drop') Reflect.deleteProperty(holder, place.key);
  else if (how === 'rename' && !Array.isArray(holder)) {
    holder[String(value).slice(0, 20)] = holder[place.key];
    Reflect.deleteProperty(holder, place.key);
  } else if (how === 'wrap') holder[place.key] = [holder[place.key]];
  else holder['use'] = value;
}

interface Change {
  readonly at: number;
  readonly how: 'replace' | 'drop' | 'rename' | 'wrap' | 'use';
  readonly value: unknown;
}

const aChange: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  how: fc.constantFrom('replace', 'drop', 'rename', 'wrap', 'use'),
  value: fc.constantFrom(...VALUES),
});

test('a scenario with a value of any kind at any place is read or refused with a place', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TEXTS),
      fc.array(aChange, { minLength: 1, maxLength: 3 }),
      (text, changes) => {
        const tree = parse(text) as Tree;
        for (const one of changes) change(tree, { ...one, value: structuredClone(one.value) });
        return endsWell(stringify(tree));
      },
    ),
    { seed: 2, numRuns: 900 },
  );
});

test('a catalogue with a value of any kind at any place refuses with a place in its file', () => {
  const paths = CATALOGUE.paths();
  fc.assert(
    fc.property(fc.constantFrom(...paths), aChange, (path, one) => {
      const tree = parse(CATALOGUE.text(path)!) as Tree;
      change(tree, { ...one, value: structuredClone(one.value) });
      const changed = stringify(tree);
      const text = (file: string) => (file === path ? changed : CATALOGUE.text(file));
      const shop = TEXTS[SHIPPED.indexOf('online-shop.yaml')]!;
      return endsWell(shop, { paths: () => paths, text });
    }),
    { seed: 3, numRuns: 300 },
  );
});
