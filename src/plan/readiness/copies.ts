import { invariant } from '../../base/invariant.js';
import type { Ms } from '../../base/units.js';
import type { BackupStore, Medium } from '../../model/backup-policy.js';
import { domainOf } from '../../model/fault-domain.js';
import { carriedBy, joins, type Link } from '../../model/link.js';
import type { Scenario } from '../../model/scenario.js';
import type { Site } from '../../model/site.js';
import type { Strategy } from '../../model/strategy.js';

/** One place where a strategy keeps the data: where it serves, a standby, or a backup store. */
export interface Copy {
  readonly kind: 'live' | 'standby' | 'backup';
  readonly site: Site;
  readonly account: string;
  readonly medium: Medium;
  readonly immutable: Ms | null;
  readonly offline: boolean;
}

/** Medium of the data that a service works on. */
const LIVE_MEDIUM: Medium = 'disk';

/** The site of a name; the reader has seen to it that there is one. */
export function siteOf({ sites }: Scenario, name: string): Site {
  const site = sites.find((known) => known.name === name);
  invariant(site !== undefined, () => `no site ${name}`);
  return site;
}

/** Where a strategy keeps the data, the live one first; two policies with one store are one. */
export function copiesOf(strategy: Strategy, scenario: Scenario): readonly Copy[] {
  const serving = (kind: 'live' | 'standby', name: string): Copy => {
    const site = siteOf(scenario, name);
    const { account } = site;
    return { kind, site, account, medium: LIVE_MEDIUM, immutable: null, offline: false };
  };
  const places = new Map<string, Copy>();
  for (const store of storesOf(strategy)) {
    const { account, medium, immutable, offline } = store;
    const site = siteOf(scenario, store.store);
    const key = JSON.stringify([site.name, account, medium, offline]);
    const same = places.get(key);
    const longest = Math.max(immutable ?? 0, same?.immutable ?? 0) as Ms;
    const copy = { kind: 'backup', site, account, medium, offline } as const;
    places.set(key, { ...copy, immutable: longest > 0 ? longest : null });
  }
  return [
    serving('live', strategy.primary),
    ...strategy.standbys.map(({ site }) => serving('standby', site)),
    ...places.values(),
  ];
}

/** Every store of every policy of a strategy, those of further copies too. */
export function storesOf({ backups }: Strategy): readonly BackupStore[] {
  return backups.flatMap((policy) => [policy, ...policy.copies]);
}

/** Whether no credential can delete what is there: it is immutable for a while, or offline. */
export function isProtected({ immutable, offline }: Pick<Copy, 'immutable' | 'offline'>): boolean {
  return offline || immutable !== null;
}

/** The smallest fault domain that two sites share; null where that is a provider, or none. */
export function sharedDomain(a: Site, b: Site): 'site' | 'campus' | 'region' | null {
  const shared = (['site', 'campus', 'region'] as const).find((scope) => {
    const domain = domainOf(scope, a);
    return domain !== null && domain === domainOf(scope, b);
  });
  return shared ?? null;
}

/** The link between two sites; undefined where there is none, or where they are one. */
export function linkBetween({ links }: Scenario, a: string, b: string): Link | undefined {
  return links.find((link) => joins(link, a, b));
}

/** Rate of data from one site to another, in bytes per second; Infinity within one. */
export function rateBetween(scenario: Scenario, a: string, b: string): number {
  if (a === b) return Infinity;
  const link = linkBetween(scenario, a, b);
  return link === undefined ? Infinity : carriedBy(link);
}

/** Sites with a link to another one, those in another region first. */
export function linkedSites(scenario: Scenario, name: string): readonly Site[] {
  const from = siteOf(scenario, name);
  const linked = scenario.sites.filter((site) => linkBetween(scenario, site.name, name));
  const isFar = (site: Site) => sharedDomain(site, from) === null;
  return [...linked.filter(isFar), ...linked.filter((site) => !isFar(site))];
}

/**
 * A good place for a further copy: linked to the primary, in another region and without a standby,
 * as far as there is one; undefined where nothing is linked to the primary.
 */
export function otherSite(scenario: Scenario, strategy: Strategy): Site | undefined {
  const primary = siteOf(scenario, strategy.primary);
  const linked = linkedSites(scenario, primary.name);
  const far = linked.filter((site) => sharedDomain(site, primary) === null);
  const alone = far.find(({ name }) => !strategy.standbys.some(({ site }) => site === name));
  return alone ?? linked[0];
}
