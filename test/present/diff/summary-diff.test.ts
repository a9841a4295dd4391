import { expect, test } from 'vitest';
import type { Summary } from '../../../src/experiment/summary.js';
import { diffMarkdown } from '../../../src/present/diff/diff-markdown.js';
import { diffTable } from '../../../src/present/diff/diff-table.js';
import { summaryDiff } from '../../../src/present/diff/summary-diff.js';
import type { Estimate } from '../../../src/stats/interval.js';
import { about, SHOP } from '../fixture.js';

/** The shop whose warm standby loses another amount a year. */
function losing(loss: Estimate, change: Partial<Summary> = {}): Summary {
  const warm = SHOP.strategies['warm-standby']!;
  const changed = { ...warm, annual: { ...warm.annual, loss } };
  return { ...SHOP, ...change, strategies: { ...SHOP.strategies, 'warm-standby': changed } };
}

const LOOK = { width: 80, colour: false, all: false };
const only = (old: Estimate, now: Estimate) => summaryDiff(losing(old), losing(now)).figures;

test('a run beside itself has not changed', () => {
  const diff = summaryDiff(SHOP, SHOP);
  expect(diff).toMatchObject({ inputs: [], assumptions: [], figures: [] });
  expect(diff.same).toBeGreaterThan(80);
  expect(diffTable(diff, LOOK)).toMatch(/^Nothing changed: all \d+ figures are the same\.\n$/);
});

test('a change has the interval of two runs that share no luck', () => {
  const [one, ...more] = only(about(100, 30), about(160, 40));
  expect(more).toEqual([]);
  expect(one).toMatchObject({
    strategy: 'warm-standby',
    service: null,
    measure: 'expected loss per year',
    change: { mean: 60, ci95: [10, 110] },
    relative: 0.6,
    outcome: 'changed',
  });
});

test('what an interval around 0 explains is chance, and what has no interval is not judged', () => {
  expect(only(about(100, 30), about(140, 40))[0]!.outcome).toBe('within chance');
  expect(only(about(100, 30), { mean: 140, ci95: null })[0]!.outcome).toBe('unknown');
  const [gone] = only(about(100, 30), { mean: null, ci95: null, needs: 500 });
  expect(gone).toMatchObject({ outcome: 'unknown', change: null, relative: null });
});

test('two runs and the same two the other way round change by the opposite', () => {
  const [there] = only(about(100, 30), { mean: 160, ci95: [130, 220] });
  const [back] = only({ mean: 160, ci95: [130, 220] }, about(100, 30));
  expect(back!.change!.mean).toBe(-there!.change!.mean!);
  expect(back!.change!.ci95!.map((end) => -end).toReversed()).toEqual(there!.change!.ci95);
});

test('inputs and assumptions that differ are named with both texts', () => {
  const assumption = (text: string) => ({
    path: 'threats.fire.rate',
    text,
    source: 'Insurer',
    year: 2020,
    confidence: 'estimate' as const,
  });
  const old = { ...SHOP, assumptions: [assumption('1 / year')] };
  const now = { ...SHOP, seed: '2', trials: 4_000, assumptions: [assumption('2 / year')] };
  const diff = summaryDiff(old, now);
  expect(diff.inputs).toEqual([
    { what: 'seed', old: '1', new: '2' },
    { what: 'trials', old: '2000', new: '4000' },
  ]);
  const text = diffTable(diff, LOOK);
  expect(text).toContain('seed: 1 → 2');
  expect(text).toContain('threats.fire.rate: 1 / year (Insurer) → 2 / year (Insurer)');
  expect(summaryDiff(old, SHOP).assumptions[0]!.new).toBeNull();
});

test('a strategy that is gone and one that is new are told by all their figures', () => {
  const { 'active-active': gone, ...rest } = SHOP.strategies;
  const diff = summaryDiff(SHOP, { ...SHOP, strategies: { ...rest, other: gone! } });
  const of = (name: string) => diff.figures.filter(({ strategy }) => strategy === name);
  expect(of('active-active').length).toBeGreaterThan(20);
  expect(of('active-active').every((one) => one.new === null && one.old !== null)).toBe(true);
  expect(of('other').every((one) => one.old === null && one.new !== null)).toBe(true);
});

test('a table leaves out what chance explains, unless all is asked for', () => {
  const diff = summaryDiff(losing(about(100, 30)), losing(about(140, 40)));
  expect(diffTable(diff, LOOK)).not.toContain('expected loss');
  expect(diffTable(diff, { ...LOOK, all: true })).toContain('expected loss per year');
  expect(diffMarkdown(diff, false)).not.toContain('expected loss');
});

test('Markdown for a pull request keeps words of the scenario text', () => {
  const hostile = losing(about(160, 4), { scenario: '@all <b>' });
  const text = diffMarkdown(summaryDiff(losing(about(100, 3)), hostile), false);
  expect(text).toContain(
    '| expected loss per year | 100.0 ± 3.0 USD | 160.0 ± 4.0 USD | +60.0 ± 5.0 USD | +60% |',
  );
  expect(text).not.toMatch(/@all|<b>/);
});
