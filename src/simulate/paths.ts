import { inHours, ms } from '../base/units.js';
import { pointsInCommon } from './common-point.js';
import { applyOf } from './copies.js';
import {
  canRun,
  courseOn,
  expectedWait,
  isRejected,
  needsStore,
  restoreOrder,
  samePath,
  sentFrom,
  stepsOf,
  uncut,
} from './course.js';
import { cleaningFor } from './damage.js';
import { replayTime, statesOf } from './failover-states.js';
import type { Prospect } from './history.js';
import { mayLose } from './loss-limit.js';
import type { StepPlan } from './plan.js';
import type { Path } from './recovery-state.js';
import { isMistrusted } from './usable-points.js';
import { connected, type ServiceState, type World } from './world.js';

/** A path and what whoever decides expects of it. */
export interface Option {
  readonly path: Path;
  readonly prospect: Prospect;
}

/**
 * The way back that costs least in expectation: downtime cost * time + loss cost * loss; of equals
 * the one that loses least, then the shortest, then the first in order wait, failover, restore
 * (design §3.3). The decider knows laws and the time elapsed, never a draw, and takes every backup
 * for good. Undefined where nothing is left.
 */
export function bestOption(world: World, service: ServiceState): Option | undefined {
  const price = costs(world, service);
  let best: Option | undefined;
  let least = Infinity;
  for (const option of optionsOf(world, service, price)) {
    const { time, loss } = option.prospect;
    const cost = costOf(option, price);
    const better =
      !best ||
      cost < least ||
      (cost === least &&
        (loss < best.prospect.loss || (loss === best.prospect.loss && time < best.prospect.time)));
    if (!better) continue;
    best = option;
    least = cost;
  }
  return best;
}

/** Money per hour down and per hour of writes lost. */
export interface Price {
  readonly downtime: number;
  readonly loss: number;
}

function costOf({ prospect: { time, loss } }: Option, price: Price): number {
  return inHours(time) * price.downtime + inHours(loss) * price.loss;
}

/** A way back and its expected cost: downtime, and the writes lost, in the scenario's currency. */
export interface Weighed extends Option {
  readonly cost: number;
}

/** Every way back that somebody who has to choose now can think of, also those that cannot win. */
export function weighedOptions(world: World, service: ServiceState): readonly Weighed[] {
  const price = costs(world, service);
  return optionsOf(world, service, null).map((option) => ({
    ...option,
    cost: costOf(option, price),
  }));
}

/**
 * Every way back that may be the best now, in the order in which equals are preferred.
 *
 * @param price what a choice goes by; null for all ways, also those that cannot be the best
 */
function optionsOf(world: World, service: ServiceState, price: Price | null): Option[] {
  const options: Option[] = [];
  addWaiting(world, service, options);
  addFailovers(world, service, options);
  if (price && isOutdone(world, service, { options, price })) return options;
  addRestores(world, service, options);
  addUnderWay(world, service, options);
  return options;
}

/** Far more than rounding makes of a cost, far less than a decider could care for. */
export const CLOSE = 1 + 1e-9;

/**
 * Whether no restore can be the best: its steps alone, with nothing to send and nothing lost, cost
 * more than another way. What has been begun is always looked at.
 */
function isOutdone(
  { strategy }: World,
  { recovery }: ServiceState,
  { options, price }: { options: readonly Option[]; price: Price },
): boolean {
  if (recovery!.course || recovery!.committed) return false;
  const least = inHours(strategy.restoreTakes) * price.downtime;
  return options.some((option) => least > costOf(option, price) * CLOSE);
}

/** Money per hour down, of the service and of all that cannot work without it, and per hour lost. */
export function costs(world: World, { plan }: ServiceState): Price {
  const { parameters, services } = world.plan;
  let downtime = 0;
  for (const number of plan.carries) {
    const { revenue, recaptured } = services[number]!;
    downtime += parameters.of(revenue) * (1 - parameters.of(recaptured));
  }
  return { downtime, loss: parameters.of(plan.dataLoss) };
}

/** For the seat to come back: once a course is committed, for that and for the rest of it. */
function addWaiting(world: World, service: ServiceState, options: Option[]): void {
  if (service.seatLostTo !== null) return;
  const { captured, stopped, committed } = service.recovery!;
  const path: Path = committed?.path ?? { kind: 'wait' };
  const loss = captured === null ? 0 : stopped - captured;
  options.push(optionOf(world, service, { path, loss }));
}

/**
 * The first live standby that can take over now and loses little enough for a rule that asks nobody;
 * never a late one.
 */
export function automaticFailover(world: World, service: ServiceState): Option | undefined {
  const options: Option[] = [];
  addFailovers(world, service, options);
  return options.find(({ path, prospect }) => {
    if (path.kind !== 'failover' || !mayLose(world, service, prospect.loss)) return false;
    const { site, holds, standby } = service.copies[path.copy]!;
    if (standby?.delay) return false;
    return holds.kind === 'live' && service.places.isUp(site, world.calendar.now);
  });
}

