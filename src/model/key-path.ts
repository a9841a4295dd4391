import type { Strategy } from './strategy.js';

/** A key that stands in a path as it is, and would not be taken for several. */
const PLAIN = /^[^\s."'[\]]+$/u;

/** Keys of a scenario as one path; a key that would be taken for several stands in quotes. */
export function pathOf(...keys: readonly string[]): string {
  return keys.map((key) => (PLAIN.test(key) ? key : `"${key}"`)).join('.');
}

/** Where a backup policy stands: the strategy's only one, or one of a list. */
export function policyPath({ name, backups }: Strategy, number: number): string {
  return `${pathOf('strategies', name, 'backups')}${backups.length === 1 ? '' : `[${number}]`}`;
}

/** Where a standby stands: the strategy's only one, or one of a list. */
export function standbyPath({ name, standbys }: Strategy, number: number): string {
  return standbys.length === 1
    ? pathOf('strategies', name, 'standby')
    : `${pathOf('strategies', name, 'standbys')}[${number}]`;
}
