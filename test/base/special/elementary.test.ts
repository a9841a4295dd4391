import { describe, expect, it } from 'vitest';
import { exp, expm1, log, log1p, pow } from '../../../src/base/special/elementary.js';
import {
  fingerprint,
  nextDown,
  nextUp,
  referenceTables,
  worstSubnormalUlps,
  worstUlps,
} from './reference-table.js';

const reference = referenceTables('elementary');

describe('elementary functions against 50-digit values', () => {
  it.each([
    ['log', log],
    ['exp', exp],
    ['log1p', log1p],
    ['expm1', expm1],
    ['pow', pow],
  ] as const)('%s is within 0.51 of its last place', (name, own) => {
    expect(worstUlps(own, reference(name))).toBeLessThan(0.51);
  });

  it('exp and pow stay within 0.76 of a place where the result is subnormal', () => {
    expect(worstSubnormalUlps((x) => exp(x), reference('exp'))).toBeLessThan(0.76);
    expect(worstSubnormalUlps((x, y) => pow(x, y), reference('pow'))).toBeLessThan(0.76);
  });

  it('the tables see a single wrong last place', () => {
    expect(worstUlps((x) => nextUp(exp(x)), reference('exp').slice(20, 60))).toBeGreaterThan(0.9);
    expect(worstUlps((x, y) => exp(y * log(x)), reference('pow'))).toBeGreaterThan(100);
  });
});

describe('elementary functions at the edges', () => {
  it.each([
    [
      log,
      [
        [0, -Infinity],
        [-0, -Infinity],
        [1, 0],
        [-1, NaN],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [log, [[Infinity, Infinity]]],
    [
      log1p,
      [
        [0, 0],
        [-0, -0],
        [-1, -Infinity],
        [-1.5, NaN],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      log1p,
      [
        [Infinity, Infinity],
        [5e-324, 5e-324],
        [-5e-324, -5e-324],
      ],
    ],
    [
      exp,
      [
        [0, 1],
        [-0, 1],
        [-Infinity, 0],
        [Infinity, Infinity],
        [NaN, NaN],
      ],
    ],
    [
      exp,
      [
        [709.782712893384, 1.7976931348622732e308],
        [709.7827128933841, Infinity],
      ],
    ],
    [
      exp,
      [
        [-745.1332191019411, 5e-324],
        [-745.1332191019412, 0],
        [1e308, Infinity],
        [-1e308, 0],
      ],
    ],
    [
      expm1,
      [
        [0, 0],
        [-0, -0],
        [-Infinity, -1],
        [Infinity, Infinity],
        [NaN, NaN],
      ],
    ],
    [
      expm1,
      [
        [5e-324, 5e-324],
        [-1e308, -1],
        [-41, -1],
        [709.7827128933841, Infinity],
      ],
    ],
  ] as const)('%o meets its special values', (own, pairs) => {
    for (const [x, value] of pairs) expect([x, own(x)]).toEqual([x, value]);
  });

  it('takes powers of 0, infinity, 1 and negative numbers as IEEE 754 says', () => {
    const cases: readonly (readonly [number, number, number])[] = [
      [NaN, 0, 1],
      [0, -0, 1],
      [1, NaN, 1],
      [1, Infinity, 1],
      [-1, Infinity, 1],
      [-1, -Infinity, 1],
      [NaN, 1, NaN],
      [2, NaN, NaN],
      [0, 3, 0],
      [-0, 3, -0],
      [-0, 2, 0],
      [-0, 0.5, 0],
      [0, -1, Infinity],
      [-0, -1, -Infinity],
      [-0, -2, Infinity],
      [-0, -0.5, Infinity],
      [Infinity, 0.1, Infinity],
      [Infinity, -0.1, 0],
      [-Infinity, 3, -Infinity],
      [-Infinity, 2, Infinity],
      [-Infinity, -3, -0],
      [-Infinity, 0.5, Infinity],
      [0.5, Infinity, 0],
      [0.5, -Infinity, Infinity],
      [2, Infinity, Infinity],
      [2, -Infinity, 0],
      [-2, 3, -8],
      [-2, -1, -0.5],
      [-2, 0.5, NaN],
      [2, 1e300, Infinity],
      [2, -1e300, 0],
      [2, 1e-300, 1],
      [nextDown(1), 1e300, 0],
      [-1, 1e300, 1],
      [-1, 9007199254740991, -1],
    ];
    for (const [x, y, value] of cases) expect([x, y, pow(x, y)]).toEqual([x, y, value]);
  });
});

describe('elementary functions where the result is a double', () => {
  it('log turns over at no seam of its table', () => {
    for (let i = 0; i <= 128; i++) {
      const seam = i < 80 ? 0.6875 + i / 256 : 1 + (i - 80) / 128;
      for (const scale of [1, 2, 0.25, 1e-300, 1e300]) {
        const x = seam * scale;
        expect(log(nextDown(x))).toBeLessThanOrEqual(log(x));
        expect(log(x)).toBeLessThanOrEqual(log(nextUp(x)));
      }
    }
  });

  it('exp turns over at no seam of its table', () => {
    for (let i = -600; i <= 600; i++) {
      const seam = Math.abs((i + 0.5) * (0.6931471805599453 / 128));
      expect(exp(nextDown(seam))).toBeLessThanOrEqual(exp(seam));
      expect(exp(seam)).toBeLessThanOrEqual(exp(nextUp(seam)));
    }
  });

  it('powers that are doubles come out exactly', () => {
    let power = 1;
    for (let n = 0; n < 1024; n++, power *= 2) {
      expect(pow(2, n)).toBe(power);
      expect(pow(2, -n)).toBe(1 / power);
    }
    expect(pow(2, -1074)).toBe(5e-324);
    for (let n = 0; n <= 22; n++) expect(pow(10, n)).toBe(Number(`1e${n}`));
    for (let n = 1; n < 1000; n++) expect(pow(n * n, 0.5)).toBe(n);
    for (let n = 1; n < 1000; n++) expect(pow(n, 3)).toBe(n * n * n);
  });

  it('gives the same bits on every engine and machine', () => {
    const points = Array.from({ length: 2000 }, (_, i) => (i * 0.6180339887498949) % 7);
    expect(fingerprint(points.map((x) => log(x)))).toBe('75892c3e');
    expect(fingerprint(points.map((x) => exp(x - 3.5)))).toBe('f2aa66ea');
    expect(fingerprint(points.map((x) => log1p(x / 7 - 0.5)))).toBe('98d444e6');
    expect(fingerprint(points.map((x) => expm1(x - 3.5)))).toBe('a238c2c0');
    expect(fingerprint(points.map((x) => pow(x, 7 - x)))).toBe('8e3508ee');
  });
});
