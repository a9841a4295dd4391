import { type Cash, noCash } from './cash.js';

/** Groups that pairs of trials are dealt into, to see how much figures of all of them vary. */
const GROUPS = 32;

/** Sums of one strategy's money by time, apart for each group of pairs of trials. */
export class CashGroups {
  readonly #groups: readonly Cash[];
  readonly #trials = new Float64Array(GROUPS);

  /** @param times how many there are */
  constructor(times: number) {
    this.#groups = Array.from({ length: GROUPS }, () => noCash(times));
  }

  /** Adds a trial. @param cluster number of its pair */
  add(cash: Cash, cluster: number): void {
    const group = cluster % GROUPS;
    this.#trials[group]!++;
    addTo(this.#groups[group]!, cash);
  }

  merge(that: CashGroups): void {
    this.#groups.forEach((group, number) => {
      this.#trials[number]! += that.#trials[number]!;
      addTo(group, that.#groups[number]!);
    });
  }

  /** Numbers of the groups that have trials. */
  get filled(): readonly number[] {
    return [...this.#trials.keys()].filter((group) => this.#trials[group]! > 0);
  }

  /** Means over all trials, or over those that are not in one group; zeros where there are none. */
  means(without?: number): Cash {
    const mean = noCash(this.#groups[0]!.loss.length);
    let trials = 0;
    this.#groups.forEach((group, number) => {
      if (number === without) return;
      addTo(mean, group);
      trials += this.#trials[number]!;
    });
    for (const amounts of [mean.downtime, mean.loss, mean.spent]) {
      for (let i = 0; i < amounts.length; i++) amounts[i]! /= Math.max(1, trials);
    }
    return mean;
  }
}

function addTo(into: Cash, { downtime, loss, spent }: Cash): void {
  for (let i = 0; i < loss.length; i++) {
    into.downtime[i]! += downtime[i]!;
    into.loss[i]! += loss[i]!;
    into.spent[i]! += spent[i]!;
  }
}
