import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Distribution } from '../../src/random/distribution.js';
import { empirical } from '../../src/random/empirical.js';
import { lognormal } from '../../src/random/lognormal.js';
import { mixture } from '../../src/random/mixture.js';
import { normal } from '../../src/random/normal.js';
import { point } from '../../src/random/point.js';
import { triangular } from '../../src/random/triangular.js';
import { uniform } from '../../src/random/uniform.js';
import { weibull } from '../../src/random/weibull.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const size = number(-3, 6).map((power) => 10 ** power);

/** Any law of the sizes that scenarios have, smooth or with values of their own. */
const law: fc.Arbitrary<Distribution> = fc.oneof(
  number(-100, 1e6).map(point),
  fc.array(number(-10, 1e4), { minLength: 1, maxLength: 9 }).map((values) => empirical(values)),
  fc.tuple(number(-5, 15), number(0.01, 2)).map(([mu, sigma]) => lognormal({ mu, sigma })),
  fc.tuple(number(-10, 1e6), size).map(([mean, sd]) => normal({ mean, sd })),
  fc.tuple(number(-10, 1e6), size).map(([low, width]) => uniform({ low, high: low + width })),
  fc.tuple(number(0.5, 5), size).map(([shape, scale]) => weibull({ shape, scale })),
  fc
    .tuple(number(-10, 1e6), size, size)
    .map(([low, rise, fall]) => triangular({ low, mode: low + rise, high: low + rise + fall })),
);
const parts = fc.array(fc.record({ weight: number(0.001, 10), law }), {
  minLength: 1,
  maxLength: 5,
});
const share = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 52 - 1 }).map((k) => (k + 0.5) / 2 ** 52),
  number(-52, -1).map((power) => 2 ** power),
  number(-52, -1).map((power) => 1 - 2 ** power),
);
const PARAMETERS = { seed: 1, numRuns: 1500 };

/** The least value with a share of at least u at or below it, by halving alone. */
function slowQuantile(whole: Distribution, u: number, [low, high]: readonly [number, number]) {
  let [from, to] = [low, high];
  for (let i = 0; i < 200; i++) {
    const middle = from / 2 + to / 2;
    if (whole.cdf(middle) < u) from = middle;
    else to = middle;
  }
  return to;
}

test('the quantile is where the distribution function crosses the share', () => {
  fc.assert(
    fc.property(parts, share, (all, u) => {
      const whole = mixture(all);
      const x = whole.quantile(u);
      const near = 1e-12 * Math.abs(x) + 1e-280;
      // A share is known to one unit in its last place.
      expect(whole.cdf(x + near)).toBeGreaterThanOrEqual(u - 4e-16);
      expect(whole.cdf(x - near)).toBeLessThanOrEqual(u + 4e-16);
    }),
    PARAMETERS,
  );
});

test('it is what halving finds', () => {
  fc.assert(
    fc.property(parts, number(0.001, 0.999), (all, u) => {
      const whole = mixture(all);
      const ends = all.map((part) => part.law.quantile(u));
      const [low, high] = [Math.min(...ends) - 1e-9, Math.max(...ends)];
      const [seen, slow] = [whole.quantile(u), slowQuantile(whole, u, [low, high])];
      // Where the curve is flat, the last place of the share moves the value by more.
      const flat = Math.abs(whole.cdf(seen) - whole.cdf(slow)) < 4e-16;
      // Halving from a million gets no nearer to 0 than that.
      const near = 1e-12 * Math.abs(slow) + 1e-50;
      if (!flat) expect(Math.abs(seen - slow)).toBeLessThanOrEqual(near);
    }),
    PARAMETERS,
  );
});

test('a larger share never gives less, however near the two are', () => {
  const step = number(0, 52).map((power) => 2 ** -power);
  fc.assert(
    fc.property(parts, share, step, (all, u, part) => {
      const whole = mixture(all);
      const more = u + (1 - u) * part * 0.999;
      fc.pre(more < 1);
      expect(whole.quantile(more)).toBeGreaterThanOrEqual(whole.quantile(u));
    }),
    PARAMETERS,
  );
});

test('an answer does not depend on what was asked before', () => {
  fc.assert(
    fc.property(parts, fc.array(share, { maxLength: 5 }), share, (all, before, u) => {
      const [used, fresh] = [mixture(all), mixture(all)];
      before.forEach((other) => used.quantile(other));
      expect(used.quantile(u)).toBe(fresh.quantile(u));
    }),
    { seed: 1, numRuns: 300 },
  );
});
