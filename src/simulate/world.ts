import type { Bytes, BytesPerSecond, Ms } from '../base/units.js';
import type { Phase } from '../model/runbook.js';
import { dataAt, growthAt } from '../model/service.js';
import type { BackupSeries, RecoveryPoint } from './backup-series.js';
import type { Booking, Calendar } from './calendar.js';
import type { Disaster } from './disasters.js';
import { type Event, TURN, type TransferPurpose } from './event.js';
import type { Fact } from './history.js';
import { drawn } from './luck.js';
import type { Plan, ServicePlan, StandbyPlan, StepLuck, StrategyPlan } from './plan.js';
import type { SiteTimeline } from './site-timeline.js';
import type { Transfer, Transfers } from './transfers.js';

/** The present of one history under one strategy. */
export interface World {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly trial: number;
  readonly disasters: readonly Disaster[];
  readonly sites: SiteTimeline;
  readonly calendar: Calendar<Event>;
  readonly transfers: Transfers<TransferPurpose>;
  /** Booking of the transfer that ends first. */
  transferEnds: Booking<Event> | null;
  readonly services: readonly ServiceState[];
  readonly facts: Fact[];
}

export interface ServiceState {
  readonly number: number;
  readonly plan: ServicePlan;
  /** Site that serves, or served last: where the true data is. */
  seat: number;
  /** Since when; -Infinity for ever. */
  seatSince: number;
  /** Disaster to which the true data at the seat is lost; null while it is there. */
  seatLostTo: number | null;
  serving: boolean;
  /** Share of full capacity at the seat. */
  capacity: number;
  /** Share of the clients that have found it. */
  reach: number;
  /** What it waits for, if for anything. */
  phase: Phase | null;
  recovery: Recovery | null;
  /** Number of the disaster that it last had to recover from. */
  lastDisaster: number;
  readonly copies: Copy[];
  readonly backups: readonly BackupSeries[];
  /** Growth of capacity, arrival of the last clients, next hour, failback. */
  growing: Booking<Event> | null;
  arriving: Booking<Event> | null;
  hour: Booking<Event> | null;
  failback: Booking<Event> | null;
  /** Since when the planned return has kept it down; null otherwise. */
  failingBackSince: Ms | null;
  /** As last told to the history. */
  told: { level: number; phase: Phase | null; whole: boolean };
}

/** Live data at a site beside the seat. */
export interface Copy {
  readonly site: number;
  /** Null for the primary, which is no standby but receives the data before a failback. */
  readonly standby: StandbyPlan | null;
  holds: Holding;
  seeding: Transfer<TransferPurpose> | null;
}

/** What a copy holds. */
export type Holding =
  /** The service is here. */
  | { readonly kind: 'seat' }
  /** Every write `since` then; -Infinity for ever. */
  | { readonly kind: 'live'; readonly since: number }
  /** A state that has parted from the seat's. It can be given back until the copy is seeded. */
  | {
      readonly kind: 'stale';
      readonly captured: Ms;
      /** Up to when it is the seat's history too; -Infinity where all has to be sent anew. */
      readonly parted: number;
      /** Disaster by which it lost touch. */
      readonly lostTo: number;
    }
  | { readonly kind: 'empty'; readonly lostTo: number };

/** A service on its way back. */
export interface Recovery {
  /** Number of the disaster that stopped it. */
  readonly disaster: number;
  /** Last instant at which it acknowledged writes. */
  readonly stopped: Ms;
  stage: 'detecting' | 'deciding' | 'recovering';
  /** What is being done; null before anything is chosen. */
  course: Course | null;
  /**
   * The course past whose point of no return it is: the true data is where that leads, and the
   * service comes back there unless another course is committed. Null while the old seat counts.
   */
  committed: Course | null;
  /** Beginning of the step under way, and what will end it; none while the course has to wait. */
  stepSince: Ms;
  booking: Booking<Event> | null;
  transfer: Transfer<TransferPurpose> | null;
  /** The state that will be served; null is empty. Changes when a course is committed. */
  captured: Ms | null;
  /** How often a step of each name has begun. */
  readonly begun: Map<string, number>;
}

/** A way back and how far it has been gone. */
export interface Course {
  readonly path: Path;
  /** Steps of it that have ended. */
  done: number;
}

/** A way back to service. */
export type Path =
  | { readonly kind: 'wait' }
  | { readonly kind: 'failover'; readonly copy: number; readonly captured: Ms }
  | {
      readonly kind: 'restore';
      readonly policy: number;
      readonly place: number;
      readonly point: RecoveryPoint;
    }
  | { readonly kind: 'nothing' };

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

/**
 * A duration drawn for a service in its present incident: the same in every strategy that takes the
 * same step in it.
 *
 * @param attempt how often the step was begun before in this incident
 */
export function luckFor(world: World, service: ServiceState, step: StepLuck, attempt = 0): Ms {
  const disaster = world.disasters[service.lastDisaster]!;
  const luck = step.luck[service.number * world.plan.hazards.length + disaster.hazard]!;
  return drawn(luck, world.trial, disaster.arrival * ATTEMPTS + Math.min(attempt, ATTEMPTS - 1));
}
