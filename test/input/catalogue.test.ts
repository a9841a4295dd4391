import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Catalogue, catalogueOf } from '../../src/input/catalogue.js';
import { problemsText, problemText } from '../../src/input/problem.js';
import { readScenario } from '../../src/input/scenario.js';
import { CATALOGUE } from '../running.js';

type Tree = { [key: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const treeOf = (path: string) => parse(CATALOGUE.text(path)!) as Tree;

/** A scenario with two sites, one service and one strategy, of which some parts are replaced. */
const scenarioWith = (parts: Tree): Tree => ({
  name: 'Catalogue',
  horizon: '1 year',
  currency: 'USD',
  sites: { here: {}, there: {} },
  links: { 'here-there': { bandwidth: '1 Gbit/s', latency: '5 ms' } },
  services: { shop: { data: { size: '1 TB' } } },
  threats: [{ name: 'flood', scope: 'site', rate: '1 / year', effects: { outage: '1 h' } }],
  strategies: { waiting: { primary: 'here' } },
  ...parts,
});

const strategyWith = (parts: Tree) =>
  scenarioWith({ strategies: { one: { primary: 'here', ...parts } } });

/** Where a runbook belongs is seen from what it says. */
const withRunbook = (path: string): Tree => {
  const tree = treeOf(path);
  const use = path.replace('.yaml', '');
  if ('step' in tree) return strategyWith({ restore: { steps: [{ use }] } });
  if ('interval' in tree) return strategyWith({ detection: { use } });
  if ('switchover' in tree) return strategyWith({ failback: { use } });
  return strategyWith({ rebuildFromNothing: { use } });
};

const withPreset = (path: string): Tree => {
  const { standby, backups, active } = treeOf(path);
  const use = basename(path, '.yaml');
  if (active !== undefined) {
    return scenarioWith({ strategies: { one: { use, sites: ['here', 'there'] } } });
  }
  return strategyWith({
    use,
    ...(standby === undefined ? {} : { standby: { site: 'there' } }),
    ...(backups === undefined ? {} : { backups: { store: 'there' } }),
  });
};

/** Every region as a site of its own name. */
const withRegions = (path: string): Tree => {
  const provider = basename(path, '.yaml');
  const regions = Object.keys(treeOf(path)['regions'] as Tree);
  const sites = Object.fromEntries(
    regions.map((region) => [region, { region: `${provider}/${region}` }]),
  );
  const { links: _, ...unlinked } = scenarioWith({
    sites,
    strategies: { waiting: { primary: regions[0]! } },
  });
  return unlinked;
};

/** A link without a latency of its own between the regions of every pair. */
const withLatencies = (path: string): Tree => {
  const pairs = Object.keys(treeOf(path)['roundTripMs'] as Tree);
  const links = Object.fromEntries(
    pairs.map((pair) => [
      pair.replace('/', ' to '),
      { between: pair.split('/'), bandwidth: '1 Gbit/s' },
    ]),
  );
  return { ...withRegions(path.replace('latency', 'regions')), links };
};

/** For each folder of the catalogue a scenario that uses one of its files. */
const USES: Readonly<Record<string, (path: string) => Tree>> = {
  'models/backups': (path) =>
    strategyWith({
      backups: { use: basename(path, '.yaml'), store: 'there', full: '1 week' },
      restore: { steps: [{ step: 'restore', moves: 'backup' }] },
    }),
  'models/defaults': () => scenarioWith({}),
  'models/latency': withLatencies,
  'models/links': (path) =>
    scenarioWith({
      links: {
        'here-there': { use: basename(path, '.yaml'), bandwidth: '1 Gbit/s', latency: '5 ms' },
      },
    }),
  'models/prices': (path) =>
    scenarioWith({ prices: basename(path, '.yaml'), currency: treeOf(path)['currency'] }),
  'models/profiles': (path) =>
    scenarioWith({
      services: { shop: { data: { size: '1 TB' }, load: basename(path, '.yaml') } },
    }),
  'models/regions': withRegions,
  'models/runbooks': withRunbook,
  'models/services': (path) =>
    scenarioWith({ services: { shop: { use: basename(path, '.yaml') } } }),
  'models/strategies': withPreset,
  'models/threats': (path) => scenarioWith({ threats: [basename(path, '.yaml')] }),
};

const read = (path: string, catalogue: Catalogue = CATALOGUE) =>
  readScenario({ file: 'use.yaml', text: stringify(USES[dirname(path)]!(path)) }, catalogue);

/** The catalogue with another tree in one of its files. */
const catalogueWith = (path: string, tree: Tree): Catalogue =>
  catalogueOf(
    new Map(
      CATALOGUE.paths().map((one) => [one, one === path ? stringify(tree) : CATALOGUE.text(one)!]),
    ),
  );

/** A figure is a mapping with a value; where it is in a file, as its holder and its key. */
interface Place {
  readonly holder: Tree;
  readonly key: string;
}

function figuresIn(holder: unknown): readonly Place[] {
  if (Array.isArray(holder)) return holder.flatMap(figuresIn);
  if (!isTree(holder)) return [];
  return Object.entries(holder).flatMap(([key, value]) =>
    isTree(value) && 'value' in value ? [{ holder, key }] : figuresIn(value),
  );
}

/** Folders whose files are tables, with one source for all that they hold. */
const TABLES = new Set(
  ['latency', 'prices', 'profiles', 'regions'].map((name) => `models/${name}`),
);

const PATHS = CATALOGUE.paths();
const TABLE_PATHS = PATHS.filter((path) => TABLES.has(dirname(path)));
const ENTRY_PATHS = PATHS.filter((path) => !TABLES.has(dirname(path)));
const FIGURES = ENTRY_PATHS.flatMap((path) =>
  figuresIn(treeOf(path)).map(({ key }, number) => ({ path, number, key })),
);

/** Words that are no figures: names, references and choices. */
const WORDS = new Set([
  ...['title', 'about', 'note', 'use', 'step', 'phase', 'moves', 'scope', 'replication'],
  ...['automatic', 'asOf', 'storage', 'tier', 'replicated', 'tainted'],
]);

/** Keys of what stands bare in an entry though it is no word. */
function bareIn(value: unknown, key: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => bareIn(item, key));
  if (!isTree(value)) return WORDS.has(key) ? [] : [key];
  if ('value' in value) return [];
  return Object.entries(value).flatMap(([inner, part]) => bareIn(part, inner));
}

const sourced = {
  source: expect.stringMatching(/\S.{10,}/) as string,
  year: expect.toSatisfy((year: number) => Number.isInteger(year) && year >= 1990) as number,
  confidence: expect.stringMatching(/^(?:measured|vendor|estimate)$/) as string,
};

test.each(PATHS)('a scenario can use %s', (path) => {
  const result = read(path);
  expect('problems' in result ? problemsText(result.problems) : '').toBe('');
});

test.each(ENTRY_PATHS)('what stands bare in %s is a name, a reference or a choice', (path) => {
  const tree = treeOf(path);
  expect('value' in tree ? [] : bareIn(tree, '')).toEqual([]);
});

test.each(ENTRY_PATHS)('every figure of %s has a source, a year and a confidence', (path) => {
  const tree = treeOf(path);
  const figures = [...('value' in tree ? [tree] : []), ...figuresIn(tree).map(valueAt)];
  for (const figure of figures) expect(figure).toMatchObject(sourced);
});

const valueAt = ({ holder, key }: Place) => holder[key] as Tree;

test.each(TABLE_PATHS)('the table %s has a source, a year and a confidence', (path) => {
  expect(treeOf(path)).toMatchObject(sourced);
});

test('there are figures to look at', () => {
  expect(FIGURES.length).toBeGreaterThan(20);
});

test.each(FIGURES)('a bare "$key" in $path is refused there', ({ path, number }) => {
  const tree = treeOf(path);
  const { holder, key } = figuresIn(tree)[number]!;
  holder[key] = (holder[key] as Tree)['value'];
  const result = read(path, catalogueWith(path, tree));
  const problems = 'problems' in result ? result.problems : [];
  expect(problems.map(({ file, expected }) => [file, expected])).toEqual([
    [path, 'a figure of the catalogue with value, source, year and confidence'],
  ]);
});

test.each(FIGURES)('"$key" in $path without its source is refused there', ({ path, number }) => {
  const tree = treeOf(path);
  delete valueAt(figuresIn(tree)[number]!)['source'];
  const result = read(path, catalogueWith(path, tree));
  const said = 'problems' in result ? result.problems.map(problemText).join('\n') : '';
  expect(said).toContain(`  ${path}:`);
  expect(said).toContain('expected  a value for "source"');
});

test.each(TABLE_PATHS.filter((path) => /prices|profiles/.test(path)))(
  'the table %s without its year is refused',
  (path) => {
    const { year: _, ...tree } = treeOf(path);
    const result = read(path, catalogueWith(path, tree));
    expect('problems' in result ? result.problems.map(({ path: key }) => key) : []).toEqual([
      'year',
    ]);
  },
);

test('a latency between regions is half the round trip of the table', () => {
  const path = 'models/latency/aws.yaml';
  const result = read(path);
  const links = 'scenario' in result ? result.scenario.links : [];
  const trips = treeOf(path)['roundTripMs'] as Record<string, number>;
  expect(links.map(({ latency }) => 2 * latency.law.mean)).toEqual(Object.values(trips));
});

test('regions lie where the globe is', () => {
  for (const path of TABLE_PATHS.filter((one) => one.includes('/regions/'))) {
    for (const place of Object.values(treeOf(path)['regions'] as Record<string, Tree>)) {
      expect(Math.abs(place['lat'] as number)).toBeLessThan(90);
      expect(Math.abs(place['lon'] as number)).toBeLessThanOrEqual(180);
    }
  }
});
