import { expect, test } from 'vitest';
import { newBlock, threefry } from '../../src/random/threefry.js';

const block = (key: readonly [number, number], counter: readonly [number, number]) => {
  const out = newBlock();
  threefry(key, counter, out);
  return [out[0]! >>> 0, out[1]! >>> 0];
};

// Random123 1.14, tests/kat_vectors, lines `threefry2x32 20`.
test.each([
  { key: [0, 0], counter: [0, 0], words: [0x6b200159, 0x99ba4efe] },
  {
    key: [0xffffffff, 0xffffffff],
    counter: [0xffffffff, 0xffffffff],
    words: [0x1cb996fc, 0xbb002be7],
  },
  {
    key: [0x13198a2e, 0x03707344],
    counter: [0x243f6a88, 0x85a308d3],
    words: [0xc4923a9c, 0x483df7a0],
  },
] as const)('a block is that of the published vectors: $words', ({ key, counter, words }) => {
  expect(block(key, counter)).toEqual(words);
});

test('a word means the same, signed or unsigned', () => {
  expect(block([-1, -1], [-1, -1])).toEqual([0x1cb996fc, 0xbb002be7]);
});

test('different counters of one key never share a block', () => {
  const blocks = new Set<string>();
  for (let i = 0; i < 200; i++) {
    for (let j = 0; j < 200; j++) blocks.add(block([7, 11], [i, j]).join());
  }
  expect(blocks.size).toBe(200 * 200);
});
