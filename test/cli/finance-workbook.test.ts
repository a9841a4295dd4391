import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { workbookFile } from '../../src/cli/xlsx/workbook-file.js';
import type { Summary } from '../../src/experiment/summary.js';
import { financeWorkbook } from '../../src/present/workbook/finance-workbook.js';
import { type Sheet, sheetName, textCell } from '../../src/present/workbook/sheet.js';
import { SHOP } from '../present/fixture.js';
import { run, scenarioFrom } from '../running.js';
import { somewhere } from './drsim.js';

const OFFICE = 'soffice';
const hasOffice = spawnSync(OFFICE, ['--version']).status === 0;
if (!hasOffice) {
  process.stderr.write('finance.xlsx is not recomputed: LibreOffice (soffice) is not installed\n');
}

const summaryAt = (rate: string, horizon = '7 years'): Summary =>
  run(
    scenarioFrom(`
name: Worth
horizon: ${horizon}
currency: USD
finance: { discountRate: ${rate} }
sites: { here: {}, there: {} }
links: { line: { between: [here, there], bandwidth: 1 Gbit/s, latency: 5 ms } }
services:
  shop: { data: { size: 1 GB }, writes: { mean: 1 kB/s }, revenue: { mean: 9k USD/h } }
threats: [{ use: power-outage, rate: 0.6 / year, only: [here], effects: { outage: 3 h } }]
strategies:
  waiting: { primary: here, costs: { guard: 1k USD/year } }
  standby:
    primary: here
    standby: { site: there, capacity: 100% }
    failover: { automatic: true }
    investment: { generators: 20k USD to 40k USD }
    costs: { licences: 3k USD/year }
  idle: { primary: here, investment: { plans: 5k USD } }
`),
    { trials: 256, seed: '1' },
  ).summary;

/** What a spreadsheet makes of a workbook: the cells of each sheet as text. */
function recomputed(sheets: readonly Sheet[]): Map<string, string[][]> {
  const folder = somewhere();
  writeFileSync(join(folder, 'finance.xlsx'), workbookFile(sheets));
  // Every sheet, cells in full and not as they are shown.
  const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1';
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const call = [profile, '--headless', '--convert-to', filter, '--outdir', folder];
  execFileSync(OFFICE, [...call, join(folder, 'finance.xlsx')], { timeout: 90_000 });
  return new Map(
    sheets.map(({ name }) => {
      const text = readFileSync(join(folder, `finance-${name}.csv`), 'utf8');
      const rows = text.split('\n').map((line) => line.split(';'));
      return [name, rows.map((row) => row.map((cell) => cell.replace(/^"(.*)"$/, '$1')))];
    }),
  );
}

const figuresIn = (rows: readonly (readonly string[])[]) =>
  rows.slice(4, 11).filter(([name]) => name !== '');

describe.skipIf(!hasOffice)(
  'in LibreOffice',
  () => {
    test('every formula comes to what summary.json says, to 1e-9', () => {
      const summary = summaryAt('8%');
      const sheets = recomputed(financeWorkbook(summary));
      const { standby, waiting } = summary.strategies;
      const figures = figuresIn(sheets.get('2 standby')!);
      expect(figures).toHaveLength(7);
      for (const [name, value, told] of figures) {
        expect(Number(value) / Number(told), name).toBeCloseTo(1, 9);
      }
      const { npv, irr, paybackYears, benefitCost, rosi, ownership } = standby!.finance;
      const values = figures.map(([, value]) => Number(value));
      [ownership.mean!, npv!.mean!, irr!, paybackYears!].forEach((figure, i) => {
        expect(values[i]! / figure).toBeCloseTo(1, 9);
      });
      expect(values[5]! / benefitCost!).toBeCloseTo(1, 9);
      expect(values[6]! / rosi!).toBeCloseTo(1, 9);
      const [own] = figuresIn(sheets.get('1 waiting')!);
      expect(Number(own![1]) / waiting!.finance.ownership.mean!).toBeCloseTo(1, 9);
      standby!.finance.cash!.forEach(({ flow, cumulative }, index) => {
        const row = sheets.get('2 standby')![14 + index]!;
        expect(Number(row[6]) / flow.mean!).toBeCloseTo(1, 9);
        expect(Number(row[7]) / cumulative.mean!).toBeCloseTo(1, 9);
      });
    });

    test('another discount rate in its white cell gives what a run at that rate gives', () => {
      const [inputs, ...more] = financeWorkbook(summaryAt('8%'));
      const rows = inputs!.rows.map((row, index) =>
        index === 2 ? [row[0]!, { ...row[1]!, value: 0.2 } as (typeof row)[1]] : row,
      );
      const sheets = recomputed([{ ...inputs!, rows }, ...more]);
      const { npv } = summaryAt('20%').strategies['standby']!.finance;
      const [, value, told] = figuresIn(sheets.get('2 standby')!)[1]!;
      expect(Number(value) / npv!.mean!).toBeCloseTo(1, 9);
      expect(Math.abs(Number(told) / npv!.mean! - 1)).toBeGreaterThan(0.01);
    });

    test('a part-year, nothing to compare and no payback are said in words', () => {
      const sheets = recomputed(financeWorkbook(summaryAt('8%', '913.125 days')));
      const cells = (sheet: string, figure: string): readonly string[] =>
        figuresIn(sheets.get(sheet)!).find(([name]) => name === figure)!;
      const [, value, told] = cells('2 standby', 'Net present value');
      expect(Number(value) / Number(told)).toBeCloseTo(1, 9);
      expect(cells('2 standby', 'Internal rate of return')[1]).toBe('whole years only');
      expect(cells('2 standby', 'Payback, years')[1]).toMatch(/^(never|[\d.]+)$/);
      expect(cells('3 idle', 'Payback, years')[1]).toBe('never');
    });
  },
  120_000,
);

test('the same summary gives the same bytes, and another one does not', () => {
  const bytes = (summary: Summary) => workbookFile(financeWorkbook(summary));
  expect(bytes(SHOP)).toEqual(bytes(structuredClone(SHOP)));
  expect(bytes(SHOP)).not.toEqual(bytes({ ...SHOP, seed: '2' }));
});

test('only amounts and the rate may be changed', () => {
  const open = financeWorkbook(SHOP).map(({ name, rows }) => [
    name,
    rows.flat().filter((cell) => cell?.style.startsWith('input')).length,
  ]);
  expect(open).toEqual([
    ['Inputs', 1],
    ['1 backups-only', 0],
    ['2 warm-standby', 22],
    ['3 active-active', 22],
    ['Year losses', 0],
    ['Assumptions', 0],
  ]);
});

test('a name that looks like a formula or like markup stays text', () => {
  const cell = textCell('=1+2 & <b>"\u0000\uFFFF');
  const file = workbookFile([{ name: 'x', widths: [9], rows: [[cell]] }]);
  const text = Buffer.from(file).toString('utf8');
  expect(text).toContain('t="inlineStr"><is><t xml:space="preserve">=1+2 &amp; &lt;b&gt;&quot; ');
  expect(text).not.toContain('<f>');
});

test('names of sheets are short, harmless and unlike each other', () => {
  expect(sheetName(1, "a[b]:c*d?e/f\\g'h")).toBe('1 a b  c d e f g h');
  const [one, other] = [1, 2].map((number) => sheetName(number, '🔥'.repeat(40)));
  expect(one!.length).toBeLessThanOrEqual(31);
  expect(one).not.toMatch(/\p{Surrogate}/u);
  expect(one).not.toBe(other);
});
