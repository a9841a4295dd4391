import type { Ms } from '../base/units.js';
import type { Uncertain } from './uncertain.js';

/** What `drsim check` measures a scenario against, and which findings the company lives with. */
export interface Readiness {
  /** Longest time between two restore tests of a backup. */
  readonly restoreTest: Ms;
  /** Longest time since a failover or restore was carried out, in a drill or in earnest. */
  readonly exercise: Ms;
  /** Longest time since a runbook was read against reality. */
  readonly review: Ms;
  /** How long an intruder is inside before the damage. */
  readonly dwell: Uncertain<Ms>;
  /** How long damage to data goes unnoticed. */
  readonly noticing: Uncertain<Ms>;
  /** The rule of 3-2-1: copies of the data, kinds of media, copies away from the primary's site. */
  readonly copies: number;
  readonly media: number;
  readonly offsite: number;
  readonly accepted: readonly AcceptedRisk[];
}

/** A finding of `drsim check` that the company knows of and lives with. */
export interface AcceptedRisk {
  /** The finding's word, such as `no-immutable-or-offline-copy`. */
  readonly finding: string;
  /** Path below which it is accepted, such as `strategies.warm-standby`; null for everywhere. */
  readonly at: string | null;
  readonly reason: string;
}
