import { RatioTally } from '../stats/ratio-tally.js';

/** Which column over which column makes each figure. */
export type Ratios<R extends string, C extends string> = Readonly<
  Record<R, readonly [over: C, under: C]>
>;

/**
 * Every figure of an experiment is a ratio of two sums: recovery time over incidents, misses over
 * years. The sums of a pair of trials are gathered in `row`; `endCluster` feeds them to the tally
 * of each ratio, with the pair as the cluster behind every standard error.
 */
export class ClusterRatios<R extends string, C extends string> {
  readonly #columns: readonly C[];
  readonly #ratios: ReadonlyArray<readonly [R, readonly [C, C]]>;
  readonly #tallies: Map<R, RatioTally>;
  /** Sums of the cluster in the making. */
  readonly row: Record<C, number>;

  constructor(columns: readonly C[], ratios: Ratios<R, C>) {
    this.#columns = columns;
    this.#ratios = Object.entries(ratios) as [R, readonly [C, C]][];
    this.#tallies = new Map(this.#ratios.map(([name]) => [name, new RatioTally()]));
    this.row = Object.fromEntries(columns.map((column) => [column, 0])) as Record<C, number>;
  }

  /** The pair of trials is complete: its sums are tallied and begin anew. */
  endCluster(): void {
    for (const [name, [over, under]] of this.#ratios) {
      this.tally(name).add(this.row[over], this.row[under]);
    }
    for (const column of this.#columns) this.row[column] = 0;
  }

  /** Adds the tallies of later trials. */
  merge(that: ClusterRatios<R, C>): void {
    for (const [name] of this.#ratios) this.tally(name).merge(that.tally(name));
  }

  tally(name: R): RatioTally {
    return this.#tallies.get(name)!;
  }
}
