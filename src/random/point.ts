import { invariant } from '../base/invariant.js';
import type { Distribution } from './distribution.js';

/**
 * Something known: always the same value.
 *
 * @param value finite
 */
export function point(value: number): Distribution {
  invariant(Math.abs(value) < Infinity, () => `point ${value} is not finite`);
  return {
    law: 'point',
    mean: value,
    sd: 0,
    cdf: (x) => (x >= value ? 1 : 0),
    quantile: () => value,
    meanBeyond: (x) => Math.max(0, value - x),
  };
}
