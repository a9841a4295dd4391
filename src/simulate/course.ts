import type { StepPlan } from './plan.js';
import {
  type Course,
  dataNow,
  linkBetween,
  type Path,
  type Recovery,
  type ServiceState,
  type World,
} from './world.js';

/** The steps of a way back, in order. */
export function stepsOf({ strategy }: World, path: Path): readonly StepPlan[] {
  switch (path.kind) {
    case 'failover':
      return strategy.failover;
    case 'restore':
      return strategy.restore;
    default:
      return [];
  }
}

/** Where the service will be once a path is done. */
export function placeOf(service: ServiceState, path: Path): number {
  switch (path.kind) {
    case 'failover':
      return service.copies[path.copy]!.site;
    case 'restore':
      return path.place;
    default:
      return service.seat;
  }
}

/** Whether two paths are the same way back to the same state. */
export function samePath(a: Path, b: Path): boolean {
  if (a.kind === 'failover' && b.kind === 'failover') return a.copy === b.copy;
  if (a.kind === 'restore' && b.kind === 'restore') {
    return a.policy === b.policy && a.place === b.place && a.point.captured === b.point.captured;
  }
  return a.kind === b.kind;
}

/** What has been done of a path: only of the very same, under way or committed, does it count. */
export function courseOn({ course, committed }: Recovery, path: Path): Course | null {
  if (course && samePath(course.path, path)) return course;
  return committed && samePath(committed.path, path) ? committed : null;
}

/** Sites without which a step cannot run, or traffic be accepted after the last. */
function needsOf(
  world: World,
  service: ServiceState,
  { path, step }: { path: Path; step: StepPlan | undefined },
): readonly number[] {
  const place = placeOf(service, path);
  if (path.kind !== 'restore' || !step || step.takes) return [place];
  return [place, world.strategy.backups[path.policy]!.store];
}

/** Whether the step that a course has come to can run now; the last is to accept traffic. */
export function canRun(world: World, service: ServiceState, { path, done }: Course): boolean {
  const step = stepsOf(world, path)[done];
  const now = world.calendar.now;
  return needsOf(world, service, { path, step }).every((site) => world.sites.isUp(site, now));
}

/** What a decider expects to wait until a step could run if it were its turn now, in ms. */
export function expectedWait(
  world: World,
  service: ServiceState,
  of: { path: Path; step: StepPlan | undefined },
): number {
  const { sites, calendar } = world;
  return needsOf(world, service, of).reduce(
    (longest, site) => Math.max(longest, sites.expectedReturn(site, calendar.now)),
    0,
  );
}

/** Whether nothing is away that the rest of a course needs. */
export function isClear(world: World, service: ServiceState, { path, done }: Course): boolean {
  const steps = stepsOf(world, path);
  for (let rest = done; rest <= steps.length; rest++) {
    if (!canRun(world, service, { path, done: rest })) return false;
  }
  return true;
}

/** Whether a course has still to read from the store that it restores from. */
export function needsStore(world: World, { path, done }: Course): boolean {
  return (
    path.kind === 'restore' &&
    stepsOf(world, path)
      .slice(done)
      .some(({ takes }) => !takes)
  );
}

/** What a restore sends, how, and how fast the target can take it. */
export function restoreOrder(
  world: World,
  service: ServiceState,
  { policy, place, point }: Path & { kind: 'restore' },
): { bytes: number; link: number; limit: number } {
  const { store, restoreRate } = world.strategy.backups[policy]!;
  const logical = dataNow(world, service.plan, world.calendar.now);
  const { bytes } = point;
  // The target writes logical bytes; the limit is on the stored ones that become them.
  const limit = world.plan.parameters.of(restoreRate) * (logical > 0 ? bytes / logical : 1);
  return { bytes, link: linkBetween(world.plan, store, place), limit };
}
