import type { Estimate } from '../stats/interval.js';
import { durationOf, grouped, moneyOf, rateOf, shareOf } from './amounts.js';
import type { Figure, Unit } from './measures.js';

/** Shown where too few incidents were simulated for a figure and nobody knows how many it needs. */
export const TOO_FEW = 'too few';
/** Shown where a figure does not apply. */
export const NOTHING = '–';

/** One amount in the unit's own words; rates and money per year leave "per year" to the heading. */
export function amountText(amount: number, unit: Unit, currency: string | null): string {
  switch (unit) {
    case 'seconds':
    case 'seconds per year':
      return durationOf(amount);
    case 'share':
      return shareOf(amount);
    case 'per year':
      return rateOf(amount);
    case 'money per year':
      return moneyOf(amount, currency);
  }
}

/**
 * A figure with how sure it is, for people.
 * Symmetric intervals are shown as ±, lopsided ones by both ends, and what was never seen by its
 * upper bound: a zero from a finite number of trials is not a promise.
 * No-break spaces keep together what a narrow column must not part.
 */
export function figureText(figure: Figure, unit: Unit, currency: string | null): string {
  if (figure === 'never') return 'never';
  if (figure === 'doesNotApply') return NOTHING;
  if (figure.mean === null) {
    return figure.needs === undefined ? TOO_FEW : together(`needs ${grouped(figure.needs)}`);
  }
  const write = (amount: number) => together(amountText(amount, unit, currency));
  return estimateText({ mean: figure.mean, ci95: figure.ci95 }, { write, most: MOST[unit] });
}

/** The largest value that a unit allows. */
const MOST: Readonly<Record<Unit, number>> = {
  seconds: Infinity,
  'seconds per year': Infinity,
  share: 1,
  'per year': Infinity,
  'money per year': Infinity,
};

interface Known {
  readonly mean: number;
  readonly ci95: Estimate['ci95'];
}

interface Writing {
  readonly write: (amount: number) => string;
  readonly most: number;
}

function estimateText({ mean, ci95 }: Known, { write, most }: Writing): string {
  if (ci95 === null) return write(mean);
  const [low, high] = ci95;
  if (low === mean && high === mean) return write(mean);
  if (mean === 0 && low === 0) return `0, below\u00a0${write(high)}`;
  if (mean === most && high === most) return `${write(most)}, above\u00a0${write(low)}`;
  const below = mean - low;
  const above = high - mean;
  const lopsided = Math.abs(above - below) > 0.2 * (above + below);
  if (!lopsided) return joined(write(mean), ' ±\u00a0', write((high - low) / 2));
  return `${write(mean)} (${joined(write(low), '\u00a0to\u00a0', write(high))})`;
}

const together = (text: string) => text.replaceAll(' ', '\u00a0');

/** Two amounts in one breath: a unit that both have is said once. */
export function joined(one: string, between: string, other: string): string {
  const unit = UNIT.exec(other)?.[0] ?? '';
  return `${one.endsWith(unit) ? one.slice(0, one.length - unit.length) : one}${between}${other}`;
}

const UNIT = /(?:[\u00a0 ][^\d\s]+|%)$/u;
