import { expect, test } from 'vitest';
import { exceedanceCurve, tailValueAtRisk, valueAtRisk } from '../../src/stats/exceedance.js';

const oneTo = (n: number) => Float64Array.from({ length: n }, (_, i) => i + 1);

test('years losing 9, 0, 5, 5: three of four lose something, one loses more than 5', () => {
  const curve = exceedanceCurve(Float64Array.of(9, 0, 5, 5), 10);
  expect(curve).toEqual([
    [0, 0.75],
    [5, 0.25],
    [9, 0],
  ]);
});

test('a thousand years in five points: about evenly apart in the logarithm of the chance', () => {
  expect(exceedanceCurve(oneTo(1000), 5)).toEqual([
    [1, 0.999],
    [901, 0.099],
    [991, 0.009],
    [999, 0.001],
    [1000, 0],
  ]);
  expect(exceedanceCurve(oneTo(1000), 2)).toEqual([
    [1, 0.999],
    [1000, 0],
  ]);
});

test('the worst five of a hundred years', () => {
  expect(valueAtRisk(oneTo(100), 0.95)).toBe(95);
  expect(tailValueAtRisk(oneTo(100), 0.95)).toBeCloseTo(98, 12);
});

test('a year that straddles the level counts in part', () => {
  // The worst 0.3 of four years 1, 2, 4, 8: all of 8 (0.25) and 0.05 of 4.
  const years = Float64Array.of(1, 2, 4, 8);
  expect(valueAtRisk(years, 0.7)).toBe(4);
  expect(tailValueAtRisk(years, 0.7)).toBeCloseTo((0.25 * 8 + 0.05 * 4) / 0.3, 12);
});

test('no years have no curve and no risk; years that are alike have no tail', () => {
  expect(exceedanceCurve(new Float64Array(0), 10)).toEqual([]);
  expect(valueAtRisk(new Float64Array(0), 0.95)).toBeNull();
  expect(tailValueAtRisk(new Float64Array(0), 0.95)).toBeNull();
  expect(tailValueAtRisk(new Float64Array(9).fill(0.1), 0.95)).toBe(0.1);
});

test('a curve of one point and a tail beyond everything are refused', () => {
  expect(() => exceedanceCurve(oneTo(3), 1)).toThrow('1 points');
  expect(() => tailValueAtRisk(oneTo(3), 1)).toThrow('beyond 1');
  expect(() => tailValueAtRisk(oneTo(3), NaN)).toThrow('NaN');
});
