import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { comparisonTable } from '../../src/present/comparison-table.js';
import { markdownTable } from '../../src/present/markdown-table.js';
import { csvTable } from '../../src/present/csv-table.js';
import { chartsOf } from '../../src/present/chart/charts.js';
import { renderSvg } from '../../src/cli/render-chart.js';
import { Resvg } from '@resvg/resvg-js';
import { renamed, SHOP } from './fixture.js';
import * as v from './zz-variants.js';
test('x', () => {
  for (const w of [60, 80, 100, 120])
    writeFileSync(`/tmp/looks/t${w}.txt`, comparisonTable(SHOP, { width: w, colour: false }));
  writeFileSync(`/tmp/looks/tc.txt`, comparisonTable(SHOP, { width: 80, colour: true }));
  writeFileSync(`/tmp/looks/t.md`, markdownTable(SHOP));
  writeFileSync(`/tmp/looks/t.csv`, csvTable(SHOP));
  writeFileSync(`/tmp/looks/thard.txt`, comparisonTable(v.hard(), { width: 80, colour: false }));
});
const fonts = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map(
  (f) => '/work/main/node_modules/@expo-google-fonts/inter/' + f,
);
test('charts', async () => {
  for (const [tag, summary] of Object.entries({
    '': SHOP,
    hard: v.hard(),
    zero: v.allZero(),
    single: v.single(),
  }))
    for (const { name, spec } of chartsOf(summary)) {
      const svg = await renderSvg(spec);
      writeFileSync(`/tmp/looks/${name}${tag}.svg`, svg);
      writeFileSync(
        `/tmp/looks/${name}${tag}.png`,
        new Resvg(svg, {
          font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'Inter' },
        })
          .render()
          .asPng(),
      );
    }
});
