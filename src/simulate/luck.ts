import { type Ms, ms } from '../base/units.js';
import type { Uncertain } from '../model/uncertain.js';
import { uniformOf } from '../random/draw.js';
import type { Distribution } from '../random/distribution.js';
import type { Purpose, Purposes } from '../random/purpose.js';

/** A duration to be drawn by name: the same in every strategy that meets it. */
export interface Luck {
  readonly law: Distribution;
  /** Null for a law that always gives the same. */
  readonly purpose: Purpose | null;
  /** Drawn once for a pair of trials and then the same for every event. */
  readonly once: boolean;
}

/** Names the draws of an uncertain duration. */
export function luckOf(value: Uncertain<Ms>, name: string, purposes: Purposes): Luck {
  const certain = value.law.sd === 0;
  return {
    law: value.law,
    purpose: certain ? null : purposes.of(name),
    once: value.drawn === 'once',
  };
}

/**
 * The duration of one event, in whole ms, at least 0.
 *
 * @param event number of the arrival, or of the arrival's attempt
 */
export function drawn(luck: Luck, trial: number, event: number): Ms {
  const { law, purpose, once } = luck;
  if (!purpose) return wholeMs(law.mean);
  const uniform = once
    ? uniformOf(purpose, Math.floor(trial / 2), 0)
    : uniformOf(purpose, trial, event);
  return wholeMs(law.quantile(uniform));
}

/** Longest duration told apart: 200,000 years, where whole ms are still exact. */
const LONGEST = 6.3e15;

/** Nearest whole ms, at least 0. */
export function wholeMs(duration: number): Ms {
  return ms(Math.min(LONGEST, Math.max(0, Math.round(duration))));
}
