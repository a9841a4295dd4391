import type { Luck } from './luck.js';
import { names } from './oddities.js';

/** Who plays in a scenario: chosen first, so that everything that names them names the same. */
export interface Cast {
  readonly sites: readonly string[];
  /** Those of the sites at which services can run; the others only keep copies. */
  readonly running: readonly string[];
  readonly services: readonly string[];
  readonly strategies: readonly string[];
  readonly currency: string;
  /** Other currencies, each with a rate. */
  readonly foreign: readonly string[];
  readonly priced: boolean;
  /** ms since 1970. */
  readonly start: number;
  readonly horizonYears: number;
}

const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'CHF'] as const;
/** Server types of the price list. */
export const SERVERS = ['m5.large', 'm5.xlarge'] as const;
/** Storage classes of the price list. */
export const CLASSES = ['object', 'object-infrequent', 'snapshot', 'block'] as const;

/** A cast of a few of each, of names that are now and then odd. */
export function castOf(luck: Luck): Cast {
  const currency = luck.chance(0.6) ? 'USD' : luck.pick(CURRENCIES);
  const others = luck.shuffled(CURRENCIES.filter((code) => code !== currency));
  const sites = names(luck, 1 + luck.below(4));
  const vault = sites.length > 1 && luck.chance(0.2);
  const foreign = luck.chance(0.4) ? others.slice(0, 1 + luck.below(2)) : [];
  return {
    sites,
    running: vault ? sites.slice(0, -1) : sites,
    services: names(luck, 1 + luck.below(3)),
    strategies: names(luck, 1 + luck.below(3)),
    currency,
    foreign,
    priced: luck.chance(0.5) && [currency, ...foreign].includes('USD'),
    start: Date.UTC(2020 + luck.below(12), luck.below(12), 1 + luck.below(28)),
    horizonYears: luck.chance(0.9) ? luck.pick([1, 1, 2, 5, 10]) : luck.pick([0.001, 0.1, 50, 200]),
  };
}

/** The link between every pair of sites, by its name. */
export function linkNames({ sites }: Cast): readonly string[] {
  return pairsOf(sites).map(([one, other]) => `${one}-${other}`);
}

/** Every pair of sites, once. */
export function pairsOf(sites: readonly string[]): readonly (readonly [string, string])[] {
  return sites.flatMap((one, i) => sites.slice(i + 1).map((other) => [one, other] as const));
}

/** Names of a kind that the scenario or its price list has; undefined for kinds of the catalogue. */
export function namesOf(kind: string, cast: Cast): readonly string[] | undefined {
  switch (kind) {
    case 'site':
      return cast.sites;
    case 'service':
      return cast.services;
    case 'server type':
      return cast.priced ? SERVERS : undefined;
    case 'storage class':
      return CLASSES;
    default:
      return undefined;
  }
}
