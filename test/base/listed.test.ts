import { expect, test } from 'vitest';
import { listed } from '../../src/base/listed.js';

test('words are listed as in a sentence', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => listed(words))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(listed(['a', 'b'], 'or')).toBe('a or b');
});

test('more than twenty words are cut', () => {
  const words = Array.from({ length: 21 }, (_, number) => `w${number}`);
  expect(listed(words)).toMatch(/^w0, .*, w19 and more$/);
  expect(listed(words.slice(1))).toMatch(/w19 and w20$/);
});
