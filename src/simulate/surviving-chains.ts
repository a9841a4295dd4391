import type { Ms } from '../base/units.js';
import type { Retention } from '../model/retention.js';
import { keptPoints } from './kept-points.js';
import type { Chain, ChainSource, RecoveryPoint } from './stored-points.js';

/** A store, and by which rules it is pruned. */
export interface Pruned {
  readonly source: ChainSource;
  readonly retention: Retention;
  /** ms since 1970-01-01 UTC of the instant 0. */
  readonly start: number;
}

/** What was complete by an instant, and what had been taken by one. */
interface Present {
  readonly complete: Ms;
  readonly taken: number;
}

/**
 * Chains that nothing has taken from a store, newest full copy first. What had been pruned before an
 * attack is no longer there to be spared by it, however little else there is then.
 */
export function* survivingChains(store: Pruned, { complete, taken }: Present): Generator<Chain> {
  const { source } = store;
  const wiped = source.lastWipe(taken);
  const before =
    wiped === null ? null : new KeptChains(store, { complete: wiped, taken: wiped - 1 });
  for (const chain of source.chains(complete)) {
    const full = chain.taken[0]!;
    // What took a full copy has taken all that is older, too.
    if (source.isGone(full, taken)) return;
    const later = !before || full.end > wiped! || full.captured >= wiped!;
    if (later || before.has(full)) yield chain;
  }
}

/** The chains that a store kept at an instant, as far as they are asked for. */
class KeptChains {
  readonly #points: Iterator<RecoveryPoint>;
  readonly #chains = new Set<Ms>();
  /** Captures of all that are later than this have been looked through. */
  #since = Infinity;

  constructor(store: Pruned, present: Present) {
    const { retention, start } = store;
    this.#points = keptPoints(survivingChains(store, present), retention, start);
  }

  /** Whether a chain was kept. @param full its full copy, the oldest of its points */
  has({ chain }: RecoveryPoint): boolean {
    while (this.#since >= chain && !this.#chains.has(chain)) {
      const next: IteratorResult<RecoveryPoint, unknown> = this.#points.next();
      if (next.done === true) this.#since = -Infinity;
      else {
        this.#since = next.value.captured;
        this.#chains.add(next.value.chain);
      }
    }
    return this.#chains.has(chain);
  }
}
