import type { Dimension } from '../../src/base/quantity.js';
import { type LawName, LAWS } from '../../src/input/figure/law-names.js';
import type { FigureForm } from '../../src/input/form/form.js';
import { lawOf } from './laws.js';
import {
  BY_WORDS,
  type Ends,
  endsOf,
  type FigureMaker,
  quantityFor,
  quantityText,
  rising,
} from './quantities.js';

/** Laws without an upper end, which do only where the range has none. */
const ENDLESS: ReadonlySet<LawName> = new Set([
  'lognormal',
  'exponential',
  'weibull',
  'gamma',
  'normal',
]);

/** Laws that do for a form. */
function lawsFor({ dimension, range }: FigureForm): readonly LawName[] {
  const endless = BY_WORDS.get(range)?.endless === true;
  const part = dimension.startsWith('share');
  return LAWS.filter((law) => (endless || !ENDLESS.has(law)) && (part || law !== 'logitNormal'));
}

/** Whether an interval does for a form: one of shares is a logit-normal, which has its ends. */
function takesInterval({ dimension, range }: FigureForm): boolean {
  return BY_WORDS.get(range)?.endless === true || dimension.startsWith('share');
}

/** A figure in any way that the language has, mostly one that can be read. */
export function figure(form: FigureForm, maker: FigureMaker): unknown {
  const { luck } = maker;
  const value = form.uncertain ? unsure(form, maker) : certain(form, maker);
  if (luck.chance(0.9)) return value;
  const confidence = luck.pick(['measured', 'vendor', 'estimate']);
  return luck.chance(0.5)
    ? { value, source: 'A book, section 3', year: 1990 + luck.below(40), confidence }
    : { value };
}

/** A figure known for sure. */
function certain(form: Pick<FigureForm, 'dimension' | 'range'>, maker: FigureMaker): unknown {
  const text = quantityFor(form, maker);
  return maker.luck.chance(0.02) ? { point: text } : text;
}

function unsure(form: FigureForm, maker: FigureMaker): unknown {
  const { luck } = maker;
  const kind = luck.unit();
  if (kind < 0.6 || (kind < 0.75 && !takesInterval(form))) return certain(form, maker);
  const ends = endsOf(form, luck);
  const laws = luck.chance(0.98) ? lawsFor(form) : LAWS;
  const any =
    kind < 0.75
      ? interval(ends, form.dimension, maker)
      : lawOf(luck.pick(laws), { ...maker, ends, dimension: form.dimension, laws });
  return luck.chance(0.8) ? any : { [luck.pick(['each', 'once'])]: any };
}

function interval(ends: Ends, dimension: Dimension, maker: FigureMaker): string {
  const [low, high] = rising(2, ends, maker.luck);
  return [low!, high!].map((value) => quantityText(value, dimension, maker)).join(' to ');
}
