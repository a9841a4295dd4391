import { TURN } from '../event.js';

/** What is still to come after a recovery: the place of its instant in a list. */
export const ARRIVE = 0;
export const GROW = 1;
export const HOUR_TURNS = 2;
export const BACK = 3;
export const SEEDED = 4;
export const LEAVE = 5;
export const RETURN = 6;

/** When each is due; Infinity for never. */
export type Due = number[];

/** Nothing is due. */
export const newDue = (): Due => [
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
];

/** Nothing is due any more. */
export function clearDue(due: Due): void {
  for (let i = 0; i < due.length; i++) due[i] = Infinity;
}

/** Who goes first when several share one instant, in the order of their places. */
const TURNS = [
  TURN.finish,
  TURN.finish,
  TURN.finish,
  TURN.return,
  TURN.finish,
  TURN.observe,
  TURN.finish,
] as const;

/**
 * What is due first; -1 for nothing. Of two in one turn of an instant the order of booking would
 * count, which is not known here: that instant becomes NaN.
 */
export function firstDue(due: Due): number {
  let which = -1;
  let least = Infinity;
  let tied = false;
  for (let i = 0; i < due.length; i++) {
    const at = due[i]!;
    if (at < least) {
      least = at;
      which = i;
      tied = false;
    } else if (at === least && at < Infinity) {
      const [turn, other] = [TURNS[i]!, TURNS[which]!];
      if (turn < other) which = i;
      if (turn <= other) tied = turn === other;
    }
  }
  if (tied) due[which] = NaN;
  return which;
}
