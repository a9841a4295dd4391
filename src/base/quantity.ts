import { nearest } from './suggest.js';
import { ambiguityOf, SYMBOLS, UNIT_NAMES, unitOf } from './unit-table.js';
import { DAY, HOUR, SECOND, YEAR } from './units.js';

/** What a quantity measures. */
export type Dimension =
  | 'duration'
  | 'data'
  | 'data rate'
  | 'money'
  | 'money per time'
  | 'money per data'
  | 'money per data and time'
  | 'frequency'
  | 'share'
  | 'share per year'
  | 'share per day'
  | 'count';

/** A quantity in the unit that drsim calculates in, or what is wrong with the text. */
export type Reading =
  | { readonly value: number }
  | { readonly expected: string; readonly got: string; readonly fix?: string };

/** What each dimension is made of, how it is asked for, and what a bare number may have meant. */
const DIMENSIONS: Readonly<
  Record<Dimension, { parts: string; say: string; bare: (n: string) => string }>
> = {
  duration: {
    parts: 'time',
    say: 'a duration such as "15 min" or "4 h"',
    bare: (n) => `write its unit, such as "${n} min", "${n} h" or "${n} years"`,
  },
  data: {
    parts: 'data',
    say: 'an amount of data such as "1 TB" or "500 GiB"',
    bare: (n) => `write "${n} GB" or "${n} GiB"`,
  },
  'data rate': {
    parts: 'data/time',
    say: 'a data rate such as "10 Gbit/s" or "1.25 GB/s"',
    bare: (n) => `write "${n} Gbit/s" or "${n} GB/s": they differ by a factor of 8`,
  },
  money: {
    parts: 'money',
    say: 'an amount of money such as "$1.5M" or "40k USD"',
    bare: (n) => `write "${n} USD"`,
  },
  'money per time': {
    parts: 'money/time',
    say: 'money per time such as "$1M/h" or "500k USD/year"',
    bare: (n) => `write "${n} USD/h" or "${n} USD/year"`,
  },
  'money per data': {
    parts: 'money/data',
    say: 'money per data such as "0.02 USD/GB"',
    bare: (n) => `write "${n} USD/GB"`,
  },
  'money per data and time': {
    parts: 'money/data/time',
    say: 'money per data and time such as "0.023 USD/GB/month"',
    bare: (n) => `write "${n} USD/GB/month"`,
  },
  frequency: {
    parts: '1/time',
    say: 'a frequency such as "0.02 / year" or "3 per week"',
    bare: (n) => `write "${n} / year"`,
  },
  share: {
    parts: 'share',
    say: 'a share from 0% to 100%',
    bare: (n) => `write "${Number(n) <= 1 ? Number((Number(n) * 100).toPrecision(12)) : n}%"`,
  },
  'share per year': {
    parts: 'share/time',
    say: 'a share per year such as "20% / year"',
    bare: (n) => `write "${n}% / year"`,
  },
  'share per day': {
    parts: 'share/time',
    say: 'a share per day such as "5% / day"',
    bare: (n) => `write "${n}% / day"`,
  },
  count: { parts: '1', say: 'a plain number such as 3', bare: (n) => `write ${n}` },
};

/** What people call each combination of parts. */
const FOUND = new Map<string, string>([
  ...Object.values(DIMENSIONS).map(({ parts, say }) => [parts, say.split(' such as')[0]!] as const),
  ['share', 'a share'],
  ['share/time', 'a share per time'],
]);

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+(?:_\d+)*)?(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const SCALES = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['bn', 1e9],
]);

interface Parsed {
  /** Such as `data/time`; `1` for nothing. */
  readonly parts: string;
  readonly value: number;
  /** Length of the unit of time, in ms, if there is one. */
  readonly time: number;
  readonly currency: string | undefined;
}

type Fault = { readonly got?: string | undefined; readonly fix?: string | undefined };

/**
 * Reads a quantity with its unit. Decimal prefixes are powers of 1000 and binary ones of 1024, bits
 * and bytes are told apart, a year is 365.25 days and a month a twelfth of it.
 *
 * @param text such as `15 min`, `4h30m`, `1 TB`, `10 Gbit/s`, `$1M/h`, `0.02 / year`, `30%`
 * @param context `currency` refuses amounts in any other
 * @returns ms, bytes, bytes per second, currency, currency per hour, per byte, per byte and year,
 *   per year, or a share; never throws
 */
export function readQuantity(
  text: string | number,
  dimension: Dimension,
  context: { readonly currency?: string } = {},
): Reading {
  const written = String(text).trim();
  const { say, bare } = DIMENSIONS[dimension];
  const refuse = ({ got = JSON.stringify(text), fix }: Fault): Reading => ({
    expected: say,
    got,
    ...(fix !== undefined && { fix }),
  });
  const parsed = parse(written);
  if (!('parts' in parsed)) return refuse(parsed);
  const wanted = DIMENSIONS[dimension].parts;
  if (parsed.parts !== wanted) {
    if (parsed.parts === '1') return refuse({ got: written, fix: bare(written) });
    const timeless = wanted === 'share/time' && parsed.parts === 'share';
    return refuse({
      fix: timeless ? bare(written.replace(/\s*%$/, '')) : undefined,
      got: `${JSON.stringify(text)}, ${FOUND.get(parsed.parts) ?? `something in ${parsed.parts}`}`,
    });
  }
  const { currency } = context;
  if (currency && parsed.currency && !meansCurrency(parsed.currency, currency)) {
    return refuse({ fix: `the scenario is in ${currency}: convert the amount` });
  }
  return inRange(canonical(parsed, dimension), dimension, refuse);
}

