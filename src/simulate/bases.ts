import type { Ms } from '../base/units.js';

/** A job that later ones may build on. */
export interface Base {
  readonly start: Ms;
  /** When it is lost, or what it builds on; Infinity for never. */
  readonly lost: number;
  /** When it is complete with all that it builds on. */
  readonly complete: number;
}

/** A job of a schedule by itself. */
type Begun = Pick<Base, 'start' | 'lost'> & { readonly end: Ms };

/**
 * Which job each next one builds on: the last one begun that had not been lost by then, be it still
 * under way.
 */
export class Bases<B extends Base> {
  readonly #begun: B[];

  /** @param first the full copy, which is complete */
  constructor(first: B) {
    this.#begun = [first];
  }

  /** The last one that had not been lost by an instant, which may not be earlier than asked before. */
  lastAt(instant: Ms): B {
    while (this.#begun.at(-1)!.lost <= instant) this.#begun.pop();
    return this.#begun.at(-1)!;
  }

  add(base: B): void {
    this.#begun.push(base);
  }
}

/** A job that builds on another, which can be restored no sooner and no longer than that. */
export function basedOn(on: Base, { start, end, lost }: Begun): Base {
  return { start, lost: Math.min(lost, on.lost), complete: Math.max(end, on.complete) };
}

/** Whether all that is needed of it has been complete by an instant. */
export function stands({ lost, complete }: Base, by: number): boolean {
  return lost === Infinity && complete <= by;
}
