import { type Ms, ms } from '../base/units.js';
import { meanTimeOver } from '../model/week-profile.js';
import type { ServicePlan } from '../simulate/plan.js';

/** How the writes of a service vary. */
type Writes = Pick<ServicePlan, 'writeProfile' | 'bursts'>;

/** How well a service worked over a history: from each instant on, at that level. */
export class Levels {
  /** Instant and level, in turn. */
  readonly #rows = [-Infinity, 1];

  /** From `at` on the service works at `level`; instants never fall. */
  change(at: Ms, level: number): void {
    const rows = this.#rows;
    const row = rows.length;
    rows[row] = at;
    rows[row + 1] = level;
  }

  /**
   * Writes acknowledged over a window, as the time in which the mean flow writes as much, in ms:
   * the integral of profile * bursts * level.
   *
   * @param intoWeek ms from a Monday 00:00 UTC to the start of the horizon
   */
  writesOver(window: { from: Ms; to: Ms }, writes: Writes, intoWeek: Ms): number {
    const { writeProfile: profile, bursts } = writes;
    let sum = 0;
    let to = window.to;
    for (let i = this.#rows.length - 2; i >= 0 && to > window.from; i -= 2) {
      const from = ms(Math.max(window.from, this.#rows[i]!));
      if (from >= to) continue;
      const stretch = { from: ms(from + intoWeek), to: ms(to + intoWeek) };
      const time = bursts ? bursts.meanTimeOver(profile, stretch) : meanTimeOver(profile, stretch);
      sum += this.#rows[i + 1]! * time;
      to = from;
    }
    return sum;
  }
}
