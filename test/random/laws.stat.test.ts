import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/random/distribution.js';
import { Purposes } from '../../src/random/purpose.js';
import { Stream } from '../../src/random/stream.js';
import { drawsToSee, meanAgrees, shapeAgrees } from './agreement.js';
import { LAWS } from './laws.js';

const purposes = new Purposes('1');

function draws(law: Distribution, n: number, purpose: string): Float64Array {
  const stream = new Stream(purposes.of(purpose), 0);
  return Float64Array.from({ length: n }, () => law.quantile(stream.next()));
}

function meanOf(law: Distribution, n: number, purpose: string) {
  const mean = draws(law, n, purpose).reduce((sum, x) => sum + x, 0) / n;
  return { mean, n };
}

/** Laws that have a spread; tails so heavy that a million draws are too few are judged by shape. */
const SPREAD = LAWS.filter(({ law }) => law.sd > 0);
const MILLION = 1_000_000;
const TAME = SPREAD.filter(({ law }) => drawsToSee(0.01, law) <= MILLION);

describe.each(TAME)('$name', ({ name, law }) => {
  const n = drawsToSee(0.01, law);

  it('has the mean that it promises, to 1 %', () => {
    expect(meanAgrees(meanOf(law, n, `mean/${name}`), law)).toBe(true);
  });

  it('would be caught if its mean were 1 % too high', () => {
    const off = { ...law, quantile: (u: number) => law.quantile(u) + 0.01 * law.mean };
    expect(meanAgrees(meanOf(off, n, `mean/${name}`), law)).toBe(false);
  });
});

describe.each(SPREAD)('the shape of $name', ({ name, law }) => {
  // A shift of 1.5 % in probability is twice what chance allows.
  const n = 100_000;

  it('is that of its distribution function', () => {
    expect(shapeAgrees(draws(law, n, `shape/${name}`), law)).toBe(true);
  });

  it('would be caught if shares were shifted by 1.5 %', () => {
    const off = { ...law, quantile: (u: number) => law.quantile(u ** 1.042) };
    expect(shapeAgrees(draws(off, n, `shape/${name}`), law)).toBe(false);
  });
});

it('laws judged by their mean are the greater part', () => {
  expect(TAME.length).toBeGreaterThan(SPREAD.length / 2);
});
