import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the yardstick of the benchmarks is what it always was', () => {
  const text = readFileSync('bench/yardstick.mjs');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    'a23653885d723d72f4dc19e82b997b5979ff92e336ecc3bc35f39983a6b76626',
  );
});
