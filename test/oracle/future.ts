/** Something that is going to happen. */
export interface Coming<E> {
  readonly at: number;
  readonly turn: number;
  readonly order: number;
  readonly event: E;
  cancelled: boolean;
}

/** All that is going to happen: one list, in order of time, then turn, then of being added. */
export class Future<E> {
  readonly #coming: Coming<E>[] = [];
  #added = 0;
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  add(at: number, turn: number, event: E): Coming<E> {
    if (!Number.isSafeInteger(at) || at < this.#now) throw new Error(`${at} after ${this.#now}`);
    const coming = { at, turn, order: this.#added++, event, cancelled: false };
    let low = 0;
    let high = this.#coming.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comesBefore(this.#coming[middle]!, coming)) low = middle + 1;
      else high = middle;
    }
    this.#coming.splice(low, 0, coming);
    return coming;
  }

  /** The next event, whose instant is now; undefined when nothing is left. */
  next(): E | undefined {
    for (;;) {
      const first = this.#coming.shift();
      if (!first) return undefined;
      if (first.cancelled) continue;
      first.cancelled = true;
      this.#now = first.at;
      return first.event;
    }
  }

  /** Whether anything of a kind is still to come. */
  some(of: (event: E) => boolean): boolean {
    return this.#coming.some(({ cancelled, event }) => !cancelled && of(event));
  }
}

function comesBefore<E>(a: Coming<E>, b: Coming<E>): boolean {
  return a.at - b.at < 0 || (a.at === b.at && (a.turn - b.turn || a.order - b.order) < 0);
}
