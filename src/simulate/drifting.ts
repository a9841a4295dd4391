import { type Ms, ms } from '../base/units.js';
import { applyOf, passSeat, received } from './copies.js';
import { learn } from './damage.js';
import { detectionTime } from './detection.js';
import { TURN } from './event.js';
import { lineTo } from './out-of-touch.js';
import { carryOn, servingFronts, spread } from './fronts.js';
import { sendClients, serve, stopGrowth } from './serving.js';
import { type Front, luckFor, type ServiceState, type World } from './world.js';

/**
 * Some of several sites that serve are hit: the others carry on, and the clients of those are
 * brought to them as soon as somebody notices. What the lost ones had not sent is gone then.
 */
export function setAdrift(
  world: World,
  service: ServiceState,
  { disaster, struck }: { disaster: number; struck: readonly Front[] },
): void {
  const others = servingFronts(service).filter((front) => !struck.includes(front));
  const { now } = world.calendar;
  service.lastDisaster = disaster;
  const states = struck.map((front) => latestOf(world, service, { front, others, disaster }));
  struck.forEach((front, number) => {
    front.state = 'adrift';
    front.drift = {
      disaster,
      stopped: now,
      captured: states[number]!,
      stage: 'detecting',
      phase: 'detect',
      done: 0,
      booking: null,
    };
    const at = ms(now + detectionTime(world, service, disaster));
    bookDrift(world, service, front, { at, turn: TURN.observe });
  });
  if (!others.some(({ site }) => site === service.seat)) moveSeat(world, service, others[0]!);
  carryOn(world, service);
}

/** The newest of a front's writes that any of the others has. */
function latestOf(
  world: World,
  service: ServiceState,
  { front, others, disaster }: { front: Front; others: readonly Front[]; disaster: number },
): Ms {
  const at = world.calendar.now;
  const from = { site: front.site, since: sinceOf(service, front), share: front.clients };
  const states = others.map((other) => {
    const apply = applyOf(world, service.copies[other.copy]!);
    const since = Math.max(from.since, sinceOf(service, other));
    const copy = service.copies[other.copy]!;
    const { reconnect } = lineTo(world, service, copy);
    const to = { site: other.site, since, sync: apply === null, reconnect };
    const applying = apply ? luckFor(world, service, apply, { disaster }) : 0;
    return received(world, service, { from, to, at }) - applying;
  });
  return ms(Math.max(...states));
}

function sinceOf({ copies }: ServiceState, { copy }: Front): number {
  const { holds } = copies[copy]!;
  return holds.kind === 'live' ? holds.since : -Infinity;
}

/** Of the fronts left, the first is the one that counts; backups begin anew there. */
function moveSeat(world: World, service: ServiceState, to: Front): void {
  passSeat(service, service.copies[to.copy]!, service.seatSince);
  service.seatSince = world.calendar.now;
  for (const series of service.backups) series.stop(world.calendar.now);
}

function bookDrift(
  world: World,
  service: ServiceState,
  front: Front,
  { at, turn }: { at: Ms; turn: number },
): void {
  front.drift!.booking = world.calendar.book(at, turn, {
    kind: 'driftsOn',
    service: service.number,
    front: service.fronts.indexOf(front),
  });
}

/**
 * What brings the clients of a lost front to another has come a step further.
 *
 * @returns whether they have been brought
 */
export function driftsOn(world: World, service: ServiceState, number: number): boolean {
  const front = service.fronts[number]!;
  const drift = front.drift!;
  const { strategy, calendar, witness } = world;
  const { disaster, stage } = drift;
  if (stage === 'detecting') {
    witness.noticed({ kind: 'noticed', at: calendar.now, service: service.number, disaster });
    learn(world, service);
    if (!strategy.automatic) {
      drift.stage = 'deciding';
      drift.phase = 'decide';
      const at = ms(calendar.now + luckFor(world, service, strategy.decision, { disaster }));
      bookDrift(world, service, front, { at, turn: TURN.observe });
      tellDrifting(service);
      return false;
    }
  }
  if (stage === 'moving') drift.done++;
  drift.stage = 'moving';
  const step = strategy.failover[drift.done];
  if (!step) {
    redirected(world, service, front);
    return true;
  }
  drift.phase = step.phase;
  const at = ms(calendar.now + luckFor(world, service, step.takes!, { disaster }));
  bookDrift(world, service, front, { at, turn: TURN.finish });
  tellDrifting(service);
  return false;
}

/** What the service waits for is what the first of its lost fronts waits for. */
function tellDrifting(service: ServiceState): void {
  const first = service.fronts.find(({ drift }) => drift);
  if (first && !service.recovery) service.phase = first.drift!.phase;
}

/** The clients of a front have been sent to the others, which go on without its last writes. */
function redirected(world: World, service: ServiceState, front: Front): void {
  const of = front.clients;
  leave(world, service, front);
  stopGrowth(world, service);
  spread(service);
  sendClients(world, service, { tail: world.strategy.failover.at(-1)?.tail ?? null, of });
  serve(world, service);
}

/** What a front had not sent is gone, whether or not it comes back. */
function leave(world: World, service: ServiceState, front: Front): void {
  const { disaster, stopped, captured } = front.drift!;
  world.witness.recovered({
    kind: 'recovered',
    at: world.calendar.now,
    service: service.number,
    disaster,
    via: 'failover',
    site: service.seat,
    captured,
    stopped,
    share: front.clients,
  });
  front.state = 'out';
  front.drift = null;
  const copy = service.copies[front.copy]!;
  if (copy.holds.kind === 'live') {
    copy.holds = { kind: 'stale', captured: stopped, parted: captured, lostTo: disaster };
  }
}

/** The service stops altogether: whoever was to be brought to another front waits with the rest. */
export function abandonDrifts(world: World, service: ServiceState): void {
  for (const front of service.fronts) {
    if (front.drift) {
      world.calendar.cancel(front.drift.booking);
      leave(world, service, front);
    }
    front.state = 'out';
    front.clients = 0;
  }
}
