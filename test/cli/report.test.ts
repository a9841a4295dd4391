import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderSvg } from '../../src/cli/render-chart.js';
import { chartsOf } from '../../src/present/chart/charts.js';
import { pageChart } from '../../src/present/report/page-chart.js';
import { report } from '../../src/present/report/report.js';
import { renamed, SHOP } from '../present/fixture.js';
import { drsim, somewhere } from './drsim.js';

const SCENARIO = join('scenarios', 'online-shop.yaml');
const LARGEST = 1_500_000;

async function compared(...more: string[]) {
  const out = somewhere();
  const ran = await drsim('compare', SCENARIO, '--trials', '300', '--out', out, ...more);
  expect(ran.code).toBe(0);
  const page = readFileSync(join(out, 'online-shop', 'report.html'), 'utf8');
  return { page, told: ran.stderr };
}

test('compare writes one page with all charts that needs nothing but itself', async () => {
  const { page, told } = await compared();
  expect(told).toMatch(/^Written to .*: report\.html, summary\.json/m);
  expect(page.length).toBeLessThan(LARGEST);
  const places = [...page.matchAll(/<figure id="chart-([\w-]+)">/g)].map(([, name]) => name);
  expect(places).toEqual(chartsOf(SHOP).map(({ name }) => name));
  expect(page.match(/<svg\s+class="chart wide"/g)).toHaveLength(places.length);
  expect(page.match(/<svg\s+class="chart narrow"/g)).toHaveLength(places.length);
  expect(page).not.toMatch(/https?:|<script|src=|url\(|xlink|\sid="clip/i);
});

test('without charts the report has tables only', async () => {
  const { page, told } = await compared('--no-charts');
  expect(told).toMatch(/report\.html/);
  expect(page).toContain('Shop and orders');
  expect(page).not.toContain('<figure');
});

const NAMES: ReadonlyArray<readonly [string, (name: string) => string]> = [
  ['HTML', (name) => `<script>alert("${name}")</script>&`],
  ['200 characters', (name) => `${name} ${'long '.repeat(40)}`],
  ['right to left and pictures', (name) => `احتياطي 🔥 ${name}`],
];

test.each(NAMES)('charts of names that are %s are drawn into a page', async (_, rename) => {
  const summary = renamed(rename);
  const drawings = new Map<string, { wide: string; narrow: string }>();
  for (const chart of chartsOf(summary)) {
    const [wide, narrow] = [pageChart(chart, 'wide'), pageChart(chart, 'narrow')];
    drawings.set(chart.name, { wide: await renderSvg(wide), narrow: await renderSvg(narrow) });
  }
  const page = report(summary, drawings);
  expect(page.match(/<svg\s+class="chart/g)).toHaveLength(2 * drawings.size);
  expect(page).not.toMatch(/<script|NaN|undefined|Infinity|https?:|\sstyle="/);
  for (const [, width] of page.matchAll(/<svg\s+class="chart narrow"[^>]*\swidth="(\d+)/g)) {
    expect(Number(width)).toBeLessThan(620);
  }
  expect(page.length).toBeLessThan(LARGEST);
});
