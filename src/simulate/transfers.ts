import { invariant } from '../base/invariant.js';
import { type Ms, ms, SECOND } from '../base/units.js';

/** What rounding may leave of a transfer that is complete, in ms: far below the clock's tick. */
const ROUNDING = 1e-3;

/** Data on its way over a link, or within a site (`link` -1). */
export interface Transfer<E> {
  readonly link: number;
  /** How much is sent in all. */
  readonly bytes: number;
  /** Most that sender and receiver manage, in bytes per second; may be Infinity. */
  readonly limit: number;
  readonly done: E;
  remaining: number;
  rate: number;
}

/**
 * Transfers under way. Those on one link share its rate max-min fairly: nobody gets more than
 * somebody else who could use more (Bertsekas & Gallager, Data Networks (1992), §6.5.2). Shares are
 * divided anew whenever a transfer starts, ends or is given up; in between rates stay the same.
 */
export class Transfers<E> {
  readonly #running: Transfer<E>[] = [];
  readonly #rateOf: (link: number) => number;
  readonly #carries: (link: number) => boolean;
  #at = ms(0);

  /**
   * @param rateOf usable rate of a link in the current trial, bytes per second
   * @param carries whether a link carries anything now; what is on one that does not stands still
   */
  constructor(rateOf: (link: number) => number, carries: (link: number) => boolean = () => true) {
    this.#rateOf = rateOf;
    this.#carries = carries;
  }

  get isIdle(): boolean {
    return this.#running.length === 0;
  }

  start(at: Ms, order: { bytes: number; link: number; limit: number; done: E }): Transfer<E> {
    const { bytes, link, limit, done } = order;
    invariant(bytes >= 0, () => `a transfer of ${bytes} bytes`);
    invariant(bytes === 0 || limit > 0, () => `a transfer of ${bytes} bytes at ${limit} B/s`);
    this.#advance(at);
    const transfer = { link, bytes, limit, done, remaining: bytes, rate: 0 };
    this.#running.push(transfer);
    this.#share();
    return transfer;
  }

  /** Gives a transfer up, or takes it off once it is done. Doing so twice is harmless. */
  end(at: Ms, transfer: Transfer<E> | null): void {
    const place = transfer ? this.#running.indexOf(transfer) : -1;
    if (place < 0) return;
    this.#advance(at);
    this.#running.splice(place, 1);
    this.#share();
  }

  /** Links have been cut, or carry data again. */
  linksChange(at: Ms): void {
    this.#advance(at);
    this.#share();
  }

  /** The transfer that ends first and when, in whole ms; undefined when none is under way. */
  first(): { at: Ms; transfer: Transfer<E> } | undefined {
    let best: { at: Ms; transfer: Transfer<E> } | undefined;
    for (const transfer of this.#running) {
      if (transfer.rate === 0 && transfer.remaining > 0) continue;
      const needed = timeFor(transfer.remaining, transfer.rate);
      const at = ms(this.#at + Math.max(0, Math.ceil(needed - ROUNDING)));
      if (!best || at < best.at) best = { at, transfer };
    }
    return best;
  }

  /**
   * Time a transfer would need at the rate that it would get now; ms, may be fractional.
   *
   * @param without one under way that would be given up for it
   */
  estimate(
    { bytes, link, limit }: { bytes: number; link: number; limit: number },
    without: Transfer<E> | null = null,
  ): number {
    const trial = { limit, rate: 0 };
    const others = this.#running
      .filter((transfer) => transfer.link === link && transfer !== without)
      .map((transfer) => ({ limit: transfer.limit, rate: 0 }));
    divide(link < 0 ? Infinity : this.#rateOf(link), [...others, trial]);
    return timeFor(bytes, trial.rate);
  }

  /**
   * Time that a transfer under way still needs at its present rate, or at that which it would have if
   * its link were not cut; ms, may be fractional.
   */
  remainder(at: Ms, transfer: Transfer<E>): number {
    this.#advance(at);
    if (this.#flows(transfer.link)) return timeFor(transfer.remaining, transfer.rate);
    const { remaining, link, limit } = transfer;
    return this.estimate({ bytes: remaining, link, limit }, transfer);
  }

  clear(): void {
    this.#running.length = 0;
    this.#at = ms(0);
  }

  #flows(link: number): boolean {
    return link < 0 || this.#carries(link);
  }

  #advance(at: Ms): void {
    const elapsed = (at - this.#at) / SECOND;
    for (const transfer of this.#running) {
      if (elapsed > 0) {
        transfer.remaining = Math.max(0, transfer.remaining - elapsed * transfer.rate);
      }
    }
    this.#at = at;
  }

  #share(): void {
    const links = new Set(this.#running.map((transfer) => transfer.link));
    for (const link of links) {
      const users = this.#running.filter((transfer) => transfer.link === link);
      if (this.#flows(link)) divide(link < 0 ? Infinity : this.#rateOf(link), users);
      else for (const transfer of users) transfer.rate = 0;
    }
  }
}

/** Progressive filling: who wants least is served first, the rest share what is left. */
function divide(rate: number, users: { readonly limit: number; rate: number }[]): void {
  let left = rate;
  let waiting = users.length;
  for (const transfer of users.toSorted((a, b) => a.limit - b.limit)) {
    transfer.rate = Math.min(transfer.limit, left / waiting);
    // Within a site nothing is used up, and Infinity less Infinity would be no rate.
    if (left < Infinity) left -= transfer.rate;
    waiting--;
  }
}

/** How long a transfer that has a link to itself takes, in whole ms. @param rate what it gets */
export function durationAlone(bytes: number, rate: number): Ms {
  return ms(Math.max(0, Math.ceil(timeFor(bytes, rate) - ROUNDING)));
}

/** How long bytes take at a rate in bytes per second, in ms; may be fractional. */
export function timeFor(bytes: number, rate: number): number {
  return bytes === 0 ? 0 : (bytes * SECOND) / rate;
}
