import type { Place } from '../problem.js';

/** A YAML value that knows where it stands. */
export type Located = ScalarNode | ListNode | MappingNode | BrokenNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
  /** A string's value; anything else as it was written. */
  readonly text: string;
  /**
   * Columns between its place and its first letter, where it is written letter by letter on one
   * line: 1 behind a quotation mark.
   */
  readonly inset?: number;
}

export interface ListNode {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Located[];
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Name of the catalogue entry that it extends; null when it stands for itself. */
  readonly extends: string | null;
}

/** A value under a key, with the place of the key. */
export interface Entry {
  readonly key: Place;
  readonly value: Located;
}

/** Stands where a problem was already reported, so that nothing more is said about it. */
export interface BrokenNode {
  readonly kind: 'broken';
  readonly place: Place;
}

const SHOWN = 60;

/** What stands there, for the `got` of a problem. */
export function described(node: Located): string {
  switch (node.kind) {
    case 'scalar':
      if (node.value === null) return 'nothing';
      return typeof node.value === 'string' ? quoted(node.value) : shortened(node.text);
    case 'list':
      return node.items.length === 0 ? 'an empty list' : `a list of ${node.items.length}`;
    case 'mapping':
      return node.entries.size === 0
        ? 'an empty mapping'
        : `a mapping with ${shortened([...node.entries.keys()].join(', '))}`;
    case 'broken':
      return 'something unreadable';
  }
}

/** A text in quotes, cut when it is long. */
export function quoted(text: string): string {
  return `"${shortened(text)}"`;
}

/** Characters of a whole value that a message has room for. */
const SHOWN_WHOLE = 120;

/** A value on one line, cut when it is long. */
export function writtenShort(node: Located): string {
  return shortened(written(node), SHOWN_WHOLE);
}

/** A value on one line, much as it was written. */
export function written(node: Located): string {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(written).join(', ')}]`;
    case 'mapping': {
      if (node.entries.size === 0) return '{}';
      const entries = [...node.entries].map(([key, entry]) => `${key}: ${written(entry.value)}`);
      return `{ ${entries.join(', ')} }`;
    }
    case 'broken':
      return '';
  }
}

/** The value under a key of a mapping; undefined for anything else. */
export function valueOf(node: Located, key: string): Located | undefined {
  return node.kind === 'mapping' ? node.entries.get(key)?.value : undefined;
}

/** Place of the key at the end of a path, or of the last one on the way that is there. */
export function placeIn(tree: Located, path: string): Place {
  let [node, place] = [tree, tree.place];
  for (const [, quotedKey, key, index] of path.matchAll(/"([^"]*)"|([^.[\]"]+)|\[(\d+)\]/g)) {
    if (index !== undefined && node.kind === 'list') {
      const item = node.items[Number(index)];
      if (item === undefined) return place;
      [node, place] = [item, item.place];
      continue;
    }
    const entry = node.kind === 'mapping' ? node.entries.get(quotedKey ?? key ?? '') : undefined;
    if (entry === undefined) return place;
    [node, place] = [entry.value, entry.key];
  }
  return place;
}

/** The keys of a mapping; none for anything else. */
export function keysOf(node: Located | undefined): readonly string[] {
  return node?.kind === 'mapping' ? [...node.entries.keys()] : [];
}

function shortened(text: string, shown = SHOWN): string {
  const characters = Array.from(text.slice(0, 2 * shown + 2));
  return characters.length > shown ? `${characters.slice(0, shown).join('')}…` : text;
}
