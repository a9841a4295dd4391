import type { Phase } from '../../src/model/runbook.js';
import { dataAt, growthAt } from '../../src/model/service.js';
import { ms } from '../../src/base/units.js';
import type { Disaster } from '../../src/simulate/disasters.js';
import type { Fact } from '../../src/simulate/history.js';
import { drawn } from '../../src/simulate/luck.js';
import type {
  Plan,
  ServicePlan,
  StandbyPlan,
  StepLuck,
  StrategyPlan,
} from '../../src/simulate/plan.js';
import type { Coming, Future } from './future.js';
import { isThere, type Presence } from './presence.js';
import type { Schedule } from './schedule.js';
import type { Shipping } from './shipping.js';
import type { Point, Store } from './store.js';

/** Who goes first at the same instant; a backup that ends then is there for everybody. */
export const WHEN = {
  jobEnds: -1,
  finish: 0,
  return: 1,
  strike: 2,
  jobBegins: 2.5,
  test: 2.75,
  observe: 3,
};

export type Happening =
  | { readonly kind: 'strike'; readonly disaster: number }
  | { readonly kind: 'siteReturns'; readonly site: number }
  | { readonly kind: 'linkReturns'; readonly link: number }
  | { readonly kind: 'placeReturns'; readonly service: number; readonly site: number }
  | { readonly kind: 'transferEnds' }
  /** A job begins or ends, which nobody is told. */
  | { readonly kind: 'job'; readonly run: () => void }
  /** What a service does by itself. */
  | { readonly kind: 'service'; readonly run: () => void };

export interface Slow {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly trial: number;
  readonly disasters: readonly Disaster[];
  readonly future: Future<Happening>;
  readonly sites: readonly Presence[];
  readonly links: readonly Presence[];
  readonly services: SlowService[];
  readonly sendings: Sending[];
  sentUntil: number;
  sendingEnds: Coming<Happening> | null;
  /** What goes or will go from a store to another, or is a log. */
  readonly shippings: Set<Shipping>;
  readonly facts: Fact[];
}

/** Data on its way. */
export interface Sending {
  readonly link: number;
  readonly bytes: number;
  readonly limit: number;
  readonly arrives: () => void;
  left: number;
  rate: number;
}

export interface SlowService {
  readonly number: number;
  readonly plan: ServicePlan;
  /** Its own equipment at each site. */
  readonly places: readonly Presence[];
  seat: number;
  seatSince: number;
  /** Disaster that took the data at the seat. */
  lostTo: number | null;
  serving: boolean;
  readonly fronts: SlowFront[];
  capacity: number;
  reach: number;
  /** Share of the clients that are on the way to where it serves. */
  late: number;
  phase: Phase | null;
  recovery: SlowRecovery | null;
  lastDisaster: number;
  /** Where it was brought back to last, and after which disaster. */
  wentBack: { readonly disaster: number; readonly captured: number } | null;
  /** Looks after what is kept for copies that are out of touch. */
  watch: (disaster?: number) => void;
  /** When it waited for a copy that was out of touch. */
  readonly stills: { readonly from: number; readonly to: number }[];
  readonly damages: SlowDamage[];
  readonly taints: {
    readonly disaster: number;
    readonly from: number;
    to: number;
    noticed?: boolean;
  }[];
  readonly copies: SlowCopy[];
  /** All stores of all policies, and the schedules that send to the first of each. */
  readonly stores: readonly Store[];
  readonly schedules: Schedule[];
  growing: Coming<Happening> | null;
  arriving: Coming<Happening> | null;
  hour: Coming<Happening> | null;
  returning: Coming<Happening> | null;
  returningSince: number | null;
  returningTo: number;
  told: { level: number; phase: Phase | null; whole: boolean; cause: number };
}

export interface SlowCopy {
  readonly number: number;
  readonly site: number;
  readonly standby: StandbyPlan | null;
  holds: Holds;
  seeding: Sending | null;
  /** Where what it is sent comes from. */
  seededFrom: number;
  /** Stretches in which it was complete, the present one without its end. */
  readonly lives: { readonly since: number; until: number }[];
}

export type Holds =
  | { readonly is: 'seat' }
  | {
      readonly is: 'live';
      readonly since: number;
      leftOut?: boolean;
      outSince?: number;
      outBy?: number;
      /** Of a late one: where it has been stopped, and what it has come to at least. */
      stoppedAt?: number;
      atLeast?: number;
    }
  | {
      readonly is: 'stale';
      readonly captured: number;
      readonly applied?: number;
      readonly parted: number;
      readonly lostTo: number;
    }
  | { readonly is: 'empty'; readonly lostTo: number };

