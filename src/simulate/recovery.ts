import { invariant } from '../base/invariant.js';
import { ms, type Ms } from '../base/units.js';
import { reprotect } from './aftermath.js';
import { TURN } from './event.js';
import { bestOption, type Option, restoreOrder, samePath, stepsOf } from './paths.js';
import type { StepPlan } from './plan.js';
import { serve } from './serving.js';
import {
  bookTransfers,
  luckFor,
  type Path,
  type Recovery,
  type ServiceState,
  type World,
} from './world.js';

/** A fact has arrived: whoever decides looks again, and changes course if another is better. */
export function reconsider(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  if (recovery.stage !== 'recovering' || recovery.path?.kind === 'nothing') return;
  // Past the point of no return the path goes on while it can.
  if (recovery.pathCommitted && isUnderWay(world, service)) return;
  choose(world, service);
}

/** Takes the best way back there is; one that is under way goes on undisturbed. */
export function choose(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  const best = bestOption(world, service) ?? nothing(world);
  if (samePath(recovery.path, best.path) && isUnderWay(world, service)) return;
  take(world, service, best);
}

function nothing({ strategy }: World): Option {
  const time = ms(strategy.rebuildFromNothing.law.mean);
  return { path: { kind: 'nothing' }, prospect: { time, loss: ms(0) } };
}

/** The path makes progress: something of it is pending and nothing that it needs is away. */
function isUnderWay(world: World, service: ServiceState): boolean {
  const recovery = service.recovery!;
  if (recovery.path?.kind === 'wait') return true;
  const pending = recovery.booking?.live === true || recovery.transfer !== null;
  return pending && isClear(world, service);
}

/** Gives up whatever is under way and sets out on a path. */
export function take(world: World, service: ServiceState, { path, prospect }: Option): void {
  const recovery = service.recovery!;
  giveUpStep(world, recovery);
  recovery.path = path;
  recovery.pathCommitted = false;
  recovery.step = -1;
  world.facts.push({
    kind: 'chose',
    at: world.calendar.now,
    service: service.number,
    disaster: recovery.disaster,
    via: path.kind,
    site: placeOf(service, path),
    expected: prospect,
  });
  proceed(world, service);
}

/** The step under way, if any, will not end. */
function giveUpStep(world: World, recovery: Recovery): void {
  world.calendar.cancel(recovery.booking);
  world.transfers.end(world.calendar.now, recovery.transfer);
  if (recovery.transfer) bookTransfers(world);
  recovery.booking = recovery.transfer = null;
}

/** A step of the path has ended. */
export function stepEnds(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  recovery.booking = recovery.transfer = null;
  if (recovery.path?.kind === 'nothing') {
    restartEmpty(world, service);
    return;
  }
  // Once promoted, the standby's data is the true data.
  if (stepsOf(world, recovery)[recovery.step]?.phase === 'promote') commit(world, service);
  proceed(world, service);
}

/** Begins the next step, or accepts traffic after the last. Waits where a site is away. */
function proceed(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  if (recovery.path?.kind === 'nothing') {
    service.phase = 'provision';
    bookStep(world, service, luckFor(world, service, world.strategy.rebuildFromNothing));
    return;
  }
  if (recovery.path?.kind === 'wait' || !isClear(world, service)) {
    service.phase = 'wait';
    return;
  }
  recovery.step++;
  recovery.stepSince = world.calendar.now;
  const step = stepsOf(world, recovery)[recovery.step];
  // Clients are sent to a place only once it is the one that counts.
  if (!step || step.phase === 'redirect') commit(world, service);
  if (step) begin(world, service, step);
  else accept(world, service);
}

/** Whether all the sites that the rest of the path needs are there. */
function isClear(world: World, service: ServiceState): boolean {
  const { path, step } = service.recovery!;
  const { sites, calendar, strategy } = world;
  if (path?.kind === 'failover') {
    return sites.isUp(service.copies[path.copy]!.site, calendar.now);
  }
  if (path?.kind === 'restore') {
    const moved = strategy.restore.slice(Math.max(0, step)).every(({ takes }) => takes !== null);
    const store = strategy.backups[path.policy]!.store;
    return sites.isUp(path.place, calendar.now) && (moved || sites.isUp(store, calendar.now));
  }
  return true;
}

