import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { pathOf } from '../../model/key-path.js';
import type { Entry, Located, ScalarNode } from './located-tree.js';
import { quoted } from './located-tree.js';
import type { Place, Problem } from '../problem.js';
import { DEEPEST, LONGEST, MOST_VALUES } from './yaml-limits.js';

/** Thrown when the tree would be too large to be a scenario; caught in `yaml-text.ts`. */
export class TooMuch extends Error {
  readonly what: 'values' | 'depth' | 'length';
  readonly offset: number;

  constructor(what: TooMuch['what'], offset: number) {
    super(what);
    this.what = what;
    this.offset = offset;
  }
}

/** What the tree is made from: the text, and places in it. */
interface Origin {
  readonly text: string;
  readonly place: (offset: number) => Place;
  /** Where values are that were already refused. */
  readonly damaged: readonly number[];
}

type Node = ParsedNode | null | undefined;

/**
 * The values of a parsed text with their places, aliases expanded, and the problems that YAML
 * itself allows but a scenario does not: tags, merge keys, keys twice, keys that are no text.
 *
 * @throws TooMuch
 */
export function locatedTree(
  contents: ParsedNode,
  origin: Origin,
): { tree: Located; problems: readonly Problem[] } {
  const builder = new TreeBuilder(origin);
  return { tree: builder.of(contents, { depth: 0, path: '' }), problems: builder.problems };
}

/** Where the builder is: how deep, and under which keys. */
interface Level {
  readonly depth: number;
  readonly path: string;
}

class TreeBuilder {
  readonly problems: Problem[] = [];
  readonly #origin: Origin;
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #values = 0;
  /** UTF-16 units of all keys and values so far. */
  #length = 0;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  of(node: Node, level: Level, missingAt = 0): Located {
    const offset = node?.range[0] ?? missingAt;
    if (level.depth > DEEPEST) throw new TooMuch('depth', offset);
    if (++this.#values > MOST_VALUES) throw new TooMuch('values', offset);
    const place = this.#origin.place(offset);
    if (node === null || node === undefined) return emptyAt(place);
    if (isAlias(node)) return this.#expanded(node, level);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (node.tag !== undefined) {
      return this.#refused(offset, level.path, {
        expected: 'a value without a YAML tag',
        got: quoted(node.tag.replace(/^tag:yaml\.org,2002:/, '!!')),
        fix: 'remove the tag',
      });
    }
    if (isScalar(node)) {
      const scalar = scalarOf(node, place, this.#origin.text);
      this.#count(scalar.text, offset);
      return this.#isDamaged(node) ? { kind: 'broken', place } : scalar;
    }
    this.#open.add(node);
    const located: Located = isMap(node)
      ? { kind: 'mapping', place, entries: this.#entries(node, level), extends: null }
      : { kind: 'list', place, items: this.#items(node.items, level, offset) };
    this.#open.delete(node);
    return located;
  }

  #isDamaged({ range: [from, to] }: Scalar.Parsed): boolean {
    return this.#origin.damaged.some((offset) => offset >= from && offset <= to);
  }

  /** An alias costs its writer a few letters, however long the text that it stands for. */
  #count(text: string, offset: number): void {
    this.#length += text.length;
    if (this.#length > LONGEST) throw new TooMuch('length', offset);
  }

  #items(items: readonly unknown[], level: Level, offset: number): readonly Located[] {
    return items.map((item, index) => {
      const inner = { depth: level.depth + 1, path: `${level.path}[${index}]` };
      // In a list, "a: 1" between commas is a mapping of one key that YAML keeps as a pair.
      if (isPair(item)) {
        return this.#refused(offset, inner.path, {
          expected: 'a value',
          got: 'a "key: value" without braces',
          fix: 'write { key: value }',
        });
      }
      return this.of(item as Node, inner, offset);
    });
  }

  #entries(map: YAMLMap.Parsed, level: Level): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const pair of map.items) {
      const offset = pair.key?.range[0] ?? map.range[0];
      const key = this.#key(pair.key, offset, level.path);
      const path = key === undefined ? level.path : pathTo(level.path, key);
      const after = pair.key?.range[1] ?? offset;
      const value = this.of(pair.value, { depth: level.depth + 1, path }, after);
      if (key === undefined) continue;
      this.#count(key, offset);
      const first = entries.get(key);
      if (first === undefined) entries.set(key, { key: this.#origin.place(offset), value });
      else {
        this.#refused(offset, path, {
          expected: 'each key once',
          got: `${quoted(key)} again, first on line ${first.key.line}`,
          fix: 'remove one of the two',
        });
      }
    }
    return entries;
  }

  #key(node: Node, offset: number, path: string): string | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== 'string') {
      const text = isScalar(node) ? (node.source ?? '') : '';
      const digits = /^\d+$/.test(text);
      const words = digits ? 'begin it with a letter' : `write ${quoted(text)} in quotes`;
      const fix = text === '' ? {} : { fix: words };
      const got = text === '' ? 'something else' : text;
      this.#refused(offset, path, { expected: 'a key that is a text', got, ...fix });
      return undefined;
    }
    if (value !== '<<') return value;
    this.#refused(offset, path, {
      expected: 'a key',
      got: 'the YAML merge key "<<"',
      fix: 'write "use: <entry>" to extend an entry of the catalogue',
    });
    return undefined;
  }

  #expanded(alias: Alias.Parsed, level: Level): Located {
    const target = this.#anchors.get(alias.source);
    const offset = alias.range[0];
    if (target === undefined) {
      return this.#refused(offset, level.path, {
        expected: 'an alias of an anchor further up',
        got: quoted(`*${alias.source}`),
      });
    }
    if (isCollection(target) && this.#open.has(target)) {
      return this.#refused(offset, level.path, {
        expected: 'an alias of an anchor that is complete',
        got: `${quoted(`*${alias.source}`)} inside itself`,
      });
    }
    return this.of(target, level);
  }

  #refused(offset: number, path: string, what: Pick<Problem, 'expected' | 'got' | 'fix'>): Located {
    const place = this.#origin.place(offset);
    this.problems.push({ ...place, path, ...what });
    return { kind: 'broken', place };
  }
}

/** Longest key that anything can be named by; a longer one is only ever shown. */
const LONGEST_KEY = 100;

/** The path of a key below another path: with a dot, in quotes when it could be misread. */
export function pathTo(path: string, key: string): string {
  const name = key.length > LONGEST_KEY ? quoted(key) : pathOf(key);
  return path === '' ? name : `${path}.${name}`;
}

function scalarOf(node: Scalar.Parsed, place: Place, text: string): ScalarNode {
  const { value } = node;
  if (typeof value === 'string') {
    const written = text.slice(node.range[0], node.range[1]);
    const inset = [0, 1].find(
      (columns) => written.slice(columns, written.length - columns) === value,
    );
    return { kind: 'scalar', place, value, text: value, ...(inset !== undefined && { inset }) };
  }
  if (value === null || value === undefined) return emptyAt(place);
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', place, value, text: node.source ?? String(value) };
  }
  return { kind: 'scalar', place, value: node.source, text: node.source };
}

function emptyAt(place: Place): ScalarNode {
  return { kind: 'scalar', place, value: null, text: '' };
}