export interface SlowDamage {
  readonly disaster: number;
  readonly from: number;
  to: number;
  known: boolean;
  noticed?: boolean;
  readonly impact: number;
  readonly keepServing: boolean;
  awaited: boolean;
  attempts: number;
}

export interface SlowRecovery {
  readonly disaster: number;
  stopped: number;
  /** Until when copies were still sent to. */
  sentUntil: number;
  stage: 'detecting' | 'deciding' | 'recovering';
  course: Course | null;
  committed: Course | null;
  since: number;
  step: Coming<Happening> | null;
  sending: Sending | null;
  captured: number | null;
  readonly begun: Map<string, number>;
  cleanings: number;
  /** Copies that it waits for. */
  readonly missing: readonly SlowCopy[];
  readonly rejected: Way[];
  /** When the copies of each store were asked for, and whether they are there. */
  readonly asked: Map<number, { readonly since: number; coming: Coming<Happening> | null }>;
  /** Chains that could not be restored: the first store of their policy, and the capture of the full copy. */
  readonly spoilt: { readonly root: number; readonly full: number }[];
}

export interface Course {
  readonly way: Way;
  done: number;
}

export type Way =
  | { readonly via: 'wait' }
  | { readonly via: 'nothing' }
  | {
      readonly via: 'failover';
      readonly copy: number;
      readonly captured: number;
      readonly cleans: number;
      /** The state, where it is not the newest that the copy has. */
      readonly upTo: number | null;
    }
  | {
      readonly via: 'restore';
      /** Number of the store. */
      readonly policy: number;
      readonly place: number;
      readonly point: Point;
      /** The point's, or later where logs lead on. */
      readonly captured: number;
      readonly cleans: number;
    };

/** A state that a store gives back, and the disaster for which it has to be cleaned; -1 for none. */
export interface State {
  readonly point: Point;
  readonly captured: number;
  readonly cleans: number;
}

export interface SlowFront {
  readonly site: number;
  readonly share: number;
  readonly capacity: number;
  readonly copy: number;
  state: 'serving' | 'adrift' | 'out';
  clients: number;
  drift: {
    readonly disaster: number;
    readonly stopped: number;
    readonly captured: number;
    phase: Phase;
    next: Coming<Happening> | null;
  } | null;
}

/** Books what a service does by itself. */
export function later(slow: Slow, after: number, run: () => void, turn = WHEN.finish) {
  return slow.future.add(slow.future.now + after, turn, { kind: 'service', run });
}

export function cancel(coming: Coming<Happening> | null): null {
  if (coming) coming.cancelled = true;
  return null;
}

export function tell(slow: Slow, fact: Omit<Fact, 'at'> & Record<string, unknown>): void {
  slow.facts.push({ ...fact, at: slow.future.now } as unknown as Fact);
}

export function siteIsUp(slow: Slow, site: number): boolean {
  return isThere(slow.sites[site]!, slow.future.now);
}

/** Whether the service could run at a site. */
export function placeIsUp(slow: Slow, service: SlowService, site: number): boolean {
  return siteIsUp(slow, site) && isThere(service.places[site]!, slow.future.now);
}

export function linkOf({ plan }: Slow, a: number, b: number): number {
  return a === b ? -1 : plan.linkBetween[a * plan.sites.length + b]!;
}

export function inTouch(slow: Slow, a: number, b: number): boolean {
  return a === b || linkOf(slow, a, b) >= 0;
}

export function lineRate({ plan }: Slow, link: number): number {
  if (link < 0) return Infinity;
  const { bandwidth, efficiency } = plan.links[link]!;
  return plan.parameters.of(bandwidth) * plan.parameters.of(efficiency);
}

export function sizeAt({ plan }: Slow, { plan: service }: SlowService, at: number): number {
  const value = plan.parameters;
  return dataAt({ size: value.of(service.size), growth: value.of(service.growth) }, ms(at));
}

export function writesAt({ plan }: Slow, { plan: service }: SlowService, at: number): number {
  const value = plan.parameters;
  return value.of(service.writes) * growthAt(value.of(service.growth), ms(at));
}

/** Number of a draw: attempts of one arrival have luck of their own up to the 64th. */
export function drawNumber(slow: Slow, disaster: number, attempt: number): number {
  return slow.disasters[disaster]!.arrival * 64 + Math.min(attempt, 63);
}

export function luck(
  slow: Slow,
  service: SlowService,
  what: StepLuck,
  { disaster = service.lastDisaster, attempt = 0 }: { disaster?: number; attempt?: number } = {},
): number {
  const { hazard } = slow.disasters[disaster]!;
  const one = what.luck[service.number * slow.plan.hazards.length + hazard]!;
  return drawn(one, slow.trial, drawNumber(slow, disaster, attempt));
}
