import { type Ms, ms, SECOND } from '../base/units.js';
import { appliedBy, capturedBy } from './copies.js';
import { cleaningFor, intactBefore, taintOn } from './damage.js';
import type { Path } from './recovery-state.js';
import { writtenBetween } from './replication.js';
import { type Copy, type ServiceState, type World, writesNow } from './world.js';

/** What rounding may add to a time in ms: far below the clock's tick. */
const ROUNDING = 1e-3;

/** A state that a copy can give back. */
type State = Pick<Path & { kind: 'failover' }, 'captured' | 'cleans' | 'upTo'>;

/** States of a copy that are of use: of one that applies late, any that it has not gone past. */
export function statesOf(world: World, service: ServiceState, copy: Copy): readonly State[] {
  const newest = capturedBy(world, service, copy);
  if (newest === null) return [];
  if (copy.standby?.delay) return lateStates(world, service, { copy, newest });
  const cleans = cleaningFor(world, service, newest);
  return cleans === null ? [] : [{ captured: newest, cleans, upTo: null }];
}

/**
 * The newest intact state that a copy can be rolled forward to; where that is tainted, the newest
 * clean one, too.
 */
function lateStates(
  world: World,
  service: ServiceState,
  { copy, newest }: { copy: Copy; newest: Ms },
): readonly State[] {
  const applied = appliedBy(world, service, copy);
  const states: State[] = [];
  for (let at: number = newest; at >= applied;) {
    const before = intactBefore(service, at);
    if (before < at) {
      at = before;
      continue;
    }
    const captured = ms(at);
    const cleans = cleaningFor(world, service, captured);
    const upTo = at < newest ? captured : null;
    if (cleans !== null && (cleans < 0 || states.length === 0)) {
      states.push({ captured, cleans, upTo });
    }
    if (cleans === -1) break;
    at = taintOn(service, at)!.from;
  }
  return states;
}

/** How long it takes to apply what a copy has received, up to the state that a path leads to. */
export function replayTime(
  world: World,
  service: ServiceState,
  { copy: number, captured: to }: Path & { kind: 'failover' },
): Ms {
  const { plan } = world;
  const copy = service.copies[number]!;
  const from = appliedBy(world, service, copy);
  const { seat, seatSince, places, stalls } = service;
  const halts = places.within(seat, from, to).filter((one) => one.from >= seatSince);
  const written = writtenBetween(
    {
      writes: writesNow(world, service.plan, to),
      profile: service.plan.writeProfile,
      intoWeek: plan.intoWeek,
      halts,
      stalls: stalls.filter((one) => one.from >= seatSince),
    },
    { from, to },
  );
  const lasts = (written / plan.parameters.of(copy.standby!.replayRate!)) * SECOND;
  return ms(Math.max(0, Math.ceil(lasts - ROUNDING)));
}
