import { listed } from '../../base/listed.js';
import { domainOf } from '../../model/fault-domain.js';
import type { Scenario } from '../../model/scenario.js';
import type { Site } from '../../model/site.js';
import type { Strategy } from '../../model/strategy.js';
import type { Threat } from '../../model/threat.js';
import { type Copy, copiesOf, sharedDomain, siteOf } from './copies.js';
import { addStores, freeStores } from './further-stores.js';
import type { Observation } from './observation.js';
import { pathOf, standbyPath } from '../../model/key-path.js';
import { standbySites } from './standby-proposal.js';
import { copiesAway } from './three-two-one.js';

const NEARNESS = ['site', 'campus', 'region'] as const;
type Domain = (typeof NEARNESS)[number];

/**
 * Whether one disaster takes copies together: by a threat of the scenario that leaves none, or
 * because all backups are as near to the data as a site, a campus or a region. One backup store
 * further away is enough; those that are near then serve quick restores.
 */
export function faultDomains(strategy: Strategy, scenario: Scenario): readonly Observation[] {
  const copies = copiesOf(strategy, scenario);
  const backups = copies.filter(({ kind }) => kind === 'backup');
  const near = nearStandbys(strategy, scenario, copies);
  if (backups.length === 0) return near;
  const together = afterLoss(strategy, scenario, copies) ?? besideData(strategy, scenario, copies);
  if (together !== undefined) return [...near, together];
  const beside = besideStandby(strategy, scenario, copies) ?? overOneLink(strategy, copies);
  return [...near, ...(beside === undefined ? [] : [beside])];
}

function afterLoss(
  strategy: Strategy,
  scenario: Scenario,
  copies: readonly Copy[],
): Observation | undefined {
  const { primary } = strategy;
  const places = copies.map(({ site }) => site);
  const taking = scenario.threats.filter((threat) => destroysAll(threat, places));
  if (taking.length === 0) return undefined;
  const path = pathOf('strategies', strategy.name, 'backups');
  const threats = listed(taking.map(({ name }) => name));
  const verb = taking.length === 1 ? 'destroys' : 'destroy';
  return {
    rule: 'no-copy-after-loss',
    path,
    found:
      `The data and all backups of ${strategy.name} are ${placeOf(places, primary)}, ` +
      `which ${threats} ${verb}.`,
    fix: fixFor(
      { strategy, scenario },
      (site) => !taking.some((threat) => destroysAll(threat, [...places, site])),
    ),
  };
}

/** Whether one disaster of a threat destroys all of some sites. */
function destroysAll({ effects, members, scope }: Threat, sites: readonly Site[]): boolean {
  const domains = new Set(sites.map((site) => domainOf(scope, site)));
  const [domain] = domains;
  return effects.destroys !== null && domains.size === 1 && members.includes(domain ?? '');
}

function placeOf(sites: readonly Site[], primary: string): string {
  const names = [...new Set(sites.map(({ name }) => name))];
  return names.length === 1 ? `at ${primary}` : `at ${listed(names)}`;
}

function besideData(
  strategy: Strategy,
  scenario: Scenario,
  copies: readonly Copy[],
): Observation | undefined {
  const live = copies[0]!;
  const backups = copies.filter(({ kind }) => kind === 'backup');
  const shared = closest(backups, live);
  if (shared === null) return undefined;
  const path = pathOf('strategies', strategy.name, 'backups');
  const alone = copiesAway(copies).length === 0;
  return {
    rule:
      alone && shared === 'site' && scenario.readiness.offsite > 0
        ? 'no-offsite-copy'
        : 'backup-in-fault-domain',
    ...(shared === 'region' && { severity: 'note' as const }),
    path,
    found: `All backups of ${strategy.name} are ${placeWords(shared, live)}.`,
    fix: fixFor({ strategy, scenario }, () => true),
  };
}

/** The widest domain that is shared with all of the copies; null if one shares none. */
function closest(copies: readonly Copy[], live: Copy): Domain | null {
  const shared = new Set(copies.map(({ site }) => sharedDomain(site, live.site)));
  if (shared.has(null)) return null;
  return NEARNESS.findLast((domain) => shared.has(domain)) ?? null;
}

