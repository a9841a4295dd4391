import type { Distribution } from '../../src/random/distribution.js';

/** One stretch in which something is away. */
export interface Stay {
  readonly from: number;
  /** When it is over, as far as this disaster goes. */
  to: number;
  readonly destroyed: boolean;
  readonly law: Distribution;
  /** Number of its disaster. */
  readonly disaster: number;
}

/** A site, a link, or the equipment of one service at a site: all its stretches away so far. */
export interface Presence {
  readonly stays: Stay[];
}

export function isThere({ stays }: Presence, now: number): boolean {
  return stays.every(({ to }) => to <= now);
}

/** Takes it away, which destroys what was merely out. @returns whether anything stood there */
export function takeAway(what: Presence, stay: Stay): boolean {
  if (what.stays.some(({ destroyed, to }) => destroyed && to > stay.from)) return false;
  if (stay.destroyed) bringBack(what, stay.from);
  what.stays.push({ ...stay });
  return true;
}

export function bringBack({ stays }: Presence, now: number): void {
  for (const stay of stays) stay.to = Math.min(stay.to, now);
}

/** What somebody expects who knows how long each disaster has lasted. */
export function expectedAbsence({ stays }: Presence, now: number): number {
  const running = stays.filter(({ to }) => to > now);
  return Math.max(0, ...running.map(({ law, from }) => law.meanBeyond(now - from)));
}
