import { expect, test } from 'vitest';
import { quantileOf, quantilesOf } from '../../src/stats/quantiles.js';
import { Sample } from '../../src/stats/sample.js';
import { sampleOf } from './clusters.js';

const trials = 2_000;
/** A permutation of 1 to n, one value a cluster, so that order tells nothing. */
const scattered = (n: number, stride: number) =>
  Array.from({ length: n }, (_, i) => [1 + ((i * stride) % n)]);

test('1 to 1,000, independent: Woodruff finds the ranks of the binomial interval', () => {
  const [median, p90] = quantilesOf(sampleOf(scattered(1000, 387)), [0.5, 0.9], { trials });
  // t(999) = 1.9623; 500 ± 1.9623 · sqrt(250) = 468.97 and 531.03; first value past the upper.
  expect(median).toEqual({ mean: 500, ci95: [469, 532] });
  // 900 ± 1.9623 · sqrt(90) = 881.4 and 918.6.
  expect(p90).toEqual({ mean: 900, ci95: [882, 919] });
});

test('values that come in fours are worth a quarter', () => {
  const fours = scattered(1000, 387).map(([value]) => Array<number>(4).fill(value!));
  expect(quantileOf(sampleOf(fours), 0.5, { trials })).toEqual({ mean: 500, ci95: [469, 532] });
});

test('a quantile needs 20 independent values beyond it', () => {
  expect(quantileOf(sampleOf(scattered(202, 5)), 0.9, { trials }).mean).toBe(182);
  const few = quantileOf(sampleOf(scattered(198, 5)), 0.9, { trials });
  expect(few).toEqual({ mean: null, ci95: null, needs: 2_100 });
  const doubled = scattered(198, 5).map(([value]) => [value!, value!]);
  expect(quantileOf(sampleOf(doubled), 0.9, { trials }).mean).toBeNull();
});

test('a low quantile needs them below it', () => {
  const sample = sampleOf(scattered(300, 7));
  expect(quantileOf(sample, 0.02, { trials }).mean).toBeNull();
  expect(quantileOf(sample, 0.1, { trials }).mean).toBe(30);
});

test('no values: at least as many trials as if one had been seen', () => {
  expect(quantileOf(new Sample(), 0.99, { trials })).toEqual({
    mean: null,
    ci95: null,
    needs: 4_000_000,
  });
});

test('many values of one pair of trials are one observation', () => {
  const sample = sampleOf([Array.from({ length: 500 }, (_, i) => i)]);
  expect(quantileOf(sample, 0.5, { trials }).mean).toBeNull();
});

test('many values of two pairs of trials give no interval within the sample', () => {
  const [even, odd] = [0, 1].map((first) => Array.from({ length: 50 }, (_, i) => 2 * i + first));
  const { mean, needs } = quantileOf(sampleOf([even!, odd!]), 0.5, { trials });
  expect(mean).toBeNull();
  expect(needs).toBeGreaterThan(trials);
});

test('recovery times that are all the same have one quantile without doubt', () => {
  const sample = sampleOf(Array.from({ length: 100 }, () => [300]));
  expect(quantileOf(sample, 0.5, { trials })).toEqual({ mean: 300, ci95: [300, 300] });
});

test('when just over half of the incidents take no time, the median may still be more', () => {
  const values = Array.from({ length: 400 }, (_, i) => (i < 205 ? [0] : [i]));
  const { mean, ci95 } = quantileOf(sampleOf(values), 0.5, { trials });
  expect(mean).toBe(0);
  expect(ci95![0]).toBe(0);
  expect(ci95![1]).toBeGreaterThan(205);
});

test.each([
  { what: 'at the longest time, of which 11 % are', p: 0.9, tied: 300, from: 356, to: 400 },
  { what: 'at no time at all, which 52 % take', p: 0.5, tied: -1, from: 0, to: 208 },
])('a quantile $what is as uncertain as its pairs', ({ p, tied, from, to }) => {
  const singles = Array.from({ length: 400 }, (_, i) => [i >= from && i < to ? tied : i / 2]);
  const fours = singles.map(([value]) => Array<number>(4).fill(value!));
  const estimate = quantileOf(sampleOf(fours), p, { trials });
  expect(estimate).toEqual(quantileOf(sampleOf(singles), p, { trials }));
  expect(estimate.mean).toBe(tied);
});

test('only shares strictly between 0 and 1 are quantiles', () => {
  expect(() => quantileOf(new Sample(), 1, { trials })).toThrow('quantile 1');
  expect(() => quantileOf(new Sample(), NaN, { trials })).toThrow('NaN');
});
