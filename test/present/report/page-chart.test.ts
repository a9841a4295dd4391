import { expect, test } from 'vitest';
import { chartsOf } from '../../../src/present/chart/charts.js';
import { pageChart } from '../../../src/present/report/page-chart.js';
import { SHOP } from '../fixture.js';

const numbersIn = (spec: unknown, key: string) =>
  [...JSON.stringify(spec).matchAll(RegExp(`"${key}":(\\d+)`, 'g'))].map(([, number]) =>
    Number(number),
  );

for (const chart of chartsOf(SHOP)) {
  test(`the ${chart.name} chart leaves its title and source to the page and fits a phone`, () => {
    const spec = pageChart(chart, 'narrow');
    expect(spec).not.toHaveProperty('title');
    expect(JSON.stringify(spec)).not.toContain('Source: ');
    expect(spec['vconcat']).toHaveLength(chart.views.length);
    for (const width of numbersIn(spec, 'width')) expect(width).toBeLessThan(300);
    for (const columns of numbersIn(spec, 'columns')) expect(columns).toBeLessThanOrEqual(2);
  });

  test(`the ${chart.name} chart shows the same data on a page as on its own`, () => {
    const dataOf = (spec: unknown) => JSON.stringify(spec).match(/"values":\[\{.*?\}\]/g);
    expect(dataOf(pageChart(chart, 'narrow'))).toEqual(dataOf({ views: chart.views }));
  });
}
