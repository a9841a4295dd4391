import { ms } from '../base/units.js';
import { promotedInCommon } from './common-point.js';
import { leftBehind, partedAt } from './copies.js';
import { needsStore } from './course.js';
import { become } from './damage.js';
import { halt } from './halting.js';
import type { Path } from './recovery-state.js';
import type { Holding, ServiceState, World } from './world.js';

/** From here on the true data is where the course leads, as of the state that it recovers. */
export function commit(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  const course = recovery.course!;
  // Before all of it has arrived, the data cannot be the true one, whatever the runbook does first.
  if (course === recovery.committed || needsStore(world, course)) return;
  if (course.path.kind !== 'failover' && course.path.kind !== 'restore') return;
  stopServing(world, service);
  if (course.path.kind === 'failover') commitFailover(world, service, course.path);
  else commitRestore(world, service, course.path);
  recovery.committed = course;
}

/** A service that went on, damaged, is replaced now. */
export function stopServing(world: World, service: ServiceState): void {
  if (!service.serving) return;
  const recovery = service.recovery!;
  halt(world, service);
  recovery.stopped = recovery.sentUntil = world.calendar.now;
}

function commitFailover(
  world: World,
  service: ServiceState,
  path: Path & { kind: 'failover' },
): void {
  const { strategy, plan } = world;
  const copy = service.copies[path.copy]!;
  const { standby, site } = copy;
  const capacity = Math.min(1, plan.parameters.of((standby ?? strategy).capacity));
  const common = partedAt(world, service, copy);
  const parted = path.upTo === null ? common : Math.min(common, path.upTo);
  const { stopped } = service.recovery!;
  const received = ms(Math.min(stopped, path.captured));
  // What it was rolled forward to has been applied.
  const captured =
    path.upTo === null ? promotedInCommon(world, service, { copy, received }) : received;
  become(world, service, path.captured);
  moveTo(world, service, { site, capacity, parted });
  service.recovery!.captured = captured;
}

function commitRestore(
  world: World,
  service: ServiceState,
  path: Path & { kind: 'restore' },
): void {
  const recovery = service.recovery!;
  become(world, service, path.point.captured);
  moveTo(world, service, { site: path.place, capacity: 1, parted: -Infinity });
  // A backup made while a planned return kept the service down holds no more than was written.
  recovery.captured = ms(Math.min(path.point.captured, recovery.stopped));
}

/**
 * The true data is at another site from now on.
 *
 * @param to `parted`: up to when that data is the history of the old seat too
 */
export function moveTo(
  world: World,
  service: ServiceState,
  to: { site: number; capacity: number; parted: number },
): void {
  const { site, capacity, parted } = to;
  for (const series of service.backups) series.stop(world.calendar.now);
  // What one copy has may depend on another one, as it was until now.
  const holdings = service.copies.map((copy): Holding =>
    copy.site === site ? { kind: 'seat' } : leftBehind(world, service, { copy, parted }),
  );
  service.copies.forEach((copy, number) => {
    copy.holds = holdings[number]!;
  });
  service.seat = site;
  service.seatSince = world.calendar.now;
  service.seatLostTo = null;
  service.capacity = capacity;
}
