import type { Chain, StoredPoint } from './stored-points.js';

/** The full copies that are newer than one. */
export interface NewerFulls {
  /** How many there are. */
  readonly newerFulls: number;
  /** When the oldest of them was complete; Infinity where there is none. */
  readonly nextFull: number;
}

/** A chain that is being looked through. */
interface Listed {
  readonly points: readonly StoredPoint[];
  /** Points that have been looked at. */
  seen: number;
  /** Whether one of its points is wanted. */
  kept: boolean;
  readonly newer: NewerFulls;
}

interface Placed {
  readonly point: StoredPoint;
  readonly chain: Listed;
}

/**
 * All points of a store, from the newest capture to the oldest, as far as they are asked for. Chains
 * overlap: while a long full copy runs, others build on those before it.
 */
export class ChainsInTurn {
  readonly #chains: Iterator<Chain>;
  /** Chains of which points are left, newest full copy first. */
  #listed: Listed[] = [];
  /** What the next chain to be listed has before it. */
  #next: NewerFulls = { newerFulls: 0, nextFull: Infinity };
  #olderUntil = Infinity;
  #isClosed = false;
  /** Points that have been looked at, and of whose chain it is open whether it is kept. */
  readonly #open: Placed[] = [];
  /** When the last backup became complete; -Infinity where there is none. */
  readonly lastCompletion: number;

  /** @param chains newest full copy first, which is kept whatever is wanted */
  constructor(chains: Iterator<Chain>) {
    this.#chains = chains;
    let last = -Infinity;
    while (this.#olderUntil > last) {
      const chain = this.#list();
      if (!chain) break;
      for (const { end } of chain.points) last = Math.max(last, end);
    }
    this.lastCompletion = last;
    const newest = this.#listed[0];
    if (newest) newest.kept = true;
  }

  /** Every point once; those of chains that are wanted alone after the store has been closed. */
  *newestFirst(): Generator<Placed> {
    for (;;) {
      const chain = this.#newest();
      if (!chain) return;
      const placed = { point: chain.points[chain.seen++]!, chain };
      if (isSeen(chain)) this.#listed.splice(this.#listed.indexOf(chain), 1);
      this.#open.push(placed);
      yield placed;
    }
  }

  /** Whether all points have been looked at. */
  get isOver(): boolean {
    return this.#listed.length === 0 && !this.#list();
  }

  /** What the newest full copy that has not been looked at has before it. */
  toCome(): NewerFulls {
    return this.#listed[0]?.newer ?? this.#next;
  }

  /** Nothing is wanted any more that has not been. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#listed = this.#listed.filter(({ kept }) => kept);
  }

  /** The next points that are kept, once that is known of them. */
  *decided(): Generator<StoredPoint> {
    for (;;) {
      const next = this.#open[0];
      if (!next) return;
      const { point, chain } = next;
      if (!chain.kept && !isSeen(chain) && !this.#isClosed) return;
      this.#open.shift();
      if (chain.kept) yield point;
    }
  }

  /** The chain that has the newest of the points that are left; of equals the newer full copy's. */
  #newest(): Listed | null {
    for (;;) {
      let newest: Listed | null = null;
      for (const chain of this.#listed) {
        if (!newest || capturedNext(chain) > capturedNext(newest)) newest = chain;
      }
      if (newest && capturedNext(newest) >= this.#olderUntil) return newest;
      if (this.#isClosed || !this.#list()) return newest;
    }
  }

  #list(): Listed | null {
    const next: IteratorResult<Chain, unknown> = this.#chains.next();
    if (next.done === true) {
      this.#olderUntil = -Infinity;
      return null;
    }
    const { points, olderUntil } = next.value;
    const chain = { points, seen: 0, kept: false, newer: this.#next };
    this.#listed.push(chain);
    const nextFull = next.value.taken[0]!.end;
    this.#next = { newerFulls: this.#next.newerFulls + 1, nextFull };
    this.#olderUntil = olderUntil;
    return chain;
  }
}

function isSeen({ points, seen }: Listed): boolean {
  return seen === points.length;
}

function capturedNext({ points, seen }: Listed): number {
  return points[seen]!.captured;
}
