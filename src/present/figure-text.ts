import type { Estimate } from '../stats/interval.js';
import {
  durationAround,
  durationOf,
  grouped,
  moneyAround,
  moneyOf,
  rateAround,
  rateOf,
  shareAround,
  shareOf,
} from './amounts.js';
import type { Figure, Unit } from './measures.js';

/** Shown where too few incidents were simulated for a figure and nobody knows how many it needs. */
export const TOO_FEW = 'too few';
/** Shown where nothing can strike what a figure is about. */
export const NEVER_STRUCK = 'never struck';
/** Shown where a figure does not apply. */
export const NOTHING = '–';

type Currency = string | null;

/** How figures of one unit are written; "per year" is left to the heading. */
interface Writer {
  readonly one: (amount: number, currency: Currency) => string;
  readonly around: (mean: number, half: number, currency: Currency) => string;
  /** The largest value there is. */
  readonly most: number;
}

const DURATION: Writer = { one: durationOf, around: durationAround, most: Infinity };
const WRITERS: Readonly<Record<Unit, Writer>> = {
  seconds: DURATION,
  'seconds per year': DURATION,
  share: { one: shareOf, around: shareAround, most: 1 },
  times: { one: rateOf, around: rateAround, most: Infinity },
  money: { one: moneyOf, around: moneyAround, most: Infinity },
  'per year': { one: rateOf, around: rateAround, most: Infinity },
  'money per year': { one: moneyOf, around: moneyAround, most: Infinity },
};

/**
 * A figure with how sure it is, for people.
 * Symmetric intervals are shown as ±, lopsided ones by both ends, and what was never seen by its
 * upper bound: a zero from a finite number of trials is not a promise.
 * No-break spaces keep together what a narrow column must not part.
 *
 * @param currency written behind money; null where a heading says it
 */
export function figureText(figure: Figure, unit: Unit, currency: Currency): string {
  if (figure === 'never' || figure === 'unrecoverable') return figure;
  if (figure === 'doesNotApply') return NOTHING;
  const { mean, ci95 } = figure;
  if (figure.never) return together(NEVER_STRUCK);
  if (mean === null) {
    return figure.needs === undefined ? TOO_FEW : together(`needs ${grouped(figure.needs)}`);
  }
  const write = (amount: number) => together(WRITERS[unit].one(amount, currency));
  if (ci95 === null || (ci95[0] === mean && ci95[1] === mean)) return write(mean);
  return intervalText(mean, ci95, { write, ...WRITERS[unit], currency });
}

interface Writing extends Writer {
  readonly write: (amount: number) => string;
  readonly currency: Currency;
}

function intervalText(
  mean: number,
  [low, high]: NonNullable<Estimate['ci95']>,
  { write, around, most, currency }: Writing,
): string {
  if (mean === 0 && low === 0) return `0, below\u00a0${write(high)}`;
  if (mean === most && high === most) return `${write(most)}, above\u00a0${write(low)}`;
  const half = (high - low) / 2;
  // What cannot be below 0 is not said to be as much below as above.
  const cut = low === 0 && mean > 0;
  const lopsided = cut || Math.abs(high - mean - (mean - low)) > 0.4 * half;
  if (!lopsided) return together(around(mean, half, currency)).replace('\u00a0±', ' ±');
  // Both too little to be told apart.
  if (write(mean) === write(high)) return write(mean);
  return `${write(mean)} (${between(write(low), write(high))})`;
}

/** Two ends of an interval; a unit that both have is said once. */
export function between(low: string, high: string): string {
  const unit = UNIT.exec(high)?.[0] ?? '';
  const start = low.endsWith(unit) ? low.slice(0, low.length - unit.length) : low;
  return `${start}\u00a0to\u00a0${high}`;
}

const UNIT = /(?:[\u00a0 ]\D+|%)$/u;

const together = (text: string) => text.replaceAll(' ', '\u00a0');
