import { HOUR, type Ms, ms, SECOND, WEEK } from '../base/units.js';
import type { Bursts } from './bursts.js';
import { meanTimeOver, multipleAt, nextHour, type WeekProfile } from '../model/week-profile.js';

/** What flows into a replica and what carries it; rates in bytes per second. */
export interface Replication {
  /** Mean writes. */
  readonly writes: number;
  readonly profile: WeekProfile;
  /** Hours in which more is written; null or left out for none. */
  readonly bursts?: Bursts | null;
  /** What the link carries. */
  readonly rate: number;
  /** ms from a Monday 00:00 UTC to the start of the horizon. */
  readonly intoWeek: Ms;
  /** Stretches in which nothing could be sent, in order of their beginning. */
  readonly cuts: readonly Window[];
  /** Stretches in which the source itself stood still: nothing was written, nothing sent. */
  readonly halts: readonly Window[];
  /** Stretches in which nothing was written, while what was unsent went on being sent. */
  readonly stalls: readonly Window[];
}

export interface Window {
  readonly from: Ms;
  readonly to: Ms;
}

/** What is written, when it is not. */
export type Writing = Pick<
  Replication,
  'writes' | 'profile' | 'bursts' | 'intoWeek' | 'halts' | 'stalls'
>;

/** A stretch in which the same goes on throughout. */
interface Stretch extends Window {
  readonly written: boolean;
  readonly sent: boolean;
}

/**
 * Age of the oldest write that has not been sent at an instant: 0 when the link keeps up.
 *
 * Unsent bytes are a fluid queue: backlog' = writes(t) - rate while positive, where writes follow
 * the week hour by hour and nothing is sent during a cut (design §3.2). While the source stands
 * still the queue does too, but what it holds grows older. A link that carries the mean of the
 * writes empties the queue at least once in a week without cuts or halts, so only the week before
 * an instant, or before one of those whose backlog may still be there, has to be followed. Where
 * bursts may outdo the link that is no longer so: then all is followed from the start of the horizon,
 * before which there are none.
 *
 * @param span `since`, when the replica was complete (-Infinity for ever), before `at`
 */
export function unsentAge(flow: Replication, span: { since: number; at: Ms }): Ms {
  const { cuts, halts, stalls, rate } = flow;
  const keepsUp = peakOf(flow) <= rate;
  if (keepsUp && cuts.length === 0) return ms(0);
  if (flow.bursts && !keepsUp) return burstyAge(flow, span);
  const lead = keepsUp ? 0 : WEEK;
  const first = Math.min(span.at, beginOf(cuts), beginOf(halts), beginOf(stalls));
  const begin = ms(Math.max(span.since, first - lead));
  const stretches = stretchesOf(flow, { begin, at: span.at });
  const backlog = stretches.reduce((before, one) => backlogAfter(flow, before, { one, lead }), 0);
  return backlog > 0 ? ageOf(flow, stretches, { backlog, slack: 0 }) : ms(0);
}

/** The age where bursts may leave a backlog of any length. */
function burstyAge(flow: Replication, { since, at }: { since: number; at: Ms }): Ms {
  const { cuts, halts, stalls } = flow;
  const always = since === -Infinity;
  const first = Math.min(at, beginOf(cuts), beginOf(halts), beginOf(stalls));
  const begin = ms(always ? first : since);
  const stretches = stretchesOf(flow, { begin, at });
  const backlog = stretches.reduce(
    (before, one) => burstyBacklogAfter(flow, before, one),
    always ? usualAt(flow, begin) : 0,
  );
  if (backlog <= 0) return ms(0);
  const earlier = { from: ms(Math.min(begin, 0 - WEEK)), to: begin, written: true };
  return ageOf(flow, always ? [earlier, ...stretches] : stretches, { backlog, slack: 0 });
}

/** Once a backlog is what it would be without cuts and halts, it stays that until the next. */
function burstyBacklogAfter(flow: Replication, before: number, one: Stretch): number {
  const last = hourOf(flow, one.to);
  let backlog = before;
  for (let now = one.from; now < one.to;) {
    const hour = hourOf(flow, now);
    const isFull = hour * HOUR === now + flow.intoWeek;
    if (one.written && one.sent && isFull && hour < last && backlog === usualIn(flow, hour)) {
      backlog = usualIn(flow, last);
      now = ms(last * HOUR - flow.intoWeek);
      continue;
    }
    const next = ms(Math.min(one.to, hourAfter(flow, now)));
    backlog = grown(flow, backlog, { one, now, next });
    now = next;
  }
  return backlog;
}

/** Backlog at an instant of a line that has never been cut. */
function usualAt(flow: Replication, at: Ms): number {
  const hour = hourOf(flow, at);
  const now = ms(hour * HOUR - flow.intoWeek);
  return grown(flow, usualIn(flow, hour), { one: { written: true, sent: true }, now, next: at });
}

/**
 * The same at the beginning of an hour, by its number from the Monday before the start. A week before
 * the horizon, in which there are no bursts, is enough to begin with.
 */
