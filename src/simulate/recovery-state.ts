import type { Ms } from '../base/units.js';
import type { RecoveryPoint } from './stored-points.js';
import type { Booking } from './calendar.js';
import type { Event, TransferPurpose } from './event.js';
import type { Transfer } from './transfers.js';

/** A service on its way back. */
export interface Recovery {
  /** Number of the disaster that stopped it. */
  readonly disaster: number;
  /** Last instant at which it acknowledged good writes that may now be gone. */
  stopped: Ms;
  /** Until when it sent its writes on: later than `stopped` where damage went unnoticed. */
  sentUntil: Ms;
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
  /** How often a step of each number has begun. */
  readonly begun: number[];
  /** How often a tainted point has been cleaned. */
  cleanings: number;
  /** Copies whose loss of touch keeps it down though its seat is there; none for any other reason. */
  readonly held: readonly number[];
  /** What turned out to be of no use although it had been cleaned. */
  readonly rejected: Path[];
  /** Restores that turned out bad: of each policy, by its first store, the oldest chain so far. */
  readonly bad: { readonly root: number; readonly chain: Ms }[];
  /** Copies that have been asked for, by number of their store: since when, and when they come. */
  readonly fetched: Map<number, { readonly since: Ms; readonly at: Ms }>;
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
  | {
      readonly kind: 'failover';
      readonly copy: number;
      readonly captured: Ms;
      /** Disaster that tainted the state, which has to be cleaned; -1 for none. */
      readonly cleans: number;
      /** The state, where that is not the newest that the copy has received. */
      readonly upTo: Ms | null;
    }
  | {
      readonly kind: 'restore';
      readonly policy: number;
      readonly place: number;
      readonly point: RecoveryPoint;
      readonly cleans: number;
    }
  | { readonly kind: 'nothing' };

/** The instant of the state that a path gives back; null where it gives back none of its own. */
export function stateOf(path: Path): Ms | null {
  if (path.kind === 'failover') return path.captured;
  return path.kind === 'restore' ? path.point.captured : null;
}
