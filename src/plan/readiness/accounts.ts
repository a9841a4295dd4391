import type { Ms } from '../../base/units.js';
import type { Scenario } from '../../model/scenario.js';
import type { Strategy } from '../../model/strategy.js';
import { type Copy, copiesOf, isProtected } from './copies.js';
import { wholeMonths } from './hidden-time.js';
import type { Observation } from './observation.js';
import { pathOf, policyPath } from '../../model/key-path.js';
import { span } from './words.js';

/**
 * Whether somebody with credentials can delete every copy. Immutable and offline copies are out of
 * reach of any account; that one account owns all of them is then only worth knowing.
 *
 * @param hidden how long damage stays hidden in nearly all cases
 */
export function deletableCopies(
  strategy: Strategy,
  scenario: Scenario,
  hidden: Ms,
): readonly Observation[] {
  const copies = copiesOf(strategy, scenario);
  if (copies.length === 1) return [];
  const backups = copies.filter(({ kind }) => kind === 'backup');
  const safe = backups.some(isProtected);
  const within =
    oneAccount(strategy, copies, safe) ?? (safe ? undefined : inAccount(strategy, copies));
  const unsafe = backups.length === 0 || safe ? undefined : unprotected(strategy, hidden);
  return [within, unsafe].filter((one) => one !== undefined);
}

function oneAccount(
  strategy: Strategy,
  copies: readonly Copy[],
  safe: boolean,
): Observation | undefined {
  const { account } = copies[0]!;
  if (copies.some((copy) => copy.account !== account)) return undefined;
  const path = pathOf('strategies', strategy.name);
  const standby = strategy.standbys[0]?.site;
  const place =
    strategy.backups.length > 0 || standby === undefined
      ? policyPath(strategy, 0)
      : pathOf('sites', standby);
  return {
    rule: 'one-account',
    ...(safe && { severity: 'note' as const }),
    path,
    found: `The data and every copy of ${strategy.name} belong to the account ${account}.`,
    fix: `Add "account: ${otherThan(account)}", with credentials of its own, to ${place}.`,
  };
}

function inAccount(strategy: Strategy, copies: readonly Copy[]): Observation | undefined {
  const { account } = copies[0]!;
  const backups = copies.filter(({ kind }) => kind === 'backup');
  if (backups.length === 0 || backups.some((copy) => copy.account !== account)) return undefined;
  const path = pathOf('strategies', strategy.name, 'backups');
  return {
    rule: 'backup-in-account',
    path,
    found:
      `All backups of ${strategy.name} belong to ${account}, ` +
      `the account of ${strategy.primary}.`,
    fix:
      `Add "account: ${otherThan(account)}", with credentials of its own, ` +
      `to ${policyPath(strategy, 0)}.`,
  };
}

/** A name for an account of its own. */
const otherThan = (account: string) => (account === 'recovery' ? 'vault' : 'recovery');

function unprotected(strategy: Strategy, hidden: Ms): Observation {
  const path = pathOf('strategies', strategy.name, 'backups');
  return {
    rule: 'no-immutable-or-offline-copy',
    path,
    found: `No backup of ${strategy.name} is immutable or offline.`,
    fix:
      `Add "immutable: ${span(wholeMonths(hidden))}" to ${policyPath(strategy, 0)}, ` +
      `or keep a copy with "offline: true".`,
  };
}
