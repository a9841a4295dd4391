import { YEAR } from '../base/units.js';

/** A loss by what it is made of. */
export interface Loss {
  downtime: number;
  data: number;
  recovery: number;
}

/** What one disaster cost. */
export interface DisasterLoss extends Loss {
  /** Of the horizon, in which it struck; the first is 0. */
  readonly year: number;
  /** All of it. */
  readonly total: number;
}

/** Where the amounts of a disaster stand, after one another. */
const PARTS = { downtime: 0, data: 1, recovery: 2 } as const;
const TOTAL = 3;
const WIDTH = 4;

/** What the disasters of one history cost, by disaster and by year, kept as plain numbers. */
export class DisasterLosses {
  /** By year of the strike. */
  readonly downtime: Float64Array;
  readonly data: Float64Array;
  readonly recovery: Float64Array;
  readonly #years: Int32Array;
  readonly #numbers: Int32Array;
  /** Where each disaster stands in the order in which they were told of, plus 1; 0 for nowhere. */
  readonly #places: Int32Array;
  readonly #amounts: Float64Array;
  #count = 0;

  /** @param size how many years there are, and one more than the largest number of a disaster */
  constructor(size: { years: number; disasters: number }) {
    this.downtime = new Float64Array(size.years);
    this.data = new Float64Array(size.years);
    this.recovery = new Float64Array(size.years);
    this.#years = new Int32Array(size.disasters);
    this.#numbers = new Int32Array(size.disasters);
    this.#places = new Int32Array(size.disasters);
    this.#amounts = new Float64Array(size.disasters * WIDTH);
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** Adds an amount to what a disaster cost that struck at an instant. */
  add({ disaster, at }: { disaster: number; at: number }, part: keyof Loss, amount: number): void {
    let place = this.#places[disaster]! - 1;
    if (place < 0) {
      place = this.#count++;
      this.#places[disaster] = place + 1;
      this.#numbers[place] = disaster;
      this.#years[place] = Math.floor(at / YEAR);
    }
    this[part][this.#years[place]!]! += amount;
    this.#amounts[place * WIDTH + PARTS[part]]! += amount;
    this.#amounts[place * WIDTH + TOTAL]! += amount;
  }

  /** Number in the trial's list of the disaster that was told of as the n-th. */
  number(place: number): number {
    return this.#numbers[place]!;
  }

  amount(place: number, part: keyof Loss): number {
    return this.#amounts[place * WIDTH + PARTS[part]]!;
  }

  total(place: number): number {
    return this.#amounts[place * WIDTH + TOTAL]!;
  }

  /** In the order in which they were told of, for whoever wants to read. */
  values(): DisasterLoss[] {
    return Array.from({ length: this.#count }, (_, place) => ({
      year: this.#years[place]!,
      downtime: this.amount(place, 'downtime'),
      data: this.amount(place, 'data'),
      recovery: this.amount(place, 'recovery'),
      total: this.total(place),
    }));
  }

  /** The largest loss of a single disaster in each year. */
  largest(): Float64Array {
    const largest = new Float64Array(this.downtime.length);
    for (let place = 0; place < this.#count; place++) {
      const year = this.#years[place]!;
      largest[year] = Math.max(largest[year]!, this.total(place));
    }
    return largest;
  }
}
