import type { Ms } from '../base/units.js';
import type { Distribution } from '../random/distribution.js';

/** A stretch of time in which something is away: out, destroyed and being rebuilt, or cut. */
export interface Absence {
  readonly from: Ms;
  /** First instant at which this disaster no longer keeps it away. */
  to: Ms;
  /** Number of its disaster. */
  readonly disaster: number;
  readonly destroys: boolean;
  /** What a decider knows of how long it lasts. */
  readonly law: Distribution;
}

/** An absence in a list. */
interface Listed extends Absence {
  /** No later than this did any up to it, in the order of the list, end as it was added. */
  readonly latest: number;
}

const NONE: readonly Absence[] = [];

/** Number of absences that begin before an instant: they stand in order of their beginning. */
function firstFrom(all: readonly Absence[], instant: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.from < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * When each of some sites or links is there. Times to come stand in it too: whoever decides at an
 * instant may look at what began before it, never at when that will end.
 */
export class Absences {
  readonly #of: Listed[][];

  /** @param count how many sites or links there are */
  constructor(count: number) {
    this.#of = Array.from({ length: count }, () => []);
  }

  /**
   * Adds an absence after all that began before it. Where nothing stands, nothing can be hit; what
   * is destroyed is not out any more.
   *
   * @returns whether anything was hit
   */
  add(member: number, absence: Absence): boolean {
    const { from: at, destroys } = absence;
    const known = this.#of[member]!;
    for (let i = known.length - 1; i >= 0 && known[i]!.latest > at; i--) {
      if (known[i]!.destroys && known[i]!.to > at) return false;
    }
    if (destroys) this.cutShort(member, at);
    const { to, disaster, law } = absence;
    const latest = Math.max(to, known.length > 0 ? known.at(-1)!.latest : -Infinity);
    known.push({ from: at, to, disaster, destroys, law, latest });
    return true;
  }

  /** Forgets the absence that was added last. */
  undo(member: number): void {
    this.#of[member]!.pop();
  }

  /** Nothing keeps it away from an instant on. */
  cutShort(member: number, at: Ms): void {
    const all = this.#of[member]!;
    for (let i = all.length - 1; i >= 0 && all[i]!.latest > at; i--) {
      if (all[i]!.to > at) all[i]!.to = at;
    }
  }

  /** In order of their beginning, those to come included. */
  of(member: number): readonly Absence[] {
    return this.#of[member]!;
  }

  /** Those that touch the stretch between two instants, in order of their beginning. */
  within(member: number, since: number, until: number): readonly Absence[] {
    const all = this.#of[member]!;
    const end = firstFrom(all, until);
    let begin = end;
    while (begin > 0 && all[begin - 1]!.latest > since) begin--;
    if (begin === end) return NONE;
    const found: Absence[] = [];
    for (let i = begin; i < end; i++) if (all[i]!.to > since) found.push(all[i]!);
    return found;
  }

  /** Instant from which it is there for a length of time, not before one. */
  clearFrom(member: number, at: Ms, length: Ms): Ms {
    let start = at;
    for (;;) {
      const away = this.within(member, start, start + length);
      if (away.length === 0) return start;
      for (const { to } of away) if (to > start) start = to;
    }
  }

  isUp(member: number, at: Ms): boolean {
    const all = this.#of[member]!;
    for (let i = firstFrom(all, at + 1) - 1; i >= 0 && all[i]!.latest > at; i--) {
      if (at < all[i]!.to) return false;
    }
    return true;
  }

  /** Whether it was away at any moment between two instants; touching ends do not count. */
  wasAway(member: number, since: Ms, until: Ms): boolean {
    const all = this.#of[member]!;
    for (let i = firstFrom(all, until) - 1; i >= 0; i--) {
      const { from, to, latest } = all[i]!;
      if (since < to && from < to) return true;
      if (latest <= since) return false;
    }
    return false;
  }

  /** Latest instant up to `at` at which it was destroyed; -Infinity if it never was. */
  lastDestroyed(member: number, at: Ms): number {
    let latest = -Infinity;
    for (const { from, destroys } of this.#of[member]!) if (destroys && from <= at) latest = from;
    return latest;
  }

  /**
   * What a decider expects to wait until it is back: 0 if it is up, else the longest of the expected
   * remainders of what keeps it away, given how long each has lasted.
   */
  expectedReturn(member: number, at: Ms): number {
    const all = this.#of[member]!;
    let longest = 0;
    for (let i = firstFrom(all, at + 1) - 1; i >= 0 && all[i]!.latest > at; i--) {
      const { from, to, law } = all[i]!;
      if (at < to) longest = Math.max(longest, law.meanBeyond(at - from));
    }
    return longest;
  }

  /** Instants at which it comes back, having been away, in order. */
  returns(member: number): Ms[] {
    const instants: Ms[] = [];
    for (const { to } of this.#of[member]!) {
      if (this.isUp(member, to) && !instants.includes(to)) instants.push(to);
    }
    return instants.sort((a, b) => a - b);
  }
}

/** The first instant with which every condition is content, each of which may only put it off. */
export function settled(from: Ms, conditions: readonly ((at: Ms) => Ms)[]): Ms {
  let at = from;
  for (;;) {
    const later = conditions.reduce((instant, putOff) => putOff(instant), at);
    if (later === at) return at;
    at = later;
  }
}
