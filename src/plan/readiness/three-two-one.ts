import { listed } from '../../base/listed.js';
import { MEDIA, type Medium } from '../../model/backup-policy.js';
import type { Scenario } from '../../model/scenario.js';
import type { Site } from '../../model/site.js';
import type { Strategy } from '../../model/strategy.js';
import { type Copy, copiesOf, otherSite, sharedDomain, siteOf } from './copies.js';
import {
  addStores,
  freeStores,
  type FurtherStore,
  furtherStores,
  lastStore,
} from './further-stores.js';
import type { Observation } from './observation.js';
import { pathOf, policyPath } from '../../model/key-path.js';
import { counted } from './words.js';

/**
 * Whether a strategy has the copies that the rule of 3-2-1 asks for: so many, on so many kinds of
 * media, so many away from the primary. Without backups, that is what is said, and nothing more.
 */
export function copyCounts(strategy: Strategy, scenario: Scenario): readonly Observation[] {
  const path = pathOf('strategies', strategy.name);
  if (strategy.backups.length === 0) return [withoutBackups(strategy, scenario)];
  const copies = copiesOf(strategy, scenario);
  const at = `${path}.backups`;
  return [
    ...tooFewCopies({ strategy, scenario, copies }, at),
    ...tooFewMedia({ strategy, scenario, copies }, at),
    ...tooFewOffsite({ strategy, scenario, copies }, at),
  ];
}

interface Kept {
  readonly strategy: Strategy;
  readonly scenario: Scenario;
  readonly copies: readonly Copy[];
}

/** Backups without a step that restores them are refused. */
const RESTORE = '"restore: { steps: [{ step: restore, moves: backup }] }"';

function withoutBackups(strategy: Strategy, scenario: Scenario): Observation {
  const path = pathOf('strategies', strategy.name);
  const store = otherSite(scenario, strategy)?.name ?? `<a site linked to ${strategy.primary}>`;
  const policy = `"backups: { store: ${store}, full: 1 week, incremental: 1 day }"`;
  const added = strategy.restore.steps.length > 0 ? policy : `${policy} and ${RESTORE}`;
  const fix = `Add ${added} to ${path}.`;
  if (strategy.standbys.length === 0) {
    const found = `${strategy.name} has neither a standby nor backups.`;
    return { rule: 'no-copy-at-all', path, found, fix };
  }
  const sites = listed(strategy.standbys.map(({ site }) => site));
  const found = `${strategy.name} replicates to ${sites} and has no backups.`;
  return { rule: 'no-backups', path, found, fix };
}

function tooFewCopies({ strategy, scenario, copies }: Kept, at: string): Observation[] {
  const limit = scenario.readiness.copies;
  if (copies.length >= limit) return [];
  const stores = furtherStores(strategy, scenario, limit - copies.length);
  return [
    {
      rule: 'too-few-copies',
      path: at,
      found:
        `${strategy.name} has ${counted(copies.length, 'copy', 'copies')} of the data, ` +
        `the live one among them; ${limit} are asked for.`,
      fix: `${addStores(strategy, stores)}.`,
    },
  ];
}

function tooFewMedia({ strategy, scenario, copies }: Kept, at: string): Observation[] {
  const limit = scenario.readiness.media;
  const used = new Set(copies.map(({ medium }) => medium));
  if (used.size >= limit) return [];
  return [
    {
      rule: 'too-few-media',
      path: at,
      found:
        `All copies of ${strategy.name} are on ${listed([...used])}; ` +
        `${limit} kinds of media are asked for.`,
      fix: `${withMedia({ strategy, scenario, copies }, limit - used.size)}.`,
    },
  ];
}

/** The first store on another medium, unless it has one of its own; for more, further stores. */
function withMedia({ strategy, scenario, copies }: Kept, lacking: number): string {
  const used = copies.map(({ medium }) => medium);
  const others: readonly Medium[] = MEDIA.filter((medium) => !used.includes(medium));
  const own = strategy.backups[0]!.medium;
  const alone = used.filter((medium) => medium === own).length === 1;
  const moved = alone ? undefined : others.find((medium) => medium !== 'disk');
  const added = others.filter((medium) => medium !== moved);
  const store = (freeStores(strategy, scenario)[0] ?? siteOf(scenario, lastStore(strategy))).name;
  const stores = added.slice(0, lacking - (moved === undefined ? 0 : 1));
  const copying = stores.map((medium): FurtherStore => ({ store, medium }));
  const set = moved && `Set "medium: ${moved}" in ${policyPath(strategy, 0)}`;
  if (copying.length === 0) return set ?? 'Ask for fewer kinds of media';
  const add = addStores(strategy, copying);
  return set === undefined ? add : `${set}. ${add}`;
}

/** Where there is none away at all, the fault domains say so. */
function tooFewOffsite({ strategy, scenario, copies }: Kept, at: string): Observation[] {
  const limit = scenario.readiness.offsite;
  const away = copiesAway(copies);
  if (away.length >= limit || away.length === 0) return [];
  return [
    {
      rule: 'no-offsite-copy',
      path: at,
      found:
        `${strategy.name} has ${counted(away.length, 'copy', 'copies')} away from ` +
        `${strategy.primary}; ${limit} are asked for.`,
      fix: `${addStores(strategy, storesAway({ strategy, scenario, copies }, limit - away.length))}.`,
    },
  ];
}

/** So many further stores away from the primary, as far as there are sites that can be sent to. */
function storesAway({ strategy, scenario, copies }: Kept, lacking: number): FurtherStore[] {
  const free = freeStores(strategy, scenario).filter((site) => isAway(site, copies[0]!.site));
  return Array.from({ length: lacking }, (_, number) => {
    return { store: free[number]?.name ?? '<another site>' };
  });
}

/** Copies that are neither at the primary's site nor on its campus. */
export function copiesAway([live, ...others]: readonly Copy[]): readonly Copy[] {
  return others.filter(({ site }) => isAway(site, live!.site));
}

function isAway(site: Site, primary: Site): boolean {
  const shared = sharedDomain(site, primary);
  return shared !== 'site' && shared !== 'campus';
}
