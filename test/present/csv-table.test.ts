import { expect, test } from 'vitest';
import { csvTable } from '../../src/present/csv-table.js';
import { renamed, SHOP } from './fixture.js';

const lines = csvTable(SHOP).trim().split('\n');

test('a row per strategy, service and measure, in full and in SI units', () => {
  expect(lines[0]).toBe('strategy,service,measure,mean,lo,hi,unit');
  expect(lines).toContain('backups-only,orders,rto mean,32868,32112,33624,s');
  expect(lines).toContain('warm-standby,,total cost per year,215700,214250,217150,USD/year');
});

test('a figure without enough incidents is an empty cell, never a 0', () => {
  expect(lines).toContain('active-active,reports,rto mean,,,,s');
});

test('what does not apply has no row, and a break-even that never comes is never', () => {
  expect(lines.some((line) => line.startsWith('backups-only,reports,rto within'))).toBe(false);
  const finance = { ...SHOP.strategies['warm-standby']!.finance, breakEvenFrequency: null };
  const standby = { ...SHOP.strategies['warm-standby']!, finance };
  const summary = { ...SHOP, strategies: { ...SHOP.strategies, 'warm-standby': standby } };
  expect(csvTable(summary)).toContain('warm-standby,,break-even disasters per year,never,,,1/year');
});

test('a name that a spreadsheet would run is defused, a negative number is not', () => {
  const text = csvTable(renamed((name) => `=cmd|${name}`));
  expect(text).toContain("'=cmd|backups-only,");
  expect(text).toContain('total minus baseline per year,-38700,-46900,-30500,');
});
