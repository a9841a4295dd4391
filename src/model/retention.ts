import { invariant } from '../base/invariant.js';
import { type Ms, ms } from '../base/units.js';
import { before, type CalendarSpan, longest } from './calendar-span.js';
import { beginningOf, CALENDAR_RULES, type CalendarRule, LONGEST } from './calendar-stretch.js';

/** Rules that count points: the newest ones, or the newest of each stretch of the calendar. */
export type CountingRule = 'last' | CalendarRule;
/** In the order in which they choose. */
export const COUNTING_RULES: readonly CountingRule[] = ['last', ...CALENDAR_RULES];

/**
 * Which points of a copy are kept: a point stays while any of the rules wants it, and the whole chain
 * as long as one of its points: its full copy and all that builds on that. Counts may be Infinity.
 *
 * A calendar rule keeps the newest point of each of the last so many hours, days, ISO weeks, months
 * or years (UTC) that have one; while it has places left the oldest point takes one of them, so that
 * the history reaches back as far as it can (restic and Borg).
 */
export interface Retention extends Readonly<Record<CountingRule, number>> {
  /** Every point for so long, told when the store is pruned; null where no rule goes by age. */
  readonly age: Ms | null;
  /**
   * The same rules without a count, back from the newest point for so long; `last` is every point
   * (restic's `--keep-within`, `--keep-within-daily`, ...).
   */
  readonly within: Readonly<Partial<Record<CountingRule, CalendarSpan>>>;
  /** The newest so many full copies, and all since (pgBackRest's retention by count). */
  readonly fulls: number;
  /**
   * The newest full copy that is at least so old, and all since, so that every state of that time
   * can be had (pgBackRest's retention by time, recovery windows); null for no such rule.
   */
  readonly fullsFor: Ms | null;
  /**
   * `alone`: every rule counts by itself, as in restic. `beyond`: a point that an earlier rule keeps
   * takes no place of a later one, as in Borg.
   */
  readonly counting: 'alone' | 'beyond';
}

/** No rule at all: of a store that nobody prunes by this, only the newest point would stay. */
export const NO_RULES: Retention = {
  age: null,
  last: 0,
  hourly: 0,
  daily: 0,
  weekly: 0,
  monthly: 0,
  yearly: 0,
  within: {},
  fulls: 0,
  fullsFor: null,
  counting: 'alone',
};

/** Points by age alone. */
export function keptFor(age: Ms): Retention {
  return { ...NO_RULES, age };
}

/** How long every point is kept where nothing but its age counts; null where another rule may keep it. */
export function byAgeAlone(retention: Retention): Ms | null {
  const { age, within, fulls, fullsFor } = retention;
  const { last: all, ...stretches } = within;
  const counts = fulls > 0 || COUNTING_RULES.some((rule) => retention[rule] > 0);
  if (counts || fullsFor !== null || Object.keys(stretches).length > 0) return null;
  return ms(Math.max(age ?? 0, all ? longest(all) : 0));
}

/** When copies are made. */
export interface CopyPeriods {
  readonly full: Ms;
  /** Null where every copy is a full one. */
  readonly incremental: Ms | null;
}

/** Age that the oldest point kept for itself reaches once the schedule has run for long. */
export function reachOf(retention: Retention, { full, incremental }: CopyPeriods): Ms {
  const period = incremental ?? full;
  const { age, within, fulls, fullsFor } = retention;
  const stretches = CALENDAR_RULES.map((rule) => retention[rule] * Math.max(LONGEST[rule], period));
  const spans = Object.values(within).map(longest);
  const byFulls = [fulls * full, fullsFor === null ? 0 : fullsFor + full];
  return ms(
    Math.max(age ?? 0, period, retention.last * period, ...stretches, ...spans, ...byFulls),
  );
}

/** A point at `anchor` and every `period` before and after it. */
export interface Captures {
  readonly anchor: number;
  readonly period: Ms;
  /** Number of the oldest that there is; -Infinity for a schedule that has been running for ever. */
  readonly first?: number;
}

/** The kept points of a schedule, by number: point k was captured at `anchor` + k · `period`. */
export interface Kept {
  /** All points from this number on. */
  readonly from: number;
  /** Older ones, newest first. */
  readonly older: readonly number[];
}

/**
 * Which points are wanted for themselves at an instant when every job succeeds and takes no time.
 * Rules by full copies, which know chains, are not among these.
 *
 * @param now ms since 1970-01-01 UTC, like the anchor
 */
export function keptAt(retention: Retention, captures: Captures, now: number): Kept {
  const { anchor, period, first = -Infinity } = captures;
  const newest = Math.floor((now - anchor) / period);
  const { age, last, within, counting } = retention;
  const byAge = age === null ? Infinity : Math.ceil((now - age - anchor) / period);
  const edge = within.last && before(within.last, anchor + newest * period);
  const bySpan = edge === undefined ? Infinity : Math.floor((edge - anchor) / period) + 1;
  const aged = Math.min(newest + 1, byAge, bySpan);
  const counted = counting === 'beyond' ? aged - last : Math.min(aged, newest + 1 - last);
  const from = Math.max(first, counted);
  const older = new Set<number>();
  for (const rule of CALENDAR_RULES) {
    if (retention[rule] === 0 && !within[rule]) continue;
    addStretches({ retention, rule, older, from }, { anchor, period, first }, newest);
  }
  const all = Math.min(newest, from);
  return { from: all, older: [...older].filter((k) => k < all).sort((a, b) => b - a) };
}

