import { expect, test } from 'vitest';
import { Sample } from '../../src/stats/sample.js';
import { sampleOf } from './clusters.js';

test('a sample keeps its values in the order of trials, and sorted', () => {
  const sample = sampleOf([[3, 1], [], [2]]);
  expect(sample.size).toBe(3);
  expect([...sample.values]).toEqual([3, 1, 2]);
  expect([...sample.clusters]).toEqual([0, 0, 2]);
  expect([...sample.rising]).toEqual([1, 2, 3]);
  sample.append(0, 9);
  expect([...sample.rising]).toEqual([0, 1, 2, 3]);
});

test('an empty sample is empty', () => {
  const sample = new Sample();
  sample.merge(new Sample());
  expect([sample.size, sample.values.length, sample.rising.length]).toEqual([0, 0, 0]);
});

test('blocks out of order are refused, for their figures would depend on the workers', () => {
  const first = sampleOf([[1], [2]]);
  const second = new Sample();
  second.append(5, 7);
  expect(() => {
    second.merge(first);
  }).toThrow('cluster 0 after cluster 7');
  expect(() => {
    second.append(1, 6);
  }).toThrow('cluster 6 after cluster 7');
  first.merge(second);
  expect([...first.clusters]).toEqual([0, 1, 7]);
});

test('what is not a finite number, or not a cluster, is refused', () => {
  const sample = new Sample();
  expect(() => {
    sample.append(NaN, 0);
  }).toThrow('NaN');
  expect(() => {
    sample.append(1, 0.5);
  }).toThrow('0.5');
  expect(() => {
    sample.append(1, 2 ** 31);
  }).toThrow('2147483648');
});
