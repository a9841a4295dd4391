import { type Dimension, splitInterval } from '../../base/quantity.js';
import { nearest } from '../../base/suggest.js';
import type { Assumption } from '../../model/scenario.js';
import type { Uncertain } from '../../model/uncertain.js';
import { lognormalFromInterval } from '../../random/lognormal.js';
import { type Bounded, isLaw, known, lawAt, parted, tailed } from './law.js';
import { LAWS } from './law-names.js';
import { valueOf, written } from '../yaml/located-tree.js';
import { expectedOf, quantityAt } from './quantity-at.js';
import { holds, type Range } from './range.js';
import { type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { listed, mapping, required } from '../form/shape.js';
import { integer, oneOf, text } from '../form/words.js';
import { pathTo } from '../yaml/yaml-tree.js';

/** What a figure measures. */
export interface Measure {
  readonly dimension: Dimension;
  readonly range: Range;
}

/**
 * A figure that need not be known for sure: a value, a 90 % interval, a law, any of them with its
 * source, any of them drawn `each` time or `once`. Each one read becomes an assumption.
 */
export function uncertain<U extends number>(measure: Measure): Reader<Uncertain<U>> {
  return (spot, reading) => {
    const outer = drawnAt(spot, reading);
    const sourced = outer && sourcedAt(outer.value, reading);
    const inner = sourced && drawnAt(sourced.value, reading);
    const bounded = inner && boundedAt(inner.value, measure.dimension, reading);
    if (bounded === undefined || !within(measure.range, bounded, inner!.value, reading)) {
      return undefined;
    }
    noted(spot, sourced!, reading);
    const usual = measure.dimension === 'duration' ? 'each' : 'once';
    return { law: bounded.law, drawn: outer!.drawn ?? inner!.drawn ?? usual };
  };
}

/** A figure that must be known for sure, such as a schedule: a value, with or without its source. */
export function certain<U extends number>(measure: Measure): Reader<U> {
  return (spot, reading) => {
    const sourced = sourcedAt(spot, reading);
    const at = sourced && pointAt(sourced.value, measure.dimension, reading);
    const value = at && quantityAt(at, measure.dimension, reading);
    if (value === undefined || !within(measure.range, known(value), at!, reading)) return undefined;
    noted(spot, sourced!, reading);
    return (measure.dimension === 'duration' ? Math.round(value) : value) as U;
  };
}

/** Where a figure comes from, and the figure itself. */
interface Sourced extends Pick<Assumption, 'source' | 'year' | 'confidence'> {
  readonly value: Spot;
}

const here: Reader<Spot> = (spot) => (spot.node.kind === 'broken' ? undefined : spot);

const sourcedFigure = mapping({
  value: required(here, 'value: …'),
  source: required(text, 'source: …'),
  year: required(integer({ least: 1900, most: 2200 }), 'year: 2025'),
  confidence: required(oneOf(['measured', 'vendor', 'estimate']), 'confidence: estimate'),
});

/** A figure with its source; one of the catalogue must have it. */
function sourcedAt(spot: Spot, reading: Reading): Sourced | undefined {
  const { node } = spot;
  if (node.kind === 'mapping' && node.entries.has('value')) return sourcedFigure(spot, reading);
  if (node.kind === 'broken') return undefined;
  if (!node.place.file.startsWith('models/')) {
    return { value: spot, source: '', year: null, confidence: 'scenario' };
  }
  return refuse(spot, reading, {
    expected: 'a figure of the catalogue with value, source, year and confidence',
    fix: `write { value: ${written(node)}, source: …, year: …, confidence: … }`,
  });
}

/** What is inside `{ each: … }` or `{ once: … }`; the spot itself without them. */
function drawnAt(
  spot: Spot,
  reading: Reading,
): { value: Spot; drawn: 'each' | 'once' | null } | undefined {
  const { node } = spot;
  if (node.kind !== 'mapping') return { value: spot, drawn: null };
  const drawn = (['each', 'once'] as const).find((key) => node.entries.has(key));
  if (drawn === undefined) return { value: spot, drawn: null };
  if (node.entries.size > 1) {
    return refuse(spot, reading, { expected: `nothing beside "${drawn}" in its mapping` });
  }
  return { value: { node: node.entries.get(drawn)!.value, path: pathTo(spot.path, drawn) }, drawn };
}

function boundedAt(spot: Spot, dimension: Dimension, reading: Reading): Bounded | undefined {
  const { node } = spot;
  if (node.kind === 'mapping') {
    const [key = ''] = node.entries.keys();
    if (isLaw(key)) return lawAt(spot, dimension, reading);
    const near = nearest(key, ['value', 'each', 'once', ...LAWS]);
    return refuse(spot, reading, {
      expected: `${expectedOf(dimension, reading)}, or a law: ${listed(LAWS, 'or')}`,
      fix: near === undefined ? undefined : `did you mean "${near}"?`,
    });
  }
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    const ends = splitInterval(node.text);
    if (ends !== undefined) return intervalAt({ ...spot, ends }, dimension, reading);
  }
  const value = quantityAt(spot, dimension, reading);
  return value === undefined ? undefined : known(value);
}

