import { type Ms, ms } from '../base/units.js';
import { uniformOf } from '../random/draw.js';
import type { Absence } from './absences.js';
import type { StandbyPlan } from './plan.js';
import { type Copy, linkBetween, type ServiceState, type Stretch, type World } from './world.js';

/** What the writes of one site take to another. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Longest pause after a cut until sending goes on. */
  readonly reconnect: number;
}

/**
 * The copy that another one receives from, as long as the service is at home; null where that receives
 * from the seat itself.
 */
export function feederOf(
  { strategy }: World,
  { seat, fronts, copies }: ServiceState,
  { standby }: Copy,
): Copy | null {
  if (!strategy.relays || !standby || standby.from === null) return null;
  const atHome = seat === strategy.primary || fronts.some(({ site }) => site === seat);
  return atHome ? copies[standby.from]! : null;
}

/** The line over which a copy receives, from a service's seat or from another copy. */
export function lineTo(world: World, service: ServiceState, copy: Copy): Line {
  const reconnect = world.strategy.pauses ? (receiverOf(world, service, copy)?.reconnect ?? 0) : 0;
  const feeder = feederOf(world, service, copy);
  return { from: feeder ? feeder.site : service.seat, to: copy.site, reconnect };
}

/**
 * How a copy receives: as its standby says. The primary, which has none, receives like those that
 * serve beside it; where it serves alone, like the standby that has taken over sends.
 */
export function receiverOf(
  { strategy: { standbys } }: World,
  { seat }: ServiceState,
  { standby }: Copy,
): StandbyPlan | undefined {
  return (
    standby ??
    standbys.find(({ clients }) => clients > 0) ??
    standbys.find(({ site }) => site === seat)
  );
}

const NONE: readonly Absence[] = [];

/** When nothing that was sent over a line was received, in order of their beginning. */
export function outOfTouch(
  world: World,
  service: ServiceState,
  { line, since, at }: { line: Line; since: number; at: number },
): readonly Stretch[] {
  const link = linkBetween(world.plan, line.from, line.to);
  const away = service.places.within(line.to, since, at);
  const apart = link < 0 ? NONE : world.sites.links.within(link, since, at);
  if (apart.length === 0) return away;
  const cuts =
    line.reconnect === 0
      ? apart
      : apart.map((cut) => untilResumed(world, cut, { link, longest: line.reconnect }));
  if (away.length === 0) return cuts;
  return [...away, ...cuts].sort((a, b) => a.from - b.from);
}

/**
 * A cut with the pause after it: whoever sends tries again at intervals that have grown with the
 * cut, so that it goes on at any moment up to its length, at most the longest.
 */
function untilResumed(
  { plan, disasters, trial }: World,
  { from, to, disaster }: Absence,
  { link, longest }: { link: number; longest: number },
): Stretch {
  const { arrival, cut, hazard } = disasters[disaster]!;
  const { links, resumes } = plan.hazards[hazard]!.cut!;
  const uniform = uniformOf(resumes[links.indexOf(link)]!, trial, arrival);
  return { from, to: ms(to + Math.round(uniform * Math.min(cut, longest))) };
}

/** Stretches out of touch with a live copy that may not be over now. */
function latestOut(world: World, service: ServiceState, copy: Copy): readonly Stretch[] {
  const { now } = world.calendar;
  const line = lineTo(world, service, copy);
  const since = copy.holds.kind === 'live' ? copy.holds.since : -Infinity;
  return outOfTouch(world, service, {
    line,
    since: Math.max(since, now - line.reconnect),
    at: now + 1,
  });
}

/** Whether what is written at the seat reaches a copy now. */
export function inTouch(world: World, service: ServiceState, copy: Copy): boolean {
  const { now } = world.calendar;
  return latestOut(world, service, copy).every(({ to }) => to <= now);
}

/** Whether it did until just now, whatever strikes now. */
export function wasInTouch(world: World, service: ServiceState, copy: Copy): boolean {
  const { now } = world.calendar;
  return latestOut(world, service, copy).every(({ from, to }) => to <= now || from >= now);
}

/** When a copy will be in touch again, as far as what began up to now goes; now if it is. */
export function inTouchFrom(world: World, service: ServiceState, copy: Copy): Ms {
  const { now } = world.calendar;
  const ends = latestOut(world, service, copy).map(({ to }) => to);
  return ms(Math.max(now, ...ends));
}

/** Since when a live copy has been out of touch without a break; null where it is in touch. */
export function outSince(world: World, service: ServiceState, copy: Copy): Ms | null {
  const { now } = world.calendar;
  const since = copy.holds.kind === 'live' ? copy.holds.since : -Infinity;
  const line = lineTo(world, service, copy);
  let [begin, end] = [-Infinity, -Infinity];
  for (const { from, to } of outOfTouch(world, service, { line, since, at: now + 1 })) {
    if (from > end) begin = from;
    end = Math.max(end, to);
  }
  return end > now ? ms(Math.max(begin, since, service.seatSince)) : null;
}
