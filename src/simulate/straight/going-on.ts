import { type Ms, ms } from '../../base/units.js';
import { FLAT, nextHour } from '../../model/week-profile.js';
import type { StepPlan } from '../plan.js';
import { WATCHED } from '../serving.js';
import {
  ARRIVE,
  BACK,
  clearDue,
  type Due,
  firstDue,
  GROW,
  HOUR_TURNS,
  LEAVE,
  RETURN,
  SEEDED,
} from './due.js';
import { luckIn, type Passage, tellLevel } from './passage.js';
import { reprotect } from './reprotecting.js';

/**
 * The service serves somewhere else, or another state of its data, until all is as it was.
 *
 * @param tail of the last step: clients who arrive late
 * @returns whether that is so before anything else happens
 */
export function goOnServing(passage: Passage, at: Ms, tail: StepPlan['tail']): boolean {
  const { due } = passage;
  if (passage.back >= at) due[BACK] = passage.back;
  acceptTraffic(passage, due, { at, tail });
  reprotect(passage, due, at);
  tellLevel(passage, at);
  for (;;) {
    const which = firstDue(due);
    if (which < 0) return isAsBefore(passage);
    const now = due[which]!;
    if (!(now < passage.until) || !passage.script.hasRoom) return false;
    due[which] = Infinity;
    happen(passage, which, ms(now));
    tellLevel(passage, now);
  }
}

function happen(passage: Passage, which: number, now: Ms): void {
  const { due } = passage;
  switch (which) {
    case ARRIVE:
      passage.reach = 1;
      break;
    case GROW:
      passage.capacity = 1;
      due[HOUR_TURNS] = Infinity;
      break;
    case HOUR_TURNS:
      watchDemand(passage, due, now);
      return;
    case BACK:
      reprotect(passage, due, now);
      return;
    case SEEDED:
      seeded(passage, due, now);
      return;
    case LEAVE:
      passage.serving = false;
      passage.phase = 'failback';
      due[RETURN] = now + luckIn(passage, passage.world.strategy.switchover);
      return;
    default:
      returned(passage, due, now);
      return;
  }
  if (passage.serving) passage.phase = phaseOf(passage);
}

function phaseOf({ reach, capacity }: Passage): Passage['phase'] {
  if (reach < 1) return 'redirect';
  return capacity < 1 ? 'ramp' : null;
}

function acceptTraffic(
  passage: Passage,
  due: Due,
  { at, tail }: { at: Ms; tail: StepPlan['tail'] },
): void {
  const { plan, strategy } = passage.world;
  if (tail) {
    passage.reach = Math.max(0, 1 - plan.parameters.of(tail.share));
    due[ARRIVE] = at + luckIn(passage, tail.lasts);
  }
  passage.serving = true;
  if (passage.capacity < 1) {
    if (strategy.ramp) due[GROW] = at + luckIn(passage, strategy.ramp);
    watchDemand(passage, due, at);
  }
  passage.phase = phaseOf(passage);
}

function watchDemand({ world, service }: Passage, due: Due, at: Ms): void {
  const { plan } = world;
  if (service.plan.load === FLAT || at > plan.horizon + WATCHED) return;
  due[HOUR_TURNS] = nextHour(ms(at + plan.intoWeek)) - plan.intoWeek;
}

function seeded(passage: Passage, due: Due, now: Ms): void {
  const { script, seat, lacking, service, sent } = passage;
  const { copy, lostTo: disaster } = lacking!;
  const to = service.copies[copy]!.site;
  script.addSending(now, { disaster, store: -1, from: seat, to, bytes: sent });
  passage.seeded = now;
  reprotect(passage, due, now);
}

/** The service is back at its primary, with all its clients. */
function returned(passage: Passage, due: Due, now: Ms): void {
  const { plan, strategy } = passage.world;
  clearDue(due);
  passage.returned = now;
  passage.seat = strategy.primary;
  passage.reach = 1;
  passage.capacity = Math.min(1, plan.parameters.of(strategy.capacity));
  passage.serving = true;
  passage.phase = null;
  for (let policy = 0; policy < passage.still.length; policy++) passage.still[policy] = true;
  reprotect(passage, due, now);
}

/** Whether all is as it was before the strike. */
function isAsBefore({
  seat,
  reach,
  capacity,
  lacking,
  seeded: at,
  still,
  world,
}: Passage): boolean {
  if (seat !== world.strategy.primary || reach < 1 || capacity < 1) return false;
  return (!lacking || at >= 0) && !still.includes(true);
}
