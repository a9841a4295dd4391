import { HOUR, YEAR } from '../../base/units.js';

/** Values that make sense for a figure, in its unit. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** Least mean of a law, where its single values may be smaller. */
  readonly leastMean?: number;
  /** Whether `least` itself is excluded. */
  readonly above?: true;
  /** Whether a law without an upper end will do, if its mean is in the range. */
  readonly endless?: true;
  /** For people, such as `a share from 0% to 100%`. */
  readonly words: string;
}

/** Beyond this a date or a length no longer is a whole number of ms that doubles can hold. */
const LONGEST = 10_000 * YEAR;
/** Far beyond any real amount, and far below where sums and products overflow. */
const VAST = 1e30;

export const DURATION: Range = {
  least: 0,
  endless: true,
  most: LONGEST,
  words: 'from 0 to 10,000 years',
};
export const LASTING: Range = {
  least: 0,
  above: true,
  endless: true,
  most: LONGEST,
  words: 'longer than 0 and at most 10,000 years',
};
export const AMOUNT: Range = { least: 0, endless: true, most: VAST, words: 'from 0 to 1e30' };
export const POSITIVE: Range = {
  least: 0,
  above: true,
  endless: true,
  most: VAST,
  words: 'above 0, at most 1e30',
};
export const PART: Range = { least: 0, most: 1, words: 'a share from 0% to 100%' };
export const SOME_PART: Range = {
  least: 0,
  above: true,
  most: 1,
  words: 'a share above 0%, at most 100%',
};
export const GROWTH: Range = { least: -0.9, most: 10, words: 'from -90% to 1000% a year' };
export const RATIO: Range = { least: 1, most: 1e6, words: 'from 1 to 1e6' };
/** Once an hour on average: more would make a history of nothing but disasters. */
export const FREQUENCY: Range = {
  least: 0,
  above: true,
  endless: true,
  most: 8766,
  words: 'above 0, and at most 8766 / year (once an hour)',
};

/** Between two strikes: at least an hour on average, as for frequencies. */
export const GAP: Range = {
  least: 0,
  endless: true,
  leastMean: HOUR,
  most: LONGEST,
  words: 'at least an hour on average',
};

/** Whether all that a law can give lies in the range; `open` when it comes near `low` without it. */
export function holds(range: Range, values: Values): boolean {
  const { low, high, mean, open } = values;
  const fromBelow = range.above === true && !open ? low > range.least : low >= range.least;
  const top = high === Infinity && range.endless === true ? mean : high;
  return fromBelow && top <= range.most && mean >= (range.leastMean ?? -Infinity);
}

interface Values {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly open: boolean;
}