/** To every copy that holds something, be it a state that is no longer added to. */
function addFailovers(world: World, service: ServiceState, options: Option[]): void {
  service.copies.forEach((copy, number) => {
    for (const { captured, cleans, upTo } of statesOf(world, service, copy)) {
      const path: Path = { kind: 'failover', copy: number, captured, cleans, upTo };
      if (isRejected(service, path)) continue;
      const newest = copy.holds.kind === 'live' && upTo === null;
      const applying = newest ? (applyOf(world, copy)?.law.mean ?? 0) : 0;
      options.push(loseFrom(world, service, { path, captured: captured - applying }));
    }
  });
}

function addRestores(world: World, service: ServiceState, options: Option[]): void {
  service.backups.forEach((_, policy) => {
    const points = pointsInCommon(world, service, policy);
    if (points.length === 0) return;
    const places = placesFor(world, policy);
    for (const { point, cleans } of points) {
      for (const place of places) {
        // Where the true data is intact, there is nothing to restore: it is waited for.
        if (place === service.seat && service.seatLostTo === null) continue;
        const path: Path = { kind: 'restore', policy, place, point, cleans };
        options.push(loseFrom(world, service, { path, captured: point.captured }));
      }
    }
  });
}

/** The sites at which a policy can restore a service: those that its store can be read from. */
export function placesFor(world: World, policy: number): readonly number[] {
  const { strategy, plan } = world;
  return strategy.backups[policy]!.places.filter((place) =>
    connected(plan, sentFrom(world, policy, place), place),
  );
}

/** The restore under way, where nobody would begin it any more: what is being read is not pruned. */
function addUnderWay(world: World, service: ServiceState, options: Option[]): void {
  const { course, committed } = service.recovery!;
  if (course?.path.kind !== 'restore' || course === committed) return;
  const { path } = course;
  if (options.some((option) => samePath(option.path, path))) return;
  const { point, policy, cleans } = path;
  if (cleaningFor(world, service, point.captured) !== cleans || isRejected(service, path)) return;
  if (isMistrusted(world, service, { policy, point })) return;
  const gone = service.backups[policy]!.isGone(point, world.calendar.now);
  if (gone && needsStore(world, course)) return;
  options.push(loseFrom(world, service, { path, captured: point.captured }));
}

/** A path that goes back to a state: what is lost is what was written since, at least nothing. */
function loseFrom(
  world: World,
  service: ServiceState,
  { path, captured }: { path: Path; captured: number },
): Option {
  const { stopped } = service.recovery!;
  const time = timeAhead(world, service, path);
  // A service that still serves, damaged, loses what it writes until it is replaced.
  const last = service.serving ? world.calendar.now + time : stopped;
  return { path, prospect: { time: ms(time), loss: ms(Math.max(0, last - captured)) } };
}

function optionOf(
  world: World,
  service: ServiceState,
  { path, loss }: { path: Path; loss: number },
): Option {
  return { path, prospect: { time: ms(timeAhead(world, service, path)), loss: ms(loss) } };
}

/**
 * Expected time until traffic is accepted, in ms: each step begins when the one before has ended
 * and the sites that it needs are there. What has been done of this very path is not done again.
 */
export function timeAhead(world: World, service: ServiceState, path: Path): number {
  const steps = stepsOf(world, path);
  const done = courseOn(service.recovery!, path)?.done ?? 0;
  let time = 0;
  steps.slice(done).forEach((step, ahead) => {
    const begins = Math.max(time, expectedWait(world, service, { path, step }));
    time =
      begins +
      (ahead === 0
        ? restOf(world, service, { path, step })
        : whole(world, service, { path, step }));
  });
  return Math.max(time, expectedWait(world, service, { path, step: undefined }));
}

interface StepOn {
  readonly path: Path;
  readonly step: StepPlan;
}

/** Expected rest of the step that a path has come to: all of it unless it is running. */
function restOf(world: World, service: ServiceState, of: StepOn): number {
  const { course, booking, transfer, stepSince } = service.recovery!;
  const running = course && (booking ?? transfer) && samePath(course.path, of.path);
  if (!running || !canRun(world, service, course)) return whole(world, service, of);
  const now = world.calendar.now;
  if (transfer) {
    return uncut(world, transfer.link) + world.transfers.remainder(now, transfer);
  }
  if (of.step.takes) return of.step.takes.law.meanBeyond(now - stepSince);
  return Math.max(0, whole(world, service, of) - (now - stepSince));
}

function whole(world: World, service: ServiceState, { path, step }: StepOn): number {
  if (step.takes) return step.takes.law.mean;
  if (path.kind !== 'failover' && path.kind !== 'restore') return 0;
  if (path.kind === 'failover' || step.does === 'replays') return replayTime(world, service, path);
  // What is being sent for this service would make room for it.
  const without = service.recovery!.transfer;
  return world.transfers.estimate(restoreOrder(world, service, path), without);
}
