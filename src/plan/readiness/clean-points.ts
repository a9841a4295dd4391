import { type Ms, YEAR } from '../../base/units.js';
import { reachOf } from '../../model/retention.js';
import type { Strategy } from '../../model/strategy.js';
import { storesOf } from './copies.js';
import { wholeMonths } from './hidden-time.js';
import { keepText } from './keep-text.js';
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
    ...strategy.backups.flatMap(({ full, differential, incremental, retention, copies }) =>
      [retention, ...copies.map((copy) => copy.retention)].map((kept) =>
        reachOf(kept, { full, incremental: incremental ?? differential }),
      ),
    ),
  );
  const often = `one case of hidden damage in 20 is noticed after more than ${span(hidden)}`;
  if (oldest < hidden) {
    // The month in progress reaches back to nothing yet.
    const months = Math.ceil(hidden / MONTH) + 1;
    const keep = keepText({ ...strategy.backups[0]!.retention, monthly: months });
    const immutableToo = losesProtection(strategy, hidden) ? [immutableFor(hidden)] : [];
    return [
      {
        rule: 'retention-below-dwell',
        path,
        found: `The oldest backup of ${strategy.name} is ${span(oldest)} old, but ${often}.`,
        fix: `Set ${[`"${keep}"`, ...immutableToo].join(' and ')} in ${policyPath(strategy, 0)}.`,
      },
    ];
  }
  return deletableInTime(strategy, { path, hidden, often });
}

function deletableInTime(
  strategy: Strategy,
  { path, hidden, often }: { path: string; hidden: Ms; often: string },
): Observation[] {
  if (!losesProtection(strategy, hidden)) return [];
  const longest = Math.max(...storesOf(strategy).map(({ immutable }) => immutable ?? 0));
  return [
    {
      rule: 'immutability-below-dwell',
      path,
      found: `Points of ${strategy.name} are immutable for ${span(longest)}, but ${often}.`,
      fix:
        `Set ${immutableFor(hidden)} in ${policyPath(strategy, 0)}, ` +
        `or keep a copy with "offline: true".`,
    },
  ];
}

/** Whether points are immutable, but none for as long as damage may stay hidden. */
function losesProtection(strategy: Strategy, hidden: Ms): boolean {
  const stores = storesOf(strategy);
  const windows = stores.flatMap(({ immutable }) => immutable ?? []);
  return (
    windows.length > 0 && !stores.some(({ offline }) => offline) && Math.max(...windows) < hidden
  );
}

const immutableFor = (hidden: Ms) => `"immutable: ${span(wholeMonths(hidden))}"`;
