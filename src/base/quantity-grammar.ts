import { isCurrency, meansCurrency } from './currency-table.js';
import { scaled } from './decimal.js';
import { nearest } from './suggest.js';
import { ambiguityOf, UNIT_NAMES, unitOf } from './unit-table.js';
import { SECOND } from './units.js';

/** A text taken apart: `amount` × `times` ÷ `over`, in ms, bytes, wholes and currency. */
export interface Parsed {
  /** What it is made of, such as `data/time`; `1` for a bare number. */
  readonly parts: string;
  /** The first number in the text, without separators. */
  readonly amount: string;
  readonly times: number;
  readonly over: number;
  /** The code or symbol, as written. */
  readonly currency?: string;
}

/** What is wrong with a text that is no quantity at all. */
export interface Fault {
  /** What was found when it is not simply the text. */
  readonly got?: string;
  readonly fix: string;
}

const PER = /\s*\/\s*|\s+(?:per|in)\s+/;
/** Separators only between groups of three. */
const NUMBER = /^[+-]?(?:\d{1,3}([,_])\d{3}(?:\1\d{3})*|\d+)?(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const SCALES: ReadonlyMap<string, number> = new Map([
  ...['k', 'K', 'thousand'].map((name) => [name, 1e3] as const),
  ...['M', 'million'].map((name) => [name, 1e6] as const),
  ...['B', 'bn', 'billion'].map((name) => [name, 1e9] as const),
]);
/** Characters; longer texts are no quantities, and patterns need not be tried on them. */
export const LONGEST = 100;

const NO_NUMBER: Fault = { fix: 'begin with a number' };
const TOO_LARGE: Fault = { fix: 'write a number that is not so large' };

/** Takes a quantity apart, whatever it measures. */
export function parseQuantity(text: string): Parsed | Fault {
  if (text === '') return { got: 'nothing', fix: NO_NUMBER.fix };
  if (text.length > LONGEST) {
    return { got: `a text of ${text.length} characters`, fix: 'write a number and a unit' };
  }
  const [head = '', ...below] = text.split(PER);
  const top = compoundDuration(head) ?? moneyAmount(head) ?? plainAmount(head);
  if (!('parts' in top)) return top;
  const kinds: string[] = [];
  let { over } = top;
  for (const unit of below) {
    const divisor = divisorOf(unit);
    if (!('kind' in divisor)) return divisor;
    kinds.push(divisor.kind);
    over *= divisor.factor;
  }
  if (!(over < Infinity)) return TOO_LARGE;
  return { ...top, parts: [top.parts, ...kinds.toSorted()].join('/'), over };
}

/** The number that a text begins with. */
export function leadingNumber(text: string): { digits: string; rest: string } | Fault {
  const written = NUMBER.exec(text)?.[0] ?? '';
  const rest = text.slice(written.length).trim();
  if (!/\d/.test(written)) return NO_NUMBER;
  if (/^[\d.,_]/.test(rest)) {
    return { fix: 'group digits in threes and write decimals with a point, as in 1,500.5' };
  }
  return { digits: written.replaceAll(/[_,]/g, ''), rest };
}

/** What a quantity is divided by, as written from its `/` or `per` on; empty where nothing is. */
export function divisorIn(text: string): string {
  const at = text.search(PER);
  return at < 0 ? '' : text.slice(at);
}

/** `4h30m`, `1 h 30 min`: units of time that get shorter; undefined for anything else. */
function compoundDuration(text: string): Parsed | Fault | undefined {
  const [, sign, body] = /^([+-]?)((?:\d+(?:\.\d+)?\s*[a-zA-Z]+\s*){2,})$/.exec(text) ?? [];
  if (body === undefined) return undefined;
  let [sum, last, falling] = [0, Infinity, true];
  for (const [, digits, name] of body.matchAll(/([\d.]+)\s*([a-zA-Z]+)/g)) {
    const unit = unitOf(name === 'm' ? 'min' : name!);
    if (unit?.kind !== 'time') return undefined;
    falling &&= unit.factor < last;
    last = unit.factor;
    sum += scaled(digits!, unit.factor);
  }
  if (!falling) return { fix: 'write each unit of time once, the longest first' };
  return { parts: 'time', amount: `${sign}${sum}`, times: 1, over: 1 };
}

/** `$1.5M`, `40k USD`, `EUR 12`; undefined where no currency is named. */
function moneyAmount(text: string): Parsed | Fault | undefined {
  const { sign, before, number } = currencyFirst(text);
  const head = leadingNumber(number);
  if (!('digits' in head) || (sign !== '' && /^[+-]/.test(head.digits))) {
    return before === '' ? undefined : NO_NUMBER;
  }
  const { scale, after } = currencyLast(head.rest);
  if (before === '' && after === '') return undefined;
  if (before !== '' && after !== '' && !meansCurrency(before, after)) {
    return { fix: `write one currency, such as "${head.digits} ${after}"` };
  }
  const times = scale === '' ? 1 : SCALES.get(scale);
  if (times === undefined) return unknownUnit(scale, SCALES.keys());
  const amount = sign + head.digits;
  return { parts: 'money', amount, times, over: 1, currency: after || before };
}

function currencyFirst(text: string): { sign: string; before: string; number: string } {
  const found = /^([+-]?)([$€£¥]|[A-Z]{3}(?![A-Za-z]))\s*(.*)$/s.exec(text);
  const [, sign = '', before = '', number = ''] = found ?? [];
  return isCurrency(before) ? { sign, before, number } : { sign: '', before: '', number: text };
}

function currencyLast(text: string): { scale: string; after: string } {
  const [, scale = '', after = ''] = /^(.*?)\s*([$€£¥]|[A-Z]{3})$/s.exec(text) ?? [];
  return isCurrency(after) ? { scale, after } : { scale: text, after: '' };
}

function plainAmount(text: string): Parsed | Fault {
  const head = leadingNumber(text);
  if (!('digits' in head)) return head;
  const { digits: amount, rest: name } = head;
  if (name === '') return { parts: '1', amount, times: 1, over: 1 };
  const unit = unitOf(name);
  if (unit) {
    const over = unit.kind === 'share' ? 100 : 1;
    return { parts: unit.kind, amount, times: unit.factor, over };
  }
  const flow = unitOf(name.replace(/bps$/, 'bit').replace(/Bps$/, 'B'));
  if (flow) return { parts: 'data/time', amount, times: flow.factor, over: SECOND };
  if (SCALES.has(name)) return { fix: `name the currency after "${text}"` };
  return mistakenUnit(name);
}

/** What stands after a `/` or `per`: a unit, perhaps with a number before it. */
function divisorOf(text: string): { kind: string; factor: number } | Fault {
  const numbered = /^[\d.,_+-]/.test(text);
  const head = numbered ? leadingNumber(text) : { digits: '1', rest: text };
  if (!('digits' in head)) return head;
  if (head.rest === '') return { fix: 'end with a unit' };
  const unit = unitOf(head.rest);
  if (!unit) return mistakenUnit(head.rest);
  const factor = scaled(head.digits, unit.factor);
  if (!(factor > 0)) return { fix: `divide by more than 0 ${head.rest}` };
  return { kind: unit.kind, factor };
}

function mistakenUnit(name: string): Fault {
  const fix = ambiguityOf(name);
  if (fix !== undefined) return { fix };
  const code = name.toUpperCase();
  return code !== name && isCurrency(code)
    ? { fix: `write "${code}"` }
    : unknownUnit(name, UNIT_NAMES);
}

function unknownUnit(name: string, known: Iterable<string>): Fault {
  const meant = nearest(name, known);
  if (meant === undefined) return { fix: `"${name}" is no unit that drsim knows` };
  return { fix: `"${name}" is no unit; did you mean "${meant}"?` };
}
