import { divisorIn } from '../../base/quantity-grammar.js';
import { readQuantity } from '../../base/quantity.js';
import { nearest } from '../../base/suggest.js';
import { YEAR } from '../../base/units.js';
import { type Gate, GATE_MEASURES, type GateMeasure, type GateRule } from '../../model/gate.js';
import type { ExchangeRate } from '../../model/scenario.js';
import type { Service } from '../../model/service.js';
import { listed } from '../../base/listed.js';
import { reader, type Reader, refuse } from '../reading.js';
import { quoted } from '../yaml/located-tree.js';

/** What gates are read against; a scenario has all of it. */
export interface GateContext {
  readonly services: readonly Pick<Service, 'name' | 'objectives'>[];
  readonly strategies: readonly { readonly name: string }[];
  /** ISO 4217; empty takes amounts in any. */
  readonly currency: string;
  /** What amounts in other currencies are converted at. */
  readonly exchange: readonly Pick<ExchangeRate, 'currency' | 'rate'>[];
}

/** What is wrong with the text of a gate. */
export interface GateFault {
  readonly expected: string;
  readonly got: string;
  readonly fix?: string;
  /** Where in the text the word stands that it is about, counted from 0. */
  readonly at: number;
}

type Fault = Omit<GateFault, 'at'>;

const MEASURES = Object.keys(GATE_MEASURES) as readonly GateMeasure[];
const A_GATE = 'a gate such as "mean rto of orders <= 1 h" or "loss <= 1M USD for warm-standby"';
const RELATION = />=|<=|≥|≤|=>|=<|==|[<>=]/;
/** What the signs mean that are taken; others are refused with the right one. */
const MEANT: ReadonlyMap<string, Gate['relation']> = new Map([
  ['>=', '>='],
  ['≥', '>='],
  ['<=', '<='],
  ['≤', '<='],
]);
const SIDES = { '>=': 'at least', '<=': 'at most' } as const;
/** `/ year`, which a bound of a yearly sum may end in. */
const A_YEAR = /(?:\s*\/\s*|\s+per\s+)(?:1\s*)?(?:y|yrs?|years?)$/;
/** Share of words that a known measure must have in common with what was written. */
const ALIKE = 0.3;

/**
 * Reads a promise: `<measure> [of <service>] >=|<= <quantity> [for <strategy>]`.
 *
 * @param text such as `P(rto within objective) of orders >= 95% for warm-standby`; upper and lower
 *   case of the measure, white space and the signs ≥ and ≤ do not matter
 * @returns the gate, its text with single spaces; or what is wrong with it; never throws
 */
export function gateOf(text: string, context: GateContext): Gate | GateFault {
  const words = singleSpaced(text);
  const read = promiseOf(words, context);
  return 'expected' in read ? { ...read, at: placeIn(text, { words, at: read.at }) } : read;
}

/** What is promised in words that one space is between. */
function promiseOf(words: string, context: GateContext): Gate | GateFault {
  const sign = RELATION.exec(words);
  if (sign === null) {
    const fix = 'write ">=" or "<=" between the measure and its bound';
    return { expected: A_GATE, got: words === '' ? 'nothing' : quoted(words), fix, at: 0 };
  }
  const behind = sign.index + sign[0].length;
  const [measured, service] = parted(words.slice(0, sign.index), ' of ');
  const [amount, strategy] = parted(words.slice(behind), ' for ');
  const measure = measureOf(measured);
  if (measure === undefined) return { ...unknownMeasure(measured), at: 0 };
  const asked = { measure, rule: GATE_MEASURES[measure], service, strategy };
  const bound = boundOf(amount, asked.rule, context);
  const atService = service === undefined ? 0 : words.indexOf(' of ') + ' of '.length;
  const faults: readonly (readonly [at: number, fault: Fault | undefined])[] = [
    [atService, serviceFault(asked, context)],
    [words.indexOf(' for ', behind) + ' for '.length, strategyFault(asked, context)],
    [sign.index, relationFault(asked, sign[0])],
    [atService, objectiveFault(asked, context)],
    [words.indexOf(amount, behind), 'expected' in bound ? bound : undefined],
  ];
  const [at, fault] = faults.find(([, found]) => found !== undefined) ?? [0, undefined];
  if (fault !== undefined) return { ...fault, at };
  return {
    text: words,
    measure,
    service: sameName(service, context.services) ?? null,
    relation: asked.rule.relation,
    bound: 'value' in bound ? bound.value : 0,
    strategy: sameName(strategy, context.strategies) ?? null,
  };
}

/** Where a letter of single-spaced words stands in the text that they are of. */
function placeIn(text: string, { words, at }: { words: string; at: number }): number {
  const before = words.slice(0, at).replace(/\s/g, '').length;
  return [...text.matchAll(/\S/g)][before]?.index ?? text.trimEnd().length;
}

/** A gate in the scenario's list, as one text. */
export function gateAt(context: GateContext): Reader<Gate> {
  const examples = ['mean rto of orders <= 1 h', 'loss <= 1M USD for warm-standby'];
  return reader({ kind: 'text', examples }, (spot, reading) => {
    const { node } = spot;
    if (node.kind !== 'scalar' || typeof node.value !== 'string') {
      return refuse(spot, reading, { expected: A_GATE });
    }
    const gate = gateOf(node.value, context);
    if (!('expected' in gate)) return gate;
    const { place, inset } = node;
    const column = place.column + (inset === undefined ? 0 : inset + gate.at);
    return refuse(spot, reading, { ...gate, place: { ...place, column } });
  });
}

