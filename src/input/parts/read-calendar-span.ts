import type { CalendarSpan } from '../../model/calendar-span.js';
import { reader, type Reader, refuse } from '../reading.js';

/** Hundreds of years, in any unit. Unlike elsewhere, `m` is a month: there are no minutes. */
const PART =
  /(?<count>\d{1,7})\s*(?<unit>y|m|w|d|h|years?|months?|weeks?|days?|hours?)(?![a-z])\s*/y;

const PLACES: Readonly<Record<string, readonly [keyof CalendarSpan, number]>> = {
  y: ['years', 1],
  m: ['months', 1],
  w: ['days', 7],
  d: ['days', 1],
  h: ['hours', 1],
};

const NONE: CalendarSpan = { years: 0, months: 0, days: 0, hours: 0 };

/** A length of time by the calendar, such as `2 months` or restic's `1y2m3d`. */
export const calendarSpan: Reader<CalendarSpan> = reader(
  { kind: 'text', pattern: '\\d\\s*(?:y|m|w|d|h)', examples: ['2 months', '1y2m3d3h'] },
  (spot, reading) => {
    const { node } = spot;
    const span = node.kind === 'scalar' ? spanIn(node.text.trim()) : undefined;
    if (span && Object.values(span).some((count) => count > 0)) return span;
    return refuse(spot, reading, {
      expected: 'a time by the calendar, such as "2 months" or "1y2m3d", each unit once',
    });
  },
);

/** Parts in any order, each unit once; undefined where that is not all there is. */
function spanIn(text: string): CalendarSpan | undefined {
  const span = { ...NONE };
  const seen = new Set<string>();
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const found = PART.exec(text)?.groups;
    const unit = found?.['unit']![0];
    if (unit === undefined || seen.has(unit)) return undefined;
    seen.add(unit);
    const [place, times] = PLACES[unit]!;
    span[place] += times * Number(found!['count']);
  }
  return span;
}
