import { invariant } from '../base/invariant.js';
import { continuedFractionValue } from '../base/special/continued-fraction.js';
import { exp, log } from '../base/special/elementary.js';
import { gammaP, gammaQ, gammaQuantile } from '../base/special/gamma.js';
import type { Distribution } from './distribution.js';
import { tabulatedQuantile } from './quantile-table.js';

/** Below this shape the quantile bends too sharply for a table. */
const SMOOTH_FROM = 0.3;

/**
 * A wait made of several: with a whole shape it is that many exponential waits of mean `scale` in a
 * row.
 *
 * @param parameters positive and finite; `scale` in the unit of what is drawn
 */
export function gamma({ shape, scale }: { shape: number; scale: number }): Distribution {
  invariant(shape > 0 && shape < Infinity, () => `gamma shape ${shape} is not positive`);
  invariant(scale > 0 && scale < Infinity, () => `gamma scale ${scale} is not positive`);
  const standardQuantile = quantileOfShape(shape);
  return {
    law: `gamma(shape ${shape}, scale ${scale})`,
    mean: shape * scale,
    sd: Math.sqrt(shape) * scale,
    cdf: (x) => (x <= 0 ? 0 : gammaP(shape, x / scale)),
    quantile: (u) => scale * standardQuantile(u),
    meanBeyond: (x) => (x <= 0 ? shape * scale - x : scale * standardMeanBeyond(shape, x / scale)),
  };
}

/** The gamma law with the given mean and standard deviation, both positive and finite. */
export function gammaFromMean({ mean, sd }: { mean: number; sd: number }): Distribution {
  invariant(mean > 0 && sd > 0, () => `gamma needs a mean and sd above 0, not ${mean} and ${sd}`);
  const ratio = mean / sd;
  return gamma({ shape: ratio * ratio, scale: sd / ratio });
}

function quantileOfShape(shape: number): (u: number) => number {
  const exact = (u: number) => gammaQuantile(shape, u);
  if (shape < SMOOTH_FROM) return exact;
  return tabulatedQuantile({ quantile: exact, toLine: log, fromLine: exp });
}

/** E[X - x | X > x] of a gamma law of scale 1, x above 0. */
function standardMeanBeyond(shape: number, x: number): number {
  if (x === Infinity) return 0;
  if (x < shape || x < 1) {
    return (shape * gammaQ(shape + 1, x)) / gammaQ(shape, x) - x;
  }
  // The continued fraction of the tail (Abramowitz & Stegun 1964, 6.5.31), less its first terms:
  // it neither cancels nor underflows.
  return continuedFractionValue({
    numerator: (n) => n * (shape - n),
    denominator: (n) => (n === 0 ? 1 : x - shape + (2 * n + 1)),
  });
}
