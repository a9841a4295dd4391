import type { Ms } from '../base/units.js';
import type { CopyCycle, CyclePart } from './copy-cycle.js';
import type { HeldChains, MeanHolding } from './retention.js';

/** How many copies of a kind there are on average. */
export interface CopyCount {
  /** In a store at any instant. */
  readonly stored: number;
  /** The same with what has been deleted and is billed all the same. */
  readonly billed: number;
}

/** Copies of what changed in equally long stretches of time. */
export interface PartCount extends CopyCount {
  readonly over: Ms;
  /** Taken from one full copy to the next. */
  readonly taken: number;
}

/** What one store holds and is sent when every job succeeds at once. */
export interface CopyCounts {
  /** From one full copy to the next, in ms; Infinity where none is ever taken. */
  readonly cycle: number;
  readonly fulls: CopyCount;
  readonly parts: readonly PartCount[];
  /** How far the log reaches back that is kept from the oldest full copy on, in ms. */
  readonly log: CopyCount;
}

const NONE: CopyCount = { stored: 0, billed: 0 };

/** Of a schedule that never takes a full copy. */
export const NO_COPIES: CopyCounts = { cycle: Infinity, fulls: NONE, parts: [], log: NONE };

/** A cycle, and what a store holds of it. */
interface About {
  readonly cycle: CopyCycle;
  readonly holding: MeanHolding;
  /** For how long the store bills what it is given, whether or not that is still there. */
  readonly minimum: Ms;
}

/**
 * Counts the copies in a store in its steady state. A part goes with its full copy, so that of the
 * chains that are held it is missing in those alone that are younger than it.
 */
export function copyCounts(about: About): CopyCounts {
  const { length, parts } = about.cycle;
  const { fulls } = about.holding;
  const stretches = [...new Set(parts.map(({ over }) => over))];
  return {
    cycle: length,
    fulls: { stored: fulls, billed: fulls + goneOf(about, 0) },
    parts: stretches.map((over) => partCount(about, over)),
    log: logOf(about),
  };
}

function partCount(about: About, over: Ms): PartCount {
  const { length, parts } = about.cycle;
  const alike = parts.filter((part) => part.over === over);
  const sumOf = (of: (part: CyclePart) => number) =>
    alike.reduce((sum, part) => sum + part.times * of(part), 0);
  const taken = sumOf(() => 1);
  const whole = taken * (about.holding.fulls - 1);
  const stored = Math.max(0, whole + sumOf(({ left }) => left) / length);
  const gone = about.minimum > 0 ? sumOf(({ after }) => goneOf(about, after)) : 0;
  return { over, taken, stored, billed: stored + gone };
}

/** Parts so much later than their full copies that are gone and not as old yet as is billed. */
function goneOf({ cycle: { length }, holding: { chains }, minimum }: About, after: number): number {
  if (minimum === 0) return 0;
  const age = minimum + after;
  return meanOf(chains, ({ newest, together, apart }) => {
    const taken = Math.max(0, Math.ceil((age - newest) / length));
    const held = Math.min(together, taken) + apart.filter((old) => old < age).length;
    return Math.max(0, taken - held);
  });
}

/** A log reaches back to the oldest full copy that is held. */
function logOf({ cycle: { length }, holding: { chains }, minimum }: About): CopyCount {
  const reachOf = ({ newest, together, apart }: HeldChains) =>
    Math.max(newest + (together - 1) * length, ...apart);
  return {
    stored: meanOf(chains, reachOf),
    billed: meanOf(chains, (held) => Math.max(minimum, reachOf(held))),
  };
}

function meanOf(chains: readonly HeldChains[], of: (held: HeldChains) => number): number {
  return chains.reduce((sum, held) => sum + of(held), 0) / chains.length;
}
