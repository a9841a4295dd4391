import { describe, expect, it } from 'vitest';
import { exp, log, log1p } from '../../../src/base/special/elementary.js';
import { logConcaveQuantile, type Split } from '../../../src/base/special/log-concave-quantile.js';

/** The log-logistic law: a share x / (1 + x) lies below x, so every quantile is p / (1 - p). */
function splitAt(x: number): Split {
  const logUpper = -log1p(x);
  const logLower = log(x) + logUpper;
  return { logLower, logUpper, logDensity: logLower + logUpper };
}

function exponential(x: number): Split {
  return { logLower: log1p(-exp(-x)), logUpper: -x, logDensity: log(x) - x };
}

/** Half of it lies below 2^-1000. */
function steep(x: number): Split {
  const logLower = 0.001 * log(x);
  return { logLower, logUpper: log1p(-exp(logLower)), logDensity: logLower + log(0.001) };
}

describe('quantiles of log-concave laws', () => {
  it.each([1e-300, 1e-12, 0.2, 0.5, 0.8, 1 - 1e-12])(
    'finds the share %d from starts on either side and far away',
    (lower) => {
      const upper = 1 - lower;
      for (const start of [1e-250, 1e-3, 1, 1e3, 1e250]) {
        const x = logConcaveQuantile({ splitAt, lower, upper, start });
        expect(Math.abs((x * upper) / lower - 1)).toBeLessThan(2e-13);
      }
    },
  );

  it('uses the small upper share where the lower one is rounded to 1', () => {
    const x = logConcaveQuantile({ splitAt, lower: 1, upper: 1e-40, start: 1 });
    expect(x / 1e40).toBeCloseTo(1, 12);
  });

  it('comes back from an overshoot into the far tail of an exponential law', () => {
    const search = { splitAt: exponential, lower: 1 - 1e-9, upper: 1e-9 };
    expect(logConcaveQuantile({ ...search, start: 1e-6 })).toBeCloseTo(-log(1e-9), 12);
    expect(logConcaveQuantile({ ...search, start: 1e9 })).toBeCloseTo(-log(1e-9), 12);
  });

  it('gives the smallest double for a quantile below it', () => {
    expect(logConcaveQuantile({ splitAt: steep, lower: 0.1, upper: 0.9, start: 1 })).toBe(5e-324);
  });
});
