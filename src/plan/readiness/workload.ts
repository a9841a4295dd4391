import { type Ms, ms } from '../../base/units.js';
import type { Scenario } from '../../model/scenario.js';
import { growthAt, type Service } from '../../model/service.js';
import { multipleAt } from '../../model/week-profile.js';

/** What a service keeps and writes when there is most of it: on average, in its largest year. */
export interface Workload {
  readonly service: Service;
  /** Logical bytes. */
  readonly data: number;
  /** Mean writes, in bytes per second. */
  readonly writes: number;
}

/** The hours of a week. */
const HOURS = 168;
const HOUR = 3_600_000;

/** Each service in the year of the horizon with most data: the last, unless the data shrinks. */
export function workloads({ services, horizon }: Scenario): readonly Workload[] {
  return services.map((service) => {
    const { size, growth } = service.data;
    const factor = Math.max(1, growthAt(growth.law.mean, ms(horizon - 1)));
    const writes = service.writes.mean.law.mean * factor;
    return { service, data: size.law.mean * factor, writes };
  });
}

/** Writes of all services together in each hour of the week, in bytes per second. */
export function weeklyWrites(all: readonly Workload[]): readonly number[] {
  return Array.from({ length: HOURS }, (_, hour) =>
    all.reduce(
      (sum, { service, writes }) =>
        sum + writes * multipleAt(service.writes.profile, ms(hour * HOUR)),
      0,
    ),
  );
}

/**
 * Longest that a write waits in a week, in ms, for a line that carries so many bytes per second.
 * What is unsent is a fluid queue, and the oldest of it has waited for all before it: the largest
 * backlog by the rate. Where the mean is carried the queue is empty once a week, so that the second
 * week is like every other.
 */
export function longestWait(hourly: readonly number[], rate: number): Ms {
  let backlog = 0;
  let most = 0;
  for (const writes of [...hourly, ...hourly]) {
    backlog = Math.max(0, backlog + ((writes - rate) * HOUR) / 1000);
    most = Math.max(most, backlog);
  }
  return ms(most === 0 ? 0 : (1000 * most) / rate);
}
