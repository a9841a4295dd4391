import { expect, test } from 'vitest';
import type { Ms } from '../../src/base/units.js';
import { absenceOf, type Effects } from '../../src/model/threat.js';
import type { Uncertain } from '../../src/model/uncertain.js';
import { exponential } from '../../src/random/exponential.js';
import { point } from '../../src/random/point.js';

const NOTHING: Effects = {
  outage: null,
  destroys: null,
  partitions: null,
  corrupts: null,
  wipes: null,
  detect: null,
};

test('what is hit stays away for the outage, or until it is rebuilt if it was destroyed', () => {
  const hours: Uncertain<Ms> = { law: exponential(7_200_000), drawn: 'each' };
  const months: Uncertain<Ms> = { law: point(1e10), drawn: 'each' };
  expect(absenceOf({ ...NOTHING, outage: hours })).toBe(hours.law);
  expect(absenceOf({ ...NOTHING, destroys: { rebuild: months } })).toBe(months.law);
  expect(absenceOf({ ...NOTHING, outage: hours, destroys: { rebuild: months } })).toBe(months.law);
});

test('a cut of a link, damage and deletion keep no site away', () => {
  const hours: Uncertain<Ms> = { law: exponential(7_200_000), drawn: 'each' };
  expect(absenceOf({ ...NOTHING, partitions: hours, detect: hours })).toBeNull();
});
