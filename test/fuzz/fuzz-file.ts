import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { SHIPPED } from '../running.js';
import { damageBytes, damageText } from './damage-text.js';
import { damageTree } from './damage-tree.js';
import { hugeText } from './huge-text.js';
import { Luck } from './luck.js';
import { scenarioTree } from './scenario-tree.js';

/** How a file was made. */
export type Kind = 'made' | 'tree' | 'text' | 'bytes' | 'huge';

/** A file to be checked. */
export interface FuzzFile {
  readonly kind: Kind;
  readonly bytes: Buffer;
  /** The scenario as it was made; null for what is damaged. */
  readonly tree: Tree | null;
}

type Tree = Record<string, unknown>;

const TEXTS = SHIPPED.map((file) => readFileSync(join('scenarios', file), 'utf8'));

/** File number k of a seed, always the same. */
export function fuzzFile(seed: string, number: number): FuzzFile {
  const luck = new Luck(seed, number);
  const kind = kindOf(luck.unit());
  if (kind === 'huge') return { kind, bytes: Buffer.from(hugeText(luck)), tree: null };
  if (kind === 'made') {
    const tree = scenarioTree(luck);
    return { kind, bytes: Buffer.from(textOf(tree, luck)), tree };
  }
  if (kind === 'tree') {
    const tree = luck.chance(0.5) ? scenarioTree(luck) : (parse(luck.pick(TEXTS)) as Tree);
    damageTree(tree, luck, 1 + luck.below(4));
    return { kind, bytes: Buffer.from(textOf(tree, luck)), tree: null };
  }
  const text = luck.chance(0.3) ? textOf(scenarioTree(luck), luck) : luck.pick(TEXTS);
  const bytes =
    kind === 'text'
      ? Buffer.from(damageText(text, luck, luck.pick(TEXTS)))
      : damageBytes(Buffer.from(text), luck);
  return { kind, bytes, tree: null };
}

function kindOf(unit: number): Kind {
  if (unit < 0.4) return 'made';
  if (unit < 0.68) return 'tree';
  if (unit < 0.85) return 'text';
  return unit < 0.997 ? 'bytes' : 'huge';
}

/** A tree as somebody may write it: in blocks or in one line, with quotes of either kind or none. */
function textOf(tree: Tree, luck: Luck): string {
  return stringify(tree, {
    collectionStyle: luck.pick(['any', 'any', 'block', 'flow']),
    lineWidth: luck.pick([0, 40, 80]),
    indent: luck.pick([1, 2, 4]),
    defaultStringType: luck.pick([
      'PLAIN',
      'PLAIN',
      'QUOTE_DOUBLE',
      'QUOTE_SINGLE',
      'BLOCK_FOLDED',
    ]),
    defaultKeyType: 'PLAIN',
    singleQuote: luck.chance(0.5),
  });
}
