import { expect, test } from 'vitest';
import { comparisonTable } from '../../src/present/comparison-table.js';
import { leftOutTexts } from '../../src/present/left-out.js';
import { markdownTable } from '../../src/present/markdown-table.js';
import { SHOP } from './fixture.js';

const LEFT_OUT = [
  { path: 'strategies.a.backups.verify', what: 'restore tests; all work' },
  { path: 'strategies.b.backups.verify', what: 'restore tests; all work' },
  { path: 'finance.discountRate', what: 'net present value' },
] as const;

test('what is left out for one reason is said in one sentence', () => {
  expect(leftOutTexts(LEFT_OUT)).toEqual([
    'Not simulated yet: restore tests; all work (strategies.a.backups.verify, ' +
      'strategies.b.backups.verify).',
    'Not simulated yet: net present value (finance.discountRate).',
  ]);
  expect(leftOutTexts([])).toEqual([]);
});

test('names in a path cannot steer a terminal', () => {
  const [text] = leftOutTexts([{ path: 'strategies.a\u202e\u001b[2Jb', what: 'x' }]);
  expect(text).not.toMatch(/[\u202e\u001b]/);
});

test('tables say below what was left out, and nothing where nothing was', () => {
  const summary = { ...SHOP, notSimulated: LEFT_OUT };
  const table = comparisonTable(summary, { width: 80, colour: false }).replace(/\n +/g, ' ');
  for (const text of [table, markdownTable(summary)]) {
    expect(text).toContain('Not simulated yet: restore tests');
    expect(text).toContain('Not simulated yet: net present value');
  }
  expect(comparisonTable(SHOP, { width: 80, colour: false })).not.toContain('simulated yet');
});
