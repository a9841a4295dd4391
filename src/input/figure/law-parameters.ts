import type { Dimension } from '../../base/quantity.js';
import { log } from '../../base/special/elementary.js';
import { beta, betaFromMean } from '../../random/beta.js';
import { gamma, gammaFromMean } from '../../random/gamma.js';
import { logitNormal } from '../../random/logit-normal.js';
import { lognormalFromMean, lognormalFromQuantiles } from '../../random/lognormal.js';
import { normal } from '../../random/normal.js';
import { checked, mapping, optional, required } from '../form/shape.js';
import { type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { writtenShort } from '../yaml/located-tree.js';
import { between, type Bounded, drawable, parted, tailed } from './bounded.js';
import { quantity } from './quantity-at.js';

const count = quantity('count');
/** Beyond these a gamma or a beta is a point, or nothing real. */
const [LEAST_SHAPE, MOST_SHAPE] = [0.01, 1e6];
/** 95th percentile of the standard normal. */
const Z95 = 1.6448536269514722;

const shapely = (shape: number) => shape >= LEAST_SHAPE && shape <= MOST_SHAPE;

/** By median and 95th percentile, or by median and mean. */
export function lognormalAt(dimension: Dimension): Reader<Bounded> {
  const value = quantity(dimension);
  const shape = mapping({
    p50: required(value, 'p50: …', 'Median.'),
    p95: optional(value, null, { about: 'The 95th percentile; this or the mean.' }),
    mean: optional(value, null, { about: 'Mean; this or the 95th percentile.' }),
  });
  return checked(shape, ({ p50, p95, mean }, spot, reading) => {
    if ((p95 === null) === (mean === null)) {
      return refuse(spot, reading, {
        expected: 'p50 and one of p95 and mean',
        got: p95 === null ? 'only p50' : 'both p95 and mean',
      });
    }
    const upper = p95 ?? mean!;
    if (!parted(p50, upper)) {
      const name = p95 === null ? 'mean' : 'p95';
      return refuse(spot, reading, {
        expected: `a p50 above 0 and a ${name} above the p50, at most 1e15 times it`,
        got: writtenShort(spot.node),
      });
    }
    const law =
      p95 === null
        ? lognormalFromMean({ p50, mean: upper })
        : lognormalFromQuantiles({ p50, p95: upper });
    return tailed(law, spot, reading);
  });
}

/** By shape and scale, or by mean and standard deviation. */
export function gammaAt(dimension: Dimension): Reader<Bounded> {
  const value = quantity(dimension);
  const shape = mapping({
    shape: optional(count, null, { about: 'Shape, with a scale.' }),
    scale: optional(value, null, { about: 'Scale: the mean over the shape.' }),
    mean: optional(value, null, { about: 'Mean, with a standard deviation.' }),
    sd: optional(value, null, { about: 'Standard deviation.' }),
  });
  return checked(shape, (read, spot, reading) => {
    const { shape: k, scale, mean, sd } = read;
    if (k !== null && scale !== null && mean === null && sd === null) {
      if (shapely(k) && scale > 0) return tailed(gamma({ shape: k, scale }), spot, reading);
    } else if (mean !== null && sd !== null && k === null && scale === null) {
      const right = mean > 0 && sd > 0 && shapely((mean / sd) * (mean / sd));
      if (right) return tailed(gammaFromMean({ mean, sd }), spot, reading);
    }
    return refuse(spot, reading, {
      expected: `shape (${LEAST_SHAPE} to 1e6) and scale, or mean and sd, all above 0`,
      got: writtenShort(spot.node),
      fix: 'write such as { shape: 2, scale: … } or { mean: …, sd: … }',
    });
  });
}

/** By its two shapes or by mean and standard deviation, between two ends. */
export function betaAt(dimension: Dimension): Reader<Bounded> {
  const value = quantity(dimension);
  const share = dimension.startsWith('share');
  const shape = mapping({
    alpha: optional(count, null, { about: 'First shape, with a second.' }),
    beta: optional(count, null, { about: 'Second shape.' }),
    mean: optional(value, null, { about: 'Mean, with a standard deviation.' }),
    sd: optional(value, null, { about: 'Standard deviation.' }),
    low: optional(value, share ? 0 : null, { about: 'Least value.', usual: '0% for shares' }),
    high: optional(value, share ? 1 : null, { about: 'Greatest value.', usual: '100% for shares' }),
  });
  return checked(shape, (read, spot, reading) => betaOf(read, spot, reading));
}

interface BetaKeys {
  readonly alpha: number | null;
  readonly beta: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function betaOf(read: BetaKeys, spot: Spot, reading: Reading): Bounded | undefined {
  const { alpha, beta: other, mean, sd, low, high } = read;
  const ends = low !== null && high !== null && low < high;
  if (ends && alpha !== null && other !== null && mean === null && sd === null) {
    if (shapely(alpha) && shapely(other)) {
      return between(beta({ alpha, beta: other, low, high }), low, high);
    }
  } else if (ends && mean !== null && sd !== null && alpha === null && other === null) {
    const spread = ((mean - low) * (high - mean)) / (sd * sd) - 1;
    const [first, second] = [(mean - low) / (high - low), (high - mean) / (high - low)];
    if (mean > low && mean < high && shapely(first * spread) && shapely(second * spread)) {
      return between(betaFromMean({ mean, sd, low, high }), low, high);
    }
  }
  return refuse(spot, reading, {
    expected: 'alpha and beta (0.01 to 1e6), or mean and sd that fit, between low and high',
    got: writtenShort(spot.node),
    fix: betaFix(read),
  });
}

function betaFix({ alpha, beta: other, mean, sd, low, high }: BetaKeys): string {
  if (low === null || high === null) return 'add "low: …" and "high: …", the ends';
  if (!(low < high)) return 'write the smaller end as low, the greater as high';
  const fits = mean !== null && sd !== null && alpha === null && other === null;
  if (!fits) return 'write such as { alpha: 2, beta: 5 } or { mean: …, sd: … }';
  if (!(mean > low && mean < high)) return 'write a mean between the ends';
  return sd > 0 && (mean - low) * (high - mean) <= sd * sd
    ? 'write a smaller sd: the ends leave it no room'
    : 'write a value known for sure, or a greater sd';
}

/** By mean and standard deviation. */
export function normalAt(dimension: Dimension): Reader<Bounded> {
  const value = quantity(dimension);
  const shape = mapping({
    mean: required(value, 'mean: …', 'Mean.'),
    sd: required(value, 'sd: …', 'Standard deviation.'),
  });
  return checked(shape, (read, spot, reading) =>
    read.sd > 0
      ? drawable(normal(read))
      : refuse(spot, reading, {
          expected: 'a standard deviation above 0',
          got: writtenShort(spot.node),
          fix: 'write the mean alone for a value known for sure',
        }),
  );
}

/** By median and 95th percentile, both strictly between 0 and 1. */
export function logitNormalAt(dimension: Dimension): Reader<Bounded> {
  const value = quantity(dimension);
  const shape = mapping({
    p50: required(value, 'p50: …', 'Median, above 0% and below 100%.'),
    p95: required(value, 'p95: …', 'The 95th percentile, above the median and below 100%.'),
  });
  return checked(shape, ({ p50, p95 }, spot, reading) => {
    if (!(p95 < 1 && parted(p50, p95) && dimension.startsWith('share'))) {
      return refuse(spot, reading, {
        expected: 'shares, 0% < p50 < p95 < 100%',
        got: writtenShort(spot.node),
      });
    }
    const logit = (share: number) => log(share / (1 - share));
    const sigma = (logit(p95) - logit(p50)) / Z95;
    return { law: logitNormal({ mu: logit(p50), sigma }), low: 0, high: 1, open: true };
  });
}
