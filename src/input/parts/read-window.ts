import { DAY, HOUR, MINUTE, type Ms, ms } from '../../base/units.js';
import type { JobWindow } from '../../model/backup-policy.js';
import { checked, listOf, mapping, optional, required, sized } from '../form/shape.js';
import { oneOf } from '../form/words.js';
import { reader, type Reader, refuse } from '../reading.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const CLOCK = /^(?<hours>[01]?\d|2[0-4]):(?<minutes>[0-5]\d)$/;

/** A time of day, ms after midnight UTC. */
const clock: Reader<Ms> = reader(
  { kind: 'text', pattern: CLOCK.source.replaceAll(/\?<\w+>/g, ''), examples: ['22:00'] },
  (spot, reading) => {
    const { node } = spot;
    const found = node.kind === 'scalar' ? CLOCK.exec(node.text)?.groups : undefined;
    const at = found && Number(found['hours']) * HOUR + Number(found['minutes']) * MINUTE;
    if (at !== undefined && at <= DAY) return ms(at);
    return refuse(spot, reading, { expected: 'a time of day (UTC) such as 22:00' });
  },
);

/** When jobs may run. */
export const jobWindow: Reader<JobWindow> = checked(
  mapping({
    from: required(clock, 'from: 22:00', 'When it opens, UTC.'),
    to: required(clock, 'to: 06:00', 'When it closes; past midnight where that is not later.'),
    days: optional(sized(listOf('days', oneOf(DAYS), DAYS.length), { least: 1 }), DAYS, {
      about: 'Days on which it opens.',
      usual: 'every day',
    }),
  }),
  ({ from, to, days }, spot, reading) => {
    if (days.length === 0) return refuse(spot, reading, { expected: 'at least one day' });
    return { from, to, days: days.map((day) => DAYS.indexOf(day)) };
  },
);
