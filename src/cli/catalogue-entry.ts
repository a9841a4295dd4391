import { invariant } from '../base/invariant.js';
import type { Catalogue } from '../input/catalogue.js';
import { catalogueYaml } from '../input/catalogue-yaml.js';
import { type Located, type MappingNode, valueOf, written } from '../input/yaml/located-tree.js';
import {
  bareName,
  type CatalogueEntry,
  type CatalogueFolder,
  type EntryPart,
  type EntrySummary,
} from '../present/catalogue.js';
import type { Source } from '../present/source-words.js';

/** What an entry says of itself; not a part of it. */
const HEAD = new Set(['title', 'about', 'source', 'year', 'confidence']);

/** More values than these are listed below each other. */
const LONGEST_ROW = 3;

/** All folders of the catalogue and the entries in them, in code-unit order. */
export function catalogueFolders(catalogue: Catalogue): readonly CatalogueFolder[] {
  const folders = new Map<string, EntrySummary[]>();
  for (const path of catalogue.paths()) {
    const entry = path.replace(/\.yaml$/, '');
    const folder = entry.slice('models/'.length, entry.lastIndexOf('/'));
    folders.set(folder, [...(folders.get(folder) ?? []), summaryOf(catalogue, entry)]);
  }
  return [...folders].map(([folder, entries]) => ({ folder, entries }));
}

/** An entry with all its figures. @param entry such as `models/threats/site-fire`, which is there */
export function entryOf(catalogue: Catalogue, entry: string): CatalogueEntry {
  const tree = treeOf(catalogue, entry);
  return {
    ...summaryOf(catalogue, entry),
    source: isFigure(tree) ? null : sourceAt(tree),
    parts: isFigure(tree) ? partsAt(tree, 'value') : partsIn(tree, '', HEAD),
  };
}

function treeOf(catalogue: Catalogue, entry: string): MappingNode {
  const tree = catalogueYaml(catalogue, `${entry}.yaml`)?.tree;
  invariant(tree?.kind === 'mapping', () => `${entry} of the catalogue is no mapping`);
  return tree;
}

function summaryOf(catalogue: Catalogue, entry: string): EntrySummary {
  const tree = treeOf(catalogue, entry);
  return {
    entry,
    title: textAt(tree, 'title') ?? bareName(entry),
    about: textAt(tree, 'about') ?? null,
  };
}

function textAt(node: Located, key: string): string | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'scalar' ? value.text : undefined;
}

function sourceAt(node: Located): Source | null {
  const source = textAt(node, 'source');
  if (source === undefined) return null;
  const year = Number(textAt(node, 'year'));
  const confidence = textAt(node, 'confidence');
  return {
    source,
    year: Number.isInteger(year) ? year : null,
    confidence: confidence === 'measured' || confidence === 'vendor' ? confidence : 'estimate',
  };
}

const isFigure = (node: Located): boolean =>
  valueOf(node, 'value') !== undefined && valueOf(node, 'source') !== undefined;

/** A row of a table, such as the coordinates of a region. */
function isShort(node: MappingNode): boolean {
  const values = [...node.entries.values()].map(({ value }) => value.kind);
  const row = values.length <= LONGEST_ROW && values.every((kind) => kind === 'scalar');
  return row && !node.entries.has('use');
}

function partsAt(node: Located, path: string): EntryPart[] {
  if (isFigure(node)) {
    const text = written(valueOf(node, 'value')!);
    return [{ kind: 'figure', path, text, source: sourceAt(node)! }];
  }
  if (node.kind === 'mapping' && !isShort(node)) return partsIn(node, path);
  if (node.kind === 'list' && node.items.some(({ kind }) => kind !== 'scalar')) {
    return node.items.flatMap((item, index) => partsAt(item, `${path}[${index}]`));
  }
  return [{ kind: 'word', path, text: written(node) }];
}

function partsIn(node: MappingNode, path: string, without = new Set<string>()): EntryPart[] {
  return [...node.entries].flatMap(([key, { value }]): EntryPart[] => {
    if (without.has(key)) return [];
    if (key === 'use') return [{ kind: 'extends', path: path || 'use', entry: written(value) }];
    return partsAt(value, path === '' ? key : `${path}.${key}`);
  });
}
