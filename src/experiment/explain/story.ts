import type { Phase } from '../../model/runbook.js';
import type { Recovered } from '../../simulate/history.js';

/** What one or all disasters of a history did to each strategy. Times are in seconds. */
export interface Story {
  readonly trial: number;
  /** Those told, in order of time. */
  readonly disasters: readonly ToldDisaster[];
  /** How many others touched a service in this history. */
  readonly others: number;
  readonly strategies: readonly StrategyStory[];
}

export interface ToldDisaster {
  /** In the trial's list. */
  readonly number: number;
  /** Since the start of the horizon. */
  readonly at: number;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly threat: string;
  /** The site, region, account, link or service that was struck. */
  readonly member: string;
  /** How long what it hit is away; null where it is not. */
  readonly absence: number | null;
  readonly destroys: boolean;
  /** How long links are cut; null where none is. */
  readonly cut: number | null;
  /** How long an intruder was in before; null where none was. */
  readonly dwell: number | null;
}

export interface StrategyStory {
  readonly name: string;
  readonly events: readonly StoryEvent[];
  readonly incidents: readonly StoryIncident[];
  /** What the disasters told cost, all services together, in the scenario's currency. */
  readonly loss: { readonly downtime: number; readonly data: number; readonly recovery: number };
}

/** How an incident of one service came out. */
export interface StoryIncident {
  readonly service: string;
  readonly disaster: number;
  /** It fell into an outage that was under way. */
  readonly absorbed: boolean;
  readonly rta: number;
  /** Null: what it had was lost for good. */
  readonly rpa: number | null;
  readonly via: Recovered | null;
}

/** One line of a story. */
export type StoryEvent = {
  /** Since the start of the horizon. */
  readonly at: number;
  /** Since the strike of the disaster that it is told of. */
  readonly after: number;
  readonly service: string;
  /** Number of the disaster that it is told of. */
  readonly disaster: number;
} & (
  | {
      readonly kind: 'struck' | 'exposed';
      readonly threat: string;
      readonly member: string;
    }
  | { readonly kind: 'noticed' | 'whole' }
  | { readonly kind: 'level'; readonly level: number; readonly phase: Phase | null }
  | { readonly kind: 'chose'; readonly choice: WayBack; readonly rejected: readonly WayBack[] }
  | {
      readonly kind: 'recovered';
      readonly via: Recovered;
      readonly site: string;
      /** When the state was captured that it came back with; null for an empty one. */
      readonly captured: number | null;
      /** Age of that state when the last good write was made: what is lost. Null: all. */
      readonly lost: number | null;
    }
  | {
      readonly kind: 'moved';
      /** What was read: a store by its policy; null where a copy was seeded. */
      readonly policy: string | null;
      readonly from: string;
      readonly to: string;
      readonly bytes: number;
    }
);

/** A way back as it looked to whoever chose. */
export interface WayBack {
  readonly via: Recovered;
  /** Where the service would be. */
  readonly site: string;
  /** What is read: policy and site of a store; null for none. */
  readonly store: { readonly policy: string; readonly site: string } | null;
  /** When the state was captured that it gives back; null where it gives back none of its own. */
  readonly captured: number | null;
  /** Expected time until traffic is accepted. */
  readonly time: number;
  /** Expected age of the writes lost; null where all data is. */
  readonly loss: number | null;
  /** Expected downtime cost and cost of the loss together, in the scenario's currency. */
  readonly cost: number | null;
}
