import { type Dimension, splitInterval } from '../../base/quantity.js';
import { nearest } from '../../base/suggest.js';
import type { Assumption } from '../../model/scenario.js';
import type { Uncertain } from '../../model/uncertain.js';
import type { Form } from '../form/form.js';
import { listed } from '../../base/listed.js';
import { mapping, optional, required } from '../form/shape.js';
import { integer, oneOf, text } from '../form/words.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { valueOf, written, writtenShort } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { type Bounded, known } from './bounded.js';
import { fittedText, valueText } from './fitted.js';
import { intervalAt } from './interval.js';
import { lawAt } from './law.js';
import { isLaw, LAWS } from './law-names.js';
import { expectedOf, quantityAt } from './quantity-at.js';
import { holds, type Range } from './range.js';

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
  return reader(formOf(measure, true), (spot, reading) => {
    const outer = drawnAt(spot, reading);
    const sourced = outer && sourcedAt(outer.value, reading);
    const inner = sourced && drawnAt(sourced.value, reading);
    const bounded = inner && boundedAt(inner.value, measure.dimension, reading);
    if (bounded === undefined || !within(measure, bounded, inner!.value, reading)) {
      return undefined;
    }
    const fitted = isInterval(inner!.value);
    const drawn = outer!.drawn ?? undefined;
    noted(
      spot,
      {
        sourced: sourced!,
        ...(fitted && { fitted: fittedText(bounded.law, measure.dimension, reading) }),
        ...(drawn && { drawn }),
      },
      reading,
    );
    const usual = measure.dimension === 'duration' ? 'each' : 'once';
    return { law: bounded.law, drawn: outer!.drawn ?? inner!.drawn ?? usual };
  });
}

/** A figure that must be known for sure, such as a schedule: a value, with or without its source. */
export function certain<U extends number>(measure: Measure): Reader<U> {
  return reader(formOf(measure, false), (spot, reading) => {
    const sourced = sourcedAt(spot, reading);
    const at = sourced && pointAt(sourced.value, measure.dimension, reading);
    const read = at && quantityAt(at, measure.dimension, reading);
    if (read === undefined) return undefined;
    const value = measure.dimension === 'duration' ? Math.round(read) : read;
    if (read > 0 && value === 0 && measure.range.above === true) {
      const fix = 'write at least 1 ms: time counts in whole ms';
      return refuse(at!, reading, { expected: measure.range.words, fix });
    }
    if (!within(measure, known(value), at!, reading)) return undefined;
    noted(spot, { sourced: sourced! }, reading);
    return value as U;
  });
}

function formOf({ dimension, range }: Measure, unsure: boolean): Form {
  return { kind: 'figure', dimension, range: range.words, uncertain: unsure };
}

/** Where a figure comes from, and the figure itself. */
interface Sourced extends Pick<Assumption, 'source' | 'year' | 'confidence'> {
  readonly value: Spot;
}

const here: Reader<Spot> = reader({ kind: 'text' }, (spot) =>
  spot.node.kind === 'broken' ? undefined : spot,
);
const year = integer({ least: 1900, most: 2200 });
const confidence = oneOf(['measured', 'vendor', 'estimate']);

const ABOUT = {
  value: 'The figure itself.',
  source: 'Where it comes from: author, title, section.',
  year: 'Year that it was measured or published in.',
  confidence: 'How far it can be trusted.',
};

const sourcedFigure = mapping({
  value: required(here, 'value: …', ABOUT.value),
  source: required(text, 'source: …', ABOUT.source),
  year: required(year, 'year: 2025', ABOUT.year),
  confidence: required(confidence, 'confidence: estimate', ABOUT.confidence),
});

/** A scenario's own figure may say less of where it comes from. */
const ownFigure = mapping({
  value: required(here, 'value: …', ABOUT.value),
  source: optional(text, '', { about: ABOUT.source, usual: 'the scenario' }),
  year: optional(year, null, { about: ABOUT.year }),
  confidence: optional(confidence, 'scenario' as const, { about: ABOUT.confidence }),
});

/** A figure with its source; one of the catalogue must have it. */
function sourcedAt(spot: Spot, reading: Reading): Sourced | undefined {
  const { node } = spot;
  if (node.kind === 'broken') return undefined;
  const catalogued = node.place.file.startsWith('models/');
  if (node.kind === 'mapping' && node.entries.has('value')) {
    return catalogued ? sourcedFigure(spot, reading) : ownFigure(spot, reading);
  }
  if (!catalogued) return { value: spot, source: '', year: null, confidence: 'scenario' };
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

/** Keys around a figure. */
const AROUND: ReadonlySet<string> = new Set(['value', 'each', 'once']);

function boundedAt(spot: Spot, dimension: Dimension, reading: Reading): Bounded | undefined {
  const { node } = spot;
  if (node.kind === 'mapping') {
    const [key = ''] = node.entries.keys();
    if (isLaw(key)) return lawAt(spot, dimension, reading);
    const again = AROUND.has(key);
    const near = again ? undefined : nearest(key, ['value', 'each', 'once', ...LAWS]);
    const fix = again ? `write "${key}" once` : near && `did you mean "${near}"?`;
    return refuse(spot, reading, {
      expected: `${expectedOf(dimension, reading)}, or a law: ${listed(LAWS, 'or')}`,
      fix,
    });
  }
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    const ends = splitInterval(node.text);
    if (ends !== undefined) return intervalAt({ ...spot, ends }, dimension, reading);
  }
  const value = quantityAt(spot, dimension, reading);
  return value === undefined ? undefined : known(value);
}

function isInterval({ node }: Spot): boolean {
  return node.kind === 'scalar' && splitInterval(node.text) !== undefined;
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

function within(
  { dimension, range }: Measure,
  bounded: Bounded,
  spot: Spot,
  reading: Reading,
): boolean {
  const { law, low, high } = bounded;
  if (holds(range, { ...bounded, mean: law.mean })) return true;
  const endless = high === Infinity;
  if (low === high || (endless && range.endless === true)) {
    refuse(spot, reading, { expected: range.words });
    return false;
  }
  const [from, to] = [low, high].map((end) => valueText(end, dimension, reading));
  const reach = endless ? 'has no upper end' : `reaches from ${from!} to ${to!}`;
  refuse(spot, reading, {
    expected: range.words,
    got: `${writtenShort(spot.node)}, which ${reach}`,
    fix: 'write a law with both ends inside, such as { uniform: [a, b] }',
  });
  return false;
}

interface Noted {
  readonly sourced: Sourced;
  /** The law that was fitted, in words. */
  readonly fitted?: string;
  /** What stands around the figure and its source. */
  readonly drawn?: 'each' | 'once';
}

function noted(spot: Spot, { sourced, fitted, drawn }: Noted, reading: Reading): void {
  const { value, ...from } = sourced;
  const figure = written(value.node);
  reading.assumptions.push({
    path: spot.path,
    text: drawn === undefined ? figure : `{ ${drawn}: ${figure} }`,
    source: from.source,
    year: from.year,
    confidence: from.confidence,
    ...(fitted === undefined ? {} : { fitted }),
  });
}
