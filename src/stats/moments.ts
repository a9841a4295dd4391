import { invariant } from '../base/invariant.js';

/**
 * Count, mean and spread of independent values, in constant memory.
 *
 * `add` is the running update of Welford (1962); `merge` is the pairwise update of Chan, Golub &
 * LeVeque (1983). Merged in block order, the result does not depend on who computed which block.
 */
export class Moments {
  #n = 0;
  #mean = 0;
  /** Sum of squared distances from the mean. */
  #squares = 0;

  get n(): number {
    return this.#n;
  }

  /** Null when nothing was added. */
  get mean(): number | null {
    return this.#n === 0 ? null : this.#mean;
  }

  /** Unbiased, with n - 1 below; null for fewer than two values. */
  get variance(): number | null {
    return this.#n < 2 ? null : this.#squares / (this.#n - 1);
  }

  /** @throws InvariantError unless x is finite */
  add(x: number): void {
    invariant(Math.abs(x) < Infinity, () => `a value of ${x} has no place in a mean`);
    this.#n++;
    const step = x - this.#mean;
    this.#mean += step / this.#n;
    this.#squares += step * (x - this.#mean);
  }

  /** Adds the values that come next. */
  merge(that: Moments): void {
    if (that.#n === 0) return;
    const n = this.#n + that.#n;
    const gap = that.#mean - this.#mean;
    this.#squares += that.#squares + gap * gap * this.#n * (that.#n / n);
    this.#mean += gap * (that.#n / n);
    this.#n = n;
  }
}
