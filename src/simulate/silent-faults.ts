import { type Ms, ms, YEAR } from '../base/units.js';
import { uniformOf } from '../random/draw.js';
import { exponential } from '../random/exponential.js';
import type { Purpose } from '../random/purpose.js';
import type { RecoveryPoint } from './stored-points.js';

/**
 * Faults that nobody sees and that spoil every later point, until a restore test finds and mends
 * them. Tests come at whole periods from the start of the horizon, and before it. At most one fault
 * begins between two tests; without tests the first one lasts.
 */
export class SilentFaults {
  readonly #of: { rate: number; verify: Ms | null; purpose: Purpose; trial: number };

  /** @param of `rate` per year, `verify`: period of the tests, `purpose`: of the faults' draws */
  constructor(of: { rate: number; verify: Ms | null; purpose: Purpose; trial: number }) {
    this.#of = of;
  }

  /**
   * Whether a point cannot be restored: a fault lay over it, or over what it builds on. The log that
   * is applied to it spoils nothing.
   */
  spoils({ chain, since: captured }: Pick<RecoveryPoint, 'chain' | 'since'>): boolean {
    const { rate } = this.#of;
    if (rate === 0) return false;
    const newest = this.#stretchOf(captured);
    for (let stretch = this.#stretchOf(chain); stretch <= newest; stretch++) {
      if (this.#faultIn(stretch) <= captured) return true;
    }
    return false;
  }

  /** Instants of restore tests up to one, the newest first. */
  *tests(at: Ms): Generator<Ms> {
    const { verify } = this.#of;
    if (verify === null) return;
    for (let number = Math.floor(at / verify); ; number--) yield ms(number * verify);
  }

  #stretchOf(at: number): number {
    const { verify } = this.#of;
    return verify === null ? 0 : Math.floor(at / verify);
  }

  /** When a fault begins between a test and the next; Infinity where none does. */
  #faultIn(stretch: number): number {
    const { rate, verify, purpose, trial } = this.#of;
    const after = exponential(YEAR / rate).quantile(uniformOf(purpose, trial, stretch));
    return after < (verify ?? Infinity) ? stretch * (verify ?? 0) + after : Infinity;
  }
}
