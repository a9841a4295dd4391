import type { Ms } from '../../base/units.js';
import { keptFor, type Retention } from '../../model/retention.js';
import { certain } from '../figure/figure.js';
import { LASTING } from '../figure/range.js';
import { checked, mapping, optional } from '../form/shape.js';
import { integer } from '../form/words.js';
import { reader, type Reader, refuse } from '../reading.js';
import { type Located, valueOf } from '../yaml/located-tree.js';

const MOST_KEPT = 4000;

const age = certain<Ms>({ dimension: 'duration', range: LASTING });
const count = integer({ least: 1, most: MOST_KEPT });
const none = (about: string) => optional(count, 0, { about, usual: 'none' });

const rules: Reader<Retention> = checked(
  mapping({
    age: optional(age, null, { about: 'Every point for so long.' }),
    last: none('The newest so many points.'),
    daily: none('The newest point of each of the last so many days (UTC) that have one.'),
    weekly: none('The same for ISO weeks.'),
    monthly: none('The same for months.'),
    yearly: none('The same for years.'),
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
