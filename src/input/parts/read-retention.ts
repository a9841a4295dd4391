import type { CalendarSpan } from '../../model/calendar-span.js';
import type { Ms } from '../../base/units.js';
import { COUNTING_RULES, keptFor, NO_RULES, type Retention } from '../../model/retention.js';
import { certain } from '../figure/figure.js';
import { LASTING } from '../figure/range.js';
import { checked, mapping, optional } from '../form/shape.js';
import { integer, oneOf } from '../form/words.js';
import { reader, type Reader, refuse } from '../reading.js';
import { type Located, valueOf } from '../yaml/located-tree.js';
import { calendarSpan } from './read-calendar-span.js';

const MOST_KEPT = 4000;

const age = certain<Ms>({ dimension: 'duration', range: LASTING });
const whole = integer({ least: 1, most: MOST_KEPT });

/** How many, or all that there are. */
const count: Reader<number> = reader(
  { kind: 'either', of: [whole.form, { kind: 'word', words: ['all'] }] },
  (spot, reading) => {
    const all = spot.node.kind === 'scalar' && spot.node.value === 'all';
    return all ? Infinity : whole(spot, reading);
  },
);
const none = (about: string) => optional(count, 0, { about, usual: 'none' });

const back = (about: string) => optional(calendarSpan, null, { about });
const spans = mapping({
  all: back('Every point of so long.'),
  hourly: back('The newest of each hour of so long.'),
  daily: back('The same for days (UTC).'),
  weekly: back('The same for ISO weeks.'),
  monthly: back('The same for months.'),
  yearly: back('The same for years.'),
});

/** For how long back: every point, or the newest of each stretch. */
const within: Reader<Retention['within']> = reader(
  { kind: 'either', of: [calendarSpan.form, spans.form] },
  (spot, reading) => {
    if (spot.node.kind !== 'mapping') {
      const all = calendarSpan(spot, reading);
      return all && { last: all };
    }
    const read = spans(spot, reading);
    if (read === undefined) return undefined;
    const { all, ...stretches } = read;
    const given = Object.entries({ last: all, ...stretches }).filter(
      (one): one is [string, CalendarSpan] => one[1] !== null,
    );
    return Object.fromEntries(given);
  },
);

interface Fulls {
  readonly count: number;
  readonly time: Ms | null;
}

/** So many full copies, or as many as reach back so far. */
const fulls: Reader<Fulls> = reader(
  { kind: 'either', of: [whole.form, age.form] },
  (spot, reading): Fulls | undefined => {
    if (bare(spot.node)) {
      const read = whole(spot, reading);
      return read === undefined ? undefined : { count: read, time: null };
    }
    const time = age(spot, reading);
    return time === undefined ? undefined : { count: 0, time };
  },
);

const rules: Reader<Retention> = checked(
  mapping({
    age: optional(age, null, { about: 'Every point for so long.' }),
    last: none('The newest so many points, or `all`.'),
    hourly: none('The newest point of each of the last so many hours (UTC) that have one.'),
    daily: none('The same for days.'),
    weekly: none('The same for ISO weeks.'),
    monthly: none('The same for months.'),
    yearly: none('The same for years.'),
    within: optional(within, NO_RULES.within, {
      about:
        'Every point of so long before the newest one, or the newest of each stretch of so long, by the calendar.',
      usual: 'none',
    }),
    fulls: optional(
      fulls,
      { count: 0, time: null },
      {
        about:
          'The newest so many full copies with all that builds on them; or the newest one that is at least so old, and all since.',
        usual: 'none',
      },
    ),
    counting: optional(oneOf(['alone', 'beyond']), 'alone' as const, {
      about:
        'Whether each rule counts by itself, as in restic, or only points beyond those that a rule before it keeps, as in Borg.',
    }),
  }),
  ({ fulls: full, ...read }, spot, reading) => {
    const retention = { ...read, fulls: full.count, fullsFor: full.time };
    if (keepsSome(retention)) return retention;
    return refuse(spot, reading, {
      expected: 'at least one rule of what is kept',
      fix: 'write "keep: 5 weeks", or such as "keep: { daily: 7, weekly: 5, monthly: 12 }"',
    });
  },
);

function keepsSome({ age: old, within: stretches, fulls: full, ...rest }: Retention): boolean {
  if (old !== null || full > 0 || rest.fullsFor !== null) return true;
  if (Object.keys(stretches).length > 0) return true;
  return COUNTING_RULES.some((rule) => rest[rule] > 0);
}

const EITHER = 'a duration such as "5 weeks", or rules such as { daily: 7, weekly: 5 }';

const bare = (node: Located) => node.kind === 'scalar' && typeof node.value === 'number';

function meantBy(node: Located): string | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'number') {
    return `write "${node.text} days", or { last: ${node.text} } for so many points`;
  }
  return 'write how long points are kept; without "keep" it is what the preset says';
}

/** How long points are kept: a duration, or rules by age, count and calendar. */
export const retention: Reader<Retention> = reader(
  { kind: 'either', of: [age.form, rules.form] },
  (spot, reading) => {
    const figure = valueOf(spot.node, 'value') ?? valueOf(spot.node, 'point');
    if (spot.node.kind === 'mapping' && figure === undefined) return rules(spot, reading);
    const { node } = spot;
    if (
      figure === undefined &&
      (node.kind !== 'scalar' || !/^[\d+-.]/.test(node.text) || bare(node))
    ) {
      return refuse(spot, reading, { expected: EITHER, fix: meantBy(node) });
    }
    const old = age(spot, reading);
    return old && keptFor(old);
  },
);
