import { shifted } from './decimal.js';
import { DAY, HOUR, SECOND, YEAR } from './units.js';

/** How a dimension is read and asked for. */
export interface DimensionRow {
  /** What it is made of. */
  readonly parts: string;
  /** How it is asked for; amounts of money are in USD. */
  readonly say: string;
  /** What a bare number may have meant. */
  readonly bare: (n: string) => string;
  /** The time that it counts by, in ms. */
  readonly base: number;
  /** The only time that it may be given by, as written. */
  readonly per?: string;
}

/** The base of what no time divides. */
const TIMELESS = 1;

/** Every kind of quantity by its name. */
export const DIMENSIONS = {
  duration: {
    parts: 'time',
    say: 'a duration such as "15 min" or "4 h"',
    bare: (n) => `write its unit, such as "${n} min", "${n} h" or "${n} years"`,
    base: TIMELESS,
  },
  data: {
    parts: 'data',
    say: 'an amount of data such as "1 TB" or "500 GiB"',
    bare: (n) => `write "${n} GB" or "${n} GiB"`,
    base: TIMELESS,
  },
  'data rate': {
    parts: 'data/time',
    say: 'a data rate such as "10 Gbit/s" or "1.25 GB/s"',
    bare: (n) => `write "${n} Gbit/s" or "${n} GB/s": they differ by a factor of 8`,
    base: SECOND,
  },
  money: {
    parts: 'money',
    say: 'an amount of money such as "$1.5M" or "40k USD"',
    bare: (n) => `write "${n} USD"`,
    base: TIMELESS,
  },
  'money per time': {
    parts: 'money/time',
    say: 'money per time such as "$1M/h" or "500k USD/year"',
    bare: (n) => `write "${n} USD/h" or "${n} USD/year"`,
    base: HOUR,
  },
  'money per data': {
    parts: 'money/data',
    say: 'money per data such as "0.02 USD/GB"',
    bare: (n) => `write "${n} USD/GB"`,
    base: TIMELESS,
  },
  'money per data and time': {
    parts: 'money/data/time',
    say: 'money per data and time such as "0.023 USD/GB/month"',
    bare: (n) => `write "${n} USD/GB/month"`,
    base: YEAR,
  },
  frequency: {
    parts: '1/time',
    say: 'a frequency such as "0.02 / year" or "3 per week"',
    bare: (n) => `write "${n} / year"`,
    base: YEAR,
  },
  share: {
    parts: 'share',
    say: 'a share from 0% to 100%',
    bare: (n) => `write "${percent(n)}"`,
    base: TIMELESS,
  },
  'share per year': {
    parts: 'share/time',
    say: 'a share per year such as "20% / year"',
    bare: (n) => `write "${percent(n)} / year"`,
    base: YEAR,
    per: ' / year',
  },
  'share per day': {
    parts: 'share/time',
    say: 'a share per day such as "5% / day"',
    bare: (n) => `write "${percent(n)} / day"`,
    base: DAY,
    per: ' / day',
  },
  count: { parts: '1', say: 'a plain number such as 3', bare: (n) => `write ${n}`, base: TIMELESS },
} as const satisfies Readonly<Record<string, DimensionRow>>;

/** What people call each combination of parts. */
export const FOUND: ReadonlyMap<string, string> = new Map([
  ...Object.values(DIMENSIONS).map(({ parts, say }) => [parts, say.split(' such as')[0]!] as const),
  ['share', 'a share'],
  ['share/time', 'a share per time'],
]);

/** A bare number as the share that it probably means: 0.3 and 30 are 30%. */
export function percent(digits: string): string {
  return `${Number(digits) <= 1 ? shifted(digits, 2) : digits}%`;
}
