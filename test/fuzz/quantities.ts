import type { Dimension } from '../../src/base/quantity.js';
import * as RANGES from '../../src/input/figure/range.js';
import type { FigureForm } from '../../src/input/form/form.js';
import type { Luck } from './luck.js';

/** What a figure is written in, and the values that companies have of it. */
interface Scale {
  readonly low: number;
  readonly high: number;
  /** One unit is taken, and the value written in it. */
  readonly units: readonly (readonly [factor: number, unit: string])[];
}

const TIMES = [
  [1, ' ms'],
  [1000, ' s'],
  [60_000, ' min'],
  [3_600_000, ' h'],
  [86_400_000, ' days'],
  [604_800_000, ' weeks'],
  [31_557_600_000, ' years'],
] as const;

/** By dimension, in what is written; `currency` stands for the scenario's. */
const SCALES: Readonly<Record<Dimension, Scale>> = {
  duration: { low: 1000, high: 5e9, units: TIMES },
  data: {
    low: 1e9,
    high: 1e13,
    units: [
      [1, ' B'],
      [1e6, ' MB'],
      [1e9, ' GB'],
      [1e12, ' TB'],
      [1024 ** 3, ' GiB'],
    ],
  },
  'data rate': {
    low: 1e3,
    high: 2e6,
    units: [
      [1e3, ' kB/s'],
      [125_000, ' Mbit/s'],
      [1e6, ' MB/s'],
      [125, 'kbps'],
      [1e6 / 60, ' MB/min'],
    ],
  },
  money: {
    low: 1,
    high: 1e8,
    units: [
      [1, ' currency'],
      [1e3, 'k currency'],
      [1e6, 'M currency'],
    ],
  },
  'money per time': {
    low: 0.1,
    high: 1e6,
    units: [
      [1, ' currency/h'],
      [1000, 'k currency/h'],
      [1 / 24, ' currency/day'],
      [1 / 8766, ' currency / year'],
    ],
  },
  'money per data': { low: 0.01, high: 1, units: [[1, ' currency/GB']] },
  'money per data and time': { low: 0.01, high: 1, units: [[1, ' currency/GB/month']] },
  frequency: {
    low: 0.001,
    high: 3,
    units: [
      [1, ' / year'],
      [12, ' per month'],
      [365.25, '/day'],
    ],
  },
  share: { low: 0.01, high: 0.99, units: [[0.01, '%']] },
  'share per year': {
    low: 0.001,
    high: 0.5,
    units: [
      [0.01, '% / year'],
      [0.01, '%/year'],
    ],
  },
  'share per day': { low: 0.001, high: 0.5, units: [[0.01, '% / day']] },
  count: { low: 1, high: 20, units: [[1, '']] },
};

/** Ranges by their words, by which forms tell them. */
export const BY_WORDS = new Map(
  Object.values(RANGES).flatMap((one) =>
    typeof one === 'object' ? [[one.words, one] as const] : [],
  ),
);

/** The least and the greatest value. */
export type Ends = readonly [number, number];

/** What figures are made for. */
export interface FigureMaker {
  readonly luck: Luck;
  /** Code of ISO 4217. */
  readonly currency: string;
}

/** Ends within which a figure of that form is made: mostly usual values, now and then any allowed. */
export function endsOf(form: Pick<FigureForm, 'dimension' | 'range'>, luck: Luck): Ends {
  const { low, high } = SCALES[form.dimension];
  const range = BY_WORDS.get(form.range);
  if (range === undefined) return [low, high];
  const least = Math.max(range.leastMean ?? range.least, 0);
  if (luck.chance(0.03)) return [Math.max(least, 1e-12), range.most];
  return [Math.max(low, least), Math.min(Math.max(high, least), range.most)];
}

/** A value as somebody writes it. */
export function quantityText(
  value: number,
  dimension: Dimension,
  { luck, currency }: FigureMaker,
): string {
  const { units } = SCALES[dimension];
  const handy = units.filter(([factor]) => value / factor >= 0.01 && value / factor < 1e6);
  const [factor, unit] = luck.pick(handy.length > 0 ? handy : units);
  const digits = luck.chance(0.9) ? 3 : 15;
  return String(Number((value / factor).toPrecision(digits))) + unit.replace('currency', currency);
}

/** A quantity that does for a form. */
export function quantityFor(
  form: Pick<FigureForm, 'dimension' | 'range'>,
  maker: FigureMaker,
): string {
  const { luck } = maker;
  const [low, high] = endsOf(form, luck);
  const drawn = low > 0 ? luck.scale(low, high) : luck.between(low, high);
  const value = form.dimension === 'count' ? Math.round(drawn) : drawn;
  return quantityText(value, form.dimension, maker);
}

/** So many values between two ends, rising. */
export function rising(
  count: number,
  [low, high]: readonly [number, number],
  luck: Luck,
): number[] {
  const draw = () => (low > 0 ? luck.scale(low, high) : luck.between(low, high));
  return luck.times(count, draw).sort((a, b) => a - b);
}
