import { HOUR, MINUTE, type Ms, SECOND } from '../../src/base/units.js';
import type { Replication } from '../../src/simulate/replication.js';

/**
 * The slow obvious twin of `unsentAge`: a first-in-first-out queue of bytes, followed minute by
 * minute. Exact where writes, cuts and halts change at whole minutes only.
 */
export class FluidQueue {
  readonly #begin: number;
  /** Bytes written, and bytes unsent, from the beginning until each full minute. */
  readonly #written: number[] = [0];
  readonly #unsent: number[] = [0];

  constructor(flow: Replication, begin: Ms, end: Ms) {
    this.#begin = begin;
    for (let now = begin as number; now < end; now += MINUTE) {
      const hour = Math.floor((now + flow.intoWeek) / HOUR);
      const within = ({ from, to }: { from: Ms; to: Ms }) => from <= now && now < to;
      const halted = flow.halts.some(within);
      const cut = halted || flow.cuts.some(within);
      const still = halted || flow.stalls.some(within);
      const writes = still
        ? 0
        : flow.writes *
          flow.profile.hours[((hour % 168) + 168) % 168]! *
          (flow.bursts?.multipleIn(hour) ?? 1);
      const seconds = MINUTE / SECOND;
      const unsent = this.#unsent.at(-1)! + (writes - (cut ? 0 : flow.rate)) * seconds;
      this.#unsent.push(Math.max(0, unsent));
      this.#written.push(this.#written.at(-1)! + writes * seconds);
    }
  }

  /** Bytes in the queue at a full minute. */
  unsentAt(at: Ms): number {
    return this.#unsent[(at - this.#begin) / MINUTE]!;
  }

  /** Bytes written in so many ms before a full minute. */
  writtenWithin(age: Ms, at: Ms): number {
    return this.#writtenUntil(at) - this.#writtenUntil(Math.max(this.#begin, at - age));
  }

  #writtenUntil(at: number): number {
    const minutes = (at - this.#begin) / MINUTE;
    const [before, after] = [Math.floor(minutes), Math.ceil(minutes)];
    const share = minutes - before;
    return this.#written[before]! * (1 - share) + this.#written[after]! * share;
  }
}
