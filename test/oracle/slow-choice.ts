import { HOUR, ms } from '../../src/base/units.js';
import { growthAt } from '../../src/model/service.js';
import type { BackupPlan, StepPlan } from '../../src/simulate/plan.js';
import { isThere, expectedAbsence } from './presence.js';
import { estimate, rest } from './sendings.js';
import { applyingAt, cleaningOf } from './slow-data.js';
import { isLate, REPLAY, rollTime, statesOfCopy } from './slow-late.js';
import {
  expectedRetrieval,
  isCourier,
  isRetrieved,
  replayTime,
  restoreOrder,
} from './slow-reading.js';
import {
  type Course,
  inTouch,
  linkOf,
  placeIsUp,
  siteIsUp,
  type Slow,
  type SlowService,
  type Way,
} from './slow-state.js';
import { statesTogether } from './slow-group.js';

export interface Option {
  readonly way: Way;
  readonly time: number;
  readonly loss: number;
}

const isMove = ({ does }: StepPlan) => does === 'moves';

/** The steps of a way, with that which applies the log and that which cleans what is tainted. */
export function stepsOf({ strategy, plan, disasters }: Slow, way: Way): readonly StepPlan[] {
  if (way.via !== 'failover' && way.via !== 'restore') return [];
  const late = way.via === 'failover' && (strategy.standbys[way.copy - 1]?.delay ?? 0) > 0;
  const steps = [...(late ? [REPLAY] : []), ...strategy[way.via]];
  const moved = way.via === 'restore' ? steps.findLastIndex(isMove) + 1 : late ? 1 : 0;
  const clean = way.cleans < 0 ? null : plan.hazards[disasters[way.cleans]!.hazard]!.wipes!.clean;
  if (clean) steps.splice(moved, 0, clean);
  if (way.via === 'restore' && way.captured > way.point.captured) steps.splice(moved, 0, REPLAY);
  return steps;
}

export function placeOf(service: SlowService, way: Way): number {
  if (way.via === 'failover') return service.copies[way.copy]!.site;
  return way.via === 'restore' ? way.place : service.seat;
}

export function isSameWay(a: Way, b: Way): boolean {
  if (a.via === 'failover' && b.via === 'failover') {
    return a.copy === b.copy && a.cleans === b.cleans && a.upTo === b.upTo;
  }
  if (a.via === 'restore' && b.via === 'restore') {
    return a.place === b.place && a.cleans === b.cleans && isSameState(a, b);
  }
  return a.via === b.via;
}

/** Whether both give back the same state of the same copy or store. */
export function isSameState(a: Way, b: Way): boolean {
  if (a.via === 'failover' && b.via === 'failover') {
    return a.copy === b.copy && a.captured === b.captured;
  }
  if (a.via !== 'restore' || b.via !== 'restore') return false;
  return a.policy === b.policy && a.captured === b.captured;
}

/** Whether some step from the one come to has still to read the store. */
export function hasToRead(slow: Slow, { way, done }: Course): boolean {
  return way.via === 'restore' && stepsOf(slow, way).slice(done).some(isMove);
}

/** The store that a step of a restore reads from; null for other steps. */
function readsFrom({ strategy }: Slow, way: Way, step: StepPlan | undefined): BackupPlan | null {
  return way.via === 'restore' && step && isMove(step) ? strategy.backups[way.policy]! : null;
}

/** Whether what the course has come to can be done now. */
export function canGoOn(slow: Slow, service: SlowService, { way, done }: Course): boolean {
  if (way.via === 'nothing') return true;
  if (!placeIsUp(slow, service, placeOf(service, way))) return false;
  const store = readsFrom(slow, way, stepsOf(slow, way)[done]);
  if (!store || way.via !== 'restore') return true;
  return isRetrieved(service, way.policy) && (isCourier(store) || siteIsUp(slow, store.store));
}

/** Whether all that is left of the course could be done now. */
export function isFree(slow: Slow, service: SlowService, { way, done }: Course): boolean {
  const stages = stepsOf(slow, way).length - done + 1;
  return Array.from({ length: stages }, (_, ahead) => done + ahead).every((one) =>
    canGoOn(slow, service, { way, done: one }),
  );
}

