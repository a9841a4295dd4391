import { MEDIA } from '../../model/backup-policy.js';
import type { Scenario } from '../../model/scenario.js';
import type { Strategy } from '../../model/strategy.js';
import { type Copy, copiesOf, otherSite, sharedDomain } from './copies.js';
import type { Observation } from './observation.js';
import { pathOf, policyPath } from '../../model/key-path.js';
import { counted, listed } from './words.js';

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
  const store = otherSite(scenario, strategy);
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
  const used = new Set(copies.filter(({ kind }) => kind === 'backup').map(({ site }) => site.name));
  const free = scenario.sites.find(({ name }) => !used.has(name))?.name ?? '<another site>';
  return [
    {
      rule: 'too-few-copies',
      path: at,
      found:
        `${strategy.name} has ${counted(copies.length, 'copy', 'copies')} of the data, ` +
        `the live one among them; ${limit} are asked for.`,
      fix: `Add "copies: [{ store: ${free} }]" to ${policyPath(strategy, 0)}.`,
    },
  ];
}

function tooFewMedia({ strategy, scenario, copies }: Kept, at: string): Observation[] {
  const limit = scenario.readiness.media;
  const used = new Set(copies.map(({ medium }) => medium));
  if (used.size >= limit) return [];
  const other = MEDIA.find((medium) => medium !== 'disk' && !used.has(medium)) ?? 'tape';
  return [
    {
      rule: 'too-few-media',
      path: at,
      found:
        `All copies of ${strategy.name} are on ${listed([...used])}; ` +
        `${limit} kinds of media are asked for.`,
      fix: `Set "medium: ${other}" in ${policyPath(strategy, 0)}.`,
    },
  ];
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
      fix: `Add "copies: [{ store: <another site> }]" to ${policyPath(strategy, 0)}.`,
    },
  ];
}

/** Copies that are neither at the primary's site nor on its campus. */
export function copiesAway([live, ...others]: readonly Copy[]): readonly Copy[] {
  return others.filter(({ site }) => {
    const shared = sharedDomain(site, live!.site);
    return shared !== 'site' && shared !== 'campus';
  });
}
