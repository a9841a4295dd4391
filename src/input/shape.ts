import { nearest } from '../base/suggest.js';
import { type Located, quoted } from './located-tree.js';
import { type Reader, type Reading, refuse, type Spot } from './reading.js';
import { pathTo } from './yaml-tree.js';

/** How a key of a mapping is read, and what stands for it when it is missing. */
export interface Field<T> {
  readonly read: Reader<T>;
  readonly missing:
    { readonly kind: 'value'; readonly value: T } | { readonly kind: 'refused'; example: string };
}

type Shape = Readonly<Record<string, Field<unknown>>>;
type Read<S extends Shape> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never };

/** A key that must be there. @param example a line that would do, such as `size: 1 TB` */
export function required<T>(read: Reader<T>, example: string): Field<T> {
  return { read, missing: { kind: 'refused', example } };
}

/** A key that may be left out. @param value what it is then */
export function optional<T, A>(read: Reader<T>, value: A): Field<T | A> {
  return { read, missing: { kind: 'value', value } };
}

/** Words for people, allowed in every mapping. */
const REMARKS = ['title', 'about', 'note'];

/** A mapping of exactly these keys; each key too many, missing or wrong is one problem. */
export function mapping<S extends Shape>(shape: S): Reader<Read<S>> {
  const known = Object.keys(shape);
  return (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'broken') return undefined;
    if (node.kind !== 'mapping') {
      return refuse(spot, reading, { expected: `a mapping with ${listed(known)}` });
    }
    let complete = refuseUnknown(spot, reading, known);
    const read: Record<string, unknown> = {};
    for (const key of known) {
      const field = shape[key]!;
      const value = node.entries.get(key)?.value;
      const result =
        value === undefined
          ? absent(field, { spot, key }, reading)
          : field.read({ node: value, path: pathTo(spot.path, key) }, reading);
      if (result === undefined) complete = false;
      read[key] = result;
    }
    return complete ? (read as Read<S>) : undefined;
  };
}

function absent<T>(field: Field<T>, at: { spot: Spot; key: string }, reading: Reading) {
  if (field.missing.kind === 'value') return field.missing.value;
  const { spot, key } = at;
  return refuse({ node: spot.node, path: pathTo(spot.path, key) }, reading, {
    expected: `a value for "${key}"`,
    got: 'no such key',
    fix: `add "${field.missing.example}"`,
  });
}

function refuseUnknown(spot: Spot, reading: Reading, known: readonly string[]): boolean {
  if (spot.node.kind !== 'mapping') return true;
  let none = true;
  for (const [key, entry] of spot.node.entries) {
    if (known.includes(key) || REMARKS.includes(key)) continue;
    none = false;
    const near = nearest(key, known);
    const path = pathTo(spot.path, key);
    refuse({ node: spot.node, path }, reading, {
      place: entry.key,
      expected: `one of the keys ${listed(known)}`,
      got: quoted(key),
      fix: near === undefined ? undefined : `write "${near}"`,
    });
  }
  return none;
}

/** A mapping from names that the user gives, each to a part read alike; at least one. */
export function named<T>(
  what: string,
  read: (name: string, spot: Spot, reading: Reading) => T | undefined,
): Reader<readonly T[]> {
  return (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'broken') return undefined;
    if (node.kind !== 'mapping' || node.entries.size === 0) {
      return refuse(spot, reading, { expected: `a mapping of ${what} by name` });
    }
    const parts = [...node.entries].map(([name, { value }]) =>
      read(name, { node: value, path: pathTo(spot.path, name) }, reading),
    );
    return allOf(parts);
  };
}

/** A list of parts read alike; may be empty. */
export function listOf<T>(what: string, read: Reader<T>): Reader<readonly T[]> {
  return (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'broken') return undefined;
    if (node.kind !== 'list') return refuse(spot, reading, { expected: `a list of ${what}` });
    return allOf(itemsOf(spot).map((item) => read(item, reading)));
  };
}

/** The items of a list with their paths; the spot itself when it is no list. */
export function itemsOf(spot: Spot): readonly Spot[] {
  const { node, path } = spot;
  if (node.kind !== 'list') return [spot];
  return node.items.map((item: Located, index) => ({ node: item, path: `${path}[${index}]` }));
}

/** Reads with one reader, then with a check that may refuse what only together makes no sense. */
export function checked<T, U>(
  read: Reader<T>,
  check: (value: T, spot: Spot, reading: Reading) => U | undefined,
): Reader<U> {
  return (spot, reading) => {
    const value = read(spot, reading);
    return value === undefined ? undefined : check(value, spot, reading);
  };
}

/** All parts, if every one could be read. */
export function allOf<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  const read = parts.filter((part) => part !== undefined);
  return read.length === parts.length ? read : undefined;
}

/** Words such as `a, b and c`, cut after twenty. */
export function listed(words: readonly string[], conjunction = 'and'): string {
  if (words.length > 20) return `${words.slice(0, 20).join(', ')} and more`;
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
