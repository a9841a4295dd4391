import { invariant } from '../base/invariant.js';
import { type Ms, ms } from '../base/units.js';

/** Something that will happen, unless it is cancelled first. */
export interface Booking<E> {
  readonly at: Ms;
  /** Who goes first when several events share one instant: lower runs first. */
  readonly turn: number;
  /** Number of the booking, which settles the rest. */
  readonly order: number;
  readonly event: E;
  live: boolean;
}

/** The clock's last instant, after some 285,000 years: beyond it doubles tell no single ms apart. */
export const LAST = 9e15;

/**
 * The future: booked events in exactly one order, by time, then turn, then order of booking. Knows
 * nothing of what the events mean.
 *
 * Bookings are kept sorted with the next one last: a history has at most a few dozen pending, where
 * a sorted array is faster than any heap.
 */
export class Calendar<E> {
  readonly #pending: Booking<E>[] = [];
  #booked = 0;
  #now = ms(0);

  /** The clock: instant of the event that was played last. */
  get now(): Ms {
    return this.#now;
  }

  /**
   * Books an event; one after the clock's last instant is played in it.
   *
   * @param time whole ms, not before now
   * @returns the handle that cancels it
   */
  book(time: Ms, turn: number, event: E): Booking<E> {
    invariant(time < Infinity, () => `booking at ${time}: time is whole milliseconds`);
    const at = ms(Math.min(time, LAST));
    invariant(Number.isSafeInteger(at), () => `booking at ${at}: time is whole milliseconds`);
    invariant(at >= this.#now, () => `booking at ${at} ms, but it is already ${this.#now} ms`);
    const booking = { at, turn, order: this.#booked++, event, live: true };
    const pending = this.#pending;
    let place = pending.length;
    while (place > 0 && precedes(pending[place - 1]!, booking)) {
      pending[place] = pending[place - 1]!;
      place--;
    }
    pending[place] = booking;
    return booking;
  }

  /** Cancelling twice, or after the event ran, is harmless. */
  cancel(booking: Booking<E> | null): void {
    if (booking) booking.live = false;
  }

  /** Moves the clock to the next live event and hands it over; undefined when none is left. */
  next(): E | undefined {
    for (;;) {
      const booking = this.#pending.pop();
      if (!booking) return undefined;
      if (!booking.live) continue;
      booking.live = false;
      this.#now = booking.at;
      return booking.event;
    }
  }

  /** The same, where that event comes before an instant and a turn in it. */
  nextBefore(at: number, turn: number): E | undefined {
    const first = this.#first();
    if (!first || first.at > at || (first.at === at && first.turn >= turn)) return undefined;
    return this.next();
  }

  /** Whether nothing is booked. */
  get isEmpty(): boolean {
    return this.#first() === undefined;
  }

  /** Moves the clock on to what happens at an instant without having been booked. */
  moveTo(at: Ms): void {
    invariant(at >= this.#now, () => `moving to ${at} ms, but it is already ${this.#now} ms`);
    this.#now = at;
  }

  /** Sets the clock back to an instant since which nothing has been booked or played. */
  moveBackTo(at: Ms): void {
    invariant(this.isEmpty && at <= this.#now, () => `moving back to ${at} ms`);
    this.#now = at;
  }

  #first(): Booking<E> | undefined {
    const pending = this.#pending;
    while (pending.length > 0 && !pending.at(-1)!.live) pending.pop();
    return pending.at(-1);
  }

  /** Forgets everything and sets the clock back to the start. */
  clear(): void {
    this.#pending.length = 0;
    this.#booked = 0;
    this.#now = ms(0);
  }
}

/** Time, then turn, then booking order: a total order, so a run has exactly one history. */
function precedes<E>(a: Booking<E>, b: Booking<E>): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.turn !== b.turn) return a.turn < b.turn;
  return a.order < b.order;
}
