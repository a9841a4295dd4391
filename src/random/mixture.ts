import { invariant } from '../base/invariant.js';
import type { Distribution } from './distribution.js';
import { mixtureQuantile, weighted, type MixturePart } from './mixture-quantile.js';

/**
 * One of several laws, chosen anew for each draw: nine repairs in ten are a restart, one waits for
 * parts. Still one uniform number per value: the smallest are for the smallest values, whichever law
 * they come from.
 *
 * @param parts at least one; weights positive and finite, in any proportion
 */
export function mixture(parts: readonly MixturePart[]): Distribution {
  invariant(parts.length > 0, () => 'a mixture needs at least one part');
  const weights = parts.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  invariant(
    weights.every((weight) => weight > 0) && total < Infinity,
    () => `a mixture needs positive weights, got ${weights.join(', ')}`,
  );
  const own = parts.map(({ weight, law }) => ({ weight, law }));
  const mean = weighted(own, ({ law }) => law.mean);
  const variance = weighted(own, ({ law }) => law.sd * law.sd + square(law.mean - mean));
  return {
    law: `mixture(${own.map(({ weight, law }) => `${weight} ${law.law}`).join(', ')})`,
    mean,
    sd: Math.sqrt(variance),
    cdf: (x) => weighted(own, ({ law }) => law.cdf(x)),
    quantile: mixtureQuantile(own),
    meanBeyond: (x) => meanBeyond(own, x),
  };
}

function meanBeyond(parts: readonly MixturePart[], x: number): number {
  const left = weighted(parts, ({ law }) => 1 - law.cdf(x));
  // Where no share is left to the precision of a double, the part with the longest tail is what is.
  if (!(left > 0)) return Math.max(...parts.map(({ law }) => law.meanBeyond(x)));
  return weighted(parts, ({ law }) => (1 - law.cdf(x)) * law.meanBeyond(x)) / left;
}

function square(x: number): number {
  return x * x;
}
