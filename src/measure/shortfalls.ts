import { type Ms, ms } from '../base/units.js';
import type { Shortfall } from './outcome.js';

/** Numbers that one shortfall takes. */
const WIDTH = 4;

/** When a service fell short of its demand, in order of time: kept as plain numbers. */
export class Shortfalls {
  #rows = new Float64Array(64 * WIDTH);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(from: number, to: number, { share, incident }: Pick<Shortfall, 'share' | 'incident'>): void {
    const at = this.#length++ * WIDTH;
    if (at === this.#rows.length) this.#widen();
    this.#rows[at] = from;
    this.#rows[at + 1] = to;
    this.#rows[at + 2] = share;
    this.#rows[at + 3] = incident;
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
    return Array.from({ length: this.#length }, (_, number) => ({
      from: this.from(number),
      to: this.to(number),
      share: this.share(number),
      incident: this.incident(number),
    }));
  }

  #widen(): void {
    const wider = new Float64Array(2 * this.#rows.length);
    wider.set(this.#rows);
    this.#rows = wider;
  }
}
