import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsTable } from '../../src/present/findings-table.js';
import { REPORT, withWords } from './findings-fixture.js';

// The width that another package counts with: a judge that our code does not know.
const ofTable = createRequire(createRequire(import.meta.url).resolve('cli-table3'));
const columns = ofTable('string-width') as (text: string) => number;

const anyWords = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
const anyWidth = fc.integer({ min: 60, max: 140 });

test('no line but a place is wider than the terminal, and none holds a control character', () => {
  fc.assert(
    fc.property(anyWords, anyWidth, (words, width) => {
      const text = findingsTable(withWords(words), { width, colour: false, all: true });
      for (const line of text.split('\n')) {
        expect(line).not.toMatch(/\p{Cc}/u);
        expect(line).toBe(line.trimEnd());
        if (!/\.yaml:\d+:\d+$/.test(line)) expect(columns(line)).toBeLessThanOrEqual(width);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('every word of a finding is there at any width', () => {
  const words = (width: number) =>
    findingsTable(REPORT, { width, colour: false, all: true }).split(/\s+/).toSorted();
  fc.assert(
    fc.property(anyWidth, (width) => {
      expect(words(width)).toEqual(words(140));
    }),
    { seed: 1, numRuns: 30 },
  );
});
