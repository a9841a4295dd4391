import { type Dimension, splitInterval } from '../../base/quantity.js';
import { nearest } from '../../base/suggest.js';
import { empirical } from '../../random/empirical.js';
import { exponential } from '../../random/exponential.js';
import { mixture } from '../../random/mixture.js';
import { pert } from '../../random/pert.js';
import { triangular } from '../../random/triangular.js';
import { uniform } from '../../random/uniform.js';
import { weibull } from '../../random/weibull.js';
import type { Form } from '../form/form.js';
import { listed } from '../../base/listed.js';
import { checked, itemsOf, listOf, mapping, required, sized } from '../form/shape.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { valueOf, written, writtenShort } from '../yaml/located-tree.js';
import { MOST_VALUES } from '../yaml/yaml-limits.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { between, type Bounded, known, tailed } from './bounded.js';
import { intervalAt } from './interval.js';
import { isLaw, type LawName, LAWS } from './law-names.js';
import { betaAt, gammaAt, logitNormalAt, lognormalAt, normalAt } from './law-parameters.js';
import { quantity } from './quantity-at.js';

/** A law under its name, such as `{ lognormal: { p50: 12 min, p95: 45 min } }`. */
export function lawAt(spot: Spot, dimension: Dimension, reading: Reading): Bounded | undefined {
  const { node } = spot;
  if (node.kind !== 'mapping') return undefined;
  const [[name, entry] = [], ...others] = node.entries;
  if (entry === undefined || others.length > 0 || !isLaw(name)) {
    const near = others.length > 0 || name === undefined ? undefined : nearest(name, LAWS);
    const fix = near && `did you mean "${near}"?`;
    return refuse(spot, reading, { expected: `one law: ${listed(LAWS, 'or')}`, fix });
  }
  const inner = { node: entry.value, path: pathTo(spot.path, name) };
  return LAW_READERS[name](dimension)(inner, reading);
}

/** What stands under the name of each law, for quantities of a dimension. */
export function lawForms(dimension: Dimension): Readonly<Record<string, Form>> {
  return Object.fromEntries(LAWS.map((name) => [name, LAW_READERS[name](dimension).form]));
}

const count = quantity('count');

const LAW_READERS: Record<LawName, (dimension: Dimension) => Reader<Bounded>> = {
  point: (dimension) => checked(quantity(dimension), (value) => known(value)),
  lognormal: lognormalAt,
  exponential: (dimension) =>
    checked(
      mapping({ mean: required(quantity(dimension), 'mean: …', 'Mean.') }),
      ({ mean }, spot, reading) =>
        mean > 0
          ? tailed(exponential(mean), spot, reading)
          : refuse(spot, reading, { expected: 'a mean above 0', got: writtenShort(spot.node) }),
    ),
  weibull: (dimension) =>
    checked(
      mapping({
        shape: required(count, 'shape: 2', 'Below 1 early failures, above 1 wear; 0.1 to 100.'),
        scale: required(quantity(dimension), 'scale: …', 'The 63rd percentile.'),
      }),
      (read, spot, reading) =>
        read.shape >= 0.1 && read.shape <= 100 && read.scale > 0
          ? tailed(weibull(read), spot, reading)
          : refuse(spot, reading, {
              expected: 'a shape from 0.1 to 100 and a scale above 0',
              got: writtenShort(spot.node),
            }),
    ),
  gamma: gammaAt,
  pert: (dimension) => modal(dimension, pert),
  triangular: (dimension) => modal(dimension, triangular),
  uniform: (dimension) =>
    checked(
      sized(listOf('two values', quantity(dimension)), { least: 2, most: 2 }),
      ([low, high, ...more], spot, reading) => {
        const right = low !== undefined && high !== undefined && low < high && more.length === 0;
        if (right) return between(uniform({ low, high }), low, high);
        const expected = 'a list of two values, the smaller first';
        const fix = more.length > 0 ? undefined : endsFix(low, high, spot);
        return refuse(spot, reading, { expected, got: writtenShort(spot.node), fix });
      },
    ),
  beta: betaAt,
  normal: normalAt,
  logitNormal: logitNormalAt,
  empirical: (dimension) =>
    checked(
      sized(listOf('values', quantity(dimension), MOST_VALUES), { least: 1 }),
      (values, spot, reading) => {
        if (values.length === 0) {
          return refuse(spot, reading, {
            expected: 'a list of values',
            fix: 'list what was measured',
          });
        }
        return between(empirical(values), values.reduce(lesser), values.reduce(greater));
      },
    ),
  mixture: mixtureAt,
};

