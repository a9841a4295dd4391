import { invariant } from '../base/invariant.js';
import { ms, type Ms } from '../base/units.js';
import { reprotect } from './aftermath.js';
import { commit, moveTo, stopServing } from './commit.js';
import { canRun, courseOn, isClear, placeOf, restoreOrder, samePath, stepsOf } from './course.js';
import { TURN } from './event.js';
import { replayTime } from './failover-states.js';
import { bestOption, type Option } from './paths.js';
import type { StepPlan } from './plan.js';
import { become } from './damage.js';
import { resume } from './fronts.js';
import { uniformOf } from '../random/draw.js';
import type { Path, Recovery } from './recovery-state.js';
import { sendClients, serve } from './serving.js';
import { attemptNumber, bookTransfers, luckFor, type ServiceState, type World } from './world.js';

/** A fact has arrived: whoever decides looks again, and changes course if another is better. */
export function reconsider(world: World, service: ServiceState): void {
  const { stage, course, committed } = service.recovery!;
  if (stage !== 'recovering') return;
  // Past the point of no return the course goes on while it can.
  if (course && course === committed && isClear(world, service, course)) goOn(world, service);
  else choose(world, service);
}

/** Takes the best way back there is; one that is under way goes on undisturbed. */
export function choose(world: World, service: ServiceState): void {
  const { course } = service.recovery!;
  const best = bestOption(world, service) ?? nothing(world);
  if (course && samePath(course.path, best.path)) goOn(world, service);
  else take(world, service, best);
}

function nothing({ strategy }: World): Option {
  const time = ms(strategy.rebuildFromNothing.law.mean);
  return { path: { kind: 'nothing' }, prospect: { time, loss: ms(0) } };
}

/** Leaves the course alone while its step can run, else takes it up again where it stands. */
function goOn(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  const running = recovery.booking !== null || recovery.transfer !== null;
  if (running && canRun(world, service, recovery.course!)) return;
  giveUpStep(world, recovery);
  proceed(world, service);
}

