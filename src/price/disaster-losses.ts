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
  /** Year and number of each, in the order in which they were told of. */
  readonly #years: number[] = [];
  readonly #numbers: number[] = [];
  /** Where each disaster stands in that order. */
  readonly #places: number[] = [];
  readonly #amounts: number[] = [];

  /** @param years how many there are */
  constructor(years: number) {
    this.downtime = new Float64Array(years);
    this.data = new Float64Array(years);
    this.recovery = new Float64Array(years);
  }

  /** How many there are. */
  get count(): number {
    return this.#numbers.length;
  }

  /** Adds an amount to what a disaster cost that struck at an instant. */
  add({ disaster, at }: { disaster: number; at: number }, part: keyof Loss, amount: number): void {
    const place = this.#places[disaster] ?? this.#enter(disaster, Math.floor(at / YEAR));
    this[part][this.#years[place]!]! += amount;
    this.#amounts[place * WIDTH + PARTS[part]]! += amount;
    this.#amounts[place * WIDTH + TOTAL]! += amount;
  }

  #enter(disaster: number, year: number): number {
    const place = this.#numbers.push(disaster) - 1;
    this.#places[disaster] = place;
    this.#years.push(year);
    this.#amounts.push(0, 0, 0, 0);
    return place;
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

  /** What a disaster cost, by its number in the trial's list; 0 where it was not told of. */
  totalOf(disaster: number): number {
    const place = this.#places[disaster];
    return place === undefined ? 0 : this.total(place);
  }

  /** In the order in which they were told of, for whoever wants to read. */
  values(): DisasterLoss[] {
    return Array.from({ length: this.count }, (_, place) => ({
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
    for (let place = 0; place < this.count; place++) {
      const year = this.#years[place]!;
      largest[year] = Math.max(largest[year]!, this.total(place));
    }
    return largest;
  }
}
