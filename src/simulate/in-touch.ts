import { ms } from '../base/units.js';
import { capturedBy, staleFrom } from './copies.js';
import { TURN } from './event.js';
import { inTouch, inTouchFrom, outSince, receiverOf, wasInTouch } from './out-of-touch.js';
import { breakOff } from './relays.js';
import type { Copy, ServiceState, World } from './world.js';

/** Whether a write would have waited for a copy until just now: it was in touch and had them all. */
export function isWaitedFor(world: World, service: ServiceState, copy: Copy): boolean {
  const { holds, standby } = copy;
  if (!standby?.halts || holds.kind !== 'live' || !wasInTouch(world, service, copy)) return false;
  return !holds.leftOut || capturedBy(world, service, copy) === world.calendar.now;
}

/**
 * A service serves: it goes on without the copies that are out of touch, and keeps for them what
 * they have not received, as long as it does.
 *
 * @param disaster by which those that are newly out of touch have become so
 */
export function noteTouch(world: World, service: ServiceState, disaster: number): void {
  const { halts, forgets } = world.strategy;
  if (!halts && !forgets) return;
  for (const copy of service.copies) {
    if (copy.holds.kind !== 'live') continue;
    if (halts) leaveOut(world, service, copy);
    if (forgets) watch(world, service, { copy, disaster });
  }
}

function leaveOut(world: World, service: ServiceState, copy: Copy): void {
  const { holds, standby } = copy;
  if (!standby?.halts || holds.kind !== 'live' || inTouch(world, service, copy)) return;
  copy.holds = { ...holds, leftOut: true };
}

/** Looks again when what is kept for a copy that is out of touch comes to an end. */
function watch(
  world: World,
  service: ServiceState,
  { copy, disaster }: { copy: Copy; disaster: number },
): void {
  const { holds } = copy;
  const keeps = receiverOf(world, service, copy)?.keeps ?? Infinity;
  if (holds.kind !== 'live' || keeps === Infinity || isFront(service, copy)) return;
  const from = outSince(world, service, copy);
  if (from === null) return;
  const lost = holds.lost?.from === from ? holds.lost : { from, disaster };
  copy.holds = { ...holds, lost };
  const { calendar } = world;
  calendar.book(ms(Math.max(calendar.now, from + keeps)), TURN.observe, {
    kind: 'keptNoLonger',
    service: service.number,
    copy: service.copies.indexOf(copy),
    since: from,
  });
}

/** Where a copy serves, or its clients still hope that it will, nothing is sent anew in full. */
function isFront({ fronts }: ServiceState, { site }: Copy): boolean {
  return fronts.some((front) => front.site === site && front.state !== 'out');
}

/**
 * What a copy has not received is not kept any longer: where it is still out of touch, all has to be
 * sent anew. Only who serves throws anything away.
 *
 * @returns whether it has come to that
 */
export function forget(
  world: World,
  service: ServiceState,
  { copy: number, since }: { copy: number; since: number },
): boolean {
  const copy = service.copies[number]!;
  const { holds } = copy;
  if (!service.serving || service.recovery || holds.kind !== 'live') return false;
  if (isFront(service, copy) || outSince(world, service, copy) !== since) return false;
  const captured = capturedBy(world, service, copy)!;
  breakOff(world, copy);
  const { disaster } = holds.lost!;
  const of = { copy, captured, parted: -Infinity, lostTo: disaster };
  copy.holds = staleFrom(world, service, of);
  return true;
}

/** Whether the seat is there with its data, but stands still. */
export function seatStands({ calendar }: World, service: ServiceState): boolean {
  const { seatLostTo, serving, places, seat } = service;
  return seatLostTo === null && !serving && places.isUp(seat, calendar.now);
}

/** Whether a service still waits for a copy: until people have decided to go on without it. */
export function isHeld(world: World, service: ServiceState): boolean {
  const { held, stage } = service.recovery!;
  if (stage === 'recovering') return false;
  return held.some((number) => {
    const copy = service.copies[number]!;
    return copy.holds.kind !== 'live' || !inTouch(world, service, copy);
  });
}

/** Looks again when sending to the copies that a service waits for goes on, some time after a cut. */
export function awaitResumption(world: World, service: ServiceState): void {
  const { calendar } = world;
  for (const number of service.recovery!.held) {
    const at = inTouchFrom(world, service, service.copies[number]!);
    if (at === calendar.now) continue;
    calendar.book(at, TURN.return, { kind: 'sendingResumes', service: service.number });
  }
}
