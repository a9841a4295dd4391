import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../src/base/suggest.js';

/** Every cell of the table, by the book. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      table[i]![j] = Math.min(replaced, table[i - 1]![j]! + 1, table[i]![j - 1]! + 1);
    }
  }
  return table[a.length]![b.length]!;
}

test('what is meant is at most two letters away by the whole table, and nothing nearer is known', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 });
  let found = 0;
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 6 }), (written, known) => {
      const least = Math.min(...known.map((one) => distance(written, one)));
      const near = nearest(written, known);
      if (least > 2) expect(near).toBeUndefined();
      else {
        expect(distance(written, near!)).toBe(least);
        found++;
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(300);
});
