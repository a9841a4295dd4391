import type { Retention } from '../model/retention.js';
import { KeepRules, type NewerFulls } from './keep-rules.js';
import type { Chain, StoredPoint } from './stored-points.js';

/**
 * The points that a store keeps, newest first, as far as they are asked for. Tools prune when a
 * backup is complete: ages are those at the completion of the newest one, and only full copies that
 * are complete count. A chain stays whole as long as one of its points is wanted. The newest point is
 * never pruned.
 *
 * @param chains newest first; only neighbours overlap in time
 * @param start ms since 1970-01-01 UTC of the instant 0
 */
export function* keptPoints(
  chains: Iterator<Chain>,
  retention: Retention,
  start: number,
): Generator<StoredPoint> {
  const fulls = new Fulls(chains);
  const points = new Ahead(newestFirst(fulls));
  const rules = new KeepRules(retention, start);
  const kept = new Set<number>();
  const isOldest = () => points.isOver;
  // Wanted by no rule so far, but an older point of its chain may be.
  let passed: StoredPoint[] = [];
  for (let point = points.next(); point; point = points.next()) {
    if (rules.want({ point, ...fulls.newerThan(point), isOldest })) kept.add(point.chain);
    passed.push(point);
    const closed = point.on === null ? point.chain : NaN;
    const isOver = rules.isOver(fulls.stillOpen(point));
    passed = passed.filter(({ chain }) => kept.has(chain) || (!isOver && chain !== closed));
    while (passed[0] && kept.has(passed[0].chain)) yield passed.shift()!;
    if (isOver && point.captured <= Math.min(...kept)) return;
  }
}

/** Chains as they are asked for, and when the full copies of those were complete. */
class Fulls {
  readonly #chains: Iterator<Chain>;
  /** Captures and completions of the full copies met, newest first. */
  readonly #met: { captured: number; end: number }[] = [];

  constructor(chains: Iterator<Chain>) {
    this.#chains = chains;
  }

  next(): Chain | null {
    const next: IteratorResult<Chain, unknown> = this.#chains.next();
    if (next.done === true) return null;
    this.#met.push(next.value.points.at(-1)!);
    return next.value;
  }

  /** How many full copies are newer than that of a point, and when the oldest of them was complete. */
  newerThan({ chain }: StoredPoint): NewerFulls {
    return this.#before(this.#met.findLastIndex(({ captured }) => captured === chain));
  }

  /** The same for the newest full copy that is older than a point. */
  stillOpen({ captured }: StoredPoint): NewerFulls {
    return this.#before(this.#met.findLastIndex((full) => full.captured >= captured) + 1);
  }

  #before(newerFulls: number): NewerFulls {
    return { newerFulls, nextFull: this.#met[newerFulls - 1]?.end ?? Infinity };
  }
}

/** Points of chains of which only neighbours overlap, in one order. */
function* newestFirst(chains: Fulls): Generator<StoredPoint, void> {
  let newer = chains.next();
  let older = newer && chains.next();
  let [i, j] = [0, 0];
  while (newer) {
    const a: StoredPoint | undefined = newer.points[i];
    const b: StoredPoint | undefined = older?.points[j];
    if (!a) {
      newer = older;
      older = newer && chains.next();
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

/** Something that can be asked whether more is to come. */
class Ahead {
  readonly #points: Generator<StoredPoint, void>;
  #peeked: StoredPoint | null | undefined;

  constructor(points: Generator<StoredPoint, void>) {
    this.#points = points;
  }

  get isOver(): boolean {
    this.#peeked ??= this.#pull();
    return this.#peeked === null;
  }

  next(): StoredPoint | null {
    const next = this.#peeked === undefined ? this.#pull() : this.#peeked;
    this.#peeked = undefined;
    return next;
  }

  #pull(): StoredPoint | null {
    const { done, value } = this.#points.next();
    return done === true ? null : value;
  }
}
