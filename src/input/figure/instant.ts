import { DAY, HOUR, MINUTE, SECOND } from '../../base/units.js';
import { reader, type Reader, refuse } from '../reading.js';

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:\s?(?:Z|UTC))?)?$/;

const EXPECTED = 'a date such as 2027-03-01 or 2027-03-01 12:00, in UTC';

/** A date, with or without the time of day, always UTC, in ms since 1970-01-01. */
export const instant: Reader<number> = reader({ kind: 'instant' }, (spot, reading) => {
  const { node } = spot;
  if (node.kind === 'broken') return undefined;
  const text = node.kind === 'scalar' ? node.text.trim() : '';
  const fields = FORM.exec(text);
  if (fields === null) {
    const offset = /[+-]\d{2}:?\d{2}$/.test(text) && /[T ]/.test(text);
    const fix = offset ? 'write the time in UTC, without an offset' : undefined;
    return refuse(spot, reading, { expected: EXPECTED, fix });
  }
  const [year, month, day, hour, minute, second] = fields
    .slice(1, 7)
    .map((field) => Number(field ?? 0)) as [number, number, number, number, number, number];
  const millisecond = Number((fields[7] ?? '').padEnd(3, '0'));
  const known = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!known || hour > 23 || minute > 59 || second > 59 || year < 1900) {
    return refuse(spot, reading, { expected: `${EXPECTED}, that exists` });
  }
  return (
    daysSince1970(year, month, day) * DAY +
    hour * HOUR +
    minute * MINUTE +
    second * SECOND +
    millisecond
  );
});

/** A date and time for people, such as `2027-03-01 12:00`. */
export function instantText(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

function daysIn(year: number, month: number): number {
  const next = month === 12 ? daysSince1970(year + 1, 1, 1) : daysSince1970(year, month + 1, 1);
  return next - daysSince1970(year, month, 1);
}

function daysSince1970(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}
