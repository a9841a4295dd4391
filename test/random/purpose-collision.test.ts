import { expect, test, vi } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { Purposes } from '../../src/random/purpose.js';
import type { Block } from '../../src/random/threefry.js';

// A cipher that maps everything to the same block makes any two names collide.
vi.mock(import('../../src/random/threefry.js'), async (original) => ({
  ...(await original()),
  threefry: (_key: unknown, _counter: unknown, out: Block) => {
    out.fill(0);
  },
}));

test('two purposes with the same key are refused, and both are named', () => {
  const purposes = new Purposes('1');
  const fire = purposes.of('fire/arrivals');
  expect(purposes.of('fire/arrivals')).toBe(fire);
  expect(() => purposes.of('flood/arrivals')).toThrow(InvariantError);
  expect(() => purposes.of('flood/arrivals')).toThrow(/fire\/arrivals.*flood\/arrivals/);
});
