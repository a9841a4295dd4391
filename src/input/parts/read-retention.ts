import type { Ms } from '../../base/units.js';
import { keptFor, type Retention } from '../../model/retention.js';
import { certain } from '../figure/figure.js';
import { LASTING } from '../figure/range.js';
import { checked, mapping, optional } from '../form/shape.js';
import { integer } from '../form/words.js';
import { reader, type Reader, refuse } from '../reading.js';
import { valueOf } from '../yaml/located-tree.js';

const MOST_KEPT = 100_000;

const age = certain<Ms>({ dimension: 'duration', range: LASTING });
const count = integer({ least: 1, most: MOST_KEPT });
const none = (about: string) => optional(count, 0, { about, usual: 'none' });

const rules: Reader<Retention> = checked(
  mapping({
    age: optional(age, null, { about: 'Every point for so long.' }),
    last: none('The newest so many full copies, with what builds on them.'),
    daily: none('The newest point of each of so many days (UTC).'),
    weekly: none('The newest point of each of so many ISO weeks.'),
    monthly: none('The newest point of each of so many months.'),
    yearly: none('The newest point of each of so many years.'),
  }),
  (read, spot, reading) => {
    const { age: old, ...counts } = read;
    if (old !== null || Object.values(counts).some((kept) => kept > 0)) return read;
    return refuse(spot, reading, {
      expected: 'at least one rule of what is kept',
      fix: 'write "keep: 5 weeks", or such as "keep: { daily: 7, weekly: 5, monthly: 12 }"',
    });
  },
);

/** How long points are kept: a duration, or rules by age, count and calendar. */
export const retention: Reader<Retention> = reader(
  { kind: 'either', of: [age.form, rules.form] },
  (spot, reading) => {
    const figure = valueOf(spot.node, 'value') ?? valueOf(spot.node, 'point');
    if (spot.node.kind === 'mapping' && figure === undefined) return rules(spot, reading);
    const old = age(spot, reading);
    return old && keptFor(old);
  },
);