/** The best there is: cheapest, then least lost, then soonest, then first; undefined if nothing is left. */
export function bestOption(slow: Slow, service: SlowService): Option | undefined {
  const value = slow.plan.parameters;
  const perHourDown = service.plan.carries.reduce((sum, number) => {
    const { revenue, recaptured } = slow.plan.services[number]!;
    return sum + value.of(revenue) * (1 - value.of(recaptured));
  }, 0);
  const perHourLost = value.of(service.plan.dataLoss);
  const rated = allOptions(slow, service).map((option) => ({
    option,
    cost: (option.time / 3_600_000) * perHourDown + (option.loss / 3_600_000) * perHourLost,
  }));
  rated.sort(
    (a, b) => a.cost - b.cost || a.option.loss - b.option.loss || a.option.time - b.option.time,
  );
  return rated[0]?.option;
}

/** What the rule takes that asks nobody: the first live standby that is there, and not too far behind. */
export function automaticOption(slow: Slow, service: SlowService): Option | undefined {
  return failovers(slow, service).find(({ way, loss }) => {
    if (isTooMuch(slow, service, loss)) return false;
    const copy = service.copies[way.via === 'failover' ? way.copy : 0]!;
    const { site, holds } = copy;
    return !isLate(copy) && holds.is === 'live' && placeIsUp(slow, service, site);
  });
}

/** Whether more would be lost than the rule allows; data is counted hour by hour. */
function isTooMuch({ plan, strategy }: Slow, service: SlowService, loss: number): boolean {
  const limit = strategy.mostLost;
  if (limit?.kind === 'time') return loss > limit.time;
  if (!limit) return false;
  const { writes, writeProfile, growth } = service.plan;
  const to = service.recovery!.stopped;
  const rate = plan.parameters.of(writes) * growthAt(plan.parameters.of(growth), ms(to));
  let bytes = 0;
  for (let at = to - loss; at < to;) {
    const hour = Math.floor((at + plan.intoWeek) / HOUR);
    const next = Math.min(to, (hour + 1) * HOUR - plan.intoWeek);
    bytes += (rate * writeProfile.hours[((hour % 168) + 168) % 168]! * (next - at)) / 1000;
    at = next;
  }
  return bytes > limit.bytes;
}

function allOptions(slow: Slow, service: SlowService): Option[] {
  const options = [
    ...waiting(slow, service),
    ...failovers(slow, service),
    ...restores(slow, service),
  ];
  return [...options, ...goingOn(slow, service, options)];
}

function waiting(slow: Slow, service: SlowService): Option[] {
  if (service.lostTo !== null) return [];
  const { committed, captured, stopped } = service.recovery!;
  const way: Way = committed?.way ?? { via: 'wait' };
  const time = timeOf(slow, service, way);
  return [{ way, time, loss: captured === null ? 0 : stopped - captured }];
}

function failovers(slow: Slow, service: SlowService): Option[] {
  return service.copies.flatMap((copy) =>
    statesOfCopy(slow, service, copy).flatMap(({ captured, cleans, upTo }) => {
      const newest = copy.holds.is === 'live' && upTo === null;
      const applying = newest ? (applyingAt(slow, copy)?.law.mean ?? 0) : 0;
      const way: Way = { via: 'failover', copy: copy.number, captured, cleans, upTo };
      return optionTo(slow, service, way, captured - applying);
    }),
  );
}

function restores(slow: Slow, service: SlowService): Option[] {
  return slow.strategy.backups.flatMap((store, policy) =>
    statesTogether(slow, service, policy).flatMap((state) =>
      placesFor(slow, service, store).flatMap((place) => {
        if (place === service.seat && service.lostTo === null) return [];
        if (!isCourier(store) && !inTouch(slow, store.store, place)) return [];
        const way: Way = { via: 'restore', policy, place, ...state };
        return optionTo(slow, service, way, state.captured);
      }),
    ),
  );
}