/** Adds what a calendar rule wants. @param of `from`: all points from this number on are kept */
function addStretches(
  of: { retention: Retention; rule: CalendarRule; older: Set<number>; from: number },
  { anchor, period, first }: Required<Captures>,
  newest: number,
): void {
  const { retention, rule, older, from } = of;
  const capturedAt = (point: number) => anchor + point * period;
  const span = retention.within[rule];
  const edge = span ? before(span, capturedAt(newest)) : Infinity;
  const isKept = (point: number) => point >= from || older.has(point);
  const isFree = (point: number) =>
    retention.counting === 'alone' || (!isKept(point) && capturedAt(point) <= edge);
  let left = retention[rule];
  invariant(left < Infinity || first > -Infinity, () => `all ${rule} points of an endless past`);
  let point = newest;
  while (point >= first && (left > 0 || capturedAt(point) > edge)) {
    const counted = left > 0 && isFree(point);
    if (counted) left--;
    if (counted || capturedAt(point) > edge) older.add(point);
    point = Math.ceil((beginningOf(rule, capturedAt(point)) - anchor) / period) - 1;
  }
  // Where places are left the oldest point takes one.
  if (first > -Infinity && (left > 0 || capturedAt(first) > edge)) older.add(first);
}

/** The chains that a store holds at an instant, by the ages of their full copies. */
export interface HeldChains {
  readonly newest: number;
  /** How many there are from the newest back, each a full period older than the one before. */
  readonly together: number;
  /** Ages of older ones. */
  readonly apart: readonly number[];
}

/** What a store holds, in full copies and in incremental ones. */
export interface Holding {
  readonly fulls: number;
  readonly steps: number;
}

/** What a store holds on average. */
export interface MeanHolding extends Holding {
  /** What it holds at instants of which each stands for as much time as any other. */
  readonly chains: readonly HeldChains[];
}

/** A schedule of copies. */
export interface CopySchedule extends CopyPeriods {
  /** ms since 1970-01-01 UTC, where a full copy is due. */
  readonly start: number;
  /** Whether the copy at `start` was the first; else the schedule has been running for ever. */
  readonly begins?: boolean;
}

/**
 * What a store holds at an instant when every job succeeds and takes no time: of each chain that has
 * a kept point everything that has been captured.
 *
 * @param now ms since 1970-01-01 UTC
 */
export function heldAt(retention: Retention, schedule: CopySchedule, now: number): Holding {
  return holdingOf(chainsAt(retention, schedule, now), schedule);
}

function holdingOf(
  { newest, together, apart }: HeldChains,
  { full, incremental }: CopyPeriods,
): Holding {
  const parts = incremental === null ? 0 : Math.ceil(full / incremental) - 1;
  const begun = Math.floor(newest / (incremental ?? full));
  const fulls = together + apart.length;
  return { fulls, steps: (fulls - 1) * parts + Math.min(parts, begun) };
}

/** The chains of which a point is kept. */
function chainsAt(retention: Retention, schedule: CopySchedule, now: number): HeldChains {
  const { full, incremental, start, begins = false } = schedule;
  const period = incremental ?? full;
  const captures = { anchor: start, period, ...(begins && { first: 0 }) };
  const { from, older: further } = keptAt(retention, captures, now);
  const chainOf = (point: number) => Math.floor((point * period) / full);
  const newest = chainOf(Math.floor((now - start) / period));
  const { fulls, fullsFor } = retention;
  const aged = fullsFor === null ? Infinity : Math.floor((now - fullsFor - start) / full);
  const oldest = Math.max(
    begins ? 0 : -Infinity,
    Math.min(chainOf(from), newest, newest + 1 - fulls, aged),
  );
  const apart = [...new Set(further.map(chainOf).filter((chain) => chain < oldest))];
  const ageOf = (chain: number) => now - start - chain * full;
  return { newest: ageOf(newest), together: newest - oldest + 1, apart: apart.map(ageOf) };
}

/** The same chains so much later. */
function agedBy({ newest, together, apart }: HeldChains, by: number): HeldChains {
  return { newest: newest + by, together, apart: apart.map((age) => age + by) };
}

/** Phases of the full copies' period that are averaged over, and periods that they are spread over. */
const [PHASES, PERIODS] = [128, 53];

/**
 * What a store holds on average once the schedule has run for long; where a rule keeps all points for
 * ever, what it gathers from the start of the horizon on.
 */
export function holding(
  retention: Retention,
  { horizon, ...schedule }: CopySchedule & { readonly horizon: Ms },
): MeanHolding {
  const period = schedule.incremental ?? schedule.full;
  const begins = COUNTING_RULES.some((rule) => retention[rule] === Infinity);
  const stretch = begins ? horizon : PERIODS * schedule.full;
  const sum = { fulls: 0, steps: 0 };
  const chains: HeldChains[] = [];
  for (let phase = 0; phase < PHASES; phase++) {
    const now = ((phase + 0.5) * stretch) / PHASES;
    // Stores are pruned as copies complete: until the next one nothing goes, however old.
    const pruned = Math.floor(now / period) * period + 1;
    const held = chainsAt(retention, { ...schedule, begins }, schedule.start + pruned);
    const { fulls, steps } = holdingOf(held, schedule);
    sum.fulls += fulls;
    sum.steps += steps;
    chains.push(agedBy(held, now - pruned));
  }
  return { fulls: sum.fulls / PHASES, steps: sum.steps / PHASES, chains };
}
