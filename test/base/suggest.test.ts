import { expect, test } from 'vitest';
import { nearest } from '../../src/base/suggest.js';

test('a misspelt word finds what was meant', () => {
  expect(nearest('threts', ['sites', 'threats', 'links'])).toBe('threats');
  expect(nearest('Virgina', ['virginia', 'ohio'])).toBe('virginia');
  expect(nearest('mnute', ['month', 'minute'])).toBe('minute');
});

test('a word that is like none finds none', () => {
  expect(nearest('zebra', ['sites', 'threats'])).toBeUndefined();
  expect(nearest('x', ['y', 'z'])).toBeUndefined();
  expect(nearest('', ['a'])).toBeUndefined();
});

test('of equally near words the first in order is taken, whatever the order given', () => {
  expect(nearest('cat', ['hat', 'bat'])).toBe('bat');
  expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
});

test('of equally near words one that begins alike is taken', () => {
  expect(nearest('cat', ['bat', 'car'])).toBe('car');
  expect(nearest('wex', ['hex', 'weeks', 'yrs'])).toBe('hex');
});

test('what is longer than any word is like none, and that is soon known', () => {
  const long = 'x'.repeat(1_000_000);
  expect(nearest(`${long}a`, [`${long}b`])).toBeUndefined();
});
