import { nearest } from '../base/suggest.js';
import { quoted } from './located-tree.js';
import { type Reader, refuse } from './reading.js';
import { listed } from './shape.js';

/** A text that is not blank. */
export const text: Reader<string> = (spot, reading) => {
  const { node } = spot;
  if (node.kind === 'broken') return undefined;
  if (node.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '') {
    return node.value;
  }
  return refuse(spot, reading, { expected: 'a text' });
};

/** `true` or `false`. */
export const flag: Reader<boolean> = (spot, reading) => {
  const { node } = spot;
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
  const word = node.kind === 'scalar' ? node.text.toLowerCase() : '';
  const meant = new Map([
    ['yes', 'true'],
    ['on', 'true'],
    ['no', 'false'],
    ['off', 'false'],
    ['true', 'true'],
    ['false', 'false'],
  ]).get(word);
  const fix = meant === undefined ? undefined : `write ${meant} without quotes`;
  return refuse(spot, reading, { expected: 'true or false', fix });
};

/** A whole number within limits. */
export function integer(limits: { least: number; most: number }): Reader<number> {
  const { least, most } = limits;
  return (spot, reading) => {
    const { node } = spot;
    const value = node.kind === 'scalar' ? node.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
      return value;
    }
    return refuse(spot, reading, { expected: `a whole number from ${least} to ${most}` });
  };
}

/** One of a few words. */
export function oneOf<W extends string>(words: readonly W[]): Reader<W> {
  return reference(words, `one of ${listed(words, 'or')}`) as Reader<W>;
}

/**
 * The name of something that exists.
 *
 * @param names those that exist
 * @param expected such as `the name of a site: virginia or ohio`
 */
export function reference(names: readonly string[], expected: string): Reader<string> {
  const known = new Set(names);
  return (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'broken') return undefined;
    const name = node.kind === 'scalar' && node.value !== null ? node.text : undefined;
    if (name !== undefined && known.has(name)) return name;
    const near = name === undefined ? undefined : nearest(name, names);
    const fix = near === undefined ? undefined : `write ${quoted(near)}`;
    return refuse(spot, reading, { expected, fix });
  };
}

/** The name of something of a kind, with the names that there are. */
export function nameOf(kind: string, names: readonly string[]): Reader<string> {
  const some = names.length === 0 ? 'there is none' : listed(names, 'or');
  return reference(names, `the name of a ${kind}: ${some}`);
}
