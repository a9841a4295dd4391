import { uniformOf } from '../../src/random/draw.js';
import { send } from './sendings.js';
import { giveUpReturn, resumeFronts, takeCare } from './slow-care.js';
import {
  bestOption,
  canGoOn,
  hasToRead,
  isFree,
  isSameWay,
  type Option,
  placeOf,
  placesFor,
  stepsOf,
} from './slow-choice.js';
import {
  applyingAt,
  awaitDiscovery,
  commonWith,
  holdingsAfterMove,
  isKnownToBeDamaged,
  replaceData,
} from './slow-data.js';
import { keptTogether } from './slow-group.js';
import { ask, replayTime, restoreOrder, stopAsking } from './slow-reading.js';
import { isSpoilt } from './silent-faults.js';
import { sendClients, serve } from './slow-serving.js';
import { appliedState, isLate, REPLAY, rollTime, rollTo, stopLateCopies } from './slow-late.js';
import {
  type Course,
  drawNumber,
  later,
  luck,
  placeIsUp,
  type Slow,
  type SlowDamage,
  type SlowService,
  tell,
  type Way,
  WHEN,
} from './slow-state.js';
import { couldServe } from './slow-waiting.js';
import { beginRecovery, dropCourses, halt, interrupt, stopNow } from './slow-stop.js';

/** Something has changed: is there a better way now? */
export function lookAgain(slow: Slow, service: SlowService): void {
  const { stage, course, committed } = service.recovery!;
  if (stage !== 'recovering') return;
  if (course && course === committed && isFree(slow, service, course)) goOn(slow, service);
  else choose(slow, service);
}

export function choose(slow: Slow, service: SlowService): void {
  const { course } = service.recovery!;
  const { mean } = slow.strategy.rebuildFromNothing.law;
  const best = bestOption(slow, service) ?? { way: { via: 'nothing' }, time: mean, loss: 0 };
  if (course && isSameWay(course.way, best.way)) goOn(slow, service);
  else setOut(slow, service, best);
}

function goOn(slow: Slow, service: SlowService): void {
  const { step, sending, course } = service.recovery!;
  if ((step || sending) && canGoOn(slow, service, course!)) return;
  interrupt(slow, service);
  nextStep(slow, service);
}

export function setOut(slow: Slow, service: SlowService, { way, time, loss }: Option): void {
  const recovery = service.recovery!;
  interrupt(slow, service);
  const known = [recovery.course, recovery.committed].find((one) => one && isSameWay(one.way, way));
  recovery.course = known ?? { way, done: 0 };
  const about = { service: service.number, disaster: recovery.disaster, via: way.via };
  tell(slow, { kind: 'chose', ...about, site: placeOf(service, way), expected: { time, loss } });
  if (way.via === 'restore') {
    ask(slow, service, way, () => {
      retrieved(slow, service);
    });
  }
  nextStep(slow, service);
}

/** A copy is there that had been asked for: what waited for it begins. */
function retrieved(slow: Slow, service: SlowService): void {
  const { stage, course, step, sending } = service.recovery!;
  if (stage !== 'recovering' || course?.way.via !== 'restore' || step || sending) return;
  if (canGoOn(slow, service, course)) nextStep(slow, service);
}

