import { HOUR, type Ms, ms, SECOND, WEEK } from '../base/units.js';
import { multipleAt, nextHour, type WeekProfile } from '../model/week-profile.js';

/** What flows into a replica and what carries it; rates in bytes per second. */
export interface Replication {
  /** Mean writes. */
  readonly writes: number;
  readonly profile: WeekProfile;
  /** What the link carries. */
  readonly rate: number;
  /** ms from a Monday 00:00 UTC to the start of the horizon. */
  readonly intoWeek: Ms;
  /** Stretches in which nothing could be sent, in order of their beginning. */
  readonly cuts: readonly { readonly from: Ms; readonly to: Ms }[];
}

/**
 * Age of the oldest write that has not been sent at an instant: 0 when the link keeps up.
 *
 * Unsent bytes are a fluid queue: backlog' = writes(t) - rate while positive, where writes follow
 * the week hour by hour and nothing is sent during a cut (design §3.2). A link that carries the mean
 * of the writes empties the queue at least once in a week without cuts, so only the week before an
 * instant, or before a cut whose backlog may still be there, has to be followed.
 *
 * @param span `since`, when the replica was complete (-Infinity for ever), before `at`
 */
export function unsentAge(flow: Replication, span: { since: number; at: Ms }): Ms {
  const keepsUp = flow.profile.peak * flow.writes <= flow.rate;
  if (keepsUp && flow.cuts.length === 0) return ms(0);
  const first = Math.min(span.at, flow.cuts[0]?.from ?? Infinity);
  const begin = ms(Math.max(span.since, first - (keepsUp ? 0 : WEEK)));
  const backlog = backlogAt(flow, { begin, at: span.at, idleLead: keepsUp ? 0 : WEEK });
  return backlog > 0 ? ageOf(flow, backlog, { begin, at: span.at }) : ms(0);
}

function backlogAt(flow: Replication, span: { begin: Ms; at: Ms; idleLead: number }): number {
  let backlog = 0;
  for (let now = span.begin; now < span.at;) {
    const cut = flow.cuts.some(({ from, to }) => from <= now && now < to);
    if (backlog === 0 && !cut) {
      // Nothing before the lead to the next cut, or to the end, can still be queued then.
      const busy = ms(Math.min(span.at, nextCut(flow, now)) - span.idleLead);
      if (busy > now) {
        now = busy;
        continue;
      }
    }
    const next = ms(Math.min(span.at, hourAfter(flow, now), nextChange(flow, now)));
    const sent = cut ? 0 : flow.rate;
    backlog = Math.max(0, backlog + ((writesAt(flow, now) - sent) * (next - now)) / SECOND);
    now = next;
  }
  return backlog;
}

/** How far back the writes reach that add up to the backlog; less than a byte of it is rounding. */
function ageOf(flow: Replication, backlog: number, span: { begin: Ms; at: Ms }): Ms {
  let left = backlog;
  let now = span.at;
  while (left >= 1 && now > span.begin) {
    const hour = Math.ceil((now + flow.intoWeek) / HOUR - 1) * HOUR - flow.intoWeek;
    const before = ms(Math.max(span.begin, hour));
    const rate = writesAt(flow, before);
    const written = (rate * (now - before)) / SECOND;
    if (written >= left) return ms(Math.ceil(span.at - now + (left / rate) * SECOND));
    left -= written;
    now = before;
  }
  return ms(span.at - now);
}

function writesAt(flow: Replication, at: Ms): number {
  return flow.writes * multipleAt(flow.profile, ms(at + flow.intoWeek));
}

function hourAfter(flow: Replication, at: Ms): number {
  return nextHour(ms(at + flow.intoWeek)) - flow.intoWeek;
}

function nextCut(flow: Replication, at: Ms): number {
  return flow.cuts.find(({ from }) => from > at)?.from ?? Infinity;
}

function nextChange(flow: Replication, at: Ms): number {
  return flow.cuts.reduce((next, { from, to }) => {
    const change = from > at ? from : to;
    return change > at ? Math.min(next, change) : next;
  }, Infinity);
}
