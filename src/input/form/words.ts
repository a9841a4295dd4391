import { z } from 'zod';
import { nearest } from '../../base/suggest.js';
import { quoted } from '../yaml/located-tree.js';
import { reader, type Reader, refuse } from '../reading.js';
import type { Form } from './form.js';
import { listed } from '../../base/listed.js';

/** A plain value that a schema accepts. @param expected in words, for the problem */
export function plain<T>(schema: z.ZodType<T>, expected: string, form: Form): Reader<T> {
  return reader(form, (spot, reading) => {
    const { node } = spot;
    const read = node.kind === 'scalar' ? schema.safeParse(node.value) : undefined;
    return read?.success ? read.data : refuse(spot, reading, { expected });
  });
}

/** What could garble a terminal; tabs and line ends are harmless. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** A text that is not blank, without control characters. */
export const text: Reader<string> = reader({ kind: 'text' }, (spot, reading) => {
  const { node } = spot;
  const value = node.kind === 'scalar' ? node.value : null;
  if (typeof value === 'string' && CONTROL.test(value)) {
    return refuse(spot, reading, { expected: 'a text without control characters' });
  }
  if (typeof value === 'string' && /\S/.test(value)) return value;
  const other = typeof value === 'number' || typeof value === 'boolean';
  const fix = other && node.kind === 'scalar' ? `write ${quoted(node.text)} in quotes` : undefined;
  const expected = typeof value === 'string' ? 'a text that is not blank' : 'a text';
  return refuse(spot, reading, { expected, fix });
});

/** Words that other files use for a flag; YAML 1.2 takes them for texts. */
const FLAGS = new Map([
  ['yes', 'true'],
  ['on', 'true'],
  ['no', 'false'],
  ['off', 'false'],
  ['true', 'true'],
  ['false', 'false'],
  ['1', 'true'],
  ['0', 'false'],
]);

/** `true` or `false`. */
export const flag: Reader<boolean> = reader({ kind: 'flag' }, (spot, reading) => {
  const { node } = spot;
  const read = node.kind === 'scalar' ? z.boolean().safeParse(node.value) : undefined;
  if (read?.success) return read.data;
  const meant = node.kind === 'scalar' ? FLAGS.get(node.text.toLowerCase()) : undefined;
  const quotes = node.kind === 'scalar' && typeof node.value === 'string' ? ' without quotes' : '';
  const fix = meant === undefined ? undefined : `write ${meant}${quotes}`;
  return refuse(spot, reading, { expected: 'true or false', fix });
});

/** A whole number within limits. */
export function integer({ least, most }: { least: number; most: number }): Reader<number> {
  const words = `a whole number from ${grouped(least)} to ${grouped(most)}`;
  return figures(z.int().min(least).max(most), words, { kind: 'integer', least, most });
}

/** A plain number within limits, such as a latitude. */
export function number({ least, most }: { least: number; most: number }): Reader<number> {
  const words = `a number from ${least} to ${most}`;
  return figures(z.number().min(least).max(most), words, { kind: 'number', least, most });
}

/** A bare number; one in quotes or with a unit is told to be without. */
function figures(schema: z.ZodType<number>, expected: string, form: Form): Reader<number> {
  return reader(form, (spot, reading) => {
    const { node } = spot;
    const value = node.kind === 'scalar' ? node.value : undefined;
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    const bare = typeof value === 'string' ? /^[+-]?\d+(?:\.\d+)?/.exec(value)?.[0] : undefined;
    const right = bare !== undefined && schema.safeParse(Number(bare)).success;
    const what = bare === value ? 'quotes' : 'anything behind it';
    const fix = right ? `write ${bare} without ${what}` : undefined;
    return refuse(spot, reading, { expected, fix });
  });
}

/** Digits in threes from ten thousand on: years stay as they are. */
function grouped(whole: number): string {
  return whole < 10_000 ? String(whole) : String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** One of a few words. */
export function oneOf<const W extends readonly [string, ...string[]]>(words: W): Reader<W[number]> {
  const expected = `one of ${listed(words, 'or')}`;
  const schema = z.enum(words);
  return reader({ kind: 'word', words }, (spot, reading) => {
    const { node } = spot;
    const read = node.kind === 'scalar' ? schema.safeParse(node.value) : undefined;
    if (read?.success) return read.data;
    const near = node.kind === 'scalar' ? nearest(node.text, words) : undefined;
    return refuse(spot, reading, { expected, fix: near && `write ${quoted(near)}` });
  });
}

/**
 * The name of something of a kind, with the names that there are.
 *
 * @param folder of the catalogue whose entries they are; null when the scenario gives them
 */
export function nameOf(
  kind: string,
  names: readonly string[],
  folder: string | null = null,
): Reader<string> {
  const some = names.length === 0 ? 'there is none' : listed(names, 'or');
  const expected = `the name of ${kind === 'account' ? 'an' : 'a'} ${kind}: ${some}`;
  return reader({ kind: 'name', of: kind, folder }, (spot, reading) => {
    const { node } = spot;
    const name = node.kind === 'scalar' && node.value !== null ? node.text : undefined;
    if (name !== undefined && names.includes(name)) return name;
    const near = name === undefined ? undefined : nearest(name, names);
    return refuse(spot, reading, { expected, fix: near && `write ${quoted(near)}` });
  });
}
