import { expect, test } from 'vitest';
import { chartsOf } from '../../../src/present/chart/charts.js';
import { SHOP } from '../fixture.js';

for (const { name, spec } of chartsOf(SHOP)) {
  test(`the ${name} chart of the shop, as a specification`, async () => {
    const text = `${JSON.stringify(spec, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../golden/present/${name}.json`);
  });

  test(`the ${name} chart says what it shows, with what, and where it is from`, () => {
    const text = JSON.stringify(spec);
    expect(spec['description']).toMatch(/backups-only/);
    expect(text).toContain('"subtitle":[');
    expect(text).toMatch(/Source: .*2,000 trials .*seed 1, drsim 0\.1\.0/);
    expect(text).toContain('"font":"Inter,');
    expect(text).not.toMatch(/"url"/);
  });
}

test('no line below a title is left with a single word', () => {
  for (const { spec } of chartsOf(SHOP)) {
    const { subtitle } = spec['title'] as { subtitle: readonly string[] };
    if (subtitle.length > 1) expect(subtitle.at(-1)).toContain(' ');
  }
});

test('a strategy has the same colour in every chart that is coloured by strategy', () => {
  const scales = chartsOf(SHOP).flatMap(({ spec }) =>
    [...JSON.stringify(spec).matchAll(/"scale":(\{"domain":\["backups-only"[^}]*#[^}]*\})/g)].map(
      ([, scale]) => scale,
    ),
  );
  expect(scales.length).toBeGreaterThan(2);
  expect(new Set(scales).size).toBe(1);
});

test('bars of a phase chart end within it where trials are too few to tell the mean', () => {
  const [strategy, about] = Object.entries(SHOP.strategies)[0]!;
  const { services } = about;
  const [name, service] = Object.entries(services)[0]!;
  const phases = { restore: 4e7, replay: 3e6 };
  const rare = { ...service, phases, rto: { ...service.rto, mean: null, ci95: null, needs: 4 } };
  const strategies = { [strategy]: { ...about, services: { ...services, [name]: rare } } };
  const charts = chartsOf({ ...SHOP, strategies });
  const { spec } = charts.find((chart) => chart.name === 'rto-by-phase')!;
  const { x } = (spec['vconcat'] as { encoding: { x: object } }[])[0]!.encoding;
  const { domain } = (x as { scale: { domain: number[] } }).scale;
  expect(domain[1]).toBeGreaterThanOrEqual(4.3e7);
});

test('without threats there are no charts by threat', () => {
  const names = chartsOf({ ...SHOP, disastersPerYear: {} }).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => name.includes('threat'))).toEqual([]);
});