function nextStep(slow: Slow, service: SlowService): void {
  const recovery = service.recovery!;
  const course = recovery.course!;
  const { way } = course;
  if (way.via === 'nothing') {
    service.phase = 'provision';
    recovery.step = later(slow, luck(slow, service, slow.strategy.rebuildFromNothing), () => {
      restartEmpty(slow, service);
    });
    return;
  }
  if (way.via === 'wait' || !canGoOn(slow, service, course)) {
    service.phase = 'wait';
    return;
  }
  const step = stepsOf(slow, way)[course.done];
  if (!step || step.phase === 'redirect') {
    if (showsSpoilt(slow, service, course)) return;
    commit(slow, service);
  }
  if (!step) {
    accept(slow, service);
    return;
  }
  service.phase = step.phase;
  recovery.since = slow.future.now;
  const attempt = recovery.begun.get(step.name) ?? 0;
  recovery.begun.set(step.name, attempt + 1);
  const ends = () => {
    stepEnds(slow, service);
  };
  if (step.takes) recovery.step = later(slow, luck(slow, service, step.takes, { attempt }), ends);
  else if (way.via === 'failover') {
    recovery.step = later(slow, rollTime(slow, service, way), ends);
  } else if (way.via === 'restore' && step.does === 'replays') {
    recovery.step = later(slow, replayTime(slow, service, way), ends);
  } else if (way.via === 'restore') {
    const { from, ...order } = restoreOrder(slow, service, way);
    const { disaster } = recovery;
    const read = { store: way.policy, from, to: way.place };
    const about = { service: service.number, disaster, ...read };
    const arrives = () => {
      tell(slow, { kind: 'moved', ...about, bytes: order.bytes });
      ends();
    };
    recovery.sending = send(slow, { ...order, arrives });
  } else throw new Error(`${step.name} has nothing to move`);
}

function stepEnds(slow: Slow, service: SlowService): void {
  const recovery = service.recovery!;
  const course = recovery.course!;
  recovery.step = recovery.sending = null;
  const ended = stepsOf(slow, course.way)[course.done]!;
  course.done++;
  if (cleanedInVain(slow, service, course.way, ended.name)) {
    recovery.rejected.push(course.way);
    recovery.course = null;
    choose(slow, service);
    return;
  }
  if (ended === REPLAY && course.way.via === 'failover') {
    rollTo(service.copies[course.way.copy]!, course.way.captured);
  }
  if (ended.phase === 'promote') commit(slow, service);
  nextStep(slow, service);
}

function cleanedInVain(slow: Slow, service: SlowService, way: Way, step: string): boolean {
  if (!('cleans' in way) || way.cleans < 0) return false;
  const { hazard } = slow.disasters[way.cleans]!;
  const { clean, reinfects, reinfection } = slow.plan.hazards[hazard]!.wipes!;
  if (step !== clean.name) return false;
  const draw = drawNumber(slow, way.cleans, service.recovery!.cleanings++);
  const uniform = uniformOf(reinfects[service.number]!, slow.trial, draw);
  return uniform < slow.plan.parameters.of(reinfection);
}

/** Nobody knew that what has been restored is of no use: its chain and all newer are tried no more. */
function showsSpoilt(slow: Slow, service: SlowService, course: Course): boolean {
  const recovery = service.recovery!;
  const { way } = course;
  if (way.via !== 'restore' || course === recovery.committed || hasToRead(slow, course)) {
    return false;
  }
  const policy = slow.strategy.backups[way.policy]!;
  if (!isSpoilt({ slow, service, policy }, way.point)) return false;
  recovery.spoilt.push({ root: policy.root, full: way.point.full.captured });
  recovery.course = null;
  choose(slow, service);
  return true;
}

/** Past the point of no return: the true data is where the course leads. */
function commit(slow: Slow, service: SlowService): void {
  const recovery = service.recovery!;
  const course = recovery.course!;
  const { way } = course;
  if (way.via === 'wait' || way.via === 'nothing') return;
  if (course === recovery.committed || hasToRead(slow, course)) return;
  if (service.serving) stopNow(slow, service);
  const { stopped } = recovery;
  let captured = Math.min(way.captured, stopped);
  if (way.via === 'failover') {
    const copy = service.copies[way.copy]!;
    const applying = copy.holds.is === 'live' ? applyingAt(slow, copy) : null;
    if (way.upTo === null) {
      captured = keptTogether(slow, service, { received: captured, applying });
    }
    const { capacity } = copy.standby ?? slow.strategy;
    moveData(slow, service, {
      place: copy.site,
      state: way.captured,
      common: Math.min(commonWith(slow, service, copy), way.upTo ?? Infinity),
      capacity: Math.min(1, slow.plan.parameters.of(capacity)),
    });
  } else {
    const { place } = way;
    moveData(slow, service, { place, state: way.captured, common: -Infinity, capacity: 1 });
  }
  recovery.captured = captured;
  recovery.committed = course;
}

