import type { Entry, Located, MappingNode } from './yaml/located-tree.js';
import { LAWS } from './figure/law-names.js';

/** Keys that make a mapping a figure: it is one value, and is replaced as one. */
const FIGURE = new Set<string>(['value', 'each', 'once', ...LAWS]);

/** Keys of which the upper mapping's replaces those of the lower: they say the same in other ways. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['rate', 'gap', 'strikes'],
  ['outage', 'destroys'],
  ['corrupts', 'encrypts', 'deletes'],
  ['primary', 'sites'],
  ['takes', 'moves'],
  ['at', 'from'],
  ['at', 'to'],
  ['at', 'slices'],
];

/**
 * What results when a scenario's value is laid over a preset's: mappings merge key by key, everything
 * else replaces what lies below. A list over a mapping of backups or standbys extends it item by item.
 */
export function over(lower: Located, upper: Located): Located {
  if (lower.kind !== 'mapping' || upper.kind !== 'mapping') return upper;
  // What is missing is asked for where the scenario left it out.
  if (upper.entries.size === 0) return { ...lower, place: upper.place };
  if (isFigure(lower) || isFigure(upper)) return upper;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of lower.entries) {
    if (!replaced(key, upper)) entries.set(key, entry);
  }
  for (const [key, entry] of upper.entries) {
    const below = belowOf(key, lower);
    entries.set(key, below === undefined ? entry : { ...entry, value: onto(below, entry.value) });
    if (key === 'standbys') entries.delete('standby');
  }
  return { ...upper, entries, extends: upper.extends ?? lower.extends };
}

function onto(below: Located, value: Located): Located {
  if (value.kind !== 'list' || below.kind !== 'mapping') return over(below, value);
  return { ...value, items: value.items.map((item) => over(below, item)) };
}

/** What lies under a key; the one standby of a preset lies under each of several. */
function belowOf(key: string, lower: MappingNode): Located | undefined {
  const same =
    lower.entries.get(key) ?? (key === 'standbys' ? lower.entries.get('standby') : undefined);
  return same?.value;
}

function replaced(key: string, upper: MappingNode): boolean {
  return ALTERNATIVES.some(
    (keys) => keys.includes(key) && keys.some((other) => other !== key && upper.entries.has(other)),
  );
}

function isFigure(node: MappingNode): boolean {
  return [...node.entries.keys()].some((key) => FIGURE.has(key));
}
