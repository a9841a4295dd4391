import { invariant } from '../base/invariant.js';
import { expm1, log1p } from '../base/special/elementary.js';
import type { Distribution } from './distribution.js';

/**
 * The wait for something that does not age, such as a random hardware failure.
 *
 * @param mean positive and finite
 */
export function exponential(mean: number): Distribution {
  invariant(
    mean > 0 && mean < Infinity,
    () => `exponential mean ${mean} is not positive and finite`,
  );
  return {
    law: `exponential(mean ${mean})`,
    mean,
    sd: mean,
    cdf: (x) => (x <= 0 ? 0 : -expm1(-x / mean)),
    quantile: (u) => -mean * log1p(-u),
    meanBeyond: (x) => (x <= 0 ? mean - x : mean),
  };
}
