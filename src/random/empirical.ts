import { invariant } from '../base/invariant.js';
import type { Distribution } from './distribution.js';

/**
 * What was seen, each value as likely as any other.
 *
 * @param values at least one, all finite, any order; not changed
 */
export function empirical(values: readonly number[]): Distribution {
  const n = values.length;
  invariant(n > 0, () => 'an empirical law needs at least one value');
  invariant(
    values.every((value) => Math.abs(value) < Infinity),
    () => `an empirical law needs finite values, got ${values.join(', ')}`,
  );
  const rising = Float64Array.from(values).sort();
  const mean = rising.reduce((sum, value) => sum + value, 0) / n;
  const squares = rising.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const countTo = (x: number) => {
    let [from, to] = [0, n];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (rising[middle]! <= x) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    law: `empirical(${n} values)`,
    mean,
    sd: Math.sqrt(squares / n),
    cdf: (x) => countTo(x) / n,
    quantile: (u) => rising[Math.min(n - 1, Math.floor(u * n))]!,
    meanBeyond: (x) => {
      const beyond = rising.subarray(countTo(x));
      if (beyond.length === 0) return 0;
      return beyond.reduce((sum, value) => sum + value, 0) / beyond.length - x;
    },
  };
}
