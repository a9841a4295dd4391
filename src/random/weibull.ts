import { invariant } from '../base/invariant.js';
import { exp, expm1, log1p, pow } from '../base/special/elementary.js';
import { gammaQ, logGamma } from '../base/special/gamma.js';
import type { Distribution } from './distribution.js';

/**
 * The life of something that ages (shape above 1) or that proves itself by lasting (below 1).
 *
 * @param parameters positive and finite; `scale` is the 63.2 % quantile
 */
export function weibull({ shape, scale }: { shape: number; scale: number }): Distribution {
  invariant(shape > 0 && shape < Infinity, () => `weibull shape ${shape} is not positive`);
  invariant(scale > 0 && scale < Infinity, () => `weibull scale ${scale} is not positive`);
  const gamma = (power: number) => exp(logGamma(1 + power / shape));
  const mean = scale * gamma(1);
  return {
    law: `weibull(shape ${shape}, scale ${scale})`,
    mean,
    sd: scale * Math.sqrt(gamma(2) - gamma(1) * gamma(1)),
    cdf: (x) => (x <= 0 ? 0 : -expm1(-pow(x / scale, shape))),
    quantile: (u) => scale * pow(-log1p(-u), 1 / shape),
    meanBeyond: (x) => {
      if (x <= 0) return mean - x;
      const hazard = pow(x / scale, shape);
      const left = exp(-hazard);
      return left > 0 ? Math.max(0, (mean * gammaQ(1 + 1 / shape, hazard)) / left - x) : 0;
    },
  };
}
