import { type Ms, YEAR } from '../../base/units.js';
import { type Retention, reachOf } from '../../model/retention.js';
import type { Strategy } from '../../model/strategy.js';
import { storesOf } from './copies.js';
import type { Observation } from './observation.js';
import { pathOf, policyPath } from '../../model/key-path.js';
import { span } from './words.js';

const MONTH = YEAR / 12;

/**
 * Whether a state from before the damage is still there, and was out of an intruder's reach, once
 * the damage is noticed.
 *
 * @param hidden how long damage stays hidden in nearly all cases
 */
export function cleanPoints(strategy: Strategy, hidden: Ms): readonly Observation[] {
  const stores = storesOf(strategy);
  if (stores.length === 0) return [];
  const path = pathOf('strategies', strategy.name, 'backups');
  const oldest = Math.max(
    ...strategy.backups.flatMap(({ full, incremental, retention, copies }) =>
      [retention, ...copies.map((copy) => copy.retention)].map((kept) =>
        reachOf(kept, incremental ?? full),
      ),
    ),
  );
  const often = `one case of hidden damage in 20 is noticed after more than ${span(hidden)}`;
  if (oldest < hidden) {
    // The month in progress reaches back to nothing yet.
    const months = Math.ceil(hidden / MONTH) + 1;
    const keep = withMonths(strategy.backups[0]!.retention, months);
    return [
      {
        rule: 'retention-below-dwell',
        path,
        found: `The oldest backup of ${strategy.name} is ${span(oldest)} old, but ${often}.`,
        fix: `Set "${keep}" in ${policyPath(strategy, 0)}.`,
      },
    ];
  }
  return deletableInTime(strategy, { path, hidden, often });
}

function deletableInTime(
  strategy: Strategy,
  { path, hidden, often }: { path: string; hidden: Ms; often: string },
): Observation[] {
  const stores = storesOf(strategy);
  const windows = stores.flatMap(({ immutable }) => immutable ?? []);
  if (windows.length === 0 || stores.some(({ offline }) => offline)) return [];
  const longest = Math.max(...windows);
  if (longest >= hidden) return [];
  const months = Math.ceil(hidden / MONTH);
  return [
    {
      rule: 'immutability-below-dwell',
      path,
      found: `Points of ${strategy.name} are immutable for ${span(longest)}, but ${often}.`,
      fix:
        `Set "immutable: ${span(months * MONTH)}" in ${policyPath(strategy, 0)}, ` +
        `or keep a copy with "offline: true".`,
    },
  ];
}

/** Rules of what is kept, as the scenario writes them, with the newest points of so many months. */
function withMonths(retention: Retention, months: number): string {
  const { age, ...counts } = { ...retention, monthly: months };
  const kept = Object.entries(counts).filter(([, count]) => count > 0);
  const rules = kept.map(([rule, count]) => `${rule}: ${count}`);
  return `keep: { ${[...(age === null ? [] : [`age: ${span(age)}`]), ...rules].join(', ')} }`;
}
