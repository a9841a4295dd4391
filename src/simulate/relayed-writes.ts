import { type Ms, ms, SECOND, WEEK } from '../base/units.js';
import { ageOf, hourAfter, peakOf, type Window, type Writing, writesAt } from './replication.js';

/** What flows to a copy by way of another one, and what carries it; rates in bytes per second. */
export interface Relay extends Writing {
  /** What the lines to the relay and from there on carry. */
  readonly rates: readonly [number, number];
  /** Stretches in which nothing gets to the relay, and from there on; in no order. */
  readonly cuts: readonly [readonly Window[], readonly Window[]];
  /** Up to when all that was written was at the relay at once. */
  readonly openUntil: number;
  /** Instants at which the relay was sent all data anew. */
  readonly refilled: readonly number[];
  /** When the copy had all that was at the relay; -Infinity for ever. */
  readonly drained: number;
}

/** Bytes that have not got to the relay yet, and that have not got further than that. */
interface Backlog {
  before: number;
  beyond: number;
}

/** A stretch in which the same goes on throughout. */
interface Piece extends Window {
  readonly written: boolean;
  readonly rates: readonly [number, number];
}

/**
 * Two lines that carry the mean of the writes empty both queues at least once in two weeks without
 * cuts: the first within a week, the second within another once it is fed as in any other week.
 */
const LEAD = 2 * WEEK;
/** Less than a byte is rounding. */
const ROUNDING = 1;

/**
 * Age of the oldest write that has not left the relay: two fluid queues one behind the other, of
 * which the second is fed by what leaves the first. `before` says how much of it is not even at the
 * relay.
 *
 * @param span `since`, when the relay was complete (-Infinity for ever), before `at`
 */
export function relayedAge(
  relay: Relay,
  span: { since: number; at: Ms },
): { age: Ms; before: number } {
  const pieces = piecesOf(relay, span);
  const backlog: Backlog = { before: 0, beyond: 0 };
  for (const piece of pieces) {
    if (relay.refilled.includes(piece.from)) refill(backlog);
    if (relay.drained === piece.from) backlog.beyond = 0;
    follow(relay, piece, backlog);
  }
  const all = backlog.before + backlog.beyond;
  if (all < ROUNDING) return { age: ms(0), before: 0 };
  return {
    age: ageOf(relay, pieces, { backlog: all, slack: 1e-3 }),
    before: backlog.before < ROUNDING ? 0 : backlog.before,
  };
}

/** All is at the relay. */
function refill(backlog: Backlog): void {
  backlog.beyond += backlog.before;
  backlog.before = 0;
}

function piecesOf(relay: Relay, { since, at }: { since: number; at: Ms }): readonly Piece[] {
  const { halts, stalls, cuts, rates, openUntil, refilled, drained } = relay;
  const windows = [...halts, ...stalls, ...cuts[0], ...cuts[1]];
  const changes = [
    ...windows.flatMap(({ from, to }) => [from, to]),
    openUntil,
    ...refilled,
    drained,
  ];
  const first = Math.min(at, ...changes.filter((one) => one > -Infinity));
  // Bursts may leave a backlog of any length; before the horizon there are none.
  const begin = ms(Math.max(since, relay.bursts ? -LEAD : first - LEAD));
  const within = (all: readonly Window[], instant: number) =>
    all.some(({ from, to }) => from <= instant && instant < to);
  const instants = [...new Set([begin, ...changes.filter((one) => one > begin && one < at), at])];
  instants.sort((a, b) => a - b);
  return instants.slice(1).map((to, i): Piece => {
    const from = instants[i]!;
    const stands = within(halts, from);
    const feeds = !stands && !within(cuts[0], from);
    const toRelay = from < openUntil ? Infinity : feeds ? rates[0] : 0;
    return {
      from: ms(from),
      to: ms(to),
      written: !stands && !within(stalls, from),
      rates: [toRelay, within(cuts[1], from) ? 0 : rates[1]],
    };
  });
}

function follow(relay: Relay, piece: Piece, backlog: Backlog): void {
  const { to, written, rates } = piece;
  const keepsUp = peakOf(relay) <= Math.min(...rates);
  for (let now = piece.from; now < to;) {
    const isEmpty = backlog.before === 0 && backlog.beyond === 0;
    if (isEmpty && keepsUp) return;
    if (isEmpty && Math.min(...rates) > 0 && to - LEAD > now && !relay.bursts) {
      now = ms(to - LEAD);
      continue;
    }
    const next = ms(Math.min(to, hourAfter(relay, now)));
    flow(backlog, { writes: written ? writesAt(relay, now) : 0, rates, lasts: next - now });
    now = next;
  }
}

/** Rates stay the same but where a queue is empty, from when on it passes on what comes. */
function flow(
  backlog: Backlog,
  { writes, rates, lasts }: { writes: number; rates: readonly [number, number]; lasts: number },
): void {
  if (rates[0] === Infinity) refill(backlog);
  for (let left = lasts / SECOND; left > 0;) {
    const passed = backlog.before > 0 ? rates[0] : Math.min(writes, rates[0]);
    const sent = backlog.beyond > 0 ? rates[1] : Math.min(passed, rates[1]);
    const [first, second] = [writes - passed, passed - sent];
    const emptied = [lasting(backlog.before, first), lasting(backlog.beyond, second)] as const;
    const step = Math.min(left, ...emptied);
    backlog.before = emptied[0] <= step ? 0 : backlog.before + first * step;
    backlog.beyond = emptied[1] <= step ? 0 : backlog.beyond + second * step;
    left -= step;
  }
}

/** How long until a queue is empty; Infinity where it is already, or does not drain. */
function lasting(backlog: number, growth: number): number {
  return backlog > 0 && growth < 0 ? backlog / -growth : Infinity;
}
