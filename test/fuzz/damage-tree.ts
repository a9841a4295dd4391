import type { Luck } from './luck.js';
import { hostileText, oddValue } from './oddities.js';

type Tree = unknown[] | Record<string, unknown>;
type Holder = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** A value of a tree, as the part that holds it and its key there. */
interface Spot {
  readonly holder: Holder;
  readonly key: string;
}

/** Every place of a tree; what stands in two places is entered once. */
function spotsOf(tree: Tree, entered = new Set<Tree>()): Spot[] {
  if (entered.has(tree)) return [];
  entered.add(tree);
  return Object.entries(tree).flatMap(([key, value]) => [
    { holder: tree as Holder, key },
    ...(isTree(value) ? spotsOf(value, entered) : []),
  ]);
}

/** Sets a key, even one such as `__proto__`, as a parser would; a list has no keys but its own. */
function put(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder) && !/^\d+$/.test(key)) {
    holder.push(value);
    return;
  }
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

type Damage = (spot: Spot, luck: Luck, all: readonly Spot[]) => void;

const DAMAGES: Readonly<Record<string, Damage>> = {
  replace: ({ holder, key }, luck) => {
    put(holder, key, oddValue(luck));
  },
  drop: ({ holder, key }) => {
    Reflect.deleteProperty(holder, key);
  },
  rename: ({ holder, key }, luck) => {
    const name = luck.chance(0.5) ? hostileText(luck) : misspelt(key, luck);
    put(holder, name, holder[key]);
    if (name !== key) Reflect.deleteProperty(holder, key);
  },
  swap: ({ holder, key }, luck, all) => {
    const other = luck.pick(all);
    const [one, two] = [holder[key], other.holder[other.key]];
    put(holder, key, two);
    put(other.holder, other.key, one);
  },
  /** The same part in two places is written as an anchor and an alias of it. */
  alias: ({ holder, key }, luck, all) => {
    const other = luck.pick(all);
    put(other.holder, other.key, holder[key]);
  },
  copy: ({ holder, key }, luck) => {
    const name = luck.chance(0.3) ? '<<' : hostileText(luck);
    if (Array.isArray(holder)) holder.push(holder[Number(key)]);
    else put(holder, name, holder[key]);
  },
  wrap: ({ holder, key }, luck) => {
    let value = holder[key];
    const [depth, list] = [luck.pick([1, 1, 2, 40, 60]), luck.chance(0.5)];
    for (let level = 0; level < depth; level++) value = list ? [value] : { a: value };
    put(holder, key, value);
  },
  empty: ({ holder, key }, luck) => {
    put(holder, key, luck.pick<unknown>([null, {}, [], '']));
  },
  text: ({ holder, key }, luck) => {
    put(holder, key, hostileText(luck));
  },
  number: ({ holder, key }, luck) => {
    const value = holder[key];
    if (typeof value !== 'string') return;
    const other = luck.pick(['0', '-1', '1e30', '1e-30', '1e9', '.nan', '.inf', '99999']);
    put(holder, key, value.replace(/[\d.]+/, other));
  },
};

function misspelt(word: string, luck: Luck): string {
  const at = luck.below(word.length + 1);
  return luck.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + luck.pick(['x', ' ', 'é']) + word.slice(at),
    word.toUpperCase(),
  ]);
}

/** Does so many kinds of damage to a tree, in place. */
export function damageTree(tree: Record<string, unknown>, luck: Luck, times: number): void {
  for (let time = 0; time < times; time++) {
    const spots = spotsOf(tree);
    if (spots.length === 0) return;
    DAMAGES[luck.pick(Object.keys(DAMAGES))]!(luck.pick(spots), luck, spots);
  }
}
