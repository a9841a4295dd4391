import { expect, test } from 'vitest';
import { uniformFrom, uniformOf } from '../../src/random/draw.js';
import { Purposes } from '../../src/random/purpose.js';

test('a draw by name is the same to the last bit as ever: changing it changes every result', () => {
  // Worked out once more by a second implementation of hash, cipher and uniform in Python.
  const fire = new Purposes('1').of('site-fire/virginia/arrivals');
  expect([
    uniformOf(fire, 0, 0),
    uniformOf(fire, 0, 1),
    uniformOf(fire, 1, 0),
    uniformOf(fire, 999_999, -7),
  ]).toEqual([0.9967279501982907, 0.4238486983055908, 0.6829134637827595, 0.8987656308860915]);
});

test('a uniform is never 0 or 1, whatever the words', () => {
  expect(uniformFrom(0, 0)).toBe(2 ** -53);
  expect(uniformFrom(-1, -1)).toBe(1 - 2 ** -53);
  expect(uniformFrom(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
  expect(uniformFrom(0x80000000, 0)).toBe(0.5 + 2 ** -53);
});

test('the upper word decides before the lower', () => {
  const step = 2 ** -52;
  expect(uniformFrom(0, 64) - uniformFrom(0, 0)).toBe(step);
  expect(uniformFrom(64, 0) - uniformFrom(0, -1)).toBe(step);
});

test('a draw is the same whoever asks, in any order and however often', () => {
  const ask = (names: readonly string[]) => {
    const purposes = new Purposes('shop');
    const seen = new Map<string, number>();
    for (const name of names) {
      for (const trial of [3, 0, 3]) {
        seen.set(`${name} ${trial}`, uniformOf(purposes.of(name), trial, 5));
      }
    }
    return seen;
  };
  const names = ['fire/arrivals', 'fire/absence', 'backups/nightly/full/orders/fails'];
  const forwards = ask(names);
  const backwards = ask(names.toReversed());
  expect(forwards.size).toBe(6);
  for (const [name, value] of forwards) expect(backwards.get(name)).toBe(value);
});

test('no two of 100,000 trials share their first draw', () => {
  const purpose = new Purposes('1').of('power-outage/virginia/arrivals');
  const seen = new Set(Array.from({ length: 100_000 }, (_, trial) => uniformOf(purpose, trial, 0)));
  expect(seen.size).toBe(100_000);
});
