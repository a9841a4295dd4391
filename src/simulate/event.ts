import type { Ms } from '../base/units.js';

/** Who goes first when several events share one instant. */
export const TURN = {
  /** What ends at the very instant of a strike has ended: a copy complete then survives. */
  finish: 0,
  /** A site that comes back is there for whatever happens at that instant. */
  return: 1,
  strike: 2,
  /** People, checks and plans see what has happened up to now. */
  observe: 3,
} as const;

/** What is booked; services and sites are numbers into the plan, disasters into the trial's list. */
export type Event =
  | { readonly kind: 'strike'; readonly disaster: number }
  | { readonly kind: 'siteReturns'; readonly site: number }
  /** Equipment of one service is there again. */
  | { readonly kind: 'placeReturns'; readonly service: number; readonly site: number }
  /** A link carries data again. */
  | { readonly kind: 'linkReturns' }
  | { readonly kind: 'detected'; readonly service: number }
  /** Damage of the data is noticed; by its number in the service's list. */
  | { readonly kind: 'discovered'; readonly service: number; readonly damage: number }
  /** What brings the clients of a lost front to another has come a step further. */
  | { readonly kind: 'driftsOn'; readonly service: number; readonly front: number }
  | { readonly kind: 'decided'; readonly service: number }
  /** Sending over a link that was cut goes on, some time after it carries data again. */
  | { readonly kind: 'sendingResumes'; readonly service: number }
  /** What a copy has not received `since` it lost touch is not kept any longer. */
  | {
      readonly kind: 'keptNoLonger';
      readonly service: number;
      readonly copy: number;
      readonly since: Ms;
    }
  | { readonly kind: 'stepEnds'; readonly service: number }
  /** A copy that was asked for can be read now. */
  | { readonly kind: 'fetched'; readonly service: number }
  /** The transfer that ends first has ended. */
  | { readonly kind: 'transferEnds' }
  | { readonly kind: 'capacityGrows'; readonly service: number }
  | { readonly kind: 'lastClientsArrive'; readonly service: number }
  /** Demand changes with the hour while capacity is short. */
  | { readonly kind: 'hourTurns'; readonly service: number }
  | { readonly kind: 'failbackBegins'; readonly service: number }
  | { readonly kind: 'failbackEnds'; readonly service: number };

/** An event of a single service. */
export type ServiceEvent = Extract<Event, { readonly service: number }>;

/** What a transfer was for. */
export type TransferPurpose =
  | { readonly kind: 'restore'; readonly service: number }
  | { readonly kind: 'seed'; readonly service: number; readonly copy: number };
