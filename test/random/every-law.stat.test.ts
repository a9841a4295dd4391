import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/random/distribution.js';
import { Purposes } from '../../src/random/purpose.js';
import { Stream } from '../../src/random/stream.js';
import { drawsToSee, drawsToSeeShift, meanAgrees, shapeAgrees } from './agreement.js';
import { LAWS } from './laws.js';

const purposes = new Purposes('1');

function draws(law: Distribution, n: number, purpose: string): Float64Array {
  const stream = new Stream(purposes.of(purpose), 0);
  return Float64Array.from({ length: n }, () => law.quantile(stream.next()));
}

function meanOf(values: Float64Array) {
  return { mean: values.reduce((sum, x) => sum + x, 0) / values.length, n: values.length };
}

/** The relative error of a mean that must be seen. */
const DRIFT = 0.01;
/** The error of a share that must be seen. */
const SHIFT = 0.03;
/** Laws that need more draws than this, for heavy tails or a mean near 0, are judged by shape. */
const MILLION = 1_000_000;

const KNOWN = LAWS.filter(({ law }) => law.sd === 0);
const SPREAD = LAWS.filter(({ law }) => law.sd > 0);
const TAME = SPREAD.filter(({ law }) => drawsToSee(DRIFT, law) <= MILLION);

describe.each(TAME)('$name', ({ name, law }) => {
  let values: Float64Array = new Float64Array();
  beforeAll(() => {
    values = draws(law, drawsToSee(DRIFT, law), `mean/${name}`);
  });

  it('has the mean that it promises, to 1 %', () => {
    expect(meanAgrees(meanOf(values), law)).toBe(true);
  });

  it('would be caught if what it gives were 1 % too much', () => {
    expect(meanAgrees(meanOf(values.map((x) => (1 + DRIFT) * x)), law)).toBe(false);
  });
});

describe.each(SPREAD)('the shape of $name', ({ name, law }) => {
  const n = drawsToSeeShift(SHIFT);

  it('is that of its distribution function', () => {
    expect(shapeAgrees(draws(law, n, `shape/${name}`), law)).toBe(true);
  });

  it('would be caught if its largest 3 % never came', () => {
    const off = { ...law, quantile: (u: number) => law.quantile((1 - SHIFT) * u) };
    expect(shapeAgrees(draws(off, n, `shape/${name}`), law)).toBe(false);
  });
});

it.each(KNOWN)('$name, which has no spread, always gives its mean', ({ name, law }) => {
  expect(new Set(draws(law, 100, `known/${name}`))).toEqual(new Set([law.mean]));
});

it('laws judged by their mean are the greater part', () => {
  expect(TAME.length).toBeGreaterThan(SPREAD.length / 2);
});

it('no law of the folder is left out', () => {
  const folder = 'src/random/';
  const kinds = readdirSync(folder)
    .filter((file) => readFileSync(folder + file, 'utf8').includes('): Distribution {'))
    .map((file) => file.replace('.ts', ''));
  expect(kinds).toContain('mixture');
  const seen = new Set(LAWS.map(({ law }) => /^[a-z-]+/.exec(law.law)?.[0]));
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
});