/** Where a restore may lead: to the strategy's sites and the store's, where anything can run. */
export function placesFor(
  { plan }: Slow,
  { copies }: SlowService,
  { store, snapshot }: BackupPlan,
) {
  const all = snapshot ? [store] : [...copies.map(({ site }) => site), store];
  const canRun = (site: number) =>
    !plan.scenario.sites.find(({ name }) => name === plan.sites[site])!.storageOnly;
  return [...new Set(all)].filter(canRun);
}

/** The restore under way, as long as it leads somewhere though nobody would begin it now. */
function goingOn(slow: Slow, service: SlowService, others: readonly Option[]): Option[] {
  const { course, committed } = service.recovery!;
  if (!course || course === committed || course.way.via !== 'restore') return [];
  const { way } = course;
  if (others.some((other) => isSameWay(other.way, way))) return [];
  if (cleaningOf(slow, service, way.captured) !== way.cleans) return [];
  if (hasToRead(slow, course) && way.point.gone) return [];
  return optionTo(slow, service, way, way.captured);
}

function optionTo(slow: Slow, service: SlowService, way: Way, captured: number): Option[] {
  if (isRejected(service, way)) return [];
  const time = timeOf(slow, service, way);
  // What still serves writes on until it is replaced.
  const last = service.serving ? slow.future.now + time : service.recovery!.stopped;
  return [{ way, time, loss: Math.max(0, last - captured) }];
}

function isRejected({ recovery }: SlowService, way: Way): boolean {
  return recovery!.rejected.some((one) => isSameState(one, way));
}

/** Expected time until traffic is accepted. */
function timeOf(slow: Slow, service: SlowService, way: Way): number {
  const { course, committed } = service.recovery!;
  const known = [course, committed].find((one) => one && isSameWay(one.way, way));
  const steps = stepsOf(slow, way).slice(known?.done ?? 0);
  const time = steps.reduce((before, step, ahead) => {
    const begins = Math.max(before, expectedWait(slow, service, way, step));
    return (
      begins + (ahead === 0 ? restOf(slow, service, way, step) : meanOf(slow, service, way, step))
    );
  }, 0);
  return Math.max(time, expectedWait(slow, service, way, undefined));
}

/** Until all that a step needs is there: the place, and the store and the link that it reads over. */
function expectedWait(
  slow: Slow,
  service: SlowService,
  way: Way,
  step: StepPlan | undefined,
): number {
  const { now } = slow.future;
  const place = placeOf(service, way);
  const needs = [slow.sites[place]!, service.places[place]!];
  const store = readsFrom(slow, way, step);
  if (store && !isCourier(store)) {
    needs.push(slow.sites[store.store]!);
    const link = slow.links[linkOf(slow, store.store, place)];
    if (link) needs.push(link);
  }
  const retrieval = store && way.via === 'restore' ? expectedRetrieval(slow, service, way) : 0;
  return Math.max(retrieval, ...needs.map((one) => expectedAbsence(one, now)));
}

function restOf(slow: Slow, service: SlowService, way: Way, step: StepPlan): number {
  const { course, step: booked, sending, since } = service.recovery!;
  const runs = course && isSameWay(course.way, way) && (booked ?? sending);
  if (!runs || !canGoOn(slow, service, course)) return meanOf(slow, service, way, step);
  const { now } = slow.future;
  if (!sending) {
    if (step.takes) return step.takes.law.meanBeyond(now - since);
    return Math.max(0, meanOf(slow, service, way, step) - (now - since));
  }
  const link = slow.links[sending.link];
  const cut = link && !isThere(link, now) ? expectedAbsence(link, now) : 0;
  return cut + rest(slow, sending);
}

function meanOf(slow: Slow, service: SlowService, way: Way, step: StepPlan): number {
  if (step.takes) return step.takes.law.mean;
  if (way.via === 'failover') return rollTime(slow, service, way);
  if (way.via !== 'restore') return 0;
  if (!isMove(step)) return replayTime(slow, service, way);
  return estimate(slow, restoreOrder(slow, service, way), service.recovery!.sending);
}
