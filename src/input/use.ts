import { nearest } from '../base/suggest.js';
import { entryNames } from './catalogue.js';
import { catalogueYaml } from './catalogue-yaml.js';
import { type Entry, type Located, type MappingNode, quoted } from './yaml/located-tree.js';
import { over } from './merge.js';
import { type Reading, refuse, type Spot } from './reading.js';
import { listed } from '../base/listed.js';
import { pathTo } from './yaml/yaml-tree.js';

/** Folder under `models/` in which a bare name is looked up, by the nearest key around it. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['threats', 'threats'],
  ['strategies', 'strategies'],
  ['services', 'services'],
  ['links', 'links'],
  ['backups', 'backups'],
  ['detection', 'runbooks'],
  ['steps', 'runbooks'],
  ['failback', 'runbooks'],
  ['rebuildFromNothing', 'runbooks'],
  ['profile', 'profiles'],
  ['load', 'profiles'],
]);

/** Folder under `models/` in which a bare name below a key is looked up. */
export function folderUnder(key: string, around: string): string {
  return FOLDERS.get(key) ?? around;
}

/**
 * The same value with every `use: <entry>` in it replaced by what the entry says, laid under the keys
 * beside `use`. An entry is extended after its own `use` is resolved.
 *
 * @param folder where a bare name is looked up, unless a key further in says otherwise
 */
export function withEntries(spot: Spot, folder: string, reading: Reading): Located {
  const { node, path } = spot;
  if (node.kind === 'list') {
    const items = node.items.map((item, index) =>
      withEntries({ node: item, path: `${path}[${index}]` }, folder, reading),
    );
    return { ...node, items };
  }
  if (node.kind !== 'mapping') return node;
  const entries = new Map<string, Entry>();
  for (const [key, { key: place, value }] of node.entries) {
    if (key === 'use') continue;
    const inner = { node: value, path: pathTo(path, key) };
    entries.set(key, {
      key: place,
      value: withEntries(inner, folderUnder(key, folder), reading),
    });
  }
  const use = node.entries.get('use')?.value;
  const rest: MappingNode = { ...node, entries };
  if (use === undefined) return rest;
  const entry = entryOf({ node: use, path: pathTo(path, 'use') }, folder, reading);
  return entry.kind === 'broken' ? { ...entry, place: node.place } : over(entry, rest);
}

/** The catalogue entry that a spot names, with all it extends; broken after a problem. */
export function entryOf(spot: Spot, folder: string, reading: Reading): Located {
  const broken: Located = { kind: 'broken', place: spot.node.place };
  if (spot.node.kind !== 'scalar' || typeof spot.node.value !== 'string') {
    refuse(spot, reading, { expected: 'the name of a catalogue entry' });
    return broken;
  }
  const path = pathOf(spot.node.value, folder);
  if (reading.open.includes(path)) {
    const chain = [...reading.open.slice(reading.open.indexOf(path)), path];
    refuse(spot, reading, {
      expected: 'an entry that does not extend itself',
      got: chain.join(' -> '),
    });
    return broken;
  }
  return fileOf(path, reading) ?? refuseEntry(spot, folder, reading) ?? broken;
}

/** A catalogue file with all it extends; undefined when there is no such file. */
export function fileOf(path: string, reading: Reading): Located | undefined {
  const known = reading.entries.get(path);
  if (known !== undefined) return known;
  const yaml = catalogueYaml(reading.catalogue, path);
  if (yaml === undefined) return undefined;
  const { tree, problems } = yaml;
  reading.problems.push(...problems);
  const entry = entryFrom(tree, path, reading);
  reading.entries.set(path, entry);
  return entry;
}

function entryFrom(tree: Located | null, path: string, reading: Reading): Located {
  const [, folder = '', name = ''] = /^(?:models\/)?(?:(.*)\/)?([^/]+)\.yaml$/.exec(path) ?? [];
  if (tree === null) return { kind: 'broken', place: { file: path, line: 1, column: 1 } };
  const spot = { node: tree, path: '' };
  if (tree.kind !== 'mapping') {
    refuse(spot, reading, { expected: 'a mapping of keys to values' });
    return { kind: 'broken', place: tree.place };
  }
  reading.open.push(path);
  const entry = withEntries(spot, folder, reading);
  reading.open.pop();
  return entry.kind === 'mapping' ? { ...entry, extends: name } : entry;
}

function pathOf(name: string, folder: string): string {
  const path = name.startsWith('models/') ? name : `models/${folder}/${name}`;
  return path.endsWith('.yaml') ? path : `${path}.yaml`;
}

function refuseEntry(spot: Spot, folder: string, reading: Reading): undefined {
  const name = spot.node.kind === 'scalar' ? spot.node.text : '';
  const bare = entryNames(reading.catalogue, folder);
  const all = reading.catalogue.paths().map((path) => path.replace(/\.yaml$/, ''));
  const names = name.startsWith('models/') ? all : bare;
  const near = nearest(name, names) ?? all.find((path) => path.endsWith(`/${name}`));
  const some = bare.length === 0 ? 'or a path such as models/runbooks/health-check' : listed(bare);
  return refuse(spot, reading, {
    expected: folder === '' ? 'a path in models/' : `an entry of models/${folder}: ${some}`,
    fix: near === undefined ? undefined : `write ${quoted(near)}`,
  });
}

/** A value with a catalogue file laid under it, if there is that file. */
export function withBeneath(node: Located, path: string, reading: Reading): Located {
  const file = fileOf(path, reading);
  return file === undefined || file.kind === 'broken' ? node : over(file, node);
}