/** Both ends of `5 min to 30 min`; the second's unit serves the first where that has none. */
export function splitInterval(text: string): readonly [string, string] | undefined {
  const [low, high, ...more] = text.trim().split(/\s+to\s+/);
  if (!low || !high || more.length > 0) return undefined;
  const bare = NUMBER.exec(low)![0] === low;
  const unit = high.replace(NUMBER, '').trim();
  return [bare && unit !== '' ? `${low} ${unit}` : low, high];
}

function parse(text: string): Parsed | Fault {
  if (text === '') return { got: 'nothing' };
  const [head, ...below] = text.split(/\s*\/\s*|\s+per\s+/);
  const compound = below.length === 0 ? compoundDuration(head!) : undefined;
  if (compound !== undefined) {
    return { parts: 'time', value: compound, time: compound, currency: undefined };
  }
  const top = numerator(head!);
  if (!('parts' in top)) return top;
  let [parts, value, time] = [top.parts, top.value, 0];
  for (const unit of below) {
    const divisor = denominator(unit);
    if (!('kind' in divisor)) return divisor;
    parts += `/${divisor.kind}`;
    if (divisor.kind === 'time') time = divisor.factor;
    else value /= divisor.factor;
  }
  return { parts, value, time: time || top.time, currency: top.currency };
}

/** `4h30m`, `1 h 30 min`: units of time that get smaller; undefined for anything else. */
function compoundDuration(text: string): number | undefined {
  const pieces = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-zA-Z]+)\s*/g)];
  if (pieces.length < 2 || pieces.map(([whole]) => whole).join('') !== text) return undefined;
  let [sum, last] = [0, Infinity];
  for (const [, amount, name] of pieces) {
    const unit = unitOf(name === 'm' ? 'min' : name!);
    if (unit?.kind !== 'time' || unit.factor >= last) return undefined;
    sum += Number(amount) * unit.factor;
    last = unit.factor;
  }
  return sum;
}

function numerator(text: string): Parsed | Fault {
  const symbol = Object.keys(SYMBOLS).find((sign) => text.includes(sign));
  const code = /^[A-Z]{3}(?=[\s\d])|(?<=[\s\dkKMBn])[A-Z]{3}$/.exec(text)?.[0];
  const currency = symbol ?? code;
  const rest = currency ? text.replace(currency, '').trim() : text;
  const digits = NUMBER.exec(rest)![0];
  const amount = numberOf(digits);
  const unit = rest.slice(digits.length).trim();
  if (Number.isNaN(amount)) return { fix: 'begin with a number' };
  if (currency) {
    const scale = unit === '' ? 1 : SCALES.get(unit);
    if (scale === undefined) return unknownUnit(unit, [...SCALES.keys()]);
    return { parts: 'money', value: amount * scale, time: 0, currency };
  }
  if (unit === '') return { parts: '1', value: amount, time: 0, currency: undefined };
  const known = unitOf(unit) ?? unitOf(unit.replace(/ps$/, ''));
  if (!known) return ambiguous(unit);
  const perSecond = unitOf(unit) === undefined;
  if (perSecond && known.kind !== 'data') return ambiguous(unit);
  const value = known.kind === 'share' ? amount / 100 : amount * known.factor;
  return {
    parts: perSecond ? 'data/time' : known.kind,
    value,
    time: perSecond ? SECOND : 0,
    currency: undefined,
  };
}

function denominator(text: string): { kind: string; factor: number } | Fault {
  const digits = NUMBER.exec(text)![0];
  const name = text.slice(digits.length).trim();
  const unit = unitOf(name);
  if (!unit) return ambiguous(name);
  const amount = digits === '' ? 1 : numberOf(digits);
  if (!(amount > 0)) return { fix: `divide by more than ${digits} ${name}` };
  return { kind: unit.kind, factor: amount * unit.factor };
}

function numberOf(digits: string): number {
  return /\d/.test(digits) ? Number(digits.replaceAll(/[_,]/g, '')) : NaN;
}

function ambiguous(unit: string): Fault {
  const fix = ambiguityOf(unit);
  return fix ? { fix } : unknownUnit(unit, UNIT_NAMES);
}

function unknownUnit(unit: string, known: readonly string[]): Fault {
  const meant = nearest(unit, known);
  const fix = meant === undefined ? `"${unit}" is no unit that drsim knows` : undefined;
  return { fix: fix ?? `"${unit}" is no unit; did you mean "${meant}"?` };
}

function meansCurrency(written: string, currency: string): boolean {
  return written === currency || (SYMBOLS[written]?.includes(currency) ?? false);
}

function canonical({ value, time }: Parsed, dimension: Dimension): number {
  switch (dimension) {
    case 'data rate':
      return (value * SECOND) / time;
    case 'money per time':
      return (value * HOUR) / time;
    case 'frequency':
    case 'money per data and time':
    case 'share per year':
      return (value * YEAR) / time;
    case 'share per day':
      return (value * DAY) / time;
    default:
      return value;
  }
}

function inRange(value: number, dimension: Dimension, refuse: (fault: Fault) => Reading): Reading {
  if (!(Math.abs(value) < Infinity)) return refuse({ fix: 'write a number that is not so large' });
  if (value < 0) return refuse({ fix: 'write 0 or more' });
  if (dimension === 'share' && value > 1) return refuse({ fix: 'write at most 100%' });
  return { value };
}
