import { currencyCode, meansCurrency } from './currency-table.js';
import { scaled, shifted } from './decimal.js';
import { type DimensionRow, DIMENSIONS, FOUND, percent } from './quantity-dimensions.js';
import {
  divisorIn,
  type Fault,
  leadingNumber,
  LONGEST,
  type Parsed,
  parseQuantity,
} from './quantity-grammar.js';

/** What a quantity measures. */
export type Dimension = keyof typeof DIMENSIONS;

/** A quantity in the unit that drsim calculates in, or what is wrong with the text. */
export type Reading =
  | { readonly value: number }
  | { readonly expected: string; readonly got: string; readonly fix?: string };

/** Shares are written in hundredths. */
const PERCENT = 100;

/**
 * Reads a quantity with its unit. Decimal prefixes are powers of 1000 and binary ones of 1024, bits
 * and bytes are told apart, a year is 365.25 days and a month a twelfth of it.
 *
 * @param text such as `15 min`, `4h30m`, `1 TB`, `10 Gbit/s`, `$1M/h`, `0.02 / year`,
 *   `1 in 50 years`, `30%`
 * @param context `currency`, a code of ISO 4217, refuses amounts in any other that `exchange` does not
 *   know: what one unit of it is worth in `currency`
 * @returns ms, bytes, bytes per second, currency, currency per hour, per byte, per byte and year,
 *   per year, or a share; only a share per year may be below 0; never throws
 */
export function readQuantity(
  text: string | number,
  dimension: Dimension,
  context: { readonly currency?: string; readonly exchange?: ReadonlyMap<string, number> } = {},
): Reading {
  const row = DIMENSIONS[dimension];
  const shown = typeof text === 'number' ? String(text) : JSON.stringify(text);
  const currency = context.currency ?? '';
  const parsed = parseQuantity(String(text).trim());
  const worth = worthOf(parsed, currency, context.exchange);
  const others = (context.exchange?.size ?? 0) > 0;
  const asked = { text: String(text).trim(), shown, dimension, currency, worth, others };
  const fault = 'parts' in parsed ? misfit(parsed, asked) : parsed;
  const value = 'parts' in parsed ? valueOf(parsed, row) * (worth ?? 1) : NaN;
  const found = fault ?? outOfRange(value, dimension);
  // Adding 0 turns -0 into 0.
  if (found === undefined) return { value: value + 0 };
  const { got = shown, fix } = found;
  const said = { expected: inCurrency(row.say, currency), got };
  return fix === undefined ? said : { ...said, fix };
}

/**
 * Both ends of an interval, each as a full text: the first takes from the second what it leaves out.
 *
 * @param text such as `5 min to 30 min` or `0.01 to 0.1 / year`
 * @returns undefined for what is no interval
 */
export function splitInterval(text: string): [string, string] | undefined {
  if (text.length > 3 * LONGEST) return undefined;
  const [low, high, ...more] = text.trim().split(/\s+to\s+/);
  if (!low || !high || more.length > 0) return undefined;
  return [completed(low, high), high];
}

/** `0.01` by `0.1 / year` is `0.01 / year`, `5%` by `20% / year` is `5% / year`. */
function completed(low: string, high: string): string {
  const divisor = divisorIn(high);
  const head = leadingNumber(low);
  if (!('digits' in head) || head.rest !== '') {
    return divisorIn(low) === '' && !PER_SECOND.test(low) ? low + divisor : low;
  }
  const top = high.slice(0, high.length - divisor.length);
  return SEVERAL.test(top) ? low : top.replace(FIRST_NUMBER, () => low) + divisor;
}

const FIRST_NUMBER = /[+-]?[\d.](?:[\d.,_]*\d)?(?:[eE][+-]?\d+)?/;
/** `500kbps` is by the second already. */
const PER_SECOND = /[bB]ps$/;
/** `4h30m`: no telling which of its units a bare number has. */
const SEVERAL = /\d\s*(?![eE]\d)[a-zA-Z]+\s*\d/;

