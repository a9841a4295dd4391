import { expect, test } from 'vitest';
import { figureText } from '../../src/present/figure-text.js';
import type { Figure, Unit } from '../../src/present/measures.js';
import { about, neverSeen, tooFew } from './fixture.js';

const shown = (figure: Figure, unit: Unit) =>
  figureText(figure, unit, 'USD').replaceAll('\u00a0', ' ');

test('a symmetric interval is shown as plus or minus half of it', () => {
  expect(shown(about(0.42, 0.03), 'share')).toBe('42.0 ± 3.0%');
});

test('a lopsided interval is shown by both ends', () => {
  expect(shown({ mean: 0.9871, ci95: [0.97, 0.992] }, 'share')).toMatch(
    /^98\.7\d?% \(97 to 99\.2%\)$/,
  );
});

test('what was never seen is not shown as a promise', () => {
  expect(shown(neverSeen(0.003), 'per year')).toBe('0, below 0.003');
});

test('what never failed is not shown as a promise either', () => {
  expect(shown({ mean: 1, ci95: [0.99, 1] }, 'share')).toBe('100%, above 99%');
});

test('a figure without enough incidents says how many trials it needs', () => {
  expect(shown(tooFew(40_000), 'seconds')).toBe('needs 40,000');
  expect(shown({ mean: null, ci95: null }, 'seconds')).toBe('too few');
});

test('a figure that is the same in every trial has no plus or minus', () => {
  expect(shown(about(300, 0), 'seconds')).toBe('5 min');
  expect(shown({ mean: 300, ci95: null }, 'seconds')).toBe('5 min');
});

test('what does not apply is a dash, and a break-even that never comes is never', () => {
  expect(shown('doesNotApply', 'seconds')).toBe('–');
  expect(shown('never', 'per year')).toBe('never');
});

test('an interval that ends at 0 is not said to go as far below it', () => {
  expect(shown({ mean: 19, ci95: [0, 39] }, 'seconds')).toBe('19 s (0 to 39 s)');
  expect(shown(about(19, 18), 'seconds')).toBe('19 ± 18 s');
});

test('money too little to matter is not told to its last digit', () => {
  expect(shown(about(0.004, 0.002), 'money per year')).toBe('< 0.01 USD');
  expect(shown({ mean: 0.003, ci95: [0, 0.007] }, 'money per year')).toBe('< 0.01 USD');
  expect(shown(about(0.5, 0.25), 'money per year')).toBe('0.50 ± 0.25 USD');
});

test('what cannot be struck, and data that never came back, are said to be so', () => {
  expect(shown({ mean: 0, ci95: null, never: true }, 'money per year')).toBe('never struck');
  expect(shown('unrecoverable', 'seconds')).toBe('unrecoverable');
});
