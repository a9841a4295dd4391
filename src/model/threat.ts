import type { Ms, PerYear, Share } from '../base/units.js';
import type { Distribution } from '../random/distribution.js';
import type { Scope } from './fault-domain.js';
import type { Uncertain } from './uncertain.js';

/** What goes wrong: how often, where, and what it does. One occurrence is a disaster. */
export interface Threat {
  readonly name: string;
  readonly title: string;
  readonly scope: Scope;
  /** Names of the members of the scope's kind that it can strike. */
  readonly members: readonly string[];
  readonly arrivals: Arrivals;
  readonly effects: Effects;
}

/** When a threat strikes one member of its scope. */
export type Arrivals =
  /** Independent of the past: exponential gaps. */
  | { readonly kind: 'rate'; readonly rate: Uncertain<PerYear> }
  /**
   * Like equipment that is renewed at each strike: gaps follow any law; `age` at the start. They count
   * from the strike before, or from the return of what it hit: what is away does not age.
   */
  | {
      readonly kind: 'gap';
      readonly gap: Uncertain<Ms>;
      readonly age: Ms;
      readonly from: 'strike' | 'return';
    }
  /** Once at each of these instants, in every trial. */
  | { readonly kind: 'at'; readonly at: readonly Ms[] }
  /** Trial i strikes at the middle of slice i (modulo `slices`) of [from, to): every phase once. */
  | { readonly kind: 'sweep'; readonly from: Ms; readonly to: Ms; readonly slices: number };

/** What a disaster does to everything in its scope: one or several of these. */
export interface Effects {
  /** All in scope is unavailable for so long, then comes back as it was. */
  readonly outage: Uncertain<Ms> | null;
  /** Equipment and data in scope are gone; a new site stands after `rebuild`. */
  readonly destroys: { readonly rebuild: Uncertain<Ms> } | null;
  /** The links in scope carry nothing for so long. */
  readonly partitions: Uncertain<Ms> | null;
  /** Data is damaged while the service goes on, which nobody notices for a while. */
  readonly corrupts: Corruption | null;
  /** Data in scope is encrypted or deleted at once. */
  readonly wipes: Wipe | null;
  /** How long until it is noticed; null where the strategy's own detection sees it. */
  readonly detect: Uncertain<Ms> | null;
}

/** Logical damage: every state captured after the strike carries it. */
export interface Corruption {
  /** Share of the service that is lost while the damage stands. */
  readonly impact: Uncertain<Share>;
  /** Whether the service goes on, damaged, until a clean state is ready to replace it. */
  readonly keepServing: boolean;
}

/** Loss of every attached, mutable copy in scope, with the equipment left as it was. */
export interface Wipe {
  readonly kind: 'encrypts' | 'deletes';
  /** Whether what replication sends is the damage itself, which then takes live replicas too. */
  readonly replicated: boolean;
  /** How long before the strike the intruder was in: points captured since are tainted. */
  readonly dwell: Uncertain<Ms> | null;
  /** What the use of a tainted point takes beside the runbook's steps. */
  readonly clean: Uncertain<Ms>;
  /** Chance that a cleaned point turns out to be of no use. */
  readonly reinfection: Uncertain<Share>;
  /** Whether tainted points are cleaned and used, or refused. */
  readonly tainted: 'use' | 'discard';
}

/** How long a site that is hit stays away: what a decider knows beforehand; null if it does not. */
export function absenceOf(effects: Effects): Distribution | null {
  return (effects.destroys?.rebuild ?? effects.outage)?.law ?? null;
}
