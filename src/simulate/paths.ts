import { inHours, type Ms, ms } from '../base/units.js';
import type { Prospect } from './history.js';
import type { StepPlan } from './plan.js';
import { unsentAge } from './replication.js';
import {
  connected,
  type Copy,
  dataNow,
  linkBetween,
  type Path,
  type Recovery,
  type ServiceState,
  usableRate,
  type World,
  writesNow,
} from './world.js';

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
  return [...waiting(world, service), ...failovers(world, service), ...restores(world, service)];
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

function waiting(world: World, service: ServiceState): Option[] {
  if (service.seatLost) return [];
  const { captured, stopped } = service.recovery!;
  const time = world.sites.expectedReturn(service.seat, world.calendar.now);
  const loss = ms(captured === null ? 0 : stopped - captured);
  return [{ path: { kind: 'wait' }, prospect: { time: ms(time), loss } }];
}

/** The first standby that can take over now, for a rule that asks nobody. */
export function automaticFailover(world: World, service: ServiceState): Option | undefined {
  const now = world.calendar.now;
  return failovers(world, service).find(
    ({ path }) =>
      path.kind === 'failover' && world.sites.isUp(service.copies[path.copy]!.site, now),
  );
}

function failovers(world: World, service: ServiceState): Option[] {
  const options: Option[] = [];
  service.copies.forEach((copy, number) => {
    if (copy.state !== 'live') return;
    const captured = receivedUntil(world, service, copy);
    const law = copy.standby?.apply.law;
    options.push({
      path: { kind: 'failover', copy: number, captured },
      prospect: {
        time: ms(
          world.sites.expectedReturn(copy.site, world.calendar.now) +
            stepsAhead(world, service, world.strategy.failover),
        ),
        loss: ms(service.recovery!.stopped - captured + (law?.mean ?? 0)),
      },
    });
  });
  return options;
}

/** Newest write that had arrived at a copy when the service stopped. */
function receivedUntil(world: World, service: ServiceState, copy: Copy): Ms {
  const { plan, sites } = world;
  const at = service.recovery!.stopped;
  const link = linkBetween(plan, service.seat, copy.site);
  const age = unsentAge(
    {
      writes: writesNow(world, service.plan, at),
      profile: service.plan.writeProfile,
      rate: usableRate(plan, link),
      intoWeek: plan.intoWeek,
      cuts: sites.absences(copy.site).filter(({ from, to }) => to > copy.since && from < at),
    },
    { since: copy.since, at },
  );
  return ms(Math.max(copy.since, at - age) - latency(world, link));
}

function latency({ plan }: World, link: number): number {
  return link < 0 ? 0 : Math.round(plan.parameters.of(plan.links[link]!.latency));
}

function restores(world: World, service: ServiceState): Option[] {
  const { strategy, sites, calendar, plan } = world;
  const now = calendar.now;
  const options: Option[] = [];
  service.backups.forEach((series, number) => {
    const policy = strategy.backups[number]!;
    const point = series.newest(now);
    if (!point) return;
    const places = [...service.copies.map(({ site }) => site), policy.store];
    for (const place of new Set(places)) {
      // Where the true data is intact, there is nothing to restore: it is waited for.
      if (place === service.seat && !service.seatLost) continue;
      if (!connected(plan, policy.store, place)) continue;
      const path: Path = { kind: 'restore', policy: number, place, point };
      const away = Math.max(
        sites.expectedReturn(place, now),
        sites.expectedReturn(policy.store, now),
      );
      options.push({
        path,
        prospect: {
          time: ms(away + restoreAhead(world, service, path)),
          loss: ms(service.recovery!.stopped - point.captured),
        },
      });
    }
  });
  return options;
}

function restoreAhead(world: World, service: ServiceState, path: Path & { kind: 'restore' }) {
  return stepsAhead(world, service, world.strategy.restore, () => {
    const under = service.recovery!;
    if (under.transfer && samePath(under.path, path)) {
      return world.transfers.remainder(world.calendar.now, under.transfer);
    }
    return world.transfers.estimate(restoreOrder(world, service, path));
  });
}

/** Expected time of the steps to come; of the path under way only what is left of it. */
function stepsAhead(
  world: World,
  service: ServiceState,
  steps: readonly StepPlan[],
  moving: () => number = () => 0,
): number {
  const under = service.recovery!;
  const running = under.step >= 0 && stepsOf(world, under) === steps ? under.step : 0;
  const elapsed = under.step >= 0 ? world.calendar.now - under.stepSince : 0;
  return steps.slice(running).reduce((sum, { takes }, ahead) => {
    if (!takes) return sum + moving();
    return sum + (ahead === 0 && elapsed > 0 ? takes.law.meanBeyond(elapsed) : takes.law.mean);
  }, 0);
}

/** The steps of the path under way. */
export function stepsOf(world: World, recovery: Recovery): readonly StepPlan[] {
  switch (recovery.path?.kind) {
    case 'failover':
      return world.strategy.failover;
    case 'restore':
      return world.strategy.restore;
    default:
      return [];
  }
}

/** What a restore sends, how, and how fast the target can take it. */
export function restoreOrder(
  world: World,
  service: ServiceState,
  { policy, place, point }: Path & { kind: 'restore' },
): { bytes: number; link: number; limit: number } {
  const { store, restoreRate } = world.strategy.backups[policy]!;
  const logical = dataNow(world, service.plan, world.calendar.now);
  const { bytes } = point;
  // The target writes logical bytes; the limit is on the stored ones that become them.
  const limit = world.plan.parameters.of(restoreRate) * (logical > 0 ? bytes / logical : 1);
  return { bytes, link: linkBetween(world.plan, store, place), limit };
}

/** Whether two paths are the same way back to the same state. */
export function samePath(a: Path | null, b: Path): boolean {
  if (a?.kind !== b.kind) return false;
  if (a.kind === 'failover' && b.kind === 'failover') return a.copy === b.copy;
  if (a.kind === 'restore' && b.kind === 'restore') {
    return a.policy === b.policy && a.place === b.place && a.point.captured === b.point.captured;
  }
  return true;
}
