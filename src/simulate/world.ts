import type { Bytes, BytesPerSecond, Ms } from '../base/units.js';
import type { Phase } from '../model/runbook.js';
import { dataAt, growthAt } from '../model/service.js';
import type { Booking, Calendar } from './calendar.js';
import type { Disaster } from './disasters.js';
import { type Event, TURN, type TransferPurpose } from './event.js';
import type { Witness } from './history.js';
import { drawn } from './luck.js';
import type { Places } from './places.js';
import type { Hazard, Plan, ServicePlan, StandbyPlan, StepLuck, StrategyPlan } from './plan.js';
import type { Recovery } from './recovery-state.js';
import type { SiteTimeline } from './site-timeline.js';
import type { StoredPoints } from './stored-points.js';
import type { Passage } from './straight/passage.js';
import type { Transfer, Transfers } from './transfers.js';

/** The present of one history under one strategy. */
export interface World {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly trial: number;
  readonly disasters: readonly Disaster[];
  readonly sites: SiteTimeline;
  /** Number of what comes next of that which nobody books: strikes, returns of sites and links. */
  next: number;
  readonly calendar: Calendar<Event>;
  readonly transfers: Transfers<TransferPurpose>;
  /** Booking of the transfer that ends first. */
  transferEnds: Booking<Event> | null;
  readonly services: readonly ServiceState[];
  /** Is told all that happens. */
  readonly witness: Witness;
  /** Through which plain incidents are followed; null before the first. */
  passage: Passage | null;
}

export interface ServiceState {
  readonly number: number;
  readonly plan: ServicePlan;
  /** Where it can run. */
  readonly places: Places;
  /** Site that serves, or served last: where the true data is. Of several, the one that counts. */
  seat: number;
  /** Since when; -Infinity for ever. */
  seatSince: number;
  /** Disaster to which the true data at the seat is lost; null while it is there. */
  seatLostTo: number | null;
  serving: boolean;
  /** The sites that serve beside each other; none unless it is active-active. */
  readonly fronts: readonly Front[];
  /** Share of full capacity where it serves. */
  capacity: number;
  /** Share of the clients that have found it, and of those that are on their way. */
  reach: number;
  late: number;
  /** What it waits for, if for anything. */
  phase: Phase | null;
  recovery: Recovery | null;
  /** When it stood still although its seat was there, in order. */
  readonly stalls: Stretch[];
  /** The earlier state that it came back with last, and from which disaster; null before any. */
  wentBack: { readonly disaster: number; readonly captured: Ms } | null;
  /** Number of the disaster that it last had to recover from; -1 before any. */
  lastDisaster: number;
  /** What was done to its data, in order of time. */
  readonly damages: Damage[];
  readonly taints: Taint[];
  readonly copies: Copy[];
  /** By number of the strategy's stores. */
  readonly backups: readonly StoredPoints[];
  /** Growth of capacity, arrival of the last clients, next hour, failback. */
  growing: Booking<Event> | null;
  arriving: Booking<Event> | null;
  hour: Booking<Event> | null;
  failback: Booking<Event> | null;
  /** Since when the planned return has kept it down; null otherwise. */
  failingBackSince: Ms | null;
  /** Number of the copy that it leads to. */
  failingBackTo: number;
  /** As last told to the history. */
  told: { level: number; phase: Phase | null; whole: boolean; cause: number };
}

/** A stretch of time, from its first instant until just before `to`. */
export interface Stretch {
  readonly from: Ms;
  readonly to: Ms;
}

/**
 * Logical damage: every state of the data captured later than `from`, up to `to`, carries it
 * (design §3.1).
 */
export interface Damage {
  readonly disaster: number;
  readonly from: Ms;
  /** Infinity while the true data carries it. */
  to: number;
  /** Whether anybody has noticed. */
  known: boolean;
  /** When somebody has; Infinity before. */
  knownAt: number;
  /** Share of the service that it costs. */
  readonly impact: number;
  readonly keepServing: boolean;
  /** Whether its discovery is still to come, and how many there have been. */
  awaited: boolean;
  discoveries: number;
}

/** An intruder was in: every state captured later than `from`, up to `to`, is tainted. */
export interface Taint {
  readonly disaster: number;
  readonly from: Ms;
  to: number;
  /** When somebody noticed; Infinity before. */
  knownAt: number;
}

/** One of several sites that serve beside each other. */
export interface Front {
  readonly site: number;
  /** Share of the clients that it serves when all is well. */
  readonly share: number;
  /** Share of full capacity there. */
  readonly capacity: number;
  /** Number of its copy. */
  readonly copy: number;
  /** Whether it serves, its clients look for another place, or others have them. */
  state: 'serving' | 'adrift' | 'out';
  /** Share of the clients that it serves or has lost. */
  clients: number;
  drift: Drift | null;
}

/** How the clients of a lost front are brought to another. */
export interface Drift {
  readonly disaster: number;
  /** When it was hit, and the newest of its writes that another front has. */
  readonly stopped: Ms;
  readonly captured: Ms;
  stage: 'detecting' | 'deciding' | 'moving';
  phase: Phase;
  /** Steps that have ended. */
  done: number;
  booking: Booking<Event> | null;
}

