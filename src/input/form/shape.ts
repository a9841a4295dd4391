import { z } from 'zod';
import { listed } from '../../base/listed.js';
import { nearest } from '../../base/suggest.js';
import { type Located, quoted } from '../yaml/located-tree.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import type { Form } from './form.js';
import { pathTo } from '../yaml/yaml-tree.js';

// Generates no code: a strict content security policy forbids it, and it would not pay here.
z.config({ jitless: true });

/** How a key of a mapping is read, what it means, and what stands for it when it is missing. */
export interface Field<T> {
  readonly read: Reader<T>;
  readonly about: string;
  /** What holds without it, in words; null for a key that must be there. */
  readonly usual: string | null;
  readonly missing:
    { readonly kind: 'value'; readonly value: T } | { readonly kind: 'refused'; example: string };
}

type Shape = Readonly<Record<string, Field<unknown>>>;
type Read<S extends Shape> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never };

/**
 * A key that must be there.
 *
 * @param example a line that would do, such as `size: 1 TB`
 * @param about what it means, for the reference
 */
export function required<T>(read: Reader<T>, example: string, about: string): Field<T> {
  return { read, about, usual: null, missing: { kind: 'refused', example } };
}

/**
 * A key that may be left out.
 *
 * @param value what it is then
 * @param about what it means, for the reference
 * @param usual what it is then, in words
 */
export function optional<T, A>(
  read: Reader<T>,
  value: A,
  { about, usual = usually(value) }: { about: string; usual?: string },
): Field<T | A> {
  return { read, about, usual, missing: { kind: 'value', value } };
}

function usually(value: unknown): string {
  const said = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return said ? String(value) : 'none';
}

/** Words for people, allowed in every mapping. */
export const REMARKS: ReadonlySet<string> = new Set(['title', 'about', 'note']);

/** A mapping of exactly these keys; each key too many, missing or wrong is one problem. */
export function mapping<S extends Shape>(shape: S): Reader<Read<S>> {
  const known = Object.keys(shape);
  const fix = fewestKeys(shape);
  // Most shapes are made for a scenario that has nothing of them.
  let keys: z.ZodType | undefined;
  return reader(formOf(shape), (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'broken') return undefined;
    if (node.kind !== 'mapping') {
      return refuse(spot, reading, { expected: `a mapping with ${listed(known)}`, fix });
    }
    const values = [...node.entries].filter(([key]) => !REMARKS.has(key));
    keys ??= z.strictObject(keysOfShape(shape));
    const given = keys.safeParse(
      Object.fromEntries(values.map(([key, { value }]) => [key, value])),
    );
    let complete = given.success;
    const issues = given.error?.issues ?? [];
    const found = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
    refuseKeys(spot, reading, { found, known });
    for (const issue of issues) {
      const key = String(issue.path[0]);
      // A key misspelt is said once, not also as missing.
      const misspelt = found.some((word) => nearest(word, known) === key);
      if (issue.code !== 'unrecognized_keys' && !misspelt) {
        refuseMissing(spot, reading, { key, shape });
      }
    }
    const read: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(shape)) {
      const value = node.entries.get(key)?.value;
      if (value === undefined) {
        read[key] = field.missing.kind === 'value' ? field.missing.value : undefined;
        continue;
      }
      read[key] = field.read({ node: value, path: pathTo(spot.path, key) }, reading);
      complete &&= read[key] !== undefined;
    }
    return complete ? (read as Read<S>) : undefined;
  });
}

/** A mapping of more keys that must be there is no line that one writes from a message. */
const MOST_WRITTEN = 3;

/** The shortest mapping that would do, for the fix; undefined where it is not short. */
function fewestKeys(shape: Shape): string | undefined {
  const due = Object.values(shape).flatMap(({ missing }) =>
    missing.kind === 'refused' ? [missing.example] : [],
  );
  if (due.length === 0 || due.length > MOST_WRITTEN) return undefined;
  return `write { ${due.join(', ')} }`;
}

function formOf(shape: Shape): Form {
  const keys = Object.entries(shape).map(([key, { read, about, usual, missing }]) => {
    const example = missing.kind === 'refused' ? missing.example : null;
    return [key, { form: read.form, about, usual, example }] as const;
  });
  return { kind: 'mapping', keys: Object.fromEntries(keys), entries: null, beneath: null };
}

/** What zod has to see to: which keys there are, and which must be. Values are read by readers. */
function keysOfShape(shape: Shape): Record<string, z.ZodType> {
  const there = z.custom<Located>((value) => value !== undefined);
  return Object.fromEntries(
    Object.entries(shape).map(([key, { missing }]) => [
      key,
      missing.kind === 'value' ? there.optional() : there,
    ]),
  );
}

function refuseMissing(
  spot: Spot,
  reading: Reading,
  { key, shape }: { key: string; shape: Shape },
): void {
  const { missing } = shape[key]!;
  refuse({ node: spot.node, path: pathTo(spot.path, key) }, reading, {
    expected: `a value for "${key}"`,
    got: 'no such key',
    fix: missing.kind === 'refused' ? `add "${missing.example}"` : undefined,
  });
}