interface Asked {
  readonly text: string;
  /** The same as it is quoted in messages. */
  readonly shown: string;
  readonly dimension: Dimension;
  /** Code of ISO 4217; empty when any will do. */
  readonly currency: string;
  /** What one unit of the currency written is worth in it; undefined when nobody says. */
  readonly worth: number | undefined;
  /** Whether there are rates of other currencies. */
  readonly others: boolean;
}

/** How a missing rate is added: beside others, or as the first. */
export function addRate(code: string, currency: string, others: boolean): string {
  const rate = `${code}: { rate: … ${currency}, date: … }`;
  return others ? `add "${rate}" to "exchange"` : `add "exchange: { ${rate} }"`;
}

/** What a foreign currency is worth; undefined for the own one, none, or one without a rate. */
function worthOf(
  parsed: ReturnType<typeof parseQuantity>,
  own: string,
  exchange: ReadonlyMap<string, number> | undefined,
): number | undefined {
  const written = 'parts' in parsed ? parsed.currency : undefined;
  if (written === undefined || own === '' || meansCurrency(written, own)) return undefined;
  return exchange?.get(currencyCode(written));
}

function valueOf({ amount, times, over }: Parsed, row: DimensionRow): number {
  return scaled(amount, times * row.base, over);
}

/** Why a quantity is not of the kind asked for. */
function misfit(
  parsed: Parsed,
  { text, shown, dimension, currency, worth, others }: Asked,
): Partial<Fault> | undefined {
  const row: DimensionRow = DIMENSIONS[dimension];
  const { parts, amount, over, currency: written } = parsed;
  if (parts === '1' && row.parts !== '1') {
    return { got: text, fix: inCurrency(row.bare(amount), currency) };
  }
  const foreign = written !== undefined && currency !== '' && !meansCurrency(written, currency);
  if (foreign && worth === undefined && row.parts.startsWith('money')) {
    const code = currencyCode(written);
    const got = code === written ? shown : `${shown}, in ${code}`;
    return { got, fix: `convert the amount to ${currency}, or ${addRate(code, currency, others)}` };
  }
  if (parts !== row.parts) {
    const got = `${shown}, ${FOUND.get(parts) ?? `something in ${parts}`}`;
    const fix = mended(parsed, text, row);
    return fix === undefined ? { got } : { got, fix: `write "${fix}"` };
  }
  // What grows by 20% a year does not grow by a twelfth of that a month.
  if (parts === 'share/time' && over !== PERCENT * row.base) {
    return { fix: `convert it to a ${dimension}` };
  }
  return undefined;
}

/**
 * What somebody probably meant who left out the time of a share, gave one to what has none, or took a
 * share for a number.
 */
function mended({ parts, amount }: Parsed, text: string, row: DimensionRow): string | undefined {
  if (parts === 'share' && row.per !== undefined) return text + row.per;
  const divisor = divisorIn(text);
  if (row.parts === 'money' && parts === 'money/time')
    return text.slice(0, text.length - divisor.length);
  if (parts === '1/time' && row.per !== undefined) return percent(amount) + row.per;
  if (parts !== 'share/time' || row.parts !== '1/time') return undefined;
  return `${shifted(amount, -2)}${divisor}`;
}

function outOfRange(value: number, dimension: Dimension): Partial<Fault> | undefined {
  if (!(Math.abs(value) < Infinity)) return { fix: 'write a number that is not so large' };
  if (value < 0 && dimension !== 'share per year') return { fix: 'write 0 or more' };
  if (value > 1 && dimension === 'share') return { fix: 'write at most 100%' };
  return undefined;
}

/** Words with examples in USD, for somebody who counts in another currency. */
function inCurrency(words: string, currency: string): string {
  if (currency === '' || currency === 'USD') return words;
  return words
    .replaceAll(/\$([\d.]+M?)/g, (_, amount: string) => `${amount} ${currency}`)
    .replaceAll('USD', () => currency);
}
