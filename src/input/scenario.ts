import { z } from 'zod';
import { type Ms, ms, YEAR } from '../base/units.js';
import { MOST_TRIALS, type Scenario } from '../model/scenario.js';
import type { Site } from '../model/site.js';
import type { Strategy } from '../model/strategy.js';
import type { Catalogue } from './catalogue.js';
import { certain } from './figure/figure.js';
import { instant } from './figure/instant.js';
import { keysOf, type Located, placeIn, valueOf } from './yaml/located-tree.js';
import { inReadingOrder, type Place, type Problem } from './problem.js';
import type { Range } from './figure/range.js';
import { links, sites, UNKNOWN } from './parts/read-place.js';
import { exchange, finance } from './parts/read-finance.js';
import { growthIsBounded } from './parts/grown.js';
import { notedStrikes } from './parts/noted-strikes.js';
import { gateAt } from './parts/read-gate.js';
import { readiness } from './parts/read-readiness.js';
import { services } from './parts/read-service.js';
import { strategies } from './parts/read-strategy.js';
import { prices } from './parts/read-tables.js';
import { threats } from './parts/read-threat.js';
import { newReading, reader, type Reader, type Reading, type Spot } from './reading.js';
import { flowsAreCarried } from './parts/reachable.js';
import type { Form } from './form/form.js';
import { listOf, mapping, optional, required } from './form/shape.js';
import { integer, plain, text } from './form/words.js';
import { readYaml } from './yaml/yaml-text.js';

/** Monday 2027-01-04. */
const START = Date.UTC(2027, 0, 4);
const TRIALS = 10_000;

const HORIZON: Range = {
  least: 0,
  above: true,
  most: 200 * YEAR,
  words: 'longer than 0 and at most 200 years',
};

const currency = plain(
  z.string().regex(/^[A-Z]{3}$/),
  'a currency by its three letters, such as USD',
  { kind: 'text', pattern: '^[A-Z]{3}$', examples: ['USD', 'EUR'] },
);

const ANY_NUMBER: Form = { kind: 'number', least: -Infinity, most: Infinity };

/** A seed may be any text, or a number as it is written. */
const seed: Reader<string> = reader(
  { kind: 'either', of: [text.form, ANY_NUMBER] },
  (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'scalar' && typeof node.value === 'number') return node.text;
    return text(spot, reading);
  },
);

/** A part that is read against others, once those are known; its form is known before. */
function later({ form }: { readonly form: Form }): Reader<Spot> {
  return reader(form, (spot) => (spot.node.kind === 'broken' ? undefined : spot));
}

const ANY_SPAN = { start: START, horizon: ms(200 * YEAR) };
const NO_MEMBERS = { sites: [], links: [], services: [], accounts: [] };
const NOTHING_KNOWN = { services: [], strategies: [], currency: '', exchange: [] };

const whole = mapping({
  name: required(text, 'name: …', 'Title of the scenario.'),
  start: optional(instant, START, {
    about: 'First instant of the horizon (UTC).',
    usual: 'Monday 2027-01-04',
  }),
  horizon: required(
    certain<Ms>({ dimension: 'duration', range: HORIZON }),
    'horizon: 10 years',
    'Time simulated in each history, at most 200 years.',
  ),
  currency: required(currency, 'currency: USD', 'Three letters (ISO 4217); all money is in it.'),
  exchange: optional(later(exchange), null, {
    about: 'What amounts in other currencies are converted at, by code.',
  }),
  trials: optional(integer({ least: 1, most: MOST_TRIALS }), TRIALS, {
    about: 'Histories to simulate where the call does not say.',
  }),
  seed: optional(seed, '1', { about: 'Any text: the same seed gives the same histories.' }),
  prices: optional(later(prices), null, {
    about: 'Price list of `models/prices/`.',
    usual: 'nothing is priced but `costs`',
  }),
  finance: optional(
    finance,
    { discountRate: null, real: false },
    {
      about: 'How later money compares with money now.',
    },
  ),
  sites: required(later(sites), 'sites: { here: {} }', 'Places, by name.'),
  links: optional(later(links([])), null, { about: 'Paths between sites, by name.' }),
  services: required(
    later(services(null)),
    'services: { shop: { data: { size: 1 TB } } }',
    'Workloads, by name.',
  ),
  threats: required(
    later(threats(NO_MEMBERS, ANY_SPAN)),
    'threats: [power-outage]',
    'What goes wrong: names of `models/threats/`, or mappings.',
  ),
  strategies: required(
    later(strategies([], null)),
    'strategies: { waiting: { primary: here } }',
    'Candidates, by name; the first is the baseline.',
  ),
  gates: optional(later(listOf('gates', gateAt(NOTHING_KNOWN))), null, {
    about: 'Promises that a run must keep, or it ends with exit code 99.',
  }),
  readiness: optional(later(readiness), null, {
    about: 'What `drsim check` measures against, and the findings that are accepted.',
    usual: 'the limits of models/defaults/readiness',
  }),
});

/** What a scenario file may look like. */
export const SCENARIO_FORM: Form = whole.form;

/** A scenario, and where in its text everything stands. */
export interface ReadScenario {
  readonly scenario: Scenario;
  /** Place of a path such as `strategies.warm-standby.backups`, or of what is left of it in the text. */
  readonly placeOf: (path: string) => Place;
}

/**
 * Reads a scenario: the user's text over the entries of the catalogue that it uses. Never throws for
 * any text; where something is wrong all problems are given at once, in the order of the file.
 */
