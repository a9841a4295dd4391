import { type Ms, ms, SECOND } from '../base/units.js';
import { capturedInCommon } from './common-point.js';
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
  if (copy.standby?.delay) return lateStates(world, service, copy);
  const newest = capturedInCommon(world, service, copy);
  if (newest === null) return [];
  const cleans = cleaningFor(world, service, newest);
  return cleans === null ? [] : [{ captured: newest, cleans, upTo: null }];
}

/**
 * The newest intact state that a copy can be rolled forward to; where that is tainted, the newest
 * clean one, too.
 */
function lateStates(world: World, service: ServiceState, copy: Copy): readonly State[] {
  const newest = capturedBy(world, service, copy);
  if (newest === null) return [];
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

/** How long a replay lasts: of what a copy has received, or of the log of a recovery point. */
export function replayTime(
  world: World,
  service: ServiceState,
  path: Path & { kind: 'failover' | 'restore' },
): Ms {
  const { parameters } = world.plan;
  if (path.kind === 'failover') {
    const { replayRate } = service.copies[path.copy]!.standby!;
    return timeFor(unapplied(world, service, path), parameters.of(replayRate!));
  }
  const { replayRate } = world.strategy.backups[path.policy]!;
  return timeFor(path.point.logged, parameters.of(replayRate));
}

function timeFor(bytes: number, rate: number): Ms {
  return ms(Math.max(0, Math.ceil((bytes / rate) * SECOND - ROUNDING)));
}

/** Bytes that a copy has received and not applied, up to the state that a path leads to. */
function unapplied(
  world: World,
  service: ServiceState,
  { copy: number, captured: to }: Path & { kind: 'failover' },
): number {
  const { plan } = world;
  const from = appliedBy(world, service, service.copies[number]!);
  const { seat, seatSince, places, stalls } = service;
  const halts = places.within(seat, from, to).filter((one) => one.from >= seatSince);
  return writtenBetween(
    {
      writes: writesNow(world, service.plan, to),
      profile: service.plan.writeProfile,
      bursts: service.plan.bursts,
      intoWeek: plan.intoWeek,
      halts,
      stalls: stalls.filter((one) => one.from >= seatSince),
    },
    { from, to },
  );
}