function refuseKeys(
  spot: Spot,
  reading: Reading,
  { found, known }: { found: readonly string[]; known: readonly string[] },
): void {
  if (spot.node.kind !== 'mapping') return;
  for (const key of found) {
    const near = nearest(key, known);
    refuse({ node: spot.node, path: pathTo(spot.path, key) }, reading, {
      place: spot.node.entries.get(key)!.key,
      expected: known.length === 1 ? `the key ${known[0]!}` : `one of the keys ${listed(known)}`,
      got: quoted(key),
      fix: near === undefined ? undefined : `did you mean "${near}"?`,
    });
  }
}

/**
 * A name that the user gives: no slash, which parts the names of draws, not only digits, and
 * nothing unseen, by which two names that look the same would differ.
 */
const NAME = z
  .string()
  .regex(/^(?!\d+$)(?!\s)[^/\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}]{1,100}(?<!\s)$/u);
/** Characters that cannot be seen, at least at the end of a line. */
const UNSEEN = /^\s|\s$|[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
/** The same for tables whose keys may be pairs such as `us-east-1/us-east-2`. */
const KEY = z.string().regex(/^(?!\d+$)[^\p{Cc}]{1,100}$/u);

/** Most parts of one kind, unless said otherwise. */
export const MOST_PARTS = 1000;

interface NamedParts {
  readonly what: string;
  readonly each: Form;
  /** Whether names may be pairs such as `us-east-1/us-east-2`. */
  readonly slashes?: boolean;
  /** How many there may be. */
  readonly most?: number;
}

/** A mapping from names that the user gives, each to a part read alike; at least one. */
export function named<T>(
  { what, each, slashes = false, most = MOST_PARTS }: NamedParts,
  read: (name: string, spot: Spot, reading: Reading) => T | undefined,
): Reader<readonly T[]> {
  const allowed = slashes ? KEY : NAME;
  return reader({ kind: 'named', what, each }, (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'broken') return undefined;
    if (node.kind !== 'mapping' || node.entries.size === 0) {
      return refuse(spot, reading, { expected: `a mapping of ${what} by name` });
    }
    const count = node.entries.size;
    if (count > most) return refuseTooMany(what, { spot, count, most }, reading);
    const parts = [...node.entries].map(([name, { key, value }]) => {
      const path = pathTo(spot.path, name);
      const part = read(name, { node: value, path }, reading);
      if (allowed.safeParse(name).success) return part;
      return refuse({ node, path }, reading, {
        place: key,
        expected: 'a name of 1 to 100 characters without "/", not only digits',
        got: quoted(name),
        fix: UNSEEN.test(name) ? 'leave out spaces around it and what cannot be seen' : undefined,
      });
    });
    return allOf(parts);
  });
}

/** A list of parts read alike; may be empty. @param most how many there may be */
export function listOf<T>(what: string, read: Reader<T>, most = MOST_PARTS): Reader<readonly T[]> {
  return reader({ kind: 'list', what, each: read.form }, (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'broken') return undefined;
    if (node.kind !== 'list') return refuseUnlisted(what, spot, reading);
    const count = node.items.length;
    if (count > most) return refuseTooMany(what, { spot, count, most }, reading);
    return allOf(itemsOf(spot).map((item) => read(item, reading)));
  });
}

/** The same list, of which so many items make sense; who reads it refuses any other number. */
export function sized<T>(
  list: Reader<readonly T[]>,
  size: { readonly least?: number; readonly most?: number },
): Reader<readonly T[]> {
  const { form } = list;
  return reader(form.kind === 'list' ? { ...form, ...size } : form, list);
}

/** Refuses more parts than any plan has: each would be held against each other one. */
export function refuseTooMany(
  what: string,
  { spot, count, most = MOST_PARTS }: { spot: Spot; count: number; most?: number },
  reading: Reading,
): undefined {
  return refuse(spot, reading, { expected: `at most ${most} ${what}`, got: `${count}` });
}

/** Refuses what is no list; what may well be the one item of it is told how to become it. */
export function refuseUnlisted(what: string, spot: Spot, reading: Reading): undefined {
  const nothing = spot.node.kind === 'scalar' && spot.node.value === null;
  const fix = nothing ? undefined : 'begin each of them with "- ", or put them in [ ]';
  return refuse(spot, reading, { expected: `a list of ${what}`, fix });
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
  return reader(read.form, (spot, reading) => {
    const value = read(spot, reading);
    return value === undefined ? undefined : check(value, spot, reading);
  });
}

/** One part, or a list of them. */
export function oneOrMore<T>(
  what: string,
  read: Reader<T>,
  most = MOST_PARTS,
): Reader<readonly T[]> {
  const several = listOf(what, read, most);
  return reader({ kind: 'either', of: [read.form, several.form] }, (spot, reading) => {
    if (spot.node.kind === 'list') return several(spot, reading);
    const one = read(spot, reading);
    return one === undefined ? undefined : [one];
  });
}

/** Number of the first word that stands there already; -1 where each is there once. */
export function firstTwin(words: readonly unknown[]): number {
  return words.findIndex((word, number) => words.indexOf(word) < number);
}

/** All parts, if every one could be read. */
export function allOf<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  const read = parts.filter((part) => part !== undefined);
  return read.length === parts.length ? read : undefined;
}
