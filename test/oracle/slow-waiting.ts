import { isThere } from './presence.js';
import { stateOfCopy } from './slow-data.js';
import { linkOf, placeIsUp, type Slow, type SlowCopy, type SlowService } from './slow-state.js';

/** Whether a write at the seat reaches a copy now. */
function isReached(slow: Slow, service: SlowService, { site }: SlowCopy): boolean {
  const link = slow.links[linkOf(slow, service.seat, site)];
  return placeIsUp(slow, service, site) && (!link || isThere(link, slow.future.now));
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
