import { expect, test } from 'vitest';
import type { CatalogueEntry, CatalogueFolder } from '../../src/present/catalogue.js';
import { catalogueMarkdown, entryMarkdown } from '../../src/present/catalogue-markdown.js';
import { catalogueTable, entryTable } from '../../src/present/catalogue-table.js';

const look = { width: 60, colour: false };

const FOLDERS: readonly CatalogueFolder[] = [
  { folder: 'prices', entries: [{ entry: 'models/prices/aws', title: 'aws', about: null }] },
  {
    folder: 'threats',
    entries: [
      {
        entry: 'models/threats/site-fire',
        title: 'Site fire',
        about: 'A fire destroys the site. Equipment and data are gone.',
      },
    ],
  },
];

const FIRE: CatalogueEntry = {
  entry: 'models/threats/site-fire',
  title: 'Site fire',
  about: 'A fire destroys the site.',
  source: null,
  parts: [
    { kind: 'word', path: 'scope', text: 'site' },
    {
      kind: 'figure',
      path: 'rate',
      text: '1e-4 / year',
      source: { source: 'Some seven fires in 2014 to 2025', year: 2025, confidence: 'estimate' },
    },
    { kind: 'extends', path: 'detection', entry: 'models/runbooks/health-check' },
  ],
};

test('the list has the folders, and each entry with what it stands for', () => {
  expect(catalogueTable(FOLDERS, look)).toBe(`\
2 entries in 2 folders; figures and sources of one: drsim
models threats/site-fire

prices
  aws

threats
  site-fire
    Site fire. A fire destroys the site. Equipment and data
    are gone.
`);
  expect(catalogueMarkdown(FOLDERS)).toContain('| site-fire | Site fire | A fire destroys');
});

test('an entry is shown with every figure and its source, and what it extends', () => {
  expect(entryTable(FIRE, look)).toBe(`\
Site fire (models/threats/site-fire)
A fire destroys the site.

  scope: site
  rate: 1e-4 / year
    source    Some seven fires in 2014 to 2025 (2025,
              estimate)
  detection: extends models/runbooks/health-check
`);
  const rows = entryMarkdown(FIRE).split('\n').slice(-4);
  expect(rows).toEqual([
    '| scope | site |  |  |  |',
    '| rate | 1e-4 / year | Some seven fires in 2014 to 2025 | 2025 | estimate |',
    '| detection | extends models/runbooks/health-check |  |  |  |',
    '',
  ]);
});

test('a table is shown with the one source of all its figures', () => {
  const source = { source: 'Prices in test outputs', year: 2026, confidence: 'vendor' } as const;
  const table: CatalogueEntry = { ...FIRE, source, parts: [] };
  expect(entryTable(table, look)).toContain('    source    Prices in test outputs (2026, vendor)');
  expect(entryMarkdown(table)).toContain('Source: Prices in test outputs (2026, vendor)');
});
