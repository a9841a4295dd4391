import type { Ms, PerYear } from '../base/units.js';
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
  /** Like equipment that is renewed at each strike: gaps follow any law. */
  | { readonly kind: 'gap'; readonly gap: Uncertain<Ms> }
  /** Once at each of these instants, in every trial. */
  | { readonly kind: 'at'; readonly at: readonly Ms[] }
  /** Trial i strikes at the middle of slice i (modulo `slices`) of [from, to): every phase once. */
  | { readonly kind: 'sweep'; readonly from: Ms; readonly to: Ms; readonly slices: number };

/** What a disaster does to everything in its scope. */
export interface Effects {
  /** All in scope is unavailable for so long, then comes back as it was. */
  readonly outage: Uncertain<Ms> | null;
  /** Equipment and data in scope are gone; a new site stands after `rebuild`. */
  readonly destroys: { readonly rebuild: Uncertain<Ms> } | null;
}

/** How long what is hit stays away: what a decider knows of it beforehand. */
export function absenceOf(effects: Effects): Distribution {
  return (effects.destroys?.rebuild ?? effects.outage!).law;
}
