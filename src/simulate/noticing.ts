import { ms } from '../base/units.js';
import { abortFailback } from './aftermath.js';
import { isDamaged, learn } from './damage.js';
import { detectionTime } from './detection.js';
import { TURN } from './event.js';
import { stopServing } from './commit.js';
import { halt } from './halting.js';
import { automaticFailover } from './paths.js';
import { accept, choose, drop, reconsider, take } from './recovery.js';
import { type Course, type Recovery, stateOf } from './recovery-state.js';
import { seatStands } from './in-touch.js';
import { type Damage, hazardOf, luckFor, type ServiceState, type World } from './world.js';

const NONE: readonly number[] = [];

/** The service stops because its seat is hit. The way back begins with somebody noticing. */
export function stop(world: World, service: ServiceState, disaster: number): void {
  const stopped = service.failingBackSince ?? world.calendar.now;
  halt(world, service);
  awaitNotice(world, service, newRecovery({ disaster, stopped, stage: 'detecting' }));
}

/** The service stops although its seat is there: writes wait for copies that have lost touch. */
export function stall(
  world: World,
  service: ServiceState,
  { disaster, held }: Pick<Recovery, 'disaster' | 'held'>,
): void {
  const stopped = world.calendar.now;
  halt(world, service);
  awaitNotice(world, service, newRecovery({ disaster, stopped, stage: 'detecting', held }));
}

function awaitNotice(world: World, service: ServiceState, recovery: Recovery): void {
  const { calendar } = world;
  const { disaster } = recovery;
  service.phase = 'detect';
  service.lastDisaster = disaster;
  service.recovery = recovery;
  const at = ms(calendar.now + detectionTime(world, service, disaster));
  recovery.booking = calendar.book(at, TURN.observe, {
    kind: 'detected',
    service: service.number,
  });
}

/** A service that has stopped, or will, with nothing done about it yet. */
export function newRecovery({
  disaster,
  stopped,
  stage,
  held = NONE,
}: Pick<Recovery, 'disaster' | 'stopped' | 'stage'> & Partial<Pick<Recovery, 'held'>>): Recovery {
  return {
    disaster,
    stopped,
    sentUntil: stopped,
    stage,
    course: null,
    committed: null,
    stepSince: stopped,
    booking: null,
    transfer: null,
    captured: stopped,
    begun: [],
    cleanings: 0,
    held,
    rejected: [],
    bad: [],
    fetched: new Map(),
  };
}

/** The alarm: the failover rule fires if there is one that can, else people are called. */
export function detected(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  const { calendar, strategy } = world;
  tellNoticed(world, service, recovery.disaster);
  learn(world, service);
  // What was done to the data was sent on to its replicas until somebody stopped that.
  const { wipes } = hazardOf(world, recovery.disaster);
  if (wipes?.replicated) recovery.sentUntil = calendar.now;
  // Where the seat only waits for a copy, there is nothing to fail over from.
  const fires = strategy.automatic && !seatStands(world, service);
  const failover = fires && automaticFailover(world, service);
  if (failover) {
    recovery.stage = 'recovering';
    take(world, service, failover);
    return;
  }
  decide(world, service);
}

/** People are called, who need some time to choose a way back. */
function decide(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  recovery.stage = 'deciding';
  service.phase = 'decide';
  const at = ms(world.calendar.now + luckFor(world, service, world.strategy.decision));
  recovery.booking = world.calendar.book(at, TURN.observe, {
    kind: 'decided',
    service: service.number,
  });
}

/** People have seen enough to choose. Where the seat only waits for a copy, it goes on alone. */
export function decided(world: World, service: ServiceState): void {
  service.recovery!.stage = 'recovering';
  if (seatStands(world, service)) accept(world, service);
  else choose(world, service);
}

/** Somebody finds out that the data is damaged, unless it has been replaced meanwhile. */
export function discovered(world: World, service: ServiceState, number: number): void {
  const damage = service.damages[number]!;
  damage.awaited = false;
  if (damage.to < Infinity) return;
  damage.known = true;
  learn(world, service);
  tellNoticed(world, service, damage.disaster);
  if (service.failingBackSince !== null) abortFailback(world, service);
  service.seatLostTo ??= damage.disaster;
  if (service.recovery) discoveredMeanwhile(world, service, damage);
  else recoverFrom(world, service, damage);
}

function recoverFrom(world: World, service: ServiceState, damage: Damage): void {
  const { now } = world.calendar;
  const { disaster, from, impact, keepServing } = damage;
  if (!keepServing) halt(world, service);
  service.lastDisaster = disaster;
  const stopped = impact >= 1 ? from : now;
  service.recovery = newRecovery({ disaster, stopped, stage: 'deciding' });
  service.recovery.sentUntil = now;
  decide(world, service);
}

/** A way back that leads to the damaged data is no way back. */
function discoveredMeanwhile(world: World, service: ServiceState, damage: Damage): void {
  const recovery = service.recovery!;
  if (!damage.keepServing) stopServing(world, service);
  const isVain = (course: Course | null) => {
    if (!course || course.path.kind === 'nothing') return false;
    const captured = stateOf(course.path);
    return captured === null || isDamaged(service, captured);
  };
  if (isVain(recovery.committed)) recovery.committed = null;
  if (isVain(recovery.course)) drop(world, service);
  reconsider(world, service);
}

function tellNoticed(world: World, service: ServiceState, disaster: number): void {
  const at = world.calendar.now;
  world.witness.noticed({ kind: 'noticed', at, service: service.number, disaster });
}
