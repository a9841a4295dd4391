import { type Ms, ms } from '../base/units.js';
import { applyOf, capturedBy } from './copies.js';
import { cleaningFor } from './damage.js';
import { newestUsable, type Usable, usablePoints } from './usable-points.js';
import { type Copy, luckFor, type ServiceState, type World } from './world.js';

/**
 * What of a service's group has to go back with it: who has lost the data of its seat and not yet
 * come back, or has come back from the same disaster with an earlier state, which then is the one
 * (`fixed`) that all share.
 */
interface Partner {
  readonly service: ServiceState;
  readonly fixed: Ms | null;
}

function partnersOf({ services }: World, service: ServiceState): readonly Partner[] {
  return service.plan.group.flatMap((number): Partner[] => {
    const other = services[number]!;
    const { recovery, wentBack } = other;
    if (!recovery) {
      const same = wentBack?.disaster === service.recovery!.disaster;
      return same ? [{ service: other, fixed: wentBack.captured }] : [];
    }
    if (recovery.committed && recovery.captured !== null) {
      return [{ service: other, fixed: recovery.captured }];
    }
    return other.seatLostTo === null ? [] : [{ service: other, fixed: null }];
  });
}

/**
 * The points of a policy that are of use to a service; of one in a consistency group the newest that
 * all of the group that go back can be restored to, as long as there is one.
 */
export function pointsInCommon(
  world: World,
  service: ServiceState,
  policy: number,
): readonly Usable[] {
  const partners = service.plan.group.length === 0 ? [] : partnersOf(world, service);
  if (partners.length === 0) return usablePoints(world, service, policy);
  const about = { service, partners, policy };
  const newest = newestCommon(world, about, false);
  if (!newest) return usablePoints(world, service, policy);
  if (newest.cleans < 0) return [newest];
  const clean = newestCommon(world, about, true);
  return clean ? [newest, clean] : [newest];
}

/** Goes back until all have a state of the same instant. */
function newestCommon(
  world: World,
  about: { service: ServiceState; partners: readonly Partner[]; policy: number },
  clean: boolean,
): Usable | null {
  const { service, partners, policy } = about;
  let bound = Infinity;
  for (;;) {
    const own = newestUsable(world, service, { policy, bound, clean });
    if (!own) return null;
    let least: number = own.point.captured;
    for (const { service: other, fixed } of partners) {
      const state =
        fixed ?? newestUsable(world, other, { policy, bound: least, clean })?.point.captured;
      if (state === undefined) return null;
      // What has been fixed cannot go further back.
      if (fixed !== null && state > least) return null;
      least = state;
    }
    if (least === own.point.captured) return own;
    bound = least;
  }
}

/** State that a copy gives back, of a group the oldest of those that go back to copies beside it. */
export function capturedInCommon(world: World, service: ServiceState, copy: Copy): Ms | null {
  const captured = capturedBy(world, service, copy);
  if (captured === null || service.plan.group.length === 0) return captured;
  let least: number = captured;
  for (const { service: other, fixed } of partnersOf(world, service)) {
    const state = fixed ?? capturedBeside(world, other, copy);
    if (state !== null) least = Math.min(least, state);
  }
  return ms(least);
}

function capturedBeside(world: World, other: ServiceState, { site }: Copy): Ms | null {
  const beside = other.copies.find((one) => one.site === site);
  const captured = beside ? capturedBy(world, other, beside) : null;
  return captured !== null && cleaningFor(world, other, captured) !== null ? captured : null;
}

/**
 * State that the promotion of a copy keeps: what was still to be applied is lost. Of a group all keep
 * what the slowest of them has applied.
 *
 * @param received newest write that the copy has
 */
export function promotedInCommon(
  world: World,
  service: ServiceState,
  { copy, received }: { copy: Copy; received: Ms },
): Ms {
  const luck = copy.holds.kind === 'live' ? applyOf(world, copy) : null;
  const own = luck ? luckFor(world, service, luck) : 0;
  if (service.plan.group.length === 0) return ms(received - own);
  let kept = received - own;
  for (const { service: other, fixed } of partnersOf(world, service)) {
    const state = fixed ?? received - (luck ? luckFor(world, other, luck) : 0);
    kept = Math.min(kept, state);
  }
  return ms(kept);
}
