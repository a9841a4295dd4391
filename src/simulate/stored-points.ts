import type { Ms } from '../base/units.js';
import type { Schedule } from './schedule.js';

/** A state that backups can give back. */
export interface RecoveryPoint {
  /** The service's data as it was then. */
  readonly captured: Ms;
  /** When it was complete. */
  readonly end: Ms;
  /** Stored bytes to be read: its full copy and all that it builds on. */
  readonly bytes: number;
  /** When its full copy was captured. */
  readonly chain: Ms;
  /** Earliest state that the same copy gives back, by applying less of the log. */
  readonly since: Ms;
  /** Logical bytes of the log to be applied. */
  readonly logged: number;
  /** The same copy with less of the log, up to a state from `since` on; null without a log. */
  readonly upTo: ((captured: Ms) => RecoveryPoint) | null;
}

/** A point by itself, without a log. */
export interface StoredPoint extends RecoveryPoint {
  readonly schedule: Schedule;
  /** Stored bytes of this one copy. */
  readonly part: number;
  /** What it builds on; null for a full copy. */
  readonly on: StoredPoint | null;
}

/** A full copy and what builds on it, as it stood at an instant. */
export interface Chain {
  readonly schedule: Schedule;
  /** When the job of its full copy began. */
  readonly start: Ms;
  /** As they were taken: the full copy is the first, and each comes after what it builds on. */
  readonly taken: readonly StoredPoint[];
  /** Newest state first. */
  readonly points: readonly StoredPoint[];
  /** No point on an older full copy was complete later. */
  readonly olderUntil: number;
}

/** What one store holds of one service, under one policy. */
export interface StoredPoints {
  /** Whether it needs nobody to begin its schedule anew. */
  readonly running: boolean;
  /** The schedule ends: its source or its store is lost. Jobs under way are worthless. */
  stop(at: Ms): void;
  /** The schedule goes on as if it had not been stopped. */
  goOn(): void;
  /** The schedule begins anew with a full copy now. */
  restart(at: Ms, source: number): void;
  /** Whoever owns the store's account deletes all that is not immutable; the schedule ends. */
  wipe(at: Ms): void;
  /** The storage is lost with all that is in it; the schedule ends. */
  lose(at: Ms): void;
  /** Whether an attack, or the loss of the store, has taken a point that was there. */
  isGone(point: RecoveryPoint, at: Ms): boolean;
  /** Whether a restore of a point turns out bad, which nobody knows before. */
  isSpoilt(point: RecoveryPoint): boolean;
  /** Whether a restore test has shown that a point is good. */
  hasPassed(point: RecoveryPoint, at: Ms): boolean;
  /** The newest state that the store gives back at an instant, or null when there is none. */
  newest(at: Ms): RecoveryPoint | null;
  /**
   * The newest state captured up to an instant that has been stored, whether or not it has been
   * pruned since; null where there is none, or where all points have to be looked through.
   */
  newestUpTo(at: Ms, captured: number): RecoveryPoint | null;
  /** Whether a point is kept whatever else there is: with the newest one, or for its age. */
  surelyKeeps(point: RecoveryPoint, beside: { at: Ms; newest: RecoveryPoint }): boolean;
  /** The states that the store gives back at an instant, newest first, as far as asked for. */
  points(at: Ms): Iterable<RecoveryPoint>;
}

/** A store whose points another one can be sent. */
export interface ChainSource {
  /** All that has been complete by an instant, newest first, whether or not it is still there. */
  chains(at: Ms): Generator<Chain>;
  /** When the log of a slot is complete; Infinity for never. */
  logEnd(schedule: Schedule, slot: number): number;
  isGone(point: Pick<RecoveryPoint, 'end' | 'chain'>, at: number): boolean;
  /** The latest attack on the store up to an instant; null where there was none. */
  lastWipe(at: number): Ms | null;
}
