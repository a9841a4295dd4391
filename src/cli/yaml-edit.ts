import { isMap, isNode, isScalar, parseDocument, stringify } from 'yaml';
import { invariant } from '../base/invariant.js';

/** Other characters for a stretch of a text, by its offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** A YAML text with another value at a path that it has; all else stays as it was written. */
export function replacedAt(text: string, path: readonly string[], value: unknown): string {
  const node = parseDocument(text).getIn(path, true);
  const range = isNode(node) ? node.range : undefined;
  invariant(range !== undefined && range !== null, () => `no ${path.join('.')} in the text`);
  return edited(text, [{ from: range[0], to: range[1], by: inYaml(value) }]);
}

/** The place just before a key of the outermost mapping of a YAML text, which has it. */
export function startOf(text: string, key: string): Pick<Edit, 'from' | 'to'> {
  const { contents } = parseDocument(text);
  const keys = isMap(contents) ? contents.items.map((pair) => pair.key) : [];
  const from = keys.find((one) => isScalar(one) && one.value === key)?.range?.[0];
  invariant(from !== undefined, () => `no ${key} in the text`);
  return { from, to: from };
}

/** A text with edits that do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((before, { from, to, by }) => before.slice(0, from) + by + before.slice(to), text);
}

/** A text of these characters is plain in any place, unless all of it is a number or another word. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} ./%+_-]*$/u;

/** A value as YAML that can stand anywhere, in quotes wherever it could be read as something else. */
export function inYaml(value: unknown): string {
  const quotes = typeof value === 'string' && !PLAIN.test(value);
  return stringify(value, {
    collectionStyle: 'flow',
    defaultStringType: quotes ? 'QUOTE_DOUBLE' : 'PLAIN',
    lineWidth: 0,
  }).trimEnd();
}
