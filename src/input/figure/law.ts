import type { Dimension } from '../../base/quantity.js';
import type { Distribution } from '../../random/distribution.js';
import { empirical } from '../../random/empirical.js';
import { exponential } from '../../random/exponential.js';
import { lognormalFromMean, lognormalFromQuantiles } from '../../random/lognormal.js';
import { point } from '../../random/point.js';
import { uniform } from '../../random/uniform.js';
import { weibull } from '../../random/weibull.js';
import { LAWS, type LawName } from './law-names.js';
import { written } from '../yaml/located-tree.js';
import { quantityAt } from './quantity-at.js';
import { type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { allOf, itemsOf, listed, mapping, optional, required } from '../form/shape.js';
import { pathTo } from '../yaml/yaml-tree.js';

/** A law with the values that it can give. */
export interface Bounded {
  readonly law: Distribution;
  readonly low: number;
  readonly high: number;
  /** Whether values come near `low` without reaching it. */
  readonly open: boolean;
}

/** A law under its name, such as `{ lognormal: { p50: 12 min, p95: 45 min } }`. */
export function lawAt(spot: Spot, dimension: Dimension, reading: Reading): Bounded | undefined {
  const { node } = spot;
  if (node.kind !== 'mapping') return undefined;
  const [[name, entry] = [], ...others] = node.entries;
  if (entry === undefined || others.length > 0 || !isLaw(name)) {
    return refuse(spot, reading, { expected: `one law: ${listed(LAWS, 'or')}` });
  }
  const inner = { node: entry.value, path: pathTo(spot.path, name) };
  const quantity: Reader<number> = (part, into) => quantityAt(part, dimension, into);
  return READERS[name](quantity)(inner, reading);
}

/** Whether a key names a law. */
export function isLaw(key: string | undefined): key is LawName {
  return (LAWS as readonly (string | undefined)[]).includes(key);
}

const READERS: Record<LawName, (quantity: Reader<number>) => Reader<Bounded>> = {
  point: (quantity) => (spot, reading) => {
    const value = quantity(spot, reading);
    return value === undefined ? undefined : known(value);
  },
  lognormal: (quantity) => (spot, reading) => {
    const shape = {
      p50: required(quantity, 'p50: …'),
      p95: optional(quantity, null),
      mean: optional(quantity, null),
    };
    const read = mapping(shape)(spot, reading);
    return read && lognormalAt(spot, read, reading);
  },
  exponential: (quantity) => (spot, reading) => {
    const read = mapping({ mean: required(quantity, 'mean: …') })(spot, reading);
    if (read === undefined) return undefined;
    if (!(read.mean > 0)) return refuse(spot, reading, { expected: 'a mean above 0' });
    return tailed(exponential(read.mean), spot, reading);
  },
  weibull: (quantity) => (spot, reading) => {
    const count: Reader<number> = (part, into) => quantityAt(part, 'count', into);
    const shape = { shape: required(count, 'shape: 2'), scale: required(quantity, 'scale: …') };
    const read = mapping(shape)(spot, reading);
    if (read === undefined) return undefined;
    if (!(read.shape >= 0.1 && read.shape <= 100 && read.scale > 0)) {
      return refuse(spot, reading, {
        expected: 'a shape from 0.1 to 100 and a scale above 0',
        got: written(spot.node),
      });
    }
    return tailed(weibull(read), spot, reading);
  },
  uniform: (quantity) => (spot, reading) => {
    const expected = 'a list of two values, the smaller first';
    if (spot.node.kind === 'list' && spot.node.items.length !== 2) {
      return refuse(spot, reading, { expected });
    }
    const [low, high] = valuesAt(spot, quantity, reading) ?? [];
    if (low === undefined || high === undefined) return undefined;
    if (!(low < high)) return refuse(spot, reading, { expected, got: written(spot.node) });
    return { law: uniform({ low, high }), low, high, open: false };
  },
  empirical: (quantity) => (spot, reading) => {
    const values = valuesAt(spot, quantity, reading);
    if (values === undefined) return undefined;
    const [low, high] = [values.reduce(lesser), values.reduce(greater)];
    return { law: empirical(values), low, high, open: false };
  },
};

const lesser = (a: number, b: number) => Math.min(a, b);
const greater = (a: number, b: number) => Math.max(a, b);

/** A value known for sure. */
export function known(value: number): Bounded {
  return { law: point(value), low: value, high: value, open: false };
}

/** A law of positive values without an upper end, if its mean and spread are finite. */
export function tailed(law: Distribution, spot: Spot, reading: Reading): Bounded | undefined {
  if (law.mean > 0 && law.mean < Infinity && law.sd < Infinity) {
    return { law, low: 0, high: Infinity, open: true };
  }
  return refuse(spot, reading, { expected: 'a law with a finite mean and spread' });
}

/** Ends that differ by less are one value, and by more no law of anything real. */
const [LEAST_RATIO, MOST_RATIO] = [1 + 1e-9, 1e15];

/** Whether a lognormal can have these two ends, both above 0 and the first the smaller. */
export function parted(low: number, high: number): boolean {
  const ratio = high / low;
  return low > 0 && ratio >= LEAST_RATIO && ratio <= MOST_RATIO;
}

function lognormalAt(
  spot: Spot,
  read: { p50: number; p95: number | null; mean: number | null },
  reading: Reading,
): Bounded | undefined {
  const { p50, p95, mean } = read;
  if ((p95 === null) === (mean === null)) {
    return refuse(spot, reading, {
      expected: 'p50 and one of p95 and mean',
      got: p95 === null ? 'only p50' : 'both p95 and mean',
    });
  }
  const upper = p95 ?? mean!;
  if (!parted(p50, upper)) {
    const name = p95 === null ? 'mean' : 'p95';
    return refuse(spot, reading, {
      expected: `a p50 above 0 and a ${name} above the p50, at most 1e15 times it`,
      got: written(spot.node),
    });
  }
  const law =
    p95 === null
      ? lognormalFromMean({ p50, mean: upper })
      : lognormalFromQuantiles({ p50, p95: upper });
  return tailed(law, spot, reading);
}

function valuesAt(spot: Spot, quantity: Reader<number>, reading: Reading) {
  if (spot.node.kind !== 'list' || spot.node.items.length === 0) {
    return refuse(spot, reading, { expected: 'a list of values' });
  }
  return allOf(itemsOf(spot).map((item) => quantity(item, reading)));
}
