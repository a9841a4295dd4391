import type { Ms } from '../base/units.js';
import type { Schedule } from './schedule.js';
import type { RecoveryPoint, StoredPoint } from './stored-points.js';

/** Slots of a log that are looked through at most, by doubling. */
const MOST_DOUBLINGS = 50;

/**
 * Capture of the newest log that is complete by an instant; -Infinity for none. A log that is taken
 * later is never complete earlier.
 *
 * @param endOf when the log of a slot is complete; Infinity for never
 */
export function lastLog(schedule: Schedule, at: Ms, endOf: (slot: number) => number): number {
  const first = schedule.firstLog;
  let after = schedule.logUpTo(Math.min(at, schedule.run.to)) + 1;
  let step = 1;
  let by = after - step;
  for (let doubling = 0; by >= first && endOf(by) > at; doubling++) {
    if (doubling === MOST_DOUBLINGS) return -Infinity;
    after = by;
    step *= 2;
    by = after - step;
  }
  by = Math.max(by, first - 1);
  while (after - by > 1) {
    const middle = by + Math.floor((after - by) / 2);
    if (endOf(middle) > at) after = middle;
    else by = middle;
  }
  return by < first ? -Infinity : schedule.logCaptured(by);
}

/**
 * The points of a store as its log extends them: each up to the next newer one, the newest as far
 * as the log has come.
 *
 * @param points newest first
 * @param last capture of the newest log of a schedule
 */
export function* withLogs(
  points: Iterable<StoredPoint>,
  last: (schedule: Schedule) => number,
): Generator<RecoveryPoint> {
  const known = new Map<Schedule, number>();
  let until = Infinity;
  for (const point of points) {
    const { schedule, captured } = point;
    const newest = known.get(schedule) ?? last(schedule);
    known.set(schedule, newest);
    const to = Math.min(newest, until);
    until = captured;
    yield to > captured ? rolled(point, to as Ms) : point;
  }
}

/** A point with the log applied up to an instant. */
function rolled(point: StoredPoint, captured: Ms): RecoveryPoint {
  const { end, bytes, chain, schedule, captured: since } = point;
  const logged = schedule.loggedBytes(since, captured);
  return {
    captured,
    end,
    bytes: bytes + logged / schedule.reduction,
    chain,
    since,
    logged,
    upTo: (earlier) => rolled(point, earlier),
  };
}