/** Live data at a site beside the seat. */
export interface Copy {
  readonly site: number;
  /** Null for the primary, which is no standby but receives the data before a failback. */
  readonly standby: StandbyPlan | null;
  holds: Holding;
  seeding: Transfer<TransferPurpose> | null;
  /** Site of another copy that it is seeded from; -1 for the seat's. */
  seededFrom: number;
  /** Of one that others receive from: when it lost its data, and since when it had been complete. */
  readonly breaks: { readonly since: number; readonly at: Ms }[];
}

/** What a copy holds. */
export type Holding =
  /** The service is here. */
  | { readonly kind: 'seat' }
  /** Every write `since` then; -Infinity for ever. */
  | {
      readonly kind: 'live';
      readonly since: number;
      /** Whether the service went on without it: nobody waits for it until it has caught up. */
      readonly leftOut?: true;
      /** Since when it has been out of touch, as last seen, and by which disaster. */
      readonly lost?: { readonly from: Ms; readonly disaster: number };
      /** State that one that applies late has been rolled forward to. */
      readonly applied?: Ms;
    }
  /** A state that has parted from the seat's. It can be given back until the copy is seeded. */
  | {
      readonly kind: 'stale';
      readonly captured: Ms;
      /** What one that applies late had applied by then. */
      readonly applied?: Ms;
      /** Up to when it is the seat's history too; -Infinity where all has to be sent anew. */
      readonly parted: number;
      /** Disaster by which it lost touch. */
      readonly lostTo: number;
    }
  | { readonly kind: 'empty'; readonly lostTo: number };

/** What a disaster is an occurrence of. @param disaster its number in the trial's list */
export function hazardOf({ plan, disasters }: World, disaster: number): Hazard {
  return plan.hazards[disasters[disaster]!.hazard]!;
}

/** Number of the link between two sites; -1 within one site or where there is none. */
export function linkBetween(plan: Plan, a: number, b: number): number {
  return a === b ? -1 : plan.linkBetween[a * plan.sites.length + b]!;
}

/** Whether data can get from one site to another. */
export function connected(plan: Plan, a: number, b: number): boolean {
  return a === b || linkBetween(plan, a, b) >= 0;
}

/** What a link carries after overhead, in bytes per second; Infinity within a site (-1). */
export function usableRate(plan: Plan, link: number): number {
  if (link < 0) return Infinity;
  const { bandwidth, efficiency } = plan.links[link]!;
  return plan.parameters.of(bandwidth) * plan.parameters.of(efficiency);
}

/** Logical bytes that a service keeps at an instant. */
export function dataNow(world: World, service: ServicePlan, at: Ms): Bytes {
  const { parameters } = world.plan;
  return dataAt({ size: parameters.of(service.size), growth: parameters.of(service.growth) }, at);
}

/** Mean writes of a service at an instant: they grow with its data. */
export function writesNow(
  { plan }: Pick<World, 'plan'>,
  service: ServicePlan,
  at: Ms,
): BytesPerSecond {
  const { parameters } = plan;
  const growth = growthAt(parameters.of(service.growth), at);
  return (parameters.of(service.writes) * growth) as BytesPerSecond;
}

/** The most that a service writes in any hour, as of an instant, in bytes per second. */
export function peakWrites(
  about: Pick<World, 'plan'>,
  service: ServicePlan,
  at: Ms,
): BytesPerSecond {
  const most = service.writeProfile.peak * (service.bursts ? service.bursts.most : 1);
  return (most * writesNow(about, service, at)) as BytesPerSecond;
}

/** Books the end of the transfer that will end first, after transfers have changed. */
export function bookTransfers(world: World): void {
  world.calendar.cancel(world.transferEnds);
  const first = world.transfers.first();
  world.transferEnds = first
    ? world.calendar.book(first.at, TURN.finish, { kind: 'transferEnds' })
    : null;
}

/** Attempts at one step of one incident that have luck of their own. */
const ATTEMPTS = 64;

/** Number of an attempt at a step in a disaster, for its draws. */
export function attemptNumber(disaster: Disaster, attempt: number): number {
  return disaster.arrival * ATTEMPTS + Math.min(attempt, ATTEMPTS - 1);
}

/**
 * A duration drawn for a service in an incident: the same in every strategy that takes the same step
 * in it.
 *
 * @param of `disaster`: the service's present one unless it is another's; `attempt`: how often the
 *   step was begun before in this incident
 */
export function luckFor(
  world: World,
  service: ServiceState,
  step: StepLuck,
  { disaster = service.lastDisaster, attempt = 0 }: { disaster?: number; attempt?: number } = {},
): Ms {
  const struck = world.disasters[disaster]!;
  const luck = step.luck[service.number * world.plan.hazards.length + struck.hazard]!;
  return drawn(luck, world.trial, attemptNumber(struck, attempt));
}
