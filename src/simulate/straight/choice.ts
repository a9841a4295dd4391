import { inHours, type Ms, ms } from '../../base/units.js';
import { applyOf, capturedBy } from '../copies.js';
import { restoreOrder, sentFrom } from '../course.js';
import { isDamaged } from '../damage.js';
import { mayLose } from '../loss-limit.js';
import { automaticFailover, bestOption, CLOSE, costs, type Option, type Price } from '../paths.js';
import type { StepPlan } from '../plan.js';
import type { Path } from '../recovery-state.js';
import { timeFor } from '../transfers.js';
import { newestClean } from '../usable-points.js';
import {
  connected,
  type Copy,
  linkBetween,
  peakWrites,
  type ServiceState,
  usableRate,
  type World,
} from '../world.js';

/** The best of the ways back that have been looked at. */
interface Best {
  readonly price: Price;
  option: Option | undefined;
  cost: number;
}

type Restore = Path & { readonly kind: 'restore' };

/**
 * The same as `bestOption` where nothing has been begun, nothing else is under way and all but the
 * old seat is there: then expected times are sums. It leaves to that whatever else it meets.
 */
export function plainChoice(world: World, service: ServiceState): Option | undefined {
  const best: Best = { price: costs(world, service), option: undefined, cost: Infinity };
  if (service.seatLostTo === null) {
    const time = service.places.expectedReturn(service.seat, world.calendar.now);
    if (isBetter(best, time, 0)) take(best, { kind: 'wait' }, { time, loss: 0 });
  }
  const isPlain =
    service.taints.length === 0 &&
    lookAtCopies(world, service, best) &&
    (isOutdone(world, best) || lookAtBackups(world, service, best));
  return isPlain ? best.option : bestOption(world, service);
}

/** Of equals the one that loses least, then the shortest, then the one looked at first. */
function isBetter({ price, option, cost: least }: Best, time: number, loss: number): boolean {
  const cost = costOf(price, time, loss);
  if (!option || cost < least) return true;
  if (cost !== least) return false;
  const { prospect } = option;
  return loss < prospect.loss || (loss === prospect.loss && time < prospect.time);
}

function costOf({ downtime, loss: lost }: Price, time: number, loss: number): number {
  return inHours(ms(time)) * downtime + inHours(ms(loss)) * lost;
}

function take(best: Best, path: Path, { time, loss }: { time: number; loss: number }): void {
  best.option = { path, prospect: { time: ms(time), loss: ms(loss) } };
  best.cost = costOf(best.price, time, loss);
}

/** Whether the steps of a restore alone cost more than another way; see `bestOption`. */
function isOutdone({ strategy }: World, { price, option, cost }: Best): boolean {
  if (!option) return false;
  return inHours(strategy.restoreTakes) * price.downtime > cost * CLOSE;
}

/** The same as `automaticFailover`, as plainly. */
export function plainFailover(world: World, service: ServiceState): Option | undefined {
  const { copies, taints } = service;
  if (taints.length > 0) return automaticFailover(world, service);
  for (let number = 0; number < copies.length; number++) {
    if (copies[number]!.holds.kind === 'seat') continue;
    if (!isThere(world, service, number)) return automaticFailover(world, service);
    const found = lookAtCopy(world, service, number);
    if (found && mayLose(world, service, found.prospect.loss)) return found;
  }
  return undefined;
}

function isThere({ calendar }: World, { copies, places }: ServiceState, number: number): boolean {
  const { holds, site } = copies[number]!;
  return holds.kind === 'live' && places.isUp(site, calendar.now);
}

/** @returns false where a copy is not there */
function lookAtCopies(world: World, service: ServiceState, best: Best): boolean {
  const { copies } = service;
  for (let number = 0; number < copies.length; number++) {
    if (copies[number]!.holds.kind === 'seat') continue;
    if (!isThere(world, service, number)) return false;
    const option = lookAtCopy(world, service, number);
    if (!option) continue;
    const { time, loss } = option.prospect;
    if (!isBetter(best, time, loss)) continue;
    best.option = option;
    best.cost = costOf(best.price, time, loss);
  }
  return true;
}

