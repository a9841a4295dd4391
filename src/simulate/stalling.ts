import { type Blow, type Hit, hitsSite } from './blow.js';
import { isWaitedFor } from './in-touch.js';
import { linkBetween, type ServiceState, type World } from './world.js';

const NONE: readonly number[] = [];

/**
 * Numbers of the copies without which a service does not go on, and which a blow parts from its seat.
 * Where the seat is hit too, or is on its way back from something else, nobody waits for them.
 */
export function partedBy(
  world: World,
  service: ServiceState,
  { blow, hit }: { blow: Blow; hit: Hit },
): readonly number[] {
  const { serving, recovery, seat, copies } = service;
  if (!world.strategy.halts || !serving || recovery || hitsSite(hit, seat)) return NONE;
  const { cut } = blow.hazard;
  return copies.flatMap((copy, number) => {
    const { site } = copy;
    const reached = hitsSite(hit, site) || cut?.links.includes(linkBetween(world.plan, seat, site));
    return reached && isWaitedFor(world, service, copy) ? [number] : [];
  });
}
