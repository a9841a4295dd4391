import { z } from 'zod';
import { type Ms, ms, YEAR } from '../base/units.js';
import { MOST_TRIALS, type Scenario } from '../model/scenario.js';
import type { Site } from '../model/site.js';
import type { Catalogue } from './catalogue.js';
import { certain } from './figure/figure.js';
import { instant } from './figure/instant.js';
import { keysOf, type Located, placeIn, valueOf } from './yaml/located-tree.js';
import { inReadingOrder, type Place, type Problem } from './problem.js';
import type { Range } from './figure/range.js';
import { links, sites, UNKNOWN } from './parts/read-place.js';
import { readinessAt } from './parts/read-readiness.js';
import { services } from './parts/read-service.js';
import { strategies } from './parts/read-strategy.js';
import { prices } from './parts/read-tables.js';
import { threats } from './parts/read-threat.js';
import { newReading, type Reader, type Reading, type Spot } from './reading.js';
import { flowsAreCarried } from './parts/reachable.js';
import { mapping, optional, required } from './form/shape.js';
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
);

/** A seed may be any text, or a number as it is written. */
const seed: Reader<string> = (spot, reading) => {
  const { node } = spot;
  if (node.kind === 'scalar' && typeof node.value === 'number') return node.text;
  return text(spot, reading);
};

/** Parts that are read against others, once those are known. */
const later: Reader<Spot> = (spot) => (spot.node.kind === 'broken' ? undefined : spot);

const whole = mapping({
  name: required(text, 'name: …'),
  start: optional(instant, START),
  horizon: required(certain<Ms>({ dimension: 'duration', range: HORIZON }), 'horizon: 10 years'),
  currency: required(currency, 'currency: USD'),
  trials: optional(integer({ least: 1, most: MOST_TRIALS }), TRIALS),
  seed: optional(seed, '1'),
  prices: optional(later, null),
  sites: required(later, 'sites: { here: {} }'),
  links: optional(later, null),
  services: required(later, 'services: { shop: { data: { size: 1 TB } } }'),
  threats: required(later, 'threats: [power-outage]'),
  readiness: optional(later, null),
  strategies: required(later, 'strategies: { waiting: { primary: here } }'),
});

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

function scenarioAt(tree: Located, file: string, reading: Reading): Scenario | undefined {
  reading.currency = currencyOf(tree);
  const spot = { node: tree, path: '' };
  const read = whole(spot, reading);
  // What can be read is read even if something else is wrong: all problems are told at once.
  const part = (key: string): Spot | undefined => {
    const value = valueOf(tree, key);
    return value && { node: value, path: key };
  };
  const at = <T>(key: string, reader: Reader<T>): T | undefined => {
    const where = part(key);
    return where && reader(where, reading);
  };
  const known = at('sites', sites);
  const places = known ?? keysOf(part('sites')?.node).map(unknownSite);
  // Without any site everything that refers to one would be reported too.
  const placed = <T>(key: string, reader: Reader<T>) =>
    places.length === 0 ? undefined : at(key, reader);
  const span = { start: read?.start ?? START, horizon: read?.horizon ?? ms(200 * YEAR) };
  const list = part('prices') === undefined ? null : (at('prices', prices) ?? null);
  const lines = part('links') === undefined ? [] : placed('links', links(places));
  const work = at('services', services(list));
  const dangers = placed('threats', threats(places, span));
  const limits = readinessAt(part('readiness') ?? nothingAt(tree, 'readiness'), reading);
  const designs = placed('strategies', strategies(places, list));
  if (!read || !known || !lines || !work || !dangers || !designs || !limits) return undefined;
  const parts = { sites: places, links: lines, services: work, strategies: designs };
  if (!flowsAreCarried({ ...parts, horizon: read.horizon }, part('strategies')!, reading)) {
    return undefined;
  }
  return {
    ...parts,
    name: baseName(file),
    title: read.name,
    start: read.start,
    horizon: read.horizon,
    currency: read.currency,
    trials: read.trials,
    seed: read.seed,
    threats: dangers,
    prices: list,
    exchange: [],
    finance: { discountRate: null, real: false },
    gates: [],
    readiness: limits,
    assumptions: reading.assumptions,
  };
}

/** A part that was left out, so that only what lies beneath it is read. */
function nothingAt({ place }: Located, path: string): Spot {
  return { node: { kind: 'mapping', place, entries: new Map(), extends: null }, path };
}

/** Stands for a site that could not be read, so that what refers to it is not reported too. */
function unknownSite(name: string): Site {
  return { name, region: name, provider: UNKNOWN, account: '', campus: null, at: null };
}

/** Amounts are checked against the scenario's currency, wherever in the text that stands. */
function currencyOf(tree: Located): string {
  const value = valueOf(tree, 'currency');
  return value?.kind === 'scalar' && /^[A-Z]{3}$/.test(value.text) ? value.text : '';
}

/** `online-shop` for `scenarios/online-shop.yaml`. */
function baseName(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? '';
  return name.replace(/\.ya?ml$/i, '') || 'scenario';
}
