import type { Ms } from '../base/units.js';
import {
  CALENDAR_RULES,
  type CalendarRule,
  beginningOf,
  type Retention,
} from '../model/retention.js';
import { ChainsInTurn } from './chains-in-turn.js';
import type { Chain, RecoveryPoint, StoredPoint } from './stored-points.js';

/**
 * The points that a store keeps, newest first, as far as they are asked for. Tools prune when a
 * backup is complete: ages are those at the last completion, calendar rules keep the newest point of
 * each stretch (UTC), and a chain is kept as long as one of its points. Neither the newest point is
 * ever pruned nor the newest full copy, on which the next job builds.
 *
 * @param chains newest full copy first
 * @param start ms since 1970-01-01 UTC of the instant 0
 */
export function* keptPoints(
  chains: Iterator<Chain>,
  retention: Retention,
  start: number,
): Generator<StoredPoint> {
  const store = new ChainsInTurn(chains);
  const rules = new Rules(retention, { start, pruned: store.lastCompletion });
  for (const { point, chain } of store.newestFirst()) {
    if (rules.keep(point)) chain.kept = true;
    if (rules.isOver) store.close();
    yield* store.decided();
  }
}

/** What the rules still want, from the newest point on to older ones. */
class Rules {
  readonly #retention: Retention;
  readonly #start: number;
  readonly #pruned: number;
  readonly #left: Partial<Record<CalendarRule, { beginning: number; count: number }>> = {};
  #seen = 0;
  #aged = false;

  /** @param when the start of the horizon, and when the store was pruned, in ms since then */
  constructor(retention: Retention, when: { start: number; pruned: number }) {
    this.#retention = retention;
    this.#start = when.start;
    this.#pruned = when.pruned;
  }

  /** Whether a rule keeps the next older point. */
  keep({ captured }: RecoveryPoint): boolean {
    const { age, last } = this.#retention;
    const number = this.#seen++;
    let wanted = number === 0 || number < last;
    this.#aged = age === null || this.#pruned - captured > age;
    if (!this.#aged) wanted = true;
    for (const rule of CALENDAR_RULES) {
      if (this.#retention[rule] > 0 && this.#countsIn(rule, captured)) wanted = true;
    }
    return wanted;
  }

  /** Whether no older point can be wanted for itself. */
  get isOver(): boolean {
    if (!this.#aged || this.#seen < this.#retention.last) return false;
    return CALENDAR_RULES.every((rule) => (this.#left[rule]?.count ?? 0) >= this.#retention[rule]);
  }

  /** Whether a point is the newest of a stretch of the calendar that is among those kept. */
  #countsIn(rule: CalendarRule, captured: Ms): boolean {
    const beginning = beginningOf(rule, this.#start + captured);
    const known = this.#left[rule];
    if (known?.beginning === beginning || (known?.count ?? 0) >= this.#retention[rule])
      return false;
    this.#left[rule] = { beginning, count: (known?.count ?? 0) + 1 };
    return true;
  }
}
