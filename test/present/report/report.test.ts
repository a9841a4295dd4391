import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Summary } from '../../../src/experiment/summary.js';
import { chartsOf } from '../../../src/present/chart/charts.js';
import { report } from '../../../src/present/report/report.js';
import { STYLESHEET, STYLESHEET_HASH } from '../../../src/present/report/stylesheet.js';
import { about, neverSeen, renamed, SHOP, sparse, tooFew } from '../fixture.js';

const NO_CHARTS = new Map();

/** Names that want to be more than text. */
const HOSTILE = renamed(
  (name) => `"><script>alert('${name}')</script><img src=http://x/ onload=y>`,
);

const FIGURES: Summary = {
  ...SHOP,
  assumptions: [
    { path: 'horizon', text: '10 years', source: '', year: null, confidence: 'scenario' },
    {
      path: 'threats[1].rate',
      text: '0.05 to 0.2 / year',
      source: 'Status <feed> of a & b',
      year: 2023,
      confidence: 'measured',
      fitted: 'lognormal(mu -2.3, sigma 0.421)',
    },
  ],
};

/** The words of a page, without its tags. */
const wordsOf = (page: string) =>
  page
    .replace(/<style>[^]*?<\/style>/, '')
    .replaceAll(/<wbr \/>|<\/?bdi>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** Names of the tags of a page that are open where they should not be. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  for (const [, end, name = '', self] of page.matchAll(/<(\/?)([a-z][a-z\d]*)[^>]*?(\/?)>/g)) {
    if (self === '/') continue;
    if (end !== '/') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

test('what is stored and sent is told by place, for the first and the last whole year', () => {
  const words = wordsOf(report(FIGURES, NO_CHARTS));
  expect(words).toContain('What is stored and sent');
  expect(words).toContain('in the first year and in year 10');
  const row =
    /orders: nightly at ohio object 5\sTB → 25.8\sTB 315\sTB → 1.63\sPB 315\sTB → 1.63\sPB/;
  expect(words).toMatch(row);
  const short = wordsOf(report({ ...FIGURES, horizonYears: 0.5 }, NO_CHARTS));
  expect(short).toContain('over the horizon.');
  expect(short).toMatch(/orders: live at virginia block 1\sTB 63\sTB –/);
});

test('every strategy, service, threat and figure of the summary is on the page', () => {
  const words = wordsOf(report(FIGURES, NO_CHARTS));
  for (const [name, { title, services }] of Object.entries(FIGURES.strategies)) {
    expect(words).toContain(name);
    expect(words).toContain(title);
    for (const [service, { title: shown }] of Object.entries(services)) {
      expect(words).toContain(service);
      expect(words).toContain(shown);
    }
  }
  for (const threat of Object.keys(FIGURES.disastersPerYear)) expect(words).toContain(threat);
  for (const { path, text, source, fitted = '' } of FIGURES.assumptions) {
    for (const part of [path, text, source, fitted]) expect(words).toContain(part);
  }
  for (const part of [FIGURES.seed, '2,000', FIGURES.version, FIGURES.scenarioHash])
    expect(words).toContain(part);
});

test('the verdict comes first, in words and with how sure it is', () => {
  const words = wordsOf(report(SHOP, NO_CHARTS));
  expect(words).toMatch(
    /Verdict warm-standby costs least in all, .*\(95 % sure that it costs more/,
  );
  expect(words).toMatch(/warm-standby costs .* less than backups-only \(95 % sure/);
  expect(words.indexOf('Verdict warm-standby')).toBeLessThan(words.indexOf('Cost per year'));
});

test('names that are HTML are shown as text, and nothing of them is run or fetched', () => {
  const drawings = new Map(
    chartsOf(HOSTILE).map(({ name }) => [name, { wide: SVG, narrow: SVG }] as const),
  );
  const page = report(HOSTILE, drawings);
  expect(unbalanced(page)).toEqual([]);
  expect(page).not.toMatch(/<(?:script|img|iframe|link|object|embed|form|base)\b/i);
  const tags = [...page.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag.replaceAll(/"[^"]*"/g, '""'));
  for (const tag of tags) expect(tag).not.toMatch(/\s(?:on\w+|src|style|srcset)=/i);
  expect(wordsOf(page)).toContain(`"><script>alert('orders')</script>`);
});

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="9" height="8" viewBox="0 0 9 8"><g></g></svg>';

test('a page refers to nothing outside itself', () => {
  const page = report(FIGURES, NO_CHARTS);
  expect(page).not.toMatch(/https?:|url\(|@import|src=/i);
  for (const [, target] of page.matchAll(/href="([^"]*)"/g)) {
    expect(target).toMatch(/^#/);
    expect(page).toContain(`id="${target!.slice(1)}"`);
  }
});

test('the page allows its own stylesheet and nothing else', () => {
  const page = report(SHOP, NO_CHARTS);
  const hash = createHash('sha256').update(STYLESHEET).digest('base64');
  expect(STYLESHEET_HASH).toBe(`sha256-${hash}`);
  expect(page).toContain(`<style>${STYLESHEET}</style>`);
  expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
});

test('charts are put into the page without the addresses that a file needs', () => {
  const page = report(SHOP, new Map([['cost-stack', { wide: SVG, narrow: SVG }]]));
  expect(
    page.match(/<svg\s+class="chart (wide|narrow)"\s+role="img"\s+aria-label="Cost/g),
  ).toHaveLength(2);
  expect(page).toMatch(/viewBox="0 0 9 8"\s*>\s*<g><\/g>\s*<\/svg>/);
  expect(page).not.toMatch(/https?:/);
  expect(page).toContain('href="#charts"');
  expect(report(SHOP, NO_CHARTS)).not.toContain('id="charts"');
});

test('cells of every table have heads, and every table says what it shows', () => {
  const page = report(FIGURES, NO_CHARTS);
  const tables = [...page.matchAll(/<table[^]*?<\/table>/g)].map(([table]) => table);
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    expect(table).toMatch(/<caption>/);
    const columns = table.match(/scope="col"/g)!.length;
    for (const [row] of table.matchAll(/<tr>(?:(?!<\/tr>)[^])*scope="row"[^]*?<\/tr>/g)) {
      expect(row.match(/<td/g)).toHaveLength(columns - 1);
    }
  }
});

test('headings go down by one level at a time', () => {
  const drawings = new Map([['cost-stack', { wide: SVG, narrow: SVG }]]);
  const levels = [...report(SHOP, drawings).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
});

test('what is not known says how many trials it needs', () => {
  expect(wordsOf(report(SHOP, NO_CHARTS))).toMatch(/needs 40,000/);
});

test('one strategy alone is reported, and that nothing is compared', () => {
  const [name, strategy] = Object.entries(SHOP.strategies)[0]!;
  const alone: Summary = { ...SHOP, strategies: { [name]: strategy }, differences: {} };
  const words = wordsOf(report(alone, NO_CHARTS));
  expect(words).toMatch(/one strategy only/);
  expect(words).toContain('Shop and orders');
});

test('a run in which nothing happened says so', () => {
  const none = sparse(tooFew(40_000), []);
  const nothing = {
    rto: none,
    timeToFull: none,
    rpo: { ...none, unrecoverableShare: tooFew(40_000) },
    incidentsPerYear: neverSeen(0.00015),
    phases: {},
    byThreat: {},
  };
  const strategies = Object.entries(SHOP.strategies).map(([name, strategy]) => {
    const services = Object.entries(strategy.services).map(
      ([key, service]) => [key, { ...service, ...nothing }] as const,
    );
    return [name, { ...strategy, services: Object.fromEntries(services) }] as const;
  });
  const quiet: Summary = {
    ...SHOP,
    disastersPerYear: {},
    strategies: Object.fromEntries(strategies),
  };
  const page = report(quiet, NO_CHARTS);
  expect(unbalanced(page)).toEqual([]);
  expect(wordsOf(page)).toMatch(/No disaster touched a service/);
  expect(wordsOf(page)).toMatch(/No threats are configured/);
  expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
});

test('gates, what was left out and an interruption are told where there are any', () => {
  const gate = {
    gate: 'loss <= 1M USD',
    strategy: 'warm-standby',
    service: null,
    measure: 'loss',
    relation: '<=',
    bound: 1e6,
    unit: 'money per year',
    outcome: 'kept',
    value: 1_559,
    ci95: about(1_559, 78).ci95,
  } as unknown as NonNullable<Summary['gates']>[number];
  const told: Summary = {
    ...SHOP,
    interrupted: true,
    gates: [gate],
    notSimulated: [{ path: 'finance.discountRate', what: 'net present value' }],
  };
  const words = wordsOf(report(told, NO_CHARTS));
  expect(words).toMatch(/Gates: 1 kept/);
  expect(words).toMatch(/loss <= 1M USD ✓ kept warm-standby/);
  expect(words).toMatch(/Not simulated yet: net present value \(finance\.discountRate\)/);
  expect(words).toMatch(/Interrupted/);
  const without = report(SHOP, NO_CHARTS);
  for (const id of ['gates', 'left-out', 'charts']) expect(without).not.toContain(`#${id}"`);
});

test('the command to reproduce is quoted for a shell', () => {
  const page = report({ ...SHOP, scenario: 'läden', seed: `it's; rm` }, NO_CHARTS);
  expect(wordsOf(page)).toContain(
    String.raw`drsim compare 'läden.yaml' --trials 2000 --seed='it'\''s; rm'`,
  );
});

test('losses are told by threat and by what they are made of, and what they are together', () => {
  const words = wordsOf(report(SHOP, NO_CHARTS));
  const table = words.slice(words.indexOf('Loss per year by threat, in USD'));
  expect(table).toMatch(/site-fire Loss 10\.00k ± 0\.83k .* by downtime 300 .* by data loss 9\.7/);
  expect(table).toMatch(/meteorite Loss never struck never struck never struck/);
  expect(table).toMatch(/All threats Loss 116\.0k ± 8\.2k 1\.559k ± 0\.078k/);
});
