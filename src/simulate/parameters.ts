import { invariant } from '../base/invariant.js';
import type { Uncertain } from '../model/uncertain.js';
import type { Distribution } from '../random/distribution.js';
import { uniformOf } from '../random/draw.js';
import type { Purpose, Purposes } from '../random/purpose.js';

/** Where a parameter's value stands in the table of the trial's values, in unit `U`. */
export interface Slot<U extends number> {
  readonly slot: number;
  readonly unit?: U;
}

/**
 * What is fixed within a trial but not known for sure: rates, shares, bandwidths, prices. One flat
 * table of values, drawn anew for each pair of trials, so that trials 2j and 2j + 1 share them and
 * differ by luck alone.
 */
export class Parameters {
  readonly #purposes: Purposes;
  readonly #uncertain: { slot: number; law: Distribution; purpose: Purpose; shared: boolean }[] =
    [];
  #values = new Float64Array(64);
  #count = 0;
  #trial = 0;

  constructor(purposes: Purposes) {
    this.#purposes = purposes;
  }

  /**
   * Adds a parameter. The same name gives the same luck in every strategy that uses it.
   *
   * @param name such as `links/virginia-ohio/bandwidth`; never the strategy's name
   */
  add<U extends number>(name: string, value: Uncertain<U>): Slot<U> {
    const slot = this.#count++;
    if (slot === this.#values.length) {
      const wider = new Float64Array(2 * slot);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[slot] = value.law.mean;
    if (value.law.sd > 0) {
      const purpose = this.#purposes.of(`parameter/${name}`);
      this.#uncertain.push({ slot, law: value.law, purpose, shared: value.drawn === 'once' });
    }
    return { slot };
  }

  /** Number of the trial drawn last. */
  get trial(): number {
    return this.#trial;
  }

  /** Whether all values are known, so that every trial has the same. */
  get certain(): boolean {
    return this.#uncertain.length === 0;
  }

  /** Draws the values of a trial. */
  draw(trial: number): void {
    this.#trial = trial;
    for (const { slot, law, purpose, shared } of this.#uncertain) {
      const history = shared ? Math.floor(trial / 2) : trial;
      this.#values[slot] = law.quantile(uniformOf(purpose, history, 0));
    }
  }

  /** Value of a parameter in the trial drawn last; its mean before the first. */
  of<U extends number>({ slot }: Slot<U>): U {
    invariant(slot < this.#count, () => `no parameter ${slot}`);
    return this.#values[slot] as U;
  }
}