function moveData(
  slow: Slow,
  service: SlowService,
  to: { place: number; state: number; common: number; capacity: number },
): void {
  const applied = new Map(
    service.copies
      .filter((copy) => isLate(copy) && copy.holds.is === 'live')
      .map((copy) => [copy, appliedState(slow, service, copy)] as const),
  );
  const holdings = holdingsAfterMove(slow, service, { ...to, applied });
  for (const copy of service.copies) copy.holds = holdings[copy.number]!;
  for (const schedule of service.schedules) schedule.end();
  service.seat = to.place;
  service.seatSince = slow.future.now;
  service.lostTo = null;
  service.capacity = to.capacity;
  replaceData(slow, service, to.state, (damage) => {
    awaitDiscovery(slow, service, damage, () => {
      discovered(slow, service, damage);
    });
  });
}

function restartEmpty(slow: Slow, service: SlowService): void {
  const recovery = service.recovery!;
  const places = slow.strategy.backups.flatMap((store) => placesFor(slow, service, store));
  const place =
    [...service.copies.map(({ site }) => site), ...places].find((site) =>
      placeIsUp(slow, service, site),
    ) ?? slow.strategy.primary;
  recovery.step = null;
  if (service.serving) stopNow(slow, service);
  moveData(slow, service, { place, state: -Infinity, common: -Infinity, capacity: 1 });
  recovery.captured = null;
  recovery.committed = recovery.course;
  accept(slow, service);
}

export function accept(slow: Slow, service: SlowService): void {
  const { committed, disaster, captured, stopped } = service.recovery!;
  interrupt(slow, service);
  stopAsking(service);
  const about = { service: service.number, disaster, via: committed?.way.via ?? 'wait' };
  tell(slow, { kind: 'recovered', ...about, site: service.seat, captured, stopped, share: 1 });
  if (service.recovery!.missing.length > 0) {
    service.stills.push({ from: stopped, to: slow.future.now });
  }
  if (committed && captured !== null) service.wentBack = { disaster, captured };
  service.recovery = null;
  if (committed) {
    sendClients(slow, service, { tail: stepsOf(slow, committed.way).at(-1)?.tail ?? null });
  }
  if (service.fronts.length > 0) resumeFronts(slow, service, committed ? service.capacity : 0);
  serve(slow, service);
  takeCare(slow, service);
}

export function decideLater(slow: Slow, service: SlowService): void {
  const recovery = service.recovery!;
  recovery.stage = 'deciding';
  service.phase = 'decide';
  const after = luck(slow, service, slow.strategy.decision);
  recovery.step = later(
    slow,
    after,
    () => {
      recovery.step = null;
      recovery.stage = 'recovering';
      if (couldServe(slow, service)) accept(slow, service);
      else choose(slow, service);
    },
    WHEN.observe,
  );
}

/** Somebody finds that the data is damaged. */
export function discovered(slow: Slow, service: SlowService, damage: SlowDamage): void {
  damage.awaited = false;
  if (damage.to < Infinity) return;
  damage.known = true;
  stopLateCopies(slow, service);
  tell(slow, { kind: 'noticed', service: service.number, disaster: damage.disaster });
  if (service.returningSince !== null) giveUpReturn(slow, service);
  service.lostTo ??= damage.disaster;
  const { now } = slow.future;
  const { recovery } = service;
  if (!recovery) {
    if (!damage.keepServing) halt(slow, service);
    const stopped = damage.impact >= 1 ? damage.from : now;
    const { disaster } = damage;
    beginRecovery(service, { disaster, stopped, sentUntil: now, stage: 'deciding' });
    decideLater(slow, service);
    return;
  }
  if (service.serving && !damage.keepServing) stopNow(slow, service);
  dropCourses(slow, service, ({ way }) => {
    if (way.via === 'nothing') return false;
    return way.via === 'wait' || isKnownToBeDamaged(service, way.captured);
  });
  lookAgain(slow, service);
}
