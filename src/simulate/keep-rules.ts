import { before } from '../model/calendar-span.js';
import { beginningOf } from '../model/calendar-stretch.js';
import { COUNTING_RULES, type CountingRule, type Retention } from '../model/retention.js';
import type { NewerFulls } from './chains-in-turn.js';
import type { RecoveryPoint } from './stored-points.js';

/** What is to be said of a point to tell whether a rule wants it. */
interface Candidate extends NewerFulls {
  readonly point: RecoveryPoint;
  /** Whether nothing older is in the store; asked for only where it matters. */
  readonly isOldest: () => boolean;
}

/** What the rules still want, from the newest point on to older ones. */
export class KeepRules {
  readonly #retention: Retention;
  readonly #start: number;
  readonly #counting: readonly Counting[];
  readonly #pruned: number;
  #seen = 0;
  #aged = false;

  /**
   * @param when the instant 0 in ms since 1970-01-01 UTC, and in ms since then the last completion
   *   of a backup: tools prune then, and ages are those at that instant
   */
  constructor(retention: Retention, { start, pruned }: { start: number; pruned: number }) {
    this.#retention = retention;
    this.#start = start;
    this.#pruned = pruned;
    this.#counting = COUNTING_RULES.filter(
      (rule) => retention[rule] > 0 || retention.within[rule],
    ).map((rule) => new Counting(rule, retention));
  }

  /** Whether a rule wants the next older point for itself. */
  want(candidate: Candidate): boolean {
    const { point, isOldest } = candidate;
    const number = this.#seen++;
    if (number === 0) this.#begin(point);
    const { age } = this.#retention;
    this.#aged = age === null || this.#pruned - point.captured > age;
    let wanted = !this.#aged;
    const at = this.#start + point.captured;
    for (const rule of this.#counting) {
      if (rule.wants({ at, number, wanted, isOldest })) wanted = true;
    }
    return wanted || number === 0 || this.#wantsFull(candidate);
  }

  /** Whether no older point can be wanted for itself. @param full the newest full copy still to come */
  isOver(full: NewerFulls): boolean {
    if (!this.#aged || this.#wantsFull(full)) return false;
    return this.#counting.every((rule) => rule.isOver);
  }

  #begin({ captured }: RecoveryPoint): void {
    for (const rule of this.#counting) rule.begin(this.#start + captured);
  }

  #wantsFull({ newerFulls, nextFull }: NewerFulls): boolean {
    const { fulls, fullsFor } = this.#retention;
    if (newerFulls < fulls) return true;
    return fullsFor !== null && (newerFulls === 0 || this.#pruned - nextFull < fullsFor);
  }
}

/** One rule by counts, by a span of time, or both. */
class Counting {
  readonly #rule: CountingRule;
  readonly #retention: Retention;
  #left: number;
  /** Only points captured later are within the span; ms since 1970-01-01 UTC. */
  #edge = Infinity;
  #last = Infinity;
  #stretch = NaN;

  constructor(rule: CountingRule, retention: Retention) {
    this.#rule = rule;
    this.#retention = retention;
    this.#left = retention[rule];
  }

  begin(newest: number): void {
    const span = this.#retention.within[this.#rule];
    if (span) this.#edge = before(span, newest);
  }

  get isOver(): boolean {
    return this.#left === 0 && this.#last <= this.#edge;
  }

  /** @param of `wanted`: by a rule before this one; `at`: when it was captured, since 1970-01-01 */
  wants(of: { at: number; number: number; wanted: boolean; isOldest: () => boolean }): boolean {
    const { at, number, wanted, isOldest } = of;
    this.#last = at;
    if (this.isOver) return false;
    const stretch = this.#rule === 'last' ? number : beginningOf(this.#rule, at);
    const isNew = stretch !== this.#stretch;
    this.#stretch = stretch;
    const within = at > this.#edge;
    const isFree = this.#retention.counting === 'alone' || (!wanted && !within);
    const counts = this.#left > 0 && isFree;
    if ((!counts && !within) || (!isNew && !isOldest())) return false;
    if (counts) this.#left--;
    return true;
  }
}
