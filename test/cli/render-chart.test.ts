import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { renderPng, renderSvg } from '../../src/cli/render-chart.js';
import type { Summary } from '../../src/experiment/summary.js';
import { chartsOf } from '../../src/present/chart/charts.js';
import { about, neverSeen, renamed, SHOP, sparse } from '../present/fixture.js';

type Strategy = Summary['strategies'][string];
type Service = Strategy['services'][string];

/** The shop with every strategy and every service changed alike. */
function changed(strategyTo: Partial<Strategy>, serviceTo: Partial<Service>): Summary {
  const strategies = Object.entries(SHOP.strategies).map(([name, strategy]) => {
    const services = Object.entries(strategy.services).map(
      ([key, service]) => [key, { ...service, ...serviceTo }] as const,
    );
    return [name, { ...strategy, ...strategyTo, services: Object.fromEntries(services) }] as const;
  });
  return { ...SHOP, strategies: Object.fromEntries(strategies) };
}

/** What Vega would find where it looks a name up in an object. */
const OBJECTS = new Map([
  ['backups-only', 'constructor'],
  ['warm-standby', 'toString'],
  ['active-active', '__proto__'],
  ['Orders', 'valueOf'],
]);

const nothing = { mean: null, ci95: null };
const curves = { oep: [[0, 0]], var: {}, tvar: {} } as const;
const HARD: Readonly<Record<string, Summary>> = {
  'ordinary figures': SHOP,
  'no loss, no cost and no incident': changed(
    {
      exceedance: { aep: [[0, 0]], ...curves },
      infrastructure: {},
      annual: {
        downtimeCost: neverSeen(3),
        dataLossCost: neverSeen(3),
        recoveryCost: neverSeen(3),
        loss: neverSeen(3),
        infrastructureCost: about(0, 0),
        total: about(0, 0),
      },
    },
    { rto: sparse(nothing, []), objectives: { rto: null, rpo: null } },
  ),
  'an empty exceedance curve and recovery at once': changed(
    { exceedance: { aep: [], ...curves } },
    { rto: sparse(nothing, [0, 0, 0]) },
  ),
  'names of 200 characters': renamed((name) => `${name} ${'long '.repeat(40)}`),
  'names that no XML may hold': renamed((name) => `\u0001${name}\ud800\u001b[0m`),
  'names that every object has': renamed((name) => OBJECTS.get(name) ?? name),
  'names from right to left and in pictures': renamed((name) => `احتياطي 🔥 ${name}`),
};

for (const [what, summary] of Object.entries(HARD)) {
  test(`charts of ${what} are drawn without a warning and without a hole`, async () => {
    for (const { spec } of chartsOf(summary)) {
      const svg = await renderSvg(spec);
      expect(svg).toMatch(/^<svg/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
    }
  });
}

test('HTML in names is shown as text, in full', async () => {
  const summary = renamed((name) => `<script>alert("${name}")</script>&`);
  for (const { spec } of chartsOf(summary)) {
    const svg = await renderSvg(spec);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;alert(');
  }
});

test('a specification that Vega has to guess about is refused', async () => {
  const field = { field: 'amount', type: 'quantitative' };
  const view = { data: { values: [] }, mark: 'bar', encoding: { x: field, shape: field } };
  const wrong = { ...chartsOf(SHOP)[0]?.spec, vconcat: [view] };
  await expect(renderSvg(wrong)).rejects.toThrow(/chart specification is wrong/);
});

test('the same summary gives the same bytes', async () => {
  const [one, two] = await Promise.all([SHOP, structuredClone(SHOP)].map(rendered));
  expect(one!.svg).toBe(two!.svg);
  expect(Buffer.compare(one!.png, two!.png)).toBe(0);
});

async function rendered(summary: Summary) {
  const svg = await renderSvg(chartsOf(summary)[1]!.spec);
  return { svg, png: await renderPng(svg) };
}

test('text really appears in a PNG', async () => {
  const svg = await renderSvg(chartsOf(SHOP)[1]!.spec);
  const blind = new Resvg(svg, {
    font: { fontFiles: [], loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: 2 },
  });
  const png = await renderPng(svg);
  expect(Buffer.compare(png, blind.render().asPng())).not.toBe(0);
  const [seen, unseen] = [darkInTitle(png), darkInTitle(blind.render().asPng())];
  expect(unseen).toBe(0);
  expect(seen).toBeGreaterThan(1_000);
});

/** Dark pixels in the top 80 rows, where the title stands. */
function darkInTitle(png: Uint8Array): number {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const page =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="80">' +
    `<image href="${href}" x="0" y="0"/></svg>`;
  const { pixels } = new Resvg(page).render();
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at] ?? 255) < 100 && pixels[at + 3] === 255) dark++;
  }
  return dark;
}
