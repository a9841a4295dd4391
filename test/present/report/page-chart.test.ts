import { expect, test } from 'vitest';
import { chartsOf } from '../../../src/present/chart/charts.js';
import { pageChart } from '../../../src/present/report/page-chart.js';
import { renamed, SHOP } from '../fixture.js';

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

/** Whatever stands under a key, anywhere in a specification. */
function under(key: string, part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => [
    ...(name === key ? [value] : []),
    ...under(key, value),
  ]);
}

test('names that are alike at their beginning are told apart on a phone', () => {
  const long = renamed((name) => (name === 'active-active' ? 'warm-standby-with-backups' : name));
  const chart = chartsOf(long).find(({ name }) => name === 'cost-stack')!;
  const expression = under('labelExpr', pageChart(chart, 'narrow')).find((one) =>
    String(one).includes('warm-standby-'),
  );
  expect(expression).toContain('"warm-standby-with-backups":["warm-","standby-with-","backups"]');
  expect(under('labelExpr', pageChart(chart, 'wide')).join('')).not.toContain('warm');
});

test('a legend has as many columns as its longest name leaves room for', () => {
  const columns = (summary: typeof SHOP, layout: 'wide' | 'narrow') => {
    const chart = chartsOf(summary).find(({ name }) => name === 'loss-by-threat')!;
    return under('columns', pageChart(chart, layout))[0];
  };
  const short = renamed((name) => name.slice(0, 6));
  expect([columns(short, 'wide'), columns(short, 'narrow')]).toEqual([4, 2]);
  const long = renamed((name) => `${name} of the whole company`);
  expect([columns(long, 'wide'), columns(long, 'narrow')]).toEqual([2, 1]);
});