function usualIn(flow: Replication, hour: number): number {
  const first = hourOf(flow, ms(0 - WEEK));
  const known = flow.bursts!.remembered(`${flow.rate}/${flow.writes}`);
  if (known.length === 0) known.push(0);
  while (known.length <= hour - first) {
    const now = ms((first + known.length - 1) * HOUR - flow.intoWeek);
    const about = { one: { written: true, sent: true }, now, next: ms(now + HOUR) };
    known.push(grown(flow, known.at(-1)!, about));
  }
  return known[hour - first]!;
}

/** A backlog after a part of an hour. */
function grown(
  flow: Replication,
  backlog: number,
  { one, now, next }: { one: Pick<Stretch, 'written' | 'sent'>; now: Ms; next: Ms },
): number {
  if (!one.written && !one.sent) return backlog;
  const written = one.written ? writesAt(flow, now) : 0;
  const sent = one.sent ? flow.rate : 0;
  return Math.max(0, backlog + ((written - sent) * (next - now)) / SECOND);
}

function beginOf(windows: readonly Window[]): number {
  return windows.length === 0 ? Infinity : windows[0]!.from;
}

function stretchesOf(
  { cuts, halts, stalls }: Pick<Replication, 'cuts' | 'halts' | 'stalls'>,
  { begin, at }: { begin: Ms; at: Ms },
): readonly Stretch[] {
  const changes = [...cuts, ...halts, ...stalls].flatMap(({ from, to }) => [from, to]);
  const instants = [begin, ...changes.filter((one) => one > begin && one < at), at];
  instants.sort((a, b) => a - b);
  return instants.slice(1).map((to, i) => {
    const from = instants[i]!;
    const within = (windows: readonly Window[]) =>
      windows.some((window) => window.from <= from && from < window.to);
    const stands = within(halts);
    return { from, to, written: !stands && !within(stalls), sent: !stands && !within(cuts) };
  });
}

/** @param of `lead`: how long before the end of a stretch that flows its backlog may have begun */
function backlogAfter(
  flow: Replication,
  before: number,
  { one, lead }: { one: Stretch; lead: number },
): number {
  if (!one.written && !one.sent) return before;
  const sent = one.sent ? flow.rate : 0;
  let backlog = before;
  for (let now = one.from; now < one.to;) {
    if (backlog === 0 && sent > 0 && one.to - lead > now) {
      now = ms(one.to - lead);
      continue;
    }
    const next = ms(Math.min(one.to, hourAfter(flow, now)));
    backlog = grown(flow, backlog, { one, now, next });
    now = next;
  }
  return backlog;
}

/**
 * How far back the writes reach that add up to the backlog; less than a byte of it is rounding.
 *
 * @param of `slack`: what may be rounding in a time, too, in ms
 */
export function ageOf(
  flow: Writing,
  stretches: readonly (Window & { readonly written: boolean })[],
  { backlog, slack }: { backlog: number; slack: number },
): Ms {
  const at = stretches.at(-1)!.to;
  let left = backlog;
  for (const { from, to, written: any } of stretches.toReversed()) {
    if (!any) continue;
    for (let now = to; now > from;) {
      const before = ms(Math.max(from, hourBefore(flow, now)));
      const rate = writesAt(flow, before);
      const written = (rate * (now - before)) / SECOND;
      if (written >= left) return ms(Math.ceil(at - now + (left / rate) * SECOND - slack));
      left -= written;
      now = before;
      if (left < 1) return ms(at - now);
    }
  }
  return ms(at - stretches[0]!.from);
}

/** Bytes written over a stretch of time. */
export function writtenBetween(flow: Writing, { from, to }: Window): number {
  const { writes, profile, bursts, intoWeek } = flow;
  if (from >= to) return 0;
  const stretches = stretchesOf({ ...flow, cuts: [] }, { begin: from, at: to });
  const mean = stretches.reduce((sum, one) => {
    const shifted = { from: ms(one.from + intoWeek), to: ms(one.to + intoWeek) };
    if (!one.written) return sum;
    return sum + (bursts ? bursts.meanTimeOver(profile, shifted) : meanTimeOver(profile, shifted));
  }, 0);
  return (writes * mean) / SECOND;
}

/** Bytes written per second at an instant. */
export function writesAt(flow: Writing, at: Ms): number {
  const usual = flow.writes * multipleAt(flow.profile, ms(at + flow.intoWeek));
  return flow.bursts ? usual * flow.bursts.multipleIn(hourOf(flow, at)) : usual;
}

function hourOf(flow: Writing, at: Ms): number {
  return Math.floor((at + flow.intoWeek) / HOUR);
}

/** The most that is written per second in any hour. */
export function peakOf({ writes, profile, bursts }: Writing): number {
  return writes * profile.peak * (bursts ? bursts.most : 1);
}

function hourBefore(flow: Writing, at: Ms): number {
  return Math.ceil((at + flow.intoWeek) / HOUR - 1) * HOUR - flow.intoWeek;
}

/** When the next hour begins. */
export function hourAfter(flow: Writing, at: Ms): number {
  return nextHour(ms(at + flow.intoWeek)) - flow.intoWeek;
}
