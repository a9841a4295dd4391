import { type Ms, ms, WEEK } from '../base/units.js';
import { isOpen, type JobWindow } from './backup-policy.js';

/** When copies are due: periods in ms, a full copy at `anchor` and every `full` before and after it. */
export interface CopyPeriods {
  readonly full: Ms;
  readonly differential: Ms | null;
  readonly incremental: Ms | null;
  readonly window: JobWindow | null;
  /** ms since 1970-01-01 UTC. */
  readonly anchor: number;
}

/** A copy of what changed, as often as it is taken between two full copies. */
export interface CyclePart {
  /** How much later than its full copy. */
  readonly after: Ms;
  /** How much earlier than the next one. */
  readonly left: Ms;
  /** The stretch of time whose changes it holds. */
  readonly over: Ms;
  readonly times: number;
}

/** What is taken from one full copy to the next, on average. */
export interface CopyCycle {
  /** Between two full copies; Infinity where none is ever taken. */
  readonly length: number;
  readonly parts: readonly CyclePart[];
}

/** Full periods that are looked through at most until all repeats, and copies of them. */
const [MOST_PERIODS, MOST_COPIES] = [53, 20_000];

/** The cycle of a schedule when every job succeeds at once. */
export function copyCycle(periods: CopyPeriods): CopyCycle {
  const { full } = periods;
  const count = periodsUntilRepeated(periods);
  const end = count * full;
  const fulls = dueIn(periods, { kind: full, from: 0, to: end });
  const { length } = fulls;
  if (length === 0) return { length: Infinity, parts: [] };
  if (isCrowded(periods, count)) return { length: end / length, parts: [evenly(periods)] };
  const parts = fulls.flatMap((from, number) =>
    partsBetween(periods, from, fulls[number + 1] ?? fulls[0]! + end),
  );
  return { length: end / length, parts: parts.map((part) => ({ ...part, times: 1 / length })) };
}

/**
 * The cycle of a store that is sent one full copy of each stretch of time alone: as if they came evenly,
 * also where a stretch is no whole number of full periods.
 */
export function thinned({ length }: CopyCycle, every: Ms): CopyCycle {
  return { length: Math.max(length, every), parts: [] };
}

/** How many full periods it takes until days of the week and all that is due come again. */
function periodsUntilRepeated(periods: CopyPeriods): number {
  const { full, differential, incremental, window } = periods;
  const rhythms = [differential, incremental, window && WEEK].filter((one) => one !== null);
  const isWhole = (count: number) => rhythms.every((one) => (count * full) % one === 0);
  for (let count = 1; count <= MOST_PERIODS; count++) if (isWhole(count)) return count;
  return isCrowded(periods, MOST_PERIODS) ? 1 : MOST_PERIODS;
}

/** Whether more copies are due in so many full periods than anybody wants to look through. */
function isCrowded({ full, differential, incremental }: CopyPeriods, count: number): boolean {
  return (count * full) / (incremental ?? differential ?? full) > MOST_COPIES;
}

/** What is due again and again within a stretch after the anchor, and may be taken then. */
function dueIn(
  { window, anchor }: CopyPeriods,
  { kind, from, to }: { kind: Ms; from: number; to: number },
): number[] {
  const due: number[] = [];
  for (let at = Math.ceil(from / kind) * kind; at < to; at += kind) {
    if (!window || isOpen(window, { start: ms(at), end: ms(at) }, anchor)) due.push(at);
  }
  return due;
}

/** What builds on a full copy until the next one; where a greater copy is due no smaller one is. */
function partsBetween(periods: CopyPeriods, from: number, to: number): Omit<CyclePart, 'times'>[] {
  const { full, differential, incremental } = periods;
  const within = (kind: Ms | null) =>
    kind === null
      ? []
      : dueIn(periods, { kind, from: from + 1, to }).filter((at) => at % full !== 0);
  const isWhole = (at: number) => differential !== null && at % differential === 0;
  const steps = within(incremental).filter((at) => !isWhole(at));
  let before = from;
  return [...within(differential), ...steps]
    .sort((a, b) => a - b)
    .map((at) => {
      const over = ms(at - (isWhole(at) ? from : before));
      before = at;
      return { after: ms(at - from), left: ms(to - at), over };
    });
}

/** More parts than are worth telling apart: all alike, in the middle between two full copies. */
function evenly({ full, differential, incremental }: CopyPeriods): CyclePart {
  const period = incremental ?? differential ?? full;
  const over = ms(incremental === null ? full / 2 : period);
  const middle = ms(full / 2);
  return { after: middle, left: middle, over, times: Math.ceil(full / period) - 1 };
}
