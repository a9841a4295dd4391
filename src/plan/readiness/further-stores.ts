import { listed } from '../../base/listed.js';
import type { Medium } from '../../model/backup-policy.js';
import { policyPath } from '../../model/key-path.js';
import type { Scenario } from '../../model/scenario.js';
import type { Site } from '../../model/site.js';
import type { Strategy } from '../../model/strategy.js';
import { linkedSites, siteOf, storesOf } from './copies.js';

/** A store to be added to a policy. */
export interface FurtherStore {
  readonly store: string;
  /** What is usual where none is named. */
  readonly medium?: Medium;
}

/** What a further store is made of unless it says otherwise. */
const USUAL_MEDIUM: Medium = 'object';

/**
 * Sites to which the points of a strategy's first policy can be sent on and that have none of its
 * backups yet, those without a standby first: a further store is sent a point by the one before it.
 */
export function freeStores(strategy: Strategy, scenario: Scenario): readonly Site[] {
  const used = new Set(storesOf(strategy).map(({ store }) => store));
  const free = linkedSites(scenario, lastStore(strategy)).filter(({ name }) => !used.has(name));
  const hasStandby = ({ name }: Site) => strategy.standbys.some(({ site }) => site === name);
  return [...free.filter((site) => !hasStandby(site)), ...free.filter(hasStandby)];
}

/**
 * So many further stores for the first policy of a strategy: at sites that have none of its points,
 * and where these are too few, on other media at those that have.
 */
export function furtherStores(
  strategy: Strategy,
  scenario: Scenario,
  count: number,
): readonly FurtherStore[] {
  const [first] = strategy.backups;
  const sites = [...freeStores(strategy, scenario), siteOf(scenario, lastStore(strategy))];
  const taken = new Set([first!, ...first!.copies].map(({ store, medium }) => store + medium));
  const media = [undefined, 'tape', 'disk'] as const;
  const stores = media.flatMap((medium) =>
    sites
      .filter(({ name }) => !taken.has(name + (medium ?? USUAL_MEDIUM)))
      .map(({ name: store }): FurtherStore =>
        medium === undefined ? { store } : { store, medium },
      ),
  );
  const lacking = Math.max(0, count - stores.length);
  const unknown = Array.from({ length: lacking }, () => ({ store: '<another site>' }));
  return [...stores.slice(0, count), ...unknown];
}

/** `Add "copies: [{ store: vault }]" to …`, or to the further stores that there are. */
export function addStores(strategy: Strategy, stores: readonly FurtherStore[]): string {
  const path = policyPath(strategy, 0);
  const written = stores.map(({ store, medium }) =>
    medium === undefined ? `{ store: ${store} }` : `{ store: ${store}, medium: ${medium} }`,
  );
  if (strategy.backups[0]!.copies.length === 0) {
    return `Add "copies: [${written.join(', ')}]" to ${path}`;
  }
  return `Add ${listed(written.map((store) => `"${store}"`))} to ${path}.copies`;
}

/** The store that a further one is sent its points by. */
export function lastStore({ backups }: Strategy): string {
  const [first] = backups;
  return (first!.copies.at(-1) ?? first!).store;
}
