import type { Distribution } from '../random/distribution.js';

/**
 * A quantity that is not known for sure, in unit `U`.
 *
 * *Luck* is drawn for `each` event (how long this outage lasts); *ignorance* is drawn `once` per pair
 * of trials (what the true rate is), so that its share of the variance can be told apart.
 */
export interface Uncertain<U extends number> {
  readonly law: Distribution;
  readonly drawn: 'each' | 'once';
  /** Only for the type checker: which unit the law's values are in. */
  readonly unit?: U;
}
