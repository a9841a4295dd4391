import { expect, test } from 'vitest';
import { DAY, ms } from '../../../src/base/units.js';
import { NO_RULES, type Retention } from '../../../src/model/retention.js';
import { scenarioFrom } from '../../running.js';

/** What a policy with these rules keeps. */
function kept(keep: string): Retention {
  const { strategies } = scenarioFrom(`
name: Kept
horizon: 1 year
currency: USD
sites: { a: {} }
services: { shop: { data: { size: 1 GB } } }
threats: [power-outage]
strategies:
  only:
    primary: a
    backups: { store: a, full: 1 day, keep: ${keep} }
    restore: { steps: [{ step: restore, moves: backup }] }
`);
  return strategies[0]!.backups[0]!.retention;
}

const span = { years: 0, months: 0, days: 0, hours: 0 };

test.each<[string, string, Partial<Retention>]>([
  [
    'restic by count',
    '{ last: 5, hourly: 20, daily: all }',
    { last: 5, hourly: 20, daily: Infinity },
  ],
  ['restic within', '{ within: 2m2h }', { within: { last: { ...span, months: 2, hours: 2 } } }],
  [
    'restic within, one of each stretch',
    '{ within: { weekly: 1y2m3d3h, yearly: 9 years } }',
    {
      within: {
        weekly: { years: 1, months: 2, days: 3, hours: 3 },
        yearly: { ...span, years: 9 },
      },
    },
  ],
  [
    'restic in its own order',
    '{ within: 1d1m }',
    { within: { last: { ...span, months: 1, days: 1 } } },
  ],
  ['weeks and days', '{ within: 2 weeks 1 day }', { within: { last: { ...span, days: 15 } } }],
  ['Borg', '{ daily: 14, counting: beyond }', { daily: 14, counting: 'beyond' }],
  ['pgBackRest by count', '{ fulls: 2 }', { fulls: 2 }],
  ['pgBackRest by time', '{ fulls: 20 days }', { fullsFor: ms(20 * DAY) }],
  ['a duration', '5 weeks', { age: ms(35 * DAY) }],
])('the rules of %s can be written: %s', (_, keep, rules) => {
  expect(kept(keep)).toEqual({ ...NO_RULES, ...rules });
});
