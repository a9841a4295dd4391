import { domainOf } from '../model/fault-domain.js';
import type { Scenario } from '../model/scenario.js';
import type { Strategy } from '../model/strategy.js';
import type { Threat } from '../model/threat.js';
import type { Estimate } from '../stats/interval.js';
import type { Spread } from './summary.js';

/** Scopes whose members are made of places. */
const OF_PLACES: ReadonlySet<string> = new Set(['site', 'campus', 'region', 'provider']);

/**
 * Whether a threat can ever strike a place of a strategy, however many trials there are. Threats that
 * strike something else than places are taken to.
 */
export function canStrike(threat: Threat, strategy: Strategy, scenario: Scenario): boolean {
  const { scope, members } = threat;
  if (!OF_PLACES.has(scope)) return true;
  const { primary, standbys, backups } = strategy;
  const stores = backups.flatMap((policy) => [policy, ...policy.copies]);
  const used = new Set([
    primary,
    ...standbys.map(({ site }) => site),
    ...stores.map(({ store }) => store),
  ]);
  return scenario.sites.some((site) => {
    const domain = domainOf(scope, site);
    return used.has(site.name) && domain !== null && members.includes(domain);
  });
}

/** A figure of what nothing can strike: where it is missing, no number of trials would give it. */
export function neverStruck<F extends Estimate & Partial<Spread>>(figure: F): F {
  if (figure.mean !== null) return figure;
  const { needs: _needs, needsTrials: _needsTrials, ...known } = figure;
  return { ...known, never: true } as unknown as F;
}