/** To take over at a copy that is there; undefined where its state is damaged. */
function lookAtCopy(world: World, service: ServiceState, number: number): Option | undefined {
  const copy = service.copies[number]!;
  const captured = capturedPlainly(world, service, copy);
  if (isDamaged(service, captured)) return undefined;
  const time = timeOf(world.strategy.failover, 0, 0);
  const state = captured - (applyOf(world, copy)?.law.mean ?? 0);
  const loss = Math.max(0, service.recovery!.stopped - state);
  const path: Path = { kind: 'failover', copy: number, captured, cleans: -1, upTo: null };
  return { path, prospect: { time: ms(time), loss: ms(loss) } };
}

/** What `capturedBy` says, at once where the replica has never been out of touch. */
function capturedPlainly(world: World, service: ServiceState, copy: Copy): Ms {
  const { plan, sites } = world;
  const { holds, site } = copy;
  const at = service.recovery!.sentUntil;
  const since = holds.kind === 'live' ? Math.min(holds.since, at) : at;
  const link = linkBetween(plan, service.seat, site);
  const inTouch =
    service.places.within(site, since, at).length === 0 &&
    (link < 0 || sites.links.within(link, since, at).length === 0);
  if (!inTouch) return capturedBy(world, service, copy)!;
  if (applyOf(world, copy) === null) return at;
  const keepsUp = peakWrites({ plan }, service.plan, at) <= usableRate(plan, link);
  if (!keepsUp) return capturedBy(world, service, copy)!;
  const latency = link < 0 ? 0 : Math.round(plan.parameters.of(plan.links[link]!.latency));
  return ms(Math.max(since, at) - latency);
}

/** Expected time of steps that begin once the place is there. @param moves what data takes */
function timeOf(steps: readonly StepPlan[], wait: number, moves: number): number {
  let time = 0;
  for (const { takes } of steps) time = Math.max(time, wait) + (takes ? takes.law.mean : moves);
  return Math.max(time, wait);
}

/** @returns false where there is more to look at than the newest point of each policy */
function lookAtBackups(world: World, service: ServiceState, best: Best): boolean {
  const { strategy, plan, sites, calendar } = world;
  for (let policy = 0; policy < service.backups.length; policy++) {
    const point = newestClean(world, service, policy);
    if (point === undefined) return false;
    const { store, places, retrieve } = strategy.backups[policy]!;
    // A log has to be applied, a tape has to come.
    if (point && (point.logged > 0 || retrieve.law.mean > 0)) return false;
    if (point && !sites.isUp(store, calendar.now)) return false;
    if (!point) continue;
    for (const place of places) {
      if (place === service.seat && service.seatLostTo === null) continue;
      if (!connected(plan, sentFrom(world, policy, place), place)) continue;
      const path: Restore = { kind: 'restore', policy, place, point, cleans: -1 };
      if (!lookAtRestore(world, service, { best, path })) return false;
    }
  }
  return true;
}

/** @returns false where the link is cut */
function lookAtRestore(
  world: World,
  service: ServiceState,
  { best, path }: { best: Best; path: Restore },
): boolean {
  const { strategy, plan, sites, calendar } = world;
  const { bytes, link, limit } = restoreOrder(world, service, path);
  if (link >= 0 && !sites.links.isUp(link, calendar.now)) return false;
  const moves = timeFor(bytes, Math.min(limit, usableRate(plan, link)));
  const wait = service.places.expectedReturn(path.place, calendar.now);
  const time = timeOf(strategy.restore, wait, moves);
  const loss = Math.max(0, service.recovery!.stopped - path.point.captured);
  if (isBetter(best, time, loss)) take(best, path, { time, loss });
  return true;
}
