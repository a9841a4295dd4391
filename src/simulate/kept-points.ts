import type { Ms } from '../base/units.js';
import {
  CALENDAR_RULES,
  type CalendarRule,
  beginningOf,
  type Retention,
} from '../model/retention.js';
import type { Chain, RecoveryPoint, StoredPoint } from './stored-points.js';

/**
 * The points that a store keeps, newest first, as far as they are asked for. Tools prune when a
 * backup is complete: ages are those at the completion of the newest one, calendar rules keep the
 * newest point of each stretch (UTC), and what a kept point builds on stays as long as it. The
 * newest point is never pruned.
 *
 * @param chains newest first; only neighbours overlap in time
 * @param start ms since 1970-01-01 UTC of the instant 0
 */
export function* keptPoints(
  chains: Iterator<Chain>,
  retention: Retention,
  start: number,
): Generator<StoredPoint> {
  const merged = newestFirst(chains);
  const rules = new Rules(retention, start);
  // Full copies that a kept point builds on, by their captures: all older ones are of no use.
  const builtOn: number[] = [];
  for (const point of merged) {
    if (rules.keep(point) && !builtOn.includes(point.chain)) builtOn.push(point.chain);
    if (builtOn.includes(point.chain)) yield point;
    if (rules.isOver && point.captured <= Math.min(...builtOn)) return;
  }
}

/** Points of chains of which only neighbours overlap, in one order. */
function* newestFirst(chains: Iterator<Chain>): Generator<StoredPoint> {
  let newer = nextChain(chains);
  let older = newer && nextChain(chains);
  let [i, j] = [0, 0];
  while (newer) {
    const a: StoredPoint | undefined = newer.points[i];
    const b: StoredPoint | undefined = older?.points[j];
    if (!a) {
      newer = older;
      older = newer && nextChain(chains);
      i = j;
      j = 0;
    } else if (b && b.captured > a.captured) {
      j++;
      yield b;
    } else {
      i++;
      yield a;
    }
  }
}

function nextChain(chains: Iterator<Chain>): Chain | null {
  const next: IteratorResult<Chain, unknown> = chains.next();
  return next.done === true ? null : next.value;
}

/** What the rules still want, from the newest point on to older ones. */
class Rules {
  readonly #retention: Retention;
  readonly #start: number;
  readonly #left: Partial<Record<CalendarRule, { beginning: number; count: number }>> = {};
  #seen = 0;
  #pruned: Ms | null = null;
  #aged = false;

  constructor(retention: Retention, start: number) {
    this.#retention = retention;
    this.#start = start;
  }

  /** Whether a rule keeps the next older point. */
  keep({ captured, end }: RecoveryPoint): boolean {
    const { age, last } = this.#retention;
    const number = this.#seen++;
    this.#pruned ??= end;
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
