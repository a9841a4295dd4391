import { RatioTally } from '../stats/ratio-tally.js';

/** Amounts per year, one for each of a list, with the pair of trials as the cluster. */
export class YearlySums {
  readonly tallies: readonly RatioTally[];
  readonly #sums: Float64Array;

  constructor(length: number) {
    this.tallies = Array.from({ length }, () => new RatioTally());
    this.#sums = new Float64Array(length);
  }

  /** Adds the amounts of a trial, one for each of the list. */
  add(amounts: ArrayLike<number>): void {
    for (let i = 0; i < this.#sums.length; i++) this.#sums[i]! += amounts[i]!;
  }

  /** @param years simulated in the pair of trials */
  endCluster(years: number): void {
    this.tallies.forEach((tally, index) => {
      tally.add(this.#sums[index]!, years);
    });
    this.#sums.fill(0);
  }

  /** Adds the tallies of later trials. */
  merge(that: YearlySums): void {
    this.tallies.forEach((tally, index) => {
      tally.merge(that.tallies[index]!);
    });
  }
}
