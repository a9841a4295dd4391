import { HOUR, WEEK } from '../../src/base/units.js';
import type { Presence } from './presence.js';
import { linkStays } from './line.js';
import { mostWrites, writeRate } from './write-rate.js';
import { linkOf, lineRate, type SlowCopy, type Slow, type SlowService } from './slow-state.js';

interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * Newest of the writes made at one site that had arrived at another at an instant: the queue
 * between them is followed from hour to hour, from a week before the first time it was held up.
 *
 * @param from `since` when it has been the source, with which share of all writes
 * @param to `since` when it was complete
 */
export function newestReceived(
  slow: Slow,
  service: SlowService,
  {
    from,
    to,
    at,
  }: {
    from: { site: number; since: number; share: number };
    to: { copy: SlowCopy; since: number; sync: boolean };
    at: number;
  },
): number {
  const { site } = to.copy;
  const link = linkOf(slow, from.site, site);
  const since = Math.min(to.since, at);
  const stays = (presences: readonly (Presence | undefined)[]): Window[] =>
    presences
      .flatMap((one) => one?.stays ?? [])
      .filter((stay) => stay.to > since && stay.from < at)
      .sort((a, b) => a.from - b.from);
  const halts = stays([slow.sites[from.site], service.places[from.site]]).filter(
    (stay) => stay.from >= from.since,
  );
  const cuts = [
    ...stays([slow.sites[site], service.places[site]]),
    ...linkStays(slow, service, { from: from.site, to: to.copy }).filter(
      ({ from: begin, over }) => over > since && begin < at,
    ),
  ];
  const stills = service.stills.filter((one) => one.from >= from.since && one.to > since);
  if (to.sync && cuts.length === 0) return at;
  const age = oldestUnsent(slow, service, {
    link,
    since,
    at,
    halts,
    cuts,
    stills,
    share: from.share,
  });
  if (to.sync && age === 0) return at;
  const latency =
    link < 0 ? 0 : Math.round(slow.plan.parameters.of(slow.plan.links[link]!.latency));
  return Math.max(since, at - age) - latency;
}

/** Age of the oldest write in the queue, in whole ms. */
function oldestUnsent(
  slow: Slow,
  service: SlowService,
  queue: {
    link: number;
    since: number;
    at: number;
    halts: Window[];
    cuts: Window[];
    stills: Window[];
    share: number;
  },
): number {
  const { since, at, halts, cuts, stills } = queue;
  const rate = lineRate(slow, queue.link);
  const keepsUp = mostWrites(slow, service, at) * queue.share <= rate;
  if (cuts.length === 0 && keepsUp) return 0;
  const firstHeldUp = Math.min(at, ...[...cuts, ...halts, ...stills].map(({ from }) => from));
  const lead = keepsUp ? 0 : WEEK;
  // Bursts may leave behind as much as they like; there are none before the start.
  const early = service.plan.bursts && !keepsUp ? -3 * WEEK : firstHeldUp - lead;
  const begin = Math.max(since, early);
  const { intoWeek } = slow.plan;
  const changes = [...cuts, ...halts, ...stills].flatMap((window) => [window.from, window.to, at]);
  changes.sort((a, b) => a - b);
  const within = (windows: Window[], now: number) =>
    windows.some((window) => window.from <= now && now < window.to);
  let pieces: { from: number; to: number; rate: number }[] = [];
  let backlog = 0;
  for (let now = begin; now < at;) {
    const nextHour = (Math.floor((now + intoWeek) / HOUR) + 1) * HOUR - intoWeek;
    const change = changes.find((one) => one > now) ?? at;
    if (keepsUp && backlog === 0 && !within(halts, now) && !within(cuts, now)) {
      // Nothing is left behind until something changes.
      now = change;
      continue;
    }
    const next = Math.min(at, nextHour, change);
    if (!within(halts, now)) {
      const usual = writeRate(slow, service, { now, at }) * queue.share;
      const writes = within(stills, now) ? 0 : usual;
      const sent = within(cuts, now) ? 0 : rate;
      backlog = Math.max(0, backlog + ((writes - sent) * (next - now)) / 1000);
      if (backlog === 0) pieces = [];
      else pieces.push({ from: now, to: next, rate: writes });
    }
    now = next;
  }
  if (backlog === 0) return 0;
  let left = backlog;
  for (const piece of pieces.toReversed()) {
    const written = (piece.rate * (piece.to - piece.from)) / 1000;
    if (written >= left) return Math.ceil(at - piece.to + (left / piece.rate) * 1000);
    left -= written;
    // Less than a byte is rounding.
    if (left < 1) return at - piece.from;
  }
  return at - begin;
}
