import type { Ms } from '../base/units.js';

/** Which points of a copy are kept: a point stays while any of the rules wants it. */
export interface Retention {
  /** Every point for so long; null where no rule goes by age. */
  readonly age: Ms | null;
  /** The newest so many points. */
  readonly last: number;
  /** The newest point of each of the last so many calendar days, ISO weeks, months, years (UTC). */
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

/** Points by age alone. */
export function keptFor(age: Ms): Retention {
  return { age, last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0 };
}
