import { invariant } from '../base/invariant.js';
import type { Distribution } from './distribution.js';
import { above, atOrAbove, below } from './double-grid.js';

/** One of the laws that a mixture chooses among. */
export interface MixturePart {
  /** How often it is chosen, in proportion to the sum of all weights; positive and finite. */
  readonly weight: number;
  readonly law: Distribution;
}

/** Quantiles of each part that are marked beforehand, so that searches start near their end. */
const MARKS_PER_PART = 64;
/** A share as large as this within one cell belongs to a single value. */
const JUMP = 1e-9;
/** After so many steps every second one halves the distance, whatever the curve looks like. */
const PATIENCE = 8;
/** Halving alone takes some 65 steps. */
const STEPS_MAX = 1000;

/** A place on the grid, and the share of each part, and of the mixture, at or below it. */
interface Mark {
  readonly x: number;
  readonly shares: readonly number[];
  readonly whole: number;
}

/** Two marks with the answer above the lower one, and not above the upper one. */
interface Cell {
  readonly low: Mark;
  readonly high: Mark;
}

/** A cell still to be narrowed. */
interface Bracket extends Cell {
  /** A mark further down where one is known, else `low`: a third point for the first guess. */
  readonly lower: Mark;
}

/** Mean over the parts, by their weights, of a quantity of each. */
export function weighted(
  parts: readonly MixturePart[],
  quantity: (part: MixturePart, index: number) => number,
): number {
  let sum = 0;
  let weights = 0;
  for (let i = 0; i < parts.length; i++) {
    sum += parts[i]!.weight * quantity(parts[i]!, i);
    weights += parts[i]!.weight;
  }
  return sum / weights;
}

/**
 * Inverse of the share of a mixture at or below a value, within 2^-40 of the size of the value (or
 * what one unit in the last place of u moves it by, in the upper tail); a value with a probability of
 * its own comes out exactly. The answer depends only on the cell of the grid that it lies in, never
 * on the way there, so that a larger u does not give less.
 */
export function mixtureQuantile(parts: readonly MixturePart[]): (u: number) => number {
  let marks: readonly Mark[] | undefined;
  return (u) => {
    marks ??= marksOf(parts);
    return valueIn(narrowed(bracketOf(marks, parts, u), parts, u), parts);
  };
}

function markAt(x: number, parts: readonly MixturePart[]): Mark {
  const shares: number[] = [];
  const whole = weighted(parts, ({ law }) => {
    const share = law.cdf(x);
    shares.push(share);
    return share;
  });
  return { x, shares, whole };
}

/** Rising marks at quantiles of the parts, and right below those where the share jumps. */
function marksOf(parts: readonly MixturePart[]): readonly Mark[] {
  const places = parts.flatMap(({ law }) =>
    Array.from({ length: MARKS_PER_PART }, (_, i) =>
      atOrAbove(law.quantile((i + 0.5) / MARKS_PER_PART)),
    ),
  );
  const rising = [...new Set(places)].sort((a, b) => a - b);
  return rising.flatMap((place) => {
    const high = markAt(place, parts);
    const low = markAt(below(place), parts);
    return high.whole - low.whole > JUMP ? [low, high] : [high];
  });
}

function bracketOf(marks: readonly Mark[], parts: readonly MixturePart[], u: number): Bracket {
  let [from, to] = [0, marks.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (marks[middle]!.whole < u) from = middle + 1;
    else to = middle;
  }
  const [low, high] = [marks[from - 1], marks[from]];
  if (low && high) return { low, high, lower: marks[from - 2] ?? low };
  // Beyond the marks: the answer lies between the least and the greatest quantile of the parts.
  const quantiles = parts.map(({ law }) => law.quantile(u));
  if (low) {
    const place = Math.max(above(low.x), atOrAbove(Math.max(...quantiles)));
    return { low, high: markAt(place, parts), lower: low };
  }
  const place = Math.min(below(high!.x), below(atOrAbove(Math.min(...quantiles))));
  const least = markAt(place, parts);
  return { low: least, high: high!, lower: least };
}

/**
 * The bracket narrowed to neighbours on the grid: inverse quadratic interpolation where it can be
 * trusted, halving elsewhere (Chandrupatla 1997, Advances in Engineering Software 28). Both work on
 * the shares of the part that rises most between the ends: on this scale the mixture is nearly a
 * straight line, and jumps and gaps of that part need no search.
 */
function narrowed(bracket: Bracket, parts: readonly MixturePart[], u: number): Cell {
  let { low, high } = bracket;
  let [newest, opposite, older] = [low, high, bracket.lower];
  for (let steps = 0; above(low.x) < high.x; steps++) {
    invariant(steps < STEPS_MAX, () => `a mixture's quantile at ${u} has not settled at ${low.x}`);
    const trust = steps < PATIENCE || steps % 2 === 0;
    const guess = trust ? guessFrom([newest, opposite, older], parts, u) : NaN;
    const place = atOrAbove(Number.isNaN(guess) ? middleOf(low.x, high.x) : guess);
    const mark = markAt(Math.min(below(high.x), Math.max(above(low.x), place)), parts);
    if (mark.whole < u === newest.whole < u) older = newest;
    else [older, opposite] = [opposite, newest];
    newest = mark;
    if (mark.whole < u) low = mark;
    else high = mark;
  }
  return { low, high };
}

/** Where the answer should be, by the newest mark, one on its other side and one behind it. */
function guessFrom(
  [newest, opposite, older]: readonly [Mark, Mark, Mark],
  parts: readonly MixturePart[],
  u: number,
): number {
  const index = steepestPart(newest, opposite, parts);
  const [a, b, c] = [newest.shares[index]!, opposite.shares[index]!, older.shares[index]!];
  const [atA, atB, atC] = [newest.whole - u, opposite.whole - u, older.whole - u];
  let t = older === newest ? atA / (atA - atB) : 0.5;
  const along = (a - b) / (c - b);
  const risen = (atA - atB) / (atC - atB);
  if (risen * risen < along && (1 - risen) * (1 - risen) < 1 - along) {
    t =
      (atA / (atB - atA)) * (atC / (atB - atC)) +
      ((c - a) / (b - a)) * (atA / (atC - atA)) * (atB / (atC - atB));
  }
  const share = a + t * (b - a);
  return share > 0 && share < 1 ? parts[index]!.law.quantile(share) : NaN;
}

function steepestPart(one: Mark, other: Mark, parts: readonly MixturePart[]): number {
  let [best, most] = [0, 0];
  for (let i = 0; i < parts.length; i++) {
    const rise = parts[i]!.weight * Math.abs(one.shares[i]! - other.shares[i]!);
    if (rise > most) [best, most] = [i, rise];
  }
  return best;
}

/** A place between two, halving the ratio where they are of different sizes. */
function middleOf(low: number, high: number): number {
  if (low < 0 && high > 0) return 0;
  const small = Math.max(1e-280, Math.min(Math.abs(low), Math.abs(high)));
  const large = Math.max(Math.abs(low), Math.abs(high));
  if (large <= 2 * small) return low / 2 + high / 2;
  return (low < 0 ? -1 : 1) * Math.sqrt(small) * Math.sqrt(large);
}

/** The value that the part with most of a cell's share has in the middle of its share there. */
function valueIn({ low, high }: Cell, parts: readonly MixturePart[]): number {
  const index = steepestPart(low, high, parts);
  const share = low.shares[index]! / 2 + high.shares[index]! / 2;
  const value = parts[index]!.law.quantile(share);
  return Math.max(low.x, Math.min(high.x, value));
}
