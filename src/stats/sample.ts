import { invariant } from '../base/invariant.js';

const MOST_CLUSTERS = 2_147_483_647;

/**
 * Every value seen of one quantity, with the cluster it came from: what exact quantiles and their
 * intervals are made of. Twelve bytes a value, so meant for about a million.
 */
export class Sample {
  #values = new Float64Array(0);
  #clusters = new Int32Array(0);
  #size = 0;
  #rising: Float64Array | null = null;

  get size(): number {
    return this.#size;
  }

  /** In the order of trials. A view, good until the next change. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#size);
  }

  /** Cluster of each value; never falling. A view, good until the next change. */
  get clusters(): Int32Array {
    return this.#clusters.subarray(0, this.#size);
  }

  /** The values sorted, smallest first. Sorted once, and shared: do not write to it. */
  get rising(): Float64Array {
    this.#rising ??= this.values.toSorted();
    return this.#rising;
  }

  /**
   * Adds one value.
   *
   * @param cluster number of the pair of trials; never below an earlier one
   * @throws InvariantError for a value that is not finite or a cluster out of order
   */
  append(value: number, cluster: number): void {
    invariant(Math.abs(value) < Infinity, () => `a value of ${value} has no place in a sample`);
    invariant(
      Number.isInteger(cluster) && cluster >= this.#last() && cluster <= MOST_CLUSTERS,
      () => `cluster ${cluster} after cluster ${this.#last()}`,
    );
    this.#reserve(this.#size + 1);
    this.#values[this.#size] = value;
    this.#clusters[this.#size] = cluster;
    this.#size++;
    this.#rising = null;
  }

  /**
   * Adds the values of the trials that come next.
   *
   * @throws InvariantError when they do not: blocks are merged in block order
   */
  merge(that: Sample): void {
    if (that.#size === 0) return;
    const first = that.#clusters[0]!;
    invariant(first >= this.#last(), () => `cluster ${first} after cluster ${this.#last()}`);
    const { values, clusters } = that;
    const start = this.#size;
    this.#reserve(start + values.length);
    this.#values.set(values, start);
    this.#clusters.set(clusters, start);
    this.#size = start + values.length;
    this.#rising = null;
  }

  #last(): number {
    return this.#size === 0 ? 0 : this.#clusters[this.#size - 1]!;
  }

  #reserve(size: number): void {
    if (size <= this.#values.length) return;
    const capacity = Math.max(8, size, 2 * this.#values.length);
    const values = new Float64Array(capacity);
    const clusters = new Int32Array(capacity);
    values.set(this.values);
    clusters.set(this.clusters);
    this.#values = values;
    this.#clusters = clusters;
  }
}
