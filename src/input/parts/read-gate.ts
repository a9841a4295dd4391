import { readQuantity } from '../../base/quantity.js';
import { nearest } from '../../base/suggest.js';
import { type Gate, GATE_MEASURES, type GateMeasure, type GateRule } from '../../model/gate.js';
import type { Service } from '../../model/service.js';
import { listed } from '../form/shape.js';
import { reader, type Reader, refuse } from '../reading.js';
import { quoted } from '../yaml/located-tree.js';

/** What gates are read against; a scenario has all of it. */
export interface GateContext {
  readonly services: readonly Pick<Service, 'name' | 'objectives'>[];
  readonly strategies: readonly { readonly name: string }[];
  /** ISO 4217; empty takes amounts in any. */
  readonly currency: string;
  /** What one unit of another currency is worth in it; none where left out. */
  readonly rates?: ReadonlyMap<string, number>;
}

/** What is wrong with the text of a gate. */
export interface GateFault {
  readonly expected: string;
  readonly got: string;
  readonly fix?: string;
}

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
  const sign = RELATION.exec(words);
  if (sign === null) {
    const fix = 'write ">=" or "<=" between the measure and its bound';
    return { expected: A_GATE, got: words === '' ? 'nothing' : quoted(words), fix };
  }
  const [measured, service] = parted(words.slice(0, sign.index), ' of ');
  const [amount, strategy] = parted(words.slice(sign.index + sign[0].length), ' for ');
  const measure = measureOf(measured);
  if (measure === undefined) return unknownMeasure(measured);
  const asked = { measure, rule: GATE_MEASURES[measure], service, strategy };
  const fault =
    serviceFault(asked, context) ??
    strategyFault(asked, context) ??
    relationFault(asked, sign[0]) ??
    objectiveFault(asked, context);
  if (fault !== undefined) return fault;
  const bound = boundOf(amount, asked.rule, context);
  if ('expected' in bound) return bound;
  return {
    text: words,
    measure,
    service: sameName(service, context.services) ?? null,
    relation: asked.rule.relation,
    bound: bound.value,
    strategy: sameName(strategy, context.strategies) ?? null,
  };
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
    return 'expected' in gate ? refuse(spot, reading, gate) : gate;
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

function unknownMeasure(written: string): GateFault {
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
): GateFault {
  const names = named.map(({ name }) => name);
  const near = nearest(written, names);
  return {
    expected: `the name of a ${kind}: ${names.length === 0 ? 'there is none' : listed(names, 'or')}`,
    got: written === '' ? 'nothing' : quoted(written),
    ...(near !== undefined && { fix: `did you mean "${near}"?` }),
  };
}

function relationFault({ measure, rule }: Asked, sign: string): GateFault | undefined {
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

function boundOf(amount: string, rule: GateRule, { currency, rates }: GateContext) {
  const text = rule.yearly ? amount.replace(A_YEAR, '') : amount;
  const read = readQuantity(text, rule.dimension, {
    ...(currency === '' ? {} : { currency }),
    ...(rates === undefined ? {} : { exchange: rates }),
  });
  if ('value' in read || !rule.yearly) return read;
  return { ...read, expected: `${read.expected}, for a year` };
}
