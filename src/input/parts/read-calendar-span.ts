import type { CalendarSpan } from '../../model/calendar-span.js';
import { reader, type Reader, refuse } from '../reading.js';

/** Hundreds of years, in any unit. */
const DIGITS = '\\d{1,7}';
const UNITS = {
  years: 'y|years?',
  months: 'm|months?',
  days: 'd|days?',
  hours: 'h|hours?',
} as const;
const WEEKS = 'w|weeks?';

const part = (unit: string) => `(?:(${DIGITS})\\s*(?:${unit})(?![a-z])\\s*)?`;
/** Unlike elsewhere, `m` is a month: there are no minutes. */
const SPAN = new RegExp(
  `^\\s*${part(UNITS.years)}${part(UNITS.months)}${part(WEEKS)}${part(UNITS.days)}${part(UNITS.hours)}$`,
);

/** A length of time by the calendar, such as `2 months` or restic's `1y2m3d`. */
export const calendarSpan: Reader<CalendarSpan> = reader(
  { kind: 'text', pattern: '\\d\\s*(?:y|m|w|d|h)', examples: ['2 months', '1y2m3d3h'] },
  (spot, reading) => {
    const { node } = spot;
    const found = node.kind === 'scalar' ? SPAN.exec(spaced(node.text)) : null;
    const [years, months, weeks, days, hours] = (found ?? []).slice(1).map((n) => Number(n ?? 0));
    const span = { years: years!, months: months!, days: 7 * weeks! + days!, hours: hours! };
    if (found && Object.values(span).some((count) => count > 0)) return span;
    return refuse(spot, reading, {
      expected: 'a time by the calendar, such as "2 months" or "1y2m3d", the longest unit first',
    });
  },
);

/** Units may stand beside the next number, as in `1y2m`. */
function spaced(text: string): string {
  return text.replace(/([a-z])(?=\d)/g, '$1 ');
}
