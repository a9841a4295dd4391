import { expect, test } from 'vitest';
import {
  displayWidth,
  named,
  printable,
  shortened,
  wrapped,
} from '../../src/present/display-width.js';

test('East Asian characters and emoji take two columns, combined accents none', () => {
  expect(displayWidth('orders')).toBe(6);
  expect(displayWidth('注文')).toBe(4);
  expect(displayWidth('🔥')).toBe(2);
  expect(displayWidth('e\u0301')).toBe(1);
});

test('a name cannot steer the terminal', () => {
  expect(printable('red\u001b[31m\nalert\u0007')).toBe('red [31m alert');
  expect(printable('\u202eevil\u2066')).toBe('evil');
});

test('a long name ends in an ellipsis and never in half a character', () => {
  expect(shortened('backups-only', 12)).toBe('backups-only');
  expect(shortened('backups-only', 8)).toBe('backups…');
  expect(shortened('🔥🔥🔥', 4)).toBe('🔥…');
  expect(displayWidth(named('x'.repeat(200)))).toBe(40);
});

test('a sentence is broken at spaces, kept together at no-break spaces, and indented', () => {
  expect(wrapped('costs 3\u00a0M a year', 9, 2)).toEqual(['costs 3 M', '  a year']);
  expect(wrapped('a unbreakable', 8)).toEqual(['a', 'unbreak…']);
  expect(wrapped('', 8)).toEqual([]);
});