/** The lognormal whose middle 90 % is the interval. */
function intervalAt(
  spot: Spot & { ends: readonly [string, string] },
  dimension: Dimension,
  reading: Reading,
): Bounded | undefined {
  const [first, last] = spot.ends;
  if (dimension === 'share' || dimension === 'share per year' || dimension === 'share per day') {
    const per = first.includes('/') ? '' : last.slice(last.indexOf('%') + 1);
    return refuse(spot, reading, {
      expected: 'a share, or a law of it: intervals of shares are not supported yet',
      fix: `write { uniform: [${first}${per}, ${last}] }`,
    });
  }
  const end = (value: string) =>
    quantityAt(
      { path: spot.path, node: { kind: 'scalar', place: spot.node.place, value, text: value } },
      dimension,
      reading,
    );
  const [low, high] = [end(first), end(last)];
  if (low === undefined || high === undefined) return undefined;
  if (!(high > low)) {
    return refuse(spot, reading, { expected: 'an interval whose first end is the smaller' });
  }
  if (!(low > 0)) {
    return refuse(spot, reading, {
      expected: 'an interval of values above 0',
      fix: `write { uniform: [${first}, ${last}] }`,
    });
  }
  if (!parted(low, high)) {
    return refuse(spot, reading, { expected: 'an interval neither too narrow nor too wide' });
  }
  return tailed(lognormalFromInterval({ low, high }), spot, reading);
}

/** The spot under `{ point: … }`, or the spot itself; refused when it is not known for sure. */
function pointAt(spot: Spot, dimension: Dimension, reading: Reading): Spot | undefined {
  const { node, path } = spot;
  const interval = node.kind === 'scalar' && splitInterval(node.text) !== undefined;
  if (interval || node.kind === 'mapping') {
    const value = valueOf(node, 'point');
    if (value !== undefined) return { node: value, path: pathTo(path, 'point') };
    return refuse(spot, reading, {
      expected: `${expectedOf(dimension, reading)}, known for sure: no interval and no law`,
    });
  }
  return spot;
}

function within(range: Range, bounded: Bounded, spot: Spot, reading: Reading): boolean {
  if (holds(range, { ...bounded, mean: bounded.law.mean })) return true;
  const endless = bounded.high === Infinity && range.endless !== true;
  refuse(spot, reading, {
    expected: range.words,
    got: endless ? `${written(spot.node)}, which has no upper end` : undefined,
    fix: endless ? 'write a law with both ends, such as { uniform: [a, b] }' : undefined,
  });
  return false;
}

function noted(spot: Spot, sourced: Sourced, reading: Reading): void {
  const { source, year, confidence, value } = sourced;
  reading.assumptions.push({
    path: spot.path,
    text: written(value.node),
    source,
    year,
    confidence,
  });
}
