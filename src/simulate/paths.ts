import { inHours, ms } from '../base/units.js';
import { capturedBy } from './copies.js';
import {
  canRun,
  courseOn,
  expectedWait,
  needsStore,
  restoreOrder,
  samePath,
  stepsOf,
} from './course.js';
import type { Prospect } from './history.js';
import type { StepPlan } from './plan.js';
import { connected, type Path, type ServiceState, type World } from './world.js';

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
  let best: (Option & { cost: number }) | undefined;
  for (const option of optionsOf(world, service)) {
    const { time, loss } = option.prospect;
    const cost = inHours(time) * price.downtime + inHours(loss) * price.loss;
    const better =
      !best ||
      cost < best.cost ||
      (cost === best.cost &&
        (loss < best.prospect.loss || (loss === best.prospect.loss && time < best.prospect.time)));
    if (better) best = { ...option, cost };
  }
  return best;
}

/** Every way back that there is now, in the order in which equals are preferred. */
function optionsOf(world: World, service: ServiceState): Option[] {
  return [
    ...waiting(world, service),
    ...failovers(world, service),
    ...restores(world, service),
    ...underWay(world, service),
  ];
}

/** Money per hour down, of the service and of all that cannot work without it, and per hour lost. */
function costs(world: World, { plan }: ServiceState): { downtime: number; loss: number } {
  const { parameters, services } = world.plan;
  const downtime = plan.carries.reduce((sum, number) => {
    const { revenue, recaptured } = services[number]!;
    return sum + parameters.of(revenue) * (1 - parameters.of(recaptured));
  }, 0);
  return { downtime, loss: parameters.of(plan.dataLoss) };
}

/** For the seat to come back: once a course is committed, for that and for the rest of it. */
function waiting(world: World, service: ServiceState): Option[] {
  if (service.seatLostTo !== null) return [];
  const { captured, stopped, committed } = service.recovery!;
  const path: Path = committed?.path ?? { kind: 'wait' };
  return [optionOf(world, service, { path, loss: captured === null ? 0 : stopped - captured })];
}

/** The first live standby that can take over now, for a rule that asks nobody. */
export function automaticFailover(world: World, service: ServiceState): Option | undefined {
  return failovers(world, service).find(({ path }) => {
    if (path.kind !== 'failover') return false;
    const { site, holds } = service.copies[path.copy]!;
    return holds.kind === 'live' && world.sites.isUp(site, world.calendar.now);
  });
}

/** To every copy that holds something, be it a state that is no longer added to. */
function failovers(world: World, service: ServiceState): Option[] {
  const options: Option[] = [];
  service.copies.forEach((copy, number) => {
    const captured = capturedBy(world, service, copy);
    if (captured === null) return;
    const applying = copy.holds.kind === 'live' ? (copy.standby?.apply?.law.mean ?? 0) : 0;
    const path: Path = { kind: 'failover', copy: number, captured };
    const loss = service.recovery!.stopped - captured + applying;
    options.push(optionOf(world, service, { path, loss }));
  });
  return options;
}

function restores(world: World, service: ServiceState): Option[] {
  const { strategy, calendar, plan } = world;
  const options: Option[] = [];
  service.backups.forEach((series, number) => {
    const policy = strategy.backups[number]!;
    const point = series.newest(calendar.now);
    if (!point) return;
    const places = [...service.copies.map(({ site }) => site), policy.store];
    for (const place of new Set(places)) {
      // Where the true data is intact, there is nothing to restore: it is waited for.
      if (place === service.seat && service.seatLostTo === null) continue;
      if (!connected(plan, policy.store, place)) continue;
      options.push(restoring(world, service, { kind: 'restore', policy: number, place, point }));
    }
  });
  return options;
}

function restoring(world: World, service: ServiceState, path: Path & { kind: 'restore' }): Option {
  const loss = Math.max(0, service.recovery!.stopped - path.point.captured);
  return optionOf(world, service, { path, loss });
}

/** A restore that goes on although its store has lost the point: all of it has been read. */
function underWay(world: World, service: ServiceState): Option[] {
  const { course, committed } = service.recovery!;
  if (course?.path.kind !== 'restore' || course === committed) return [];
  const { store } = world.strategy.backups[course.path.policy]!;
  const lost = world.sites.lastDestroyed(store, world.calendar.now) >= course.path.point.captured;
  return lost && !needsStore(world, course) ? [restoring(world, service, course.path)] : [];
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
function timeAhead(world: World, service: ServiceState, path: Path): number {
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
  if (transfer) return world.transfers.remainder(now, transfer);
  return of.step.takes ? of.step.takes.law.meanBeyond(now - stepSince) : 0;
}

function whole(world: World, service: ServiceState, { path, step }: StepOn): number {
  if (step.takes) return step.takes.law.mean;
  if (path.kind !== 'restore') return 0;
  // What is being sent for this service would make room for it.
  const without = service.recovery!.transfer;
  return world.transfers.estimate(restoreOrder(world, service, path), without);
}
