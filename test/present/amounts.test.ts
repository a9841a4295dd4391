import { expect, test } from 'vitest';
import {
  durationAround,
  durationOf,
  grouped,
  moneyAround,
  moneyOf,
  rateOf,
  shareAround,
  shareOf,
} from '../../src/present/amounts.js';

test('a duration is written in the unit that people would choose, as it will be read', () => {
  const seconds = [0, 0.4, 1, 59.99, 300, 3_600, 86_400, 216_000, 31_557_600, 63_115_200];
  expect(seconds.map(durationOf)).toEqual([
    '0',
    '400 ms',
    '1 s',
    '1 min',
    '5 min',
    '1 h',
    '24 h',
    '2.5 d',
    '1 year',
    '2 years',
  ]);
});

test('money is shortened by thousands and keeps its sign', () => {
  expect(moneyOf(-38_700, 'USD')).toBe('-38.7k USD');
  expect(moneyOf(999_999, null)).toBe('1M');
  expect(moneyOf(0.126, null)).toBe('0.126');
  expect(moneyOf(0, 'USD')).toBe('0 USD');
});

test('a share below 1 never reads 100 %', () => {
  expect([0, 0.0112, 0.5, 0.9999, 0.9999999962, 1].map(shareOf)).toEqual([
    '0%',
    '1.12%',
    '50%',
    '99.99%',
    '99.99999962%',
    '100%',
  ]);
});

test('a frequency is written without exponent', () => {
  expect([3e-7, 0.00015, 12.34, 23_456].map(rateOf)).toEqual([
    '0.0000003',
    '0.00015',
    '12.3',
    '23500',
  ]);
});

test('a mean and its margin are written in one unit to the same decimal', () => {
  expect(durationAround(32_868, 756)).toBe('9.13 ± 0.21 h');
  expect(moneyAround(1_200_000, 100_000, 'USD')).toBe('1.20M ± 0.10M USD');
  expect(moneyAround(5_400, 1_234_567, null)).toBe('0.0M ± 1.2M');
  expect(shareAround(0.421, 0.029)).toBe('42.1 ± 2.9%');
});

test('thousands of a count are apart', () => {
  expect([7, 2_000, 1_234_567].map(grouped)).toEqual(['7', '2,000', '1,234,567']);
});
