import type { Ms } from '../base/units.js';
import type { Job, Schedule } from './schedule.js';
import type { RecoveryPoint, StoredPoint } from './stored-points.js';

/** A full copy as a point. */
export function fullPoint(schedule: Schedule, { captured, end, bytes }: Job): StoredPoint {
  const plain = { since: captured, logged: 0, upTo: null };
  return { captured, end, bytes, chain: captured, ...plain, schedule, part: bytes, on: null };
}

/** What builds on another point. */
export function pointOn(
  schedule: Schedule,
  on: StoredPoint,
  { captured, end, bytes }: Job,
): StoredPoint {
  const plain = { since: captured, logged: 0, upTo: null };
  return {
    captured,
    end,
    bytes: on.bytes + bytes,
    chain: on.chain,
    ...plain,
    schedule,
    part: bytes,
    on,
  };
}

/** A point whose bytes are counted when somebody asks. */
export class PointOn implements RecoveryPoint {
  readonly captured: Ms;
  readonly end: Ms;
  readonly chain: Ms;
  readonly since: Ms;
  readonly logged = 0;
  readonly upTo = null;
  readonly #count: () => number;
  #bytes = NaN;

  constructor(base: Job, { captured, end }: Job, count: () => number) {
    this.captured = captured;
    this.end = end;
    this.chain = base.captured;
    this.since = captured;
    this.#count = count;
  }

  get bytes(): number {
    if (Number.isNaN(this.#bytes)) this.#bytes = this.#count();
    return this.#bytes;
  }
}
