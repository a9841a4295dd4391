import { HOUR, type Ms, ms, WEEK } from '../base/units.js';
import { invariant } from '../base/invariant.js';

const HOURS = 168;

/**
 * How a flow (load, writes, revenue) varies over the hours of a week, as multiples of its mean.
 * Hour 0 is Monday 00:00 to 01:00 UTC.
 */
export interface WeekProfile {
  readonly name: string;
  /** 168 multiples of the mean; their mean is 1. */
  readonly hours: Float64Array;
  /** Largest of `hours`, at least 1. */
  readonly peak: number;
  /** Smallest of `hours`. */
  readonly lowest: number;
  /** Integral from Monday 00:00 to the start of each hour, in ms at the mean flow; 169 entries. */
  readonly elapsed: Float64Array;
}

/**
 * A profile from its 168 hourly weights, scaled to a mean of 1.
 *
 * @param hours non-negative weights from Monday 00:00 UTC, not all zero
 * @throws InvariantError for another length or a negative weight
 */
export function weekProfile(name: string, hours: readonly number[]): WeekProfile {
  invariant(
    hours.length === HOURS,
    () => `profile ${name} has ${hours.length} hours, not ${HOURS}`,
  );
  invariant(
    hours.every((weight) => weight >= 0 && weight < Infinity),
    () => `profile ${name} has a weight below 0`,
  );
  const sum = hours.reduce((total, weight) => total + weight, 0);
  invariant(sum > 0, () => `profile ${name} is 0 all week`);
  const scaled = Float64Array.from(hours, (weight) => (weight * HOURS) / sum);
  const elapsed = new Float64Array(HOURS + 1);
  for (let hour = 0; hour < HOURS; hour++) {
    elapsed[hour + 1] = elapsed[hour]! + scaled[hour]! * HOUR;
  }
  elapsed[HOURS] = WEEK;
  return {
    name,
    hours: scaled,
    peak: scaled.reduce((a, b) => Math.max(a, b)),
    lowest: scaled.reduce((a, b) => Math.min(a, b)),
    elapsed,
  };
}

/** The same flow at every hour. */
export const FLAT: WeekProfile = weekProfile(
  'flat',
  Array.from({ length: HOURS }, () => 1),
);

/**
 * Multiple of the mean at an instant.
 *
 * @param sinceMonday ms since some Monday 00:00 UTC, any sign
 */
export function multipleAt(profile: WeekProfile, sinceMonday: Ms): number {
  return profile.hours[Math.floor(intoWeek(sinceMonday) / HOUR)]!;
}

/**
 * Integral of the multiple over a stretch of time, in ms: how long the flow would take at its mean.
 *
 * @param stretch `from` <= `to`, both in ms since the same Monday 00:00 UTC
 */
export function meanTimeOver(profile: WeekProfile, stretch: { from: Ms; to: Ms }): Ms {
  if (profile === FLAT) return ms(stretch.to - stretch.from);
  return ms(sinceFirstMonday(profile, stretch.to) - sinceFirstMonday(profile, stretch.from));
}

/** The next instant after `sinceMonday` at which a new hour begins. */
export function nextHour(sinceMonday: Ms): Ms {
  return ms((Math.floor(sinceMonday / HOUR) + 1) * HOUR);
}

/**
 * Start of the next hour, at or after `sinceMonday`, in which the flow is at its weekly minimum:
 * when planned work hurts least. Of several equal hours the earliest to come.
 */
export function nextQuietHour(profile: WeekProfile, sinceMonday: Ms): Ms {
  const first = Math.ceil(sinceMonday / HOUR);
  for (let ahead = 0; ahead < HOURS; ahead++) {
    const hour = first + ahead;
    if (profile.hours[((hour % HOURS) + HOURS) % HOURS] === profile.lowest) return ms(hour * HOUR);
  }
  return ms(first * HOUR);
}

function intoWeek(sinceMonday: Ms): number {
  return sinceMonday - Math.floor(sinceMonday / WEEK) * WEEK;
}

function sinceFirstMonday(profile: WeekProfile, at: Ms): number {
  const weeks = Math.floor(at / WEEK);
  const into = at - weeks * WEEK;
  const hour = Math.floor(into / HOUR);
  return weeks * WEEK + profile.elapsed[hour]! + (into - hour * HOUR) * profile.hours[hour]!;
}