/** Gives up whatever is under way and sets out on a path, or returns to the one committed. */
export function take(world: World, service: ServiceState, { path, prospect }: Option): void {
  const recovery = service.recovery!;
  giveUpStep(world, recovery);
  recovery.course = courseOn(recovery, path) ?? { path, done: 0 };
  fetch(world, service, path);
  world.witness.chose({
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

/** Whatever has to be thawed or brought is asked for with the choice, and needs its time. */
function fetch(world: World, service: ServiceState, path: Path): void {
  if (path.kind !== 'restore') return;
  const { fetched: asked } = service.recovery!;
  const { retrieve } = world.strategy.backups[path.policy]!;
  if (retrieve.law.mean === 0 || asked.has(path.policy)) return;
  const since = world.calendar.now;
  const at = ms(since + luckFor(world, service, retrieve));
  asked.set(path.policy, { since, at });
  world.calendar.book(at, TURN.finish, { kind: 'fetched', service: service.number });
}

/** A copy that was asked for is there: who has waited for it goes on. */
export function fetched(world: World, service: ServiceState): void {
  const { recovery } = service;
  if (!recovery?.course || recovery.stage !== 'recovering') return;
  if (recovery.booking === null && recovery.transfer === null) proceed(world, service);
}

/** What has been done towards a site is lost with it. */
export function undo(world: World, service: ServiceState, site: number): void {
  const { recovery } = service;
  if (!recovery) return;
  // To start from nothing, nothing is needed that could be lost.
  const leads = (course: Recovery['course']) =>
    course && course.path.kind !== 'nothing' && placeOf(service, course.path) === site;
  if (leads(recovery.committed)) recovery.committed = null;
  if (leads(recovery.course)) drop(world, service);
}

/** Gives up the course under way, and what has been done for it. */
export function drop(world: World, { recovery }: ServiceState): void {
  if (recovery!.course) giveUpStep(world, recovery!);
  recovery!.course = null;
}

/** The step under way, if any, will not end: it would begin anew. */
function giveUpStep(world: World, recovery: Recovery): void {
  world.calendar.cancel(recovery.booking);
  world.transfers.end(world.calendar.now, recovery.transfer);
  if (recovery.transfer) bookTransfers(world);
  recovery.booking = recovery.transfer = null;
}

/** A step of the course has ended. */
export function stepEnds(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  const course = recovery.course!;
  recovery.booking = recovery.transfer = null;
  if (course.path.kind === 'nothing') {
    restartEmpty(world, service);
    return;
  }
  const ended = stepsOf(world, course.path)[course.done++];
  if (ended?.phase === 'clean' && wasInVain(world, service, ended)) {
    recovery.rejected.push(course.path);
    recovery.course = null;
    choose(world, service);
    return;
  }
  if (isFoundBad(world, service)) {
    choose(world, service);
    return;
  }
  if (ended?.does === 'replays' && course.path.kind === 'failover') {
    rollForward(service, course.path);
  }
  // Once promoted, the standby's data is the true data.
  if (ended?.phase === 'promote') commit(world, service);
  proceed(world, service);
}

/**
 * Whether what was restored turns out to be of no use, which shows when it is to be put to use. All
 * points of its chain and of newer ones are then mistrusted.
 */
function isFoundBad(world: World, service: ServiceState): boolean {
  const recovery = service.recovery!;
  const { path, done } = recovery.course!;
  if (path.kind !== 'restore') return false;
  const next = stepsOf(world, path)[done];
  if (next && next.phase !== 'redirect') return false;
  if (recovery.course === recovery.committed) return false;
  if (!service.backups[path.policy]!.isSpoilt(path.point)) return false;
  const { root } = world.strategy.backups[path.policy]!;
  recovery.bad.push({ root, chain: path.point.chain });
  recovery.course = null;
  return true;
}

/** A copy has applied all that it had received up to a state, which cannot be undone. */
function rollForward(service: ServiceState, path: Path & { kind: 'failover' }): void {
  const copy = service.copies[path.copy]!;
  const { holds } = copy;
  if (holds.kind !== 'live' && holds.kind !== 'stale') return;
  copy.holds = { ...holds, applied: path.captured };
}

/** Whether a tainted state turns out to be of no use although it has been cleaned. */
function wasInVain(world: World, service: ServiceState, step: StepPlan): boolean {
  const { path } = service.recovery!.course!;
  if ((path.kind !== 'failover' && path.kind !== 'restore') || path.cleans < 0) return false;
  const disaster = world.disasters[path.cleans]!;
  const { clean, reinfects, reinfection } = world.plan.hazards[disaster.hazard]!.wipes!;
  if (step !== clean) return false;
  const chance = world.plan.parameters.of(reinfection);
  const attempt = attemptNumber(disaster, service.recovery!.cleanings++);
  return uniformOf(reinfects[service.number]!, world.trial, attempt) < chance;
}

/** Begins the next step, or accepts traffic after the last. Waits where a site is away. */
function proceed(world: World, service: ServiceState): void {
  const course = service.recovery!.course!;
  if (course.path.kind === 'nothing') {
    service.phase = 'provision';
    bookStep(world, service, luckFor(world, service, world.strategy.rebuildFromNothing));
    return;
  }
  if (course.path.kind === 'wait' || !canRun(world, service, course)) {
    service.phase = 'wait';
    return;
  }
  const step = stepsOf(world, course.path)[course.done];
  // Clients are sent to a place only once it is the one that counts.
  if (!step || step.phase === 'redirect') commit(world, service);
  if (step) begin(world, service, step);
  else accept(world, service);
}

function begin(world: World, service: ServiceState, step: StepPlan): void {
  const recovery = service.recovery!;
  service.phase = step.phase;
  recovery.stepSince = world.calendar.now;
  const attempt = recovery.begun[step.number] ?? 0;
  recovery.begun[step.number] = attempt + 1;
  if (step.takes) {
    bookStep(world, service, luckFor(world, service, step.takes, { attempt }));
    return;
  }
  const { path } = recovery.course!;
  if (step.does === 'replays' && (path.kind === 'failover' || path.kind === 'restore')) {
    bookStep(world, service, replayTime(world, service, path));
    return;
  }
  invariant(path.kind === 'restore', () => `step ${step.name} has nothing to move`);
  const { bytes, link, limit } = restoreOrder(world, service, path);
  recovery.transfer = world.transfers.start(world.calendar.now, {
    bytes,
    link,
    limit,
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

/**
 * No copy was left: the service starts again without data at the first place there is. Where none
 * is, the time to start from nothing has found one, which stands in for the primary.
 */
function restartEmpty(world: World, service: ServiceState): void {
  const { strategy, calendar } = world;
  const places = [
    ...service.copies.map(({ site }) => site),
    ...strategy.backups.flatMap((store) => store.places),
  ];
  const place = places.find((site) => service.places.isUp(site, calendar.now)) ?? strategy.primary;
  stopServing(world, service);
  become(world, service, -Infinity);
  moveTo(world, service, { site: place, capacity: 1, parted: -Infinity });
  const recovery = service.recovery!;
  recovery.captured = null;
  recovery.committed = recovery.course;
  accept(world, service);
}

/** The service accepts traffic again. */
export function accept(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  const { committed } = recovery;
  giveUpStep(world, recovery);
  world.witness.recovered({
    kind: 'recovered',
    at: world.calendar.now,
    service: service.number,
    disaster: recovery.disaster,
    via: committed?.path.kind ?? 'wait',
    site: service.seat,
    captured: recovery.captured,
    stopped: recovery.stopped,
    share: 1,
  });
  if (recovery.held.length > 0) {
    service.stalls.push({ from: recovery.stopped, to: world.calendar.now });
  }
  const { captured, disaster } = recovery;
  if (committed && captured !== null) service.wentBack = { disaster, captured };
  service.recovery = null;
  // Who had found the seat before it was hit finds it again.
  if (committed) {
    sendClients(world, service, { tail: stepsOf(world, committed.path).at(-1)?.tail ?? null });
  }
  if (service.fronts.length > 0) resume(world, service, committed ? service.capacity : 0);
  serve(world, service);
  reprotect(world, service);
}