export function readScenario(
  source: { readonly file: string; readonly text: string },
  catalogue: Catalogue,
): ReadScenario | { readonly problems: readonly Problem[] } {
  const reading = newReading(catalogue);
  const { tree, problems } = readYaml(source);
  reading.problems.push(...problems);
  const scenario = tree ? scenarioAt(tree, source.file, reading) : undefined;
  if (scenario && reading.problems.length === 0) {
    return { scenario, placeOf: (path) => placeIn(tree!, path) };
  }
  return { problems: inReadingOrder(reading.problems, [source.file]) };
}

/** What can be read is read even if something else is wrong: all problems are told at once. */
class Parts {
  readonly #tree: Located;
  readonly #reading: Reading;

  constructor(tree: Located, reading: Reading) {
    this.#tree = tree;
    this.#reading = reading;
  }

  spot(key: string): Spot | undefined {
    const node = valueOf(this.#tree, key);
    return node && { node, path: key };
  }

  /** The part under a key; undefined when it is not there or wrong. */
  read<T>(key: string, read: Reader<T>): T | undefined {
    const spot = this.spot(key);
    return spot && read(spot, this.#reading);
  }

  /** The part under a key, or what stands for it when it is not there. */
  readOr<T, A>(key: string, read: Reader<T>, missing: A): T | A | undefined {
    return this.spot(key) === undefined ? missing : this.read(key, read);
  }
}

function scenarioAt(tree: Located, file: string, reading: Reading): Scenario | undefined {
  const parts = new Parts(tree, reading);
  reading.currency = currencyOf(tree);
  const rates = parts.readOr('exchange', exchange, []);
  // Amounts in a currency whose rate is wrong are not refused as well.
  for (const code of keysOf(parts.spot('exchange')?.node)) reading.exchange.set(code, 1);
  for (const { currency: code, rate } of rates ?? []) reading.exchange.set(code, rate);
  const read = whole({ node: tree, path: '' }, reading);
  const known = parts.read('sites', sites);
  const places = known ?? keysOf(parts.spot('sites')?.node).map(unknownSite);
  // Without any site everything that refers to one would be reported too.
  const placed = places.length > 0;
  const span = { start: read?.start ?? START, horizon: read?.horizon ?? ANY_SPAN.horizon };
  const list = parts.readOr('prices', prices, null) ?? null;
  const lines = placed ? parts.readOr('links', links(places), []) : undefined;
  const work = parts.read('services', services(list));
  const limits = readiness(parts.spot('readiness') ?? nothingAt(tree, 'readiness'), reading);
  const designs = placed ? parts.read('strategies', strategies(places, list)) : undefined;
  const members = {
    sites: places,
    links: lines ?? keysOf(parts.spot('links')?.node).map((name) => ({ name })),
    services: work ?? keysOf(parts.spot('services')?.node).map((name) => ({ name })),
    accounts: (designs ?? []).flatMap(accountsOf),
  };
  const dangers = placed ? parts.read('threats', threats(members, span)) : undefined;
  const context = work &&
    designs && {
      services: work,
      strategies: designs,
      currency: reading.currency,
      exchange: [...reading.exchange].map(([code, rate]) => ({ currency: code, rate })),
    };
  const gates = context && parts.readOr('gates', listOf('gates', gateAt(context)), []);
  if (!read || !rates || !known || !lines || !work || !dangers || !designs || !limits || !gates) {
    return undefined;
  }
  const flows = { sites: places, links: lines, services: work, strategies: designs };
  const { horizon } = read;
  if (!growthIsBounded({ services: work, horizon }, parts.spot('services')!, reading)) {
    return undefined;
  }
  if (!flowsAreCarried({ ...flows, horizon }, parts.spot('strategies')!, reading)) return undefined;
  const { name, start, trials, seed: luck, finance: money, currency: code } = read;
  return {
    ...flows,
    name: baseName(file),
    title: name,
    start,
    horizon,
    currency: code,
    trials,
    seed: luck,
    threats: dangers,
    prices: list,
    exchange: rates,
    finance: money,
    gates,
    readiness: limits,
    assumptions: [...reading.assumptions, ...notedStrikes(dangers, start)],
  };
}

/** Who owns the stores of a strategy. */
function accountsOf({ backups }: Strategy): readonly string[] {
  return backups.flatMap(({ account, copies }) => [account, ...copies.map((copy) => copy.account)]);
}

/** A part that was left out, so that only what lies beneath it is read. */
function nothingAt({ place }: Located, path: string): Spot {
  return { node: { kind: 'mapping', place, entries: new Map(), extends: null }, path };
}

/** Stands for a site that could not be read, so that what refers to it is not reported too. */
function unknownSite(name: string): Site {
  return {
    name,
    region: name,
    provider: UNKNOWN,
    account: '',
    campus: null,
    storageOnly: false,
    at: null,
  };
}

/** Amounts are checked against the scenario's currency, wherever in the text that stands. */
function currencyOf(tree: Located): string {
  const value = valueOf(tree, 'currency');
  return value?.kind === 'scalar' && /^[A-Z]{3}$/.test(value.text) ? value.text : '';
}

/** `online-shop` for `scenarios/online-shop.yaml`; a name that results can be kept under anywhere. */
function baseName(file: string): string {
  const name = (file.split(/[/\\]/).at(-1) ?? '')
    .replace(/\.ya?ml$/i, '')
    .replace(NO_FILE_NAME, '-')
    .replace(/[. ]+$/, '');
  return RESERVED.test(name) ? `scenario-${name}` : name || 'scenario';
}

/** What no name of a folder can have on some machine, or what could disguise one. */
const NO_FILE_NAME = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}<>:"|?*]/gu;
/** Devices that Windows takes a file of that name for. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
