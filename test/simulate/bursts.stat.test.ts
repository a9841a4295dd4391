import { expect, test } from 'vitest';
import { Levels } from '../../src/measure/levels.js';
import { HOUR, MINUTE, ms } from '../../src/base/units.js';
import { FLAT } from '../../src/model/week-profile.js';
import { burstsOf, burstsWith } from './bursts.js';

test('so many hours are bursts as their chance says, in which so much more is written', () => {
  const [hours, chance] = [40_000, 0.1];
  const bursts = burstsOf({ chance, factor: 6 });
  const all = Array.from({ length: hours }, (_, hour) => bursts.multipleIn(hour));
  const quiet = 1 / 1.5;
  const many = all.filter((multiple) => multiple > 1);
  expect(new Set(all)).toEqual(new Set([quiet, 6 * quiet]));
  expect(bursts.most).toBe(6 * quiet);
  // A right draw is further off once in a million seeds; one of 12% would be seen.
  const tolerance = 4.8916 * Math.sqrt((chance * (1 - chance)) / hours);
  expect(Math.abs(many.length / hours - chance)).toBeLessThan(tolerance);
  expect(0.02).toBeGreaterThan(2 * tolerance);
  // The mean includes the bursts.
  const mean = all.reduce((sum, multiple) => sum + multiple, 0) / hours;
  expect(Math.abs(mean - 1)).toBeLessThan(5 * quiet * tolerance);
});

test('before the horizon there are none', () => {
  const bursts = burstsOf({ chance: 1, factor: 3, first: 40 });
  expect(bursts.multipleIn(39)).toBeCloseTo(1 / 3, 15);
  expect(bursts.multipleIn(40)).toBe(1);
});

test('each trial has its own, and the same whenever it is asked', () => {
  const { bursts, parameters } = burstsWith({ chance: 0.5, factor: 2 });
  const seen = () => Array.from({ length: 200 }, (_, hour) => bursts.multipleIn(hour)).join();
  const first = seen();
  parameters.draw(1);
  expect(seen()).not.toBe(first);
  parameters.draw(0);
  expect(seen()).toBe(first);
});

test('what is written in a window is counted with its bursts, hour by hour', () => {
  const bursts = burstsOf({ chance: 0.3, factor: 4 });
  const window = { from: ms(90 * MINUTE), to: ms(5 * HOUR) };
  const [one, ...others] = [1, 2, 3, 4].map((hour) => bursts.multipleIn(hour));
  const expected = others.reduce((sum, multiple) => sum + multiple * HOUR, one! * 30 * MINUTE);
  const written = new Levels().writesOver(window, { writeProfile: FLAT, bursts }, ms(0));
  expect(written).toBeCloseTo(expected, 3);
});
