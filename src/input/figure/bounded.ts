import type { Distribution } from '../../random/distribution.js';
import { point } from '../../random/point.js';
import { type Reading, refuse, type Spot } from '../reading.js';

/** A law with the values that it can give. */
export interface Bounded {
  readonly law: Distribution;
  readonly low: number;
  readonly high: number;
  /** Whether values come near `low` without reaching it. */
  readonly open: boolean;
}

/** A value known for sure. */
export function known(value: number): Bounded {
  return { law: point(value), low: value, high: value, open: false };
}

/** A law between two ends. */
export function between(law: Distribution, low: number, high: number): Bounded {
  return { law, low, high, open: false };
}

/** A law of positive values without an upper end, if its mean and spread are finite. */
export function tailed(law: Distribution, spot: Spot, reading: Reading): Bounded | undefined {
  if (law.mean > 0 && law.mean < Infinity && law.sd < Infinity) {
    return { law, low: 0, high: Infinity, open: true };
  }
  return refuse(spot, reading, { expected: 'a law with a finite mean and spread' });
}

/** The least and the greatest uniform that is ever drawn: (k + 0.5) / 2^52 with k of 52 bits. */
const [LEAST_UNIFORM, MOST_UNIFORM] = [1.1102230246251565e-16, 1 - 1.1102230246251565e-16];

/** A law without ends, as far as draws can ever reach: some eight standard deviations. */
export function drawable(law: Distribution): Bounded {
  return between(law, law.quantile(LEAST_UNIFORM), law.quantile(MOST_UNIFORM));
}

/** Ends that differ by less are one value, and by more no law of anything real. */
const [LEAST_RATIO, MOST_RATIO] = [1 + 1e-9, 1e15];

/** Whether a lognormal can have these two ends, both above 0 and the first the smaller. */
export function parted(low: number, high: number): boolean {
  const ratio = high / low;
  return low > 0 && ratio >= LEAST_RATIO && ratio <= MOST_RATIO;
}
