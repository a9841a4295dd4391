import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Summary } from '../../src/experiment/summary.js';
import { comparisonTable } from '../../src/present/comparison-table.js';
import { displayWidth, printable } from '../../src/present/display-width.js';
import { renamed, SHOP } from './fixture.js';

// The width that the table's own package counts with: a judge that our code does not know.
const ofTable = createRequire(createRequire(import.meta.url).resolve('cli-table3'));
const columns = ofTable('string-width') as (text: string) => number;

const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

/** Every name replaced, different names by different ones, and every number times a factor. */
function disguised(prefix: string, factor: number): Summary {
  const names = new Map<string, string>();
  const rename = (name: string) => {
    if (!names.has(name)) names.set(name, `${prefix}${names.size}`);
    return names.get(name) ?? name;
  };
  const scaled = (value: unknown): unknown => {
    if (typeof value === 'number') return value * factor;
    if (Array.isArray(value)) return value.map(scaled);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, scaled(one)]));
  };
  const summary = renamed(rename);
  return { ...summary, strategies: scaled(summary.strategies) as Summary['strategies'] };
}

const anySummary = fc.tuple(anyName, fc.constantFrom(1e-9, 1e-3, 0.37, 1, 1e3, 1e9));
const anyWidth = fc.integer({ min: 60, max: 140 });

test('no line is wider than the terminal, ends in a space or holds a control character', () => {
  fc.assert(
    fc.property(anySummary, anyWidth, ([name, factor], width) => {
      const text = comparisonTable(disguised(name, factor), { width, colour: false });
      for (const line of text.split('\n')) {
        expect(columns(line)).toBeLessThanOrEqual(width);
        expect(line).toBe(line.trimEnd());
        expect(line).not.toMatch(/\p{Cc}/u);
      }
    }),
    { seed: 1, numRuns: 150 },
  );
});

function figures(width: number): Set<string> {
  return new Set(comparisonTable(SHOP, { width, colour: false }).match(/\d[\d.,]*/g));
}

test('every figure is there at any width', () => {
  fc.assert(
    fc.property(anyWidth, (width) => {
      expect(figures(width)).toEqual(figures(110));
    }),
    { seed: 1, numRuns: 20 },
  );
});

test('no text is taken for narrower than it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
      const line = printable(text);
      expect(displayWidth(line)).toBeGreaterThanOrEqual(columns(line));
    }),
    { seed: 1, numRuns: 1_000 },
  );
});
