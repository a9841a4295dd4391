import type { BytesPerSecond, Ms } from '../base/units.js';
import type { Uncertain } from './uncertain.js';

/** How a copy of live data receives the writes. */
export interface ReplicationPolicy {
  /** `sync`: a write counts once both places have it, and pays a round trip. */
  readonly mode: 'async' | 'sync';
  /**
   * With `sync`, while they are out of touch: the seat goes on alone, as with `async`, or it stops
   * until they are in touch again or people let it go on alone.
   */
  readonly onPartition: 'degrade' | 'halt';
  /** Longest pause after a cut until sending goes on: any time up to the cut's length, or this. */
  readonly reconnect: Ms;
  /** How long the source keeps what the copy has not received; null for ever. */
  readonly keeps: Ms | null;
  /** With `async`: what it has received is applied only later; null for at once. */
  readonly late: {
    /** How long after a write. */
    readonly delay: Ms;
    /** How fast it applies what it has received when it is rolled forward. */
    readonly replayRate: Uncertain<BytesPerSecond>;
  } | null;
  /** With `async`: from a write's arrival at the standby until a promotion would keep it. */
  readonly apply: Uncertain<Ms>;
}
