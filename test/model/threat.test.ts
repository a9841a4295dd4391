import { expect, test } from 'vitest';
import { ms } from '../../src/base/units.js';
import { absenceOf } from '../../src/model/threat.js';
import type { Uncertain } from '../../src/model/uncertain.js';
import { exponential } from '../../src/random/exponential.js';
import { point } from '../../src/random/point.js';

test('what is hit stays away for the outage, or until it is rebuilt if it was destroyed', () => {
  const hours: Uncertain<ReturnType<typeof ms>> = { law: exponential(7_200_000), drawn: 'each' };
  const months: Uncertain<ReturnType<typeof ms>> = { law: point(1e10), drawn: 'each' };
  expect(absenceOf({ outage: hours, destroys: null })).toBe(hours.law);
  expect(absenceOf({ outage: null, destroys: { rebuild: months } })).toBe(months.law);
  expect(absenceOf({ outage: hours, destroys: { rebuild: months } })).toBe(months.law);
});
