import { ms } from '../base/units.js';
import { isRejected } from './course.js';
import { beforeHarm, cleaningFor, intactBefore } from './damage.js';
import type { Path } from './recovery-state.js';
import type { RecoveryPoint } from './stored-points.js';
import type { ServiceState, World } from './world.js';

/** A state that a policy can give back. */
export interface Usable {
  readonly point: RecoveryPoint;
  /** Disaster that tainted it; -1 for none. */
  readonly cleans: number;
}

/** The newest point of a policy that is of use; where that is tainted, the newest clean one, too. */
export function usablePoints(
  world: World,
  service: ServiceState,
  policy: number,
): readonly Usable[] {
  const { now } = world.calendar;
  const series = service.backups[policy]!;
  const clean = newestClean(world, service, policy);
  if (clean !== undefined) return clean ? [{ point: clean, cleans: -1 }] : [];
  const usable: Usable[] = [];
  for (const newest of series.points(now)) {
    if (isMistrusted(world, service, { policy, point: newest })) continue;
    for (const { point, cleans } of statesOf(world, service, newest)) {
      if (cleans >= 0 && usable.length > 0) continue;
      if (isRejected(service, { kind: 'restore', policy, place: -1, point, cleans })) continue;
      usable.push({ point, cleans });
      if (cleans < 0) return usable;
    }
  }
  return usable;
}

/** The newest state of use captured up to an instant. @param of `clean`: only without a taint */
export function newestUsable(
  world: World,
  service: ServiceState,
  { policy, bound, clean }: { policy: number; bound: number; clean: boolean },
): Usable | null {
  for (const newest of service.backups[policy]!.points(world.calendar.now)) {
    if (newest.since > bound || isMistrusted(world, service, { policy, point: newest })) continue;
    const first = newest.captured > bound ? newest.upTo!(ms(bound)) : newest;
    for (const { point, cleans } of statesOf(world, service, first)) {
      if (clean && cleans >= 0) continue;
      if (isRejected(service, { kind: 'restore', policy, place: -1, point, cleans })) continue;
      return { point, cleans };
    }
  }
  return null;
}

/** The states that a copy can give back and that somebody may want, newest first. */
function* statesOf(world: World, service: ServiceState, newest: RecoveryPoint): Generator<Usable> {
  for (let point = newest; ;) {
    const cleans = cleaningFor(world, service, point.captured);
    if (cleans !== null) yield { point, cleans };
    if (cleans === -1 || point.upTo === null) return;
    // With less of its log the copy gives back a state from before the damage, or the intrusion.
    const before = beforeHarm(service, point.captured);
    if (before < point.since) return;
    point = point.upTo(ms(before));
  }
}

/** Whether a restore has turned out bad that this point stands or falls with. */
export function isMistrusted(
  { strategy, calendar }: World,
  { recovery, backups }: ServiceState,
  { policy, point }: { policy: number; point: RecoveryPoint },
): boolean {
  const { bad } = recovery!;
  if (bad.length === 0) return false;
  const { root, tries } = strategy.backups[policy]!;
  const found = bad.filter((one) => one.root === root);
  if (found.some(({ chain }) => point.chain >= chain)) return true;
  return found.length >= tries && !backups[policy]!.hasPassed(point, calendar.now);
}

/**
 * The newest point of a policy, or the newest before all that is damaged, where that is all there is
 * to know of it; null where there is none, undefined where all points have to be looked through.
 */
export function newestClean(
  world: World,
  service: ServiceState,
  policy: number,
): RecoveryPoint | null | undefined {
  const series = service.backups[policy]!;
  const { now } = world.calendar;
  const newest = series.newest(now);
  if (!newest) return null;
  let point = newest;
  for (;;) {
    const bound = intactBefore(service, point.captured);
    if (bound === point.captured) break;
    const before = series.newestUpTo(now, bound);
    if (!before || !series.surelyKeeps(before, { at: now, newest })) return undefined;
    point = before;
  }
  if (service.recovery!.bad.length > 0) return undefined;
  const plain = cleaningFor(world, service, point.captured) === -1;
  const path: Path = { kind: 'restore', policy, place: -1, point, cleans: -1 };
  return plain && !isRejected(service, path) ? point : undefined;
}