/** What was meant by one value, the same twice, or two in the wrong order. */
function endsFix(low: number | undefined, high: number | undefined, spot: Spot) {
  const [first, second] = itemsOf(spot).map(({ node }) => written(node));
  if (low === undefined) return undefined;
  if (high === undefined || low === high) return `write "${first!}" for a value known for sure`;
  return `write [${second!}, ${first!}]`;
}

const lesser = (a: number, b: number) => Math.min(a, b);
const greater = (a: number, b: number) => Math.max(a, b);

type Modal = typeof pert;

/** A law by its least, most likely and greatest value. */
function modal(dimension: Dimension, law: Modal): Reader<Bounded> {
  const shape = mapping({
    low: required(quantity(dimension), 'low: …', 'Least value.'),
    mode: required(quantity(dimension), 'mode: …', 'Most likely value.'),
    high: required(quantity(dimension), 'high: …', 'Greatest value.'),
  });
  return checked(shape, (read, spot, reading) => {
    const { low, mode, high } = read;
    if (low <= mode && mode <= high && low < high) return between(law(read), low, high);
    return refuse(spot, reading, {
      expected: 'low, mode and high in rising order, low below high',
      got: writtenShort(spot.node),
      fix: modalFix(read, spot),
    });
  });
}

/** The same three values in rising order; one value where all are the same. */
function modalFix(read: Readonly<Record<'low' | 'mode' | 'high', number>>, spot: Spot): string {
  const [low, mode, high] = (['low', 'mode', 'high'] as const)
    .toSorted((a, b) => read[a] - read[b])
    .map((key) => {
      const value = valueOf(spot.node, key);
      return value === undefined ? '…' : written(value);
    });
  if (read.low === read.high && read.low === read.mode) {
    return `write "${low!}" for a value known for sure`;
  }
  return `write { low: ${low!}, mode: ${mode!}, high: ${high!} }`;
}

/** One law or the other, each with its weight. */
function mixtureAt(dimension: Dimension): Reader<Bounded> {
  const part = mapping({
    weight: required(count, 'weight: 0.8', 'How often it is this one, against the other weights.'),
    of: required(valueOrLaw(dimension), 'of: …', 'A value or a law.'),
  });
  return checked(sized(listOf('laws with weights', part), { least: 2 }), (parts, spot, reading) => {
    if (parts.length < 2) {
      const got = parts.length === 0 ? 'none' : 'one';
      const fix = parts.length === 0 ? undefined : 'write a single law without "mixture"';
      return refuse(spot, reading, { expected: 'at least two laws with weights', got, fix });
    }
    const light = parts.findIndex(({ weight }) => !(weight > 0 && weight <= 1e9));
    if (light >= 0) {
      const item = itemsOf(spot)[light]!;
      const path = pathTo(item.path, 'weight');
      return refuse({ node: valueOf(item.node, 'weight') ?? item.node, path }, reading, {
        expected: 'a weight above 0, at most 1e9',
        fix: 'leave out what never is',
      });
    }
    const laws = parts.map(({ weight, of }) => ({ weight, law: of.law }));
    const low = parts.map(({ of }) => of.low).reduce(lesser);
    const high = parts.map(({ of }) => of.high).reduce(greater);
    const open = parts.every(({ of }) => of.low > low || of.open);
    return { law: mixture(laws), low, high, open };
  });
}

function valueOrLaw(dimension: Dimension): Reader<Bounded> {
  const value = quantity(dimension);
  const form: Form = { kind: 'either', of: [value.form, { kind: 'law', dimension }] };
  return reader(form, (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'mapping') return lawAt(spot, dimension, reading);
    const ends = node.kind === 'scalar' ? splitInterval(node.text) : undefined;
    if (ends !== undefined) return intervalAt({ ...spot, ends }, dimension, reading);
    const read = value(spot, reading);
    return read === undefined ? undefined : known(read);
  });
}
