import { expect, test } from 'vitest';
import { criticalValue } from '../../src/stats/interval.js';
import { jackknifeInterval } from '../../src/stats/group-jackknife.js';

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const without = (values: readonly number[]) => values.map((_, i) => mean(values.toSpliced(i, 1)));

test('of a mean it is the textbook interval', () => {
  const values = [3, 8, 4, 9, 1, 5, 6];
  const centre = mean(values);
  const variance = values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1);
  const reach = criticalValue(6) * Math.sqrt(variance / values.length);
  const [low, high] = jackknifeInterval(centre, without(values))!;
  expect(low).toBeCloseTo(centre - reach, 12);
  expect(high).toBeCloseTo(centre + reach, 12);
});

test('there is none for one group, or where a figure fails without one of them', () => {
  expect(jackknifeInterval(4, [4])).toBeNull();
  expect(jackknifeInterval(4, [3, null, 5])).toBeNull();
  expect(jackknifeInterval(null, [3, 4, 5])).toBeNull();
});