interface Asked {
  readonly measure: GateMeasure;
  readonly rule: GateRule;
  /** As written; undefined where nothing is. */
  readonly service: string | undefined;
  readonly strategy: string | undefined;
}

const singleSpaced = (text: string) =>
  text.replace(/\s+/g, ' ').replace('( ', '(').replace(' )', ')').trim();

/** What stands before a word, and what behind it if it is there. */
function parted(text: string, word: string): [string, string | undefined] {
  const at = text.indexOf(word);
  if (at < 0) return [text.trim(), undefined];
  return [text.slice(0, at).trim(), text.slice(at + word.length).trim()];
}

/** The name as the scenario writes it, whose white space may differ. */
function sameName(
  name: string | undefined,
  named: readonly { readonly name: string }[],
): string | undefined {
  return named.find((one) => singleSpaced(one.name) === name)?.name;
}

function measureOf(written: string): GateMeasure | undefined {
  return MEASURES.find((measure) => measure.toLowerCase() === written.toLowerCase());
}

function unknownMeasure(written: string): Fault {
  const near = nearest(written, MEASURES) ?? alike(written);
  return {
    expected: `a measure: ${listed(MEASURES, 'or')}`,
    got: written === '' ? 'nothing' : quoted(written),
    ...(near !== undefined && { fix: `did you mean "${near}"?` }),
  };
}

/** The measure that has the most words in common; undefined where that is too few. */
function alike(written: string): GateMeasure | undefined {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}+/gu));
  const given = wordsOf(written);
  let best: GateMeasure | undefined;
  let most = ALIKE;
  for (const measure of MEASURES) {
    const own = wordsOf(measure);
    const common = [...own].filter((word) => given.has(word)).length;
    const share = common / (own.size + given.size - common);
    if (share > most) [best, most] = [measure, share];
  }
  return best;
}

function serviceFault({ measure, rule, service }: Asked, context: GateContext) {
  if (service === undefined) return undefined;
  if (rule.of === 'strategy') {
    const expected = `"${measure}" without a service: it is of a whole strategy`;
    return { expected, got: `of ${quoted(service)}`, fix: `leave out "of ${service}"` };
  }
  if (sameName(service, context.services) !== undefined) return undefined;
  const [before, after] = parted(service, ' for ');
  if (after !== undefined && sameName(before, context.services) !== undefined) {
    const expected = 'the strategy behind the bound';
    return { expected, got: `"for ${after}" before it`, fix: `put "for ${after}" at the end` };
  }
  return unknownName('service', service, context.services);
}

function strategyFault({ strategy }: Asked, { strategies }: GateContext) {
  if (strategy === undefined || sameName(strategy, strategies) !== undefined) return undefined;
  return unknownName('strategy', strategy, strategies);
}

function unknownName(
  kind: string,
  written: string,
  named: readonly { readonly name: string }[],
): Fault {
  const names = named.map(({ name }) => name);
  const near = nearest(written, names);
  return {
    expected: `the name of a ${kind}: ${names.length === 0 ? 'there is none' : listed(names, 'or')}`,
    got: written === '' ? 'nothing' : quoted(written),
    ...(near !== undefined && { fix: `did you mean "${near}"?` }),
  };
}

function relationFault({ measure, rule }: Asked, sign: string): Fault | undefined {
  const meant = MEANT.get(sign);
  if (meant === rule.relation) return undefined;
  const fix = `write "${rule.relation}"`;
  if (meant === undefined) return { expected: '">=" or "<="', got: quoted(sign), fix };
  const expected = `"${measure}" to be ${SIDES[rule.relation]} something: that is what it promises`;
  return { expected, got: quoted(sign), fix };
}

/** A service without the objective cannot keep to it; one of several is left out. */
function objectiveFault({ rule, service }: Asked, { services }: GateContext) {
  const { objective } = rule;
  if (objective === undefined) return undefined;
  const asked = services.filter(
    ({ name }) => service === undefined || singleSpaced(name) === service,
  );
  if (asked.some(({ objectives }) => objectives[objective] !== null)) return undefined;
  return {
    expected: `a service with an objective for its ${objective}`,
    got: service === undefined ? 'no service that has one' : `${quoted(service)}, which has none`,
    fix: `add "objectives: { ${objective}: 1 h }" to the service`,
  };
}

function boundOf(amount: string, rule: GateRule, { currency, exchange }: GateContext) {
  const text = rule.yearly ? amount.replace(A_YEAR, '') : amount;
  const rates = new Map(exchange.map((other) => [other.currency, other.rate]));
  const known = currency === '' ? {} : { currency, exchange: rates };
  const read = readQuantity(text, rule.dimension, known);
  if ('value' in read || !rule.yearly) return read;
  const yearly = yearlyOf(text);
  const fix = yearly === undefined ? {} : { fix: `write "${yearly}", for a year` };
  return { ...read, expected: `${read.expected}, for a year`, ...fix };
}

/** The same by the year: `12M USD` for `1M USD / month`; undefined for what is by no time. */
function yearlyOf(text: string): string | undefined {
  const divisor = divisorIn(text);
  const time = divisor.replace(/^\s*(?:\/|per|in)\s*/, '');
  const per = readQuantity(/^\d/.test(time) ? time : `1 ${time}`, 'duration');
  if (divisor === '' || !('value' in per)) return undefined;
  const head = text.slice(0, text.length - divisor.length);
  return head.replace(/[\d.]+/, (amount) => significant((Number(amount) * YEAR) / per.value));
}

const significant = (amount: number) => String(Number(amount.toPrecision(6)));
