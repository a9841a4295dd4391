import { linkStays } from './line.js';
import { relayOf } from './relay.js';
import { appliedState, isLate } from './slow-late.js';
import { stateOfCopy } from './slow-data.js';
import {
  later,
  placeIsUp,
  type Slow,
  type SlowCopy,
  type SlowService,
  WHEN,
} from './slow-state.js';

/** Stretches so far in which nothing got from the seat to a copy since that was complete. */
function stretchesOut(slow: Slow, service: SlowService, copy: SlowCopy) {
  const { site, holds } = copy;
  const source = relayOf(slow, service, copy)?.site ?? service.seat;
  const since = holds.is === 'live' ? holds.since : -Infinity;
  const away = [...slow.sites[site]!.stays, ...service.places[site]!.stays];
  const cuts = linkStays(slow, service, { from: source, to: copy });
  return [...away.map((stay) => ({ ...stay, over: stay.to })), ...cuts].filter(
    ({ over }) => over > since,
  );
}

/** Whether a write at the seat reaches a copy now. */
function isReached(slow: Slow, service: SlowService, copy: SlowCopy): boolean {
  return stretchesOut(slow, service, copy).every(({ to }) => to <= slow.future.now);
}

/**
 * The copies that every write waits for now: synchronous ones that say so, which are in touch and
 * have all that was written. Asked before a disaster changes anything.
 */
export function waitedFor(slow: Slow, service: SlowService): readonly SlowCopy[] {
  if (!service.serving || service.recovery) return [];
  return service.copies.filter((copy) => {
    const { standby, holds } = copy;
    if (!standby?.halts || holds.is !== 'live' || !isReached(slow, service, copy)) return false;
    return !holds.leftOut || stateOfCopy(slow, service, copy) === slow.future.now;
  });
}

/** Those of some copies that are out of touch, or have lost their data. */
export function outOfTouch(
  slow: Slow,
  service: SlowService,
  copies: readonly SlowCopy[],
): readonly SlowCopy[] {
  return copies.filter((copy) => copy.holds.is !== 'live' || !isReached(slow, service, copy));
}

/** Who serves although a copy is out of touch does so without it until it has caught up. */
export function goOnAlone(slow: Slow, service: SlowService): void {
  const waiting = service.copies.filter(({ standby }) => standby?.halts);
  for (const { holds } of outOfTouch(slow, service, waiting)) {
    if (holds.is === 'live') holds.leftOut = true;
  }
}

/** Since when nothing has got to a copy from where the service is now; null where something does. */
function outSince(slow: Slow, service: SlowService, copy: SlowCopy): number | null {
  const stretches = stretchesOut(slow, service, copy);
  const { now } = slow.future;
  const { holds } = copy;
  if (holds.is !== 'live' || stretches.every(({ to }) => to <= now)) return null;
  let begin = now + 1;
  for (;;) {
    const before = stretches.find(({ from, to }) => from < begin && to >= Math.min(begin, now + 1));
    if (!before) break;
    begin = before.from;
  }
  return Math.max(begin, holds.since, service.seatSince);
}

/**
 * Who serves throws away after a while what a copy that is out of touch has not received, unless it
 * serves itself; from then on it is of use only as it was, and needs all data again.
 *
 * @param disaster what a copy that is newly out of touch owes that to
 * @param whenThrown takes care of it
 */
export function watchKept(
  slow: Slow,
  service: SlowService,
  { disaster, whenThrown }: { disaster: number; whenThrown: () => void },
): void {
  const { standbys } = slow.strategy;
  const serves = ({ site }: SlowCopy) =>
    service.fronts.some((front) => front.site === site && front.state !== 'out');
  for (const copy of service.copies) {
    const { holds } = copy;
    const from = outSince(slow, service, copy);
    const like =
      copy.standby ??
      standbys.find(({ clients }) => clients > 0) ??
      standbys.find(({ site }) => site === service.seat);
    const keeps = like?.keeps ?? Infinity;
    if (holds.is !== 'live' || from === null || keeps === Infinity || serves(copy)) continue;
    if (holds.outSince !== from) Object.assign(holds, { outSince: from, outBy: disaster });
    const check = () => {
      const still = copy.holds.is === 'live' && outSince(slow, service, copy) === from;
      if (!still || !service.serving || service.recovery || serves(copy)) return;
      const captured = stateOfCopy(slow, service, copy)!;
      const lostTo = copy.holds.is === 'live' ? copy.holds.outBy! : -1;
      const late = isLate(copy) ? { applied: appliedState(slow, service, copy) } : {};
      copy.holds = { is: 'stale', captured, parted: -Infinity, lostTo, ...late };
      whenThrown();
    };
    later(slow, Math.max(0, from + keeps - slow.future.now), check, WHEN.observe);
  }
}

/** Whether the seat is there with its data, and the service does not serve. */
export function couldServe(slow: Slow, service: SlowService): boolean {
  return service.lostTo === null && !service.serving && placeIsUp(slow, service, service.seat);
}

/** Whether the service may serve at its seat: nobody has to decide first to go on without a copy. */
export function mayGoOn(slow: Slow, service: SlowService): boolean {
  const { missing, stage, committed } = service.recovery!;
  if (committed || !couldServe(slow, service)) return false;
  return stage === 'recovering' || outOfTouch(slow, service, missing).length === 0;
}
