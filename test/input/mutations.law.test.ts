import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScenario } from '../../src/input/scenario.js';
import { CATALOGUE, SHIPPED } from '../running.js';

const MUTATIONS = 2000;
const LONGEST_MS = 1000;

const TEXTS = SHIPPED.map((file) => readFileSync(join('scenarios', file), 'utf8'));

/** Values that a careless or hostile hand may write in place of any other. */
const HOSTILE = [
  '',
  '~',
  '{}',
  '[]',
  '[[[[',
  '{{{{',
  '-',
  '---',
  '...',
  '%YAML 1.2',
  '# nothing',
  '"',
  "'",
  '|',
  '>-',
  '? a',
  ': ',
  '@',
  '`',
  '&a',
  '*a',
  '&a [*a]',
  '!!binary x',
  '!<tag:x> 1',
  '<<: { a: 1 }',
  '__proto__: { a: 1 }',
  'constructor',
  'toString: 1',
  '.nan',
  '-.inf',
  '0x7fffffffffffffff',
  '1e999 years',
  '-1 TB',
  '0',
  '00',
  '1_000',
  'true',
  'no',
  '9'.repeat(400),
  '1/1/1/1 s',
  '10%%',
  '5 to 3 to 1 h',
  '1 h to 1 h',
  '{ value: 1 h }',
  '{ each: { once: { each: 1 h } } }',
  '{ lognormal: { p50: 1e-300 s, p95: 1e300 s } }',
  '{ weibull: { shape: 1e-9, scale: 1 s } }',
  '{ uniform: [0 s, 0 s] }',
  '{ empirical: [1 s, .nan] }',
  '{ at: [] }',
  '{ from: 0001-01-01, to: 9999-12-31, slices: 1e9 }',
  '9999-12-31 23:59:59.999',
  'use: online-shop',
  '{ use: models/runbooks/health-check }',
  '{ use: ../../etc/passwd }',
  'models/prices/aws.yaml',
  '\u0000',
  '\u202e',
  '\ud800',
  '\ufeff',
  '🦊'.repeat(50),
  '\t',
  '\r',
  'a'.repeat(3000),
];

const lineOf = (text: string, at: number) => at % text.split('\n').length;

const withLines = (text: string, change: (lines: string[]) => void) => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};

/** One change of a text: where, with what, and how. */
interface Mutation {
  readonly at: number;
  readonly to: number;
  readonly word: string;
}

const CHANGES: readonly ((text: string, mutation: Mutation) => string)[] = [
  function cut(text, { at }) {
    return text.slice(0, at % (text.length + 1));
  },
  function cutHead(text, { at }) {
    return text.slice(at % (text.length + 1));
  },
  function deleteCharacters(text, { at, to }) {
    const from = at % (text.length + 1);
    return text.slice(0, from) + text.slice(from + 1 + (to % 5));
  },
  function flipByte(text, { at, to }) {
    const bytes = Buffer.from(text, 'utf8');
    bytes[at % bytes.length]! ^= 1 << to % 8;
    return bytes.toString('utf8');
  },
  function insert(text, { at, word }) {
    const from = at % (text.length + 1);
    return text.slice(0, from) + word + text.slice(from);
  },
  function deleteLine(text, { at }) {
    return withLines(text, (lines) => lines.splice(lineOf(text, at), 1));
  },
  function duplicateLine(text, { at }) {
    const line = lineOf(text, at);
    return withLines(text, (lines) => lines.splice(line, 0, lines[line]!));
  },
  function swapLines(text, { at, to }) {
    const [one, other] = [lineOf(text, at), lineOf(text, to)];
    return withLines(text, (lines) => {
      [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    });
  },
  function indentLine(text, { at, to }) {
    const line = lineOf(text, at);
    return withLines(text, (lines) => {
      lines[line] = to % 2 === 0 ? `  ${lines[line]!}` : lines[line]!.replace(/^ {1,2}/, '');
    });
  },
  function replaceValue(text, { at, word }) {
    return replaceOne(text, /(?<=: )[^\s{[][^,}\]\n]*/g, at, word);
  },
  function replaceKey(text, { at, word }) {
    return replaceOne(text, /[\w-]+(?=:)/g, at, word);
  },
  function replaceBlock(text, { at, word }) {
    return replaceOne(text, /[{[][^{}[\]]*[}\]]/g, at, word);
  },
  function swapValues(text, { at, to }) {
    const values = text.match(/(?<=: )[^\s{[][^,}\]\n]*/g) ?? [''];
    return replaceOne(text, /(?<=: )[^\s{[][^,}\]\n]*/g, at, values[to % values.length]!);
  },
];

/** Replaces one of the places that a pattern finds. */
function replaceOne(text: string, pattern: RegExp, which: number, word: string): string {
  const found = [...text.matchAll(pattern)];
  const match = found[which % Math.max(1, found.length)];
  if (match === undefined) return text;
  return text.slice(0, match.index) + word + text.slice(match.index + match[0].length);
}

const mutated = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    changes: fc.array(
      fc.record({
        change: fc.constantFrom(...CHANGES),
        at: fc.nat(),
        to: fc.nat(),
        word: fc.constantFrom(...HOSTILE),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ text, changes }) =>
    changes.reduce((changed, { change, ...mutation }) => change(changed, mutation), text),
  );

/** Number of lines of a text, and of columns of each, both of which a place may not exceed. */
const linesIn = (text: string) => text.split('\n').map((line) => line.length + 1);

test('any text gives a scenario, or problems with a place inside their file, and soon', () => {
  const kinds = { scenario: 0, problems: 0 };
  fc.assert(
    fc.property(mutated, (text) => {
      const began = performance.now();
      const read = readScenario({ file: 'mutated.yaml', text }, CATALOGUE);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      if ('scenario' in read) {
        kinds.scenario++;
        expect(read.scenario.strategies.length).toBeGreaterThan(0);
        return;
      }
      kinds.problems++;
      expect(read.problems.length).toBeGreaterThan(0);
      for (const { file, line, column, expected, got } of read.problems) {
        const columns = linesIn(file === 'mutated.yaml' ? text : CATALOGUE.text(file)!)[line - 1];
        expect(columns).toBeDefined();
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(columns!);
        expect(expected).not.toBe('');
        expect(got).not.toBe('');
      }
    }),
    { seed: 1, numRuns: MUTATIONS },
  );
  // Both must be met often, or the mutations would show little.
  expect(kinds.scenario).toBeGreaterThan(MUTATIONS / 20);
  expect(kinds.problems).toBeGreaterThan(MUTATIONS / 2);
});
