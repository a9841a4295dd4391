import { expect, test } from 'vitest';
import { Purposes } from '../../src/random/purpose.js';
import { Stream } from '../../src/random/stream.js';

const arrivals = new Purposes('1').of('power-outage/virginia/arrivals');
const firsts = (stream: Stream, count: number) =>
  Array.from({ length: count }, () => stream.next());

test('a stream is the same to the last bit as ever: changing it changes every result', () => {
  // Worked out once more by a second implementation of hash, cipher and generator in Python.
  expect(firsts(new Stream(arrivals, 0), 3)).toEqual([
    0.2992170434511233, 0.4792240845786394, 0.7500369410470636,
  ]);
  expect(firsts(new Stream(arrivals, 12_345), 3)).toEqual([
    0.20974126795268144, 0.1735968308799295, 0.19493629083335018,
  ]);
});

test('streams of one name give the same draws, however their use is mixed', () => {
  const [a, b] = [new Stream(arrivals, 7), new Stream(arrivals, 7)];
  const mixed: number[] = [];
  for (let i = 0; i < 50; i++) {
    mixed.push(a.next());
    new Stream(arrivals, 8).next();
  }
  expect(firsts(b, 50)).toEqual(mixed);
});

test('no two of 100,000 trials begin their stream alike', () => {
  const seen = new Set(
    Array.from({ length: 100_000 }, (_, trial) => new Stream(arrivals, trial).next()),
  );
  expect(seen.size).toBe(100_000);
});
