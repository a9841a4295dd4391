import { expect, test } from 'vitest';
import { uniformOf } from '../../src/random/draw.js';
import { Purposes } from '../../src/random/purpose.js';

const firstDraw = (seed: string, name: string) => uniformOf(new Purposes(seed).of(name), 0, 0);

test('a name has one purpose, and the same in every run of the seed', () => {
  const purposes = new Purposes('1');
  expect(purposes.of('fire/arrivals')).toBe(purposes.of('fire/arrivals'));
  expect(new Purposes('1').of('fire/arrivals')).toEqual(purposes.of('fire/arrivals'));
});

test('seeds that differ in any way give different draws', () => {
  const seeds = ['1', '11', '111', '2', '01', '1 ', '', 'a', 'aa', 'A', 'š', 'a\0', '\0'];
  expect(new Set(seeds.map((seed) => firstDraw(seed, 'fire'))).size).toBe(seeds.length);
  const long = 'x'.repeat(300);
  expect(firstDraw(`${long}1`, 'fire')).not.toBe(firstDraw(`${long}2`, 'fire'));
});

test('names that differ in any way give different draws', () => {
  const names = ['', 'a', 'a\0', 'aa', 'ab', 'ba', 'a/1', 'a/11', 'a/2', 'a1/', 'š', 'A'];
  expect(new Set(names.map((name) => firstDraw('1', name))).size).toBe(names.length);
});

test('100,000 names of a large scenario have keys of their own', () => {
  const purposes = new Purposes('1');
  const keys = new Set<string>();
  for (let i = 0; i < 100_000; i++) keys.add(purposes.of(`service-${i}/fire`).key.join());
  expect(keys.size).toBe(100_000);
});
