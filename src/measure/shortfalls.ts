import { type Ms, ms } from '../base/units.js';
import type { Shortfall } from './outcome.js';

/** Numbers that one shortfall takes. */
const WIDTH = 4;

/** When a service fell short of its demand, in order of time: kept as plain numbers. */
export class Shortfalls {
  readonly #rows: number[] = [];

  get length(): number {
    return this.#rows.length / WIDTH;
  }

  add(from: number, to: number, { share, incident }: Pick<Shortfall, 'share' | 'incident'>): void {
    // One by one: a call with several numbers would wrap each of them.
    const rows = this.#rows;
    const row = rows.length;
    rows[row] = from;
    rows[row + 1] = to;
    rows[row + 2] = share;
    rows[row + 3] = incident;
  }

  from(number: number): Ms {
    return ms(this.#rows[number * WIDTH]!);
  }

  to(number: number): Ms {
    return ms(this.#rows[number * WIDTH + 1]!);
  }

  share(number: number): number {
    return this.#rows[number * WIDTH + 2]!;
  }

  incident(number: number): number {
    return this.#rows[number * WIDTH + 3]!;
  }

  /** All of them, for whoever wants to read. */
  list(): Shortfall[] {
    return Array.from({ length: this.length }, (_, number) => ({
      from: this.from(number),
      to: this.to(number),
      share: this.share(number),
      incident: this.incident(number),
    }));
  }
}