function begin(world: World, service: ServiceState, step: StepPlan): void {
  const recovery = service.recovery!;
  service.phase = step.phase;
  const attempt = recovery.begun.get(step.name) ?? 0;
  recovery.begun.set(step.name, attempt + 1);
  if (step.takes) {
    bookStep(world, service, luckFor(world, service, step.takes, attempt));
    return;
  }
  invariant(recovery.path?.kind === 'restore', () => `step ${step.name} has nothing to move`);
  recovery.transfer = world.transfers.start(world.calendar.now, {
    ...restoreOrder(world, service, recovery.path),
    done: { kind: 'restore', service: service.number },
  });
  bookTransfers(world);
}

function bookStep(world: World, service: ServiceState, lasts: Ms): void {
  service.recovery!.booking = world.calendar.book(ms(world.calendar.now + lasts), TURN.finish, {
    kind: 'stepEnds',
    service: service.number,
  });
}

/** From here on the true data is where the path leads, as of the state that it recovers. */
function commit(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  const { path } = recovery;
  if (recovery.pathCommitted || (path?.kind !== 'failover' && path?.kind !== 'restore')) return;
  recovery.committed = path.kind;
  recovery.pathCommitted = true;
  for (const series of service.backups) series.stop(recovery.stopped);
  if (path.kind === 'failover') commitFailover(world, service, path);
  else commitRestore(service, path);
  service.seatLost = false;
}

function commitFailover(
  world: World,
  service: ServiceState,
  path: Path & { kind: 'failover' },
): void {
  const recovery = service.recovery!;
  const { standby, site } = service.copies[path.copy]!;
  const applying = standby ? luckFor(world, service, standby.apply) : 0;
  recovery.captured = ms(path.captured - applying);
  service.seat = site;
  service.capacity = standby ? Math.min(1, world.plan.parameters.of(standby.capacity)) : 1;
  service.copies.forEach((copy, number) => {
    if (number === path.copy) copy.state = 'seat';
    else if (copy.state === 'seat' && service.seatLost) copy.state = 'empty';
    else if (copy.state !== 'empty') {
      copy.state = 'stale';
      copy.since = recovery.stopped;
    }
  });
}

function commitRestore(service: ServiceState, path: Path & { kind: 'restore' }): void {
  service.recovery!.captured = path.point.captured;
  service.seat = path.place;
  service.capacity = 1;
  for (const copy of service.copies) copy.state = copy.site === path.place ? 'seat' : 'empty';
}

/**
 * No copy was left: the service starts again without data at the first place there is. Where none
 * is, the time to start from nothing has found one, which stands in for the primary.
 */
function restartEmpty(world: World, service: ServiceState): void {
  const { strategy, sites, calendar } = world;
  const places = [
    ...service.copies.map(({ site }) => site),
    ...strategy.backups.map((b) => b.store),
  ];
  const place = places.find((site) => sites.isUp(site, calendar.now)) ?? strategy.primary;
  const recovery = service.recovery!;
  for (const series of service.backups) series.stop(recovery.stopped);
  recovery.captured = null;
  recovery.committed = 'nothing';
  service.seat = place;
  service.seatLost = false;
  service.capacity = 1;
  for (const copy of service.copies) copy.state = copy.site === place ? 'seat' : 'empty';
  accept(world, service);
}

/** The service accepts traffic again. */
export function accept(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  giveUpStep(world, recovery);
  world.facts.push({
    kind: 'recovered',
    at: world.calendar.now,
    service: service.number,
    disaster: recovery.disaster,
    via: recovery.committed ?? 'wait',
    site: service.seat,
    captured: recovery.captured,
    stopped: recovery.stopped,
  });
  const last = recovery.committed ? stepsOf(world, recovery).at(-1) : undefined;
  service.recovery = null;
  serve(world, service, last);
  reprotect(world, service);
}

function placeOf(service: ServiceState, path: Path): number {
  switch (path.kind) {
    case 'failover':
      return service.copies[path.copy]!.site;
    case 'restore':
      return path.place;
    default:
      return service.seat;
  }
}