function placeWords(domain: Domain, { site }: Copy): string {
  switch (domain) {
    case 'site':
      return `at ${site.name}, where the data is`;
    case 'campus':
      return `on the campus ${site.campus}, where the data is`;
    case 'region':
      return `in the region ${site.region}, where the data is`;
  }
}

interface Remedy {
  readonly strategy: Strategy;
  readonly scenario: Scenario;
}

/** Stores that share no fault domain with the primary, as many as have to be away. */
function fixFor({ strategy, scenario }: Remedy, mends: (site: Site) => boolean): string {
  const primary = siteOf(scenario, strategy.primary);
  const places = freeStores(strategy, scenario).filter(
    (site) => sharedDomain(site, primary) === null && mends(site),
  );
  const away = copiesAway(copiesOf(strategy, scenario)).length;
  const lacking = Math.max(1, scenario.readiness.offsite - away);
  const stores = Array.from({ length: lacking }, (_, number) => {
    return { store: places[number]?.name ?? '<a site in another region>' };
  });
  return `${addStores(strategy, stores)}, or move the store there.`;
}

function besideStandby(
  strategy: Strategy,
  scenario: Scenario,
  copies: readonly Copy[],
): Observation | undefined {
  const standbys = new Set(strategy.standbys.map(({ site }) => site));
  const stores = copies.filter(({ kind }) => kind === 'backup').map(({ site }) => site.name);
  const [standby] = standbys;
  if (standby === undefined || stores.some((store) => store !== standby)) return undefined;
  if (standbys.size > 1) return undefined;
  const path = pathOf('strategies', strategy.name, 'backups');
  const free = freeStores(strategy, scenario);
  const third = free.find(({ name }) => name !== strategy.primary);
  return {
    rule: 'backup-in-fault-domain',
    severity: 'note',
    path,
    found: `All backups of ${strategy.name} are at ${standby}, where the data is after a failover.`,
    fix: `${addStores(strategy, [{ store: third?.name ?? strategy.primary }])}.`,
  };
}

/** What serves quick restores at the primary's own site travels over no link. */
function overOneLink(strategy: Strategy, copies: readonly Copy[]): Observation | undefined {
  const away = copies.filter(({ site }) => site.name !== strategy.primary);
  const site = away[0]?.site.name;
  if (site === undefined || away.length < 2 || away.some((copy) => copy.site.name !== site)) {
    return undefined;
  }
  return {
    rule: 'single-link',
    path: pathOf('strategies', strategy.name),
    found:
      `All ${away.length} copies that ${strategy.name} keeps away from ${strategy.primary} ` +
      `travel over its link to ${site}.`,
    fix: `Keep one of the copies at a third site, or give the link an alarm of its own.`,
  };
}

function nearStandbys(
  strategy: Strategy,
  scenario: Scenario,
  copies: readonly Copy[],
): Observation[] {
  const live = copies[0]!;
  const standbys = copies.filter(({ kind }) => kind === 'standby');
  // A standby nearby is for speed where another one is far away.
  const shared = closest(standbys, live);
  if (standbys.length === 0 || shared === null) return [];
  const where = shared === 'campus' ? `campus ${live.site.campus}` : `region ${live.site.region}`;
  const names = listed(standbys.map(({ site }) => site.name));
  const path = standbyPath(strategy, 0);
  const stores = copies.filter(({ kind }) => kind === 'backup').map(({ site }) => site.name);
  const far = standbySites(strategy, scenario).find(
    (site) =>
      sharedDomain(site, live.site) === null &&
      !(stores.length > 0 && stores.every((store) => store === site.name)),
  );
  return [
    {
      rule: 'standby-in-fault-domain',
      ...(shared === 'region' && { severity: 'note' as const }),
      path,
      found: `${strategy.name} fails over to ${names}, in the ${where} of ${strategy.primary}.`,
      fix: `Set "site: ${far?.name ?? '<a site in another region>'}" in ${path}, or add one there.`,
    },
  ];
}
