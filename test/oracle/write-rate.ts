import { HOUR } from '../../src/base/units.js';
import { type Slow, type SlowService, writesAt } from './slow-state.js';

/** Bytes a service writes per second in the hour of an instant, as much as it writes by `at`. */
export function writeRate(
  slow: Slow,
  service: SlowService,
  { now, at }: { now: number; at: number },
): number {
  const { writeProfile, bursts } = service.plan;
  const hour = Math.floor((now + slow.plan.intoWeek) / HOUR);
  const usual = writesAt(slow, service, at) * writeProfile.hours[((hour % 168) + 168) % 168]!;
  return usual * (bursts?.multipleIn(hour) ?? 1);
}

/** As much as a service ever writes in an hour. */
export function mostWrites(slow: Slow, service: SlowService, at: number): number {
  const { writeProfile, bursts } = service.plan;
  return writesAt(slow, service, at) * writeProfile.peak * (bursts?.most ?? 1);
}
