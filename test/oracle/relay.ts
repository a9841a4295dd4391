import { HOUR, WEEK } from '../../src/base/units.js';
import { writeRate } from './write-rate.js';
import { linkStays } from './line.js';
import { linkOf, lineRate, type Slow, type SlowCopy, type SlowService } from './slow-state.js';

/** Who passes on to a copy what the service writes; undefined where it is sent that itself. */
export function relayOf(slow: Slow, service: SlowService, copy: SlowCopy): SlowCopy | undefined {
  const { seat, fronts, copies } = service;
  const from = copy.standby?.from ?? null;
  const home = seat === slow.strategy.primary || fronts.some(({ site }) => site === seat);
  return from === null || !home ? undefined : copies[from]!;
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** So long after it was empty for the last time, nothing that was before can be felt. */
const LONG = 3 * WEEK;

/**
 * Newest write that has come to a copy by way of a relay: bytes are counted where they are written,
 * where they leave for the relay, and where they leave that.
 */
export function newestRelayed(
  slow: Slow,
  service: SlowService,
  { copy, relay, since, at }: { copy: SlowCopy; relay: SlowCopy; since: number; at: number },
): number {
  const { seat, seatSince } = service;
  const { intoWeek } = slow.plan;
  const links = [linkOf(slow, seat, relay.site), linkOf(slow, relay.site, copy.site)] as const;
  const staysAt = (site: number): Window[] => [
    ...slow.sites[site]!.stays,
    ...service.places[site]!.stays,
  ];
  const ofSeat = staysAt(seat).filter(({ from }) => from >= seatSince);
  const still = [...ofSeat, ...service.stills.filter(({ from }) => from >= seatSince)];
  // What the relay had before the copy was complete makes no difference to that.
  const lives = relay.lives.filter((life) => life.since < at && life.until > since);
  const toRelay = lives.flatMap((life) => {
    const cuts = linkStays(slow, service, { from: seat, to: relay });
    const away = staysAt(relay.site).map((stay) => ({ ...stay, over: stay.to }));
    const until = Math.min(life.until, at);
    return [...cuts, ...away].filter(({ from, over }) => over > life.since && from < until);
  });
  const onwards = [
    ...linkStays(slow, service, { from: relay.site, to: copy }).filter(({ over }) => over > since),
    ...[...staysAt(copy.site), ...staysAt(relay.site)].filter(({ to }) => to > since),
  ].filter(({ from }) => from < at);
  const gone = (now: number) =>
    now >= seatSince && !lives.some((life) => life.since <= now && now < life.until);
  const complete = [seatSince, ...lives.map((life) => life.since)].filter((one) => one <= since);
  const latest = Math.max(seatSince, ...complete);
  const everGone = [latest, ...lives.map(({ until }) => until)].some(
    (one) => one >= latest && one < at && gone(one),
  );
  const sync = relay.standby!.apply === null;
  const atOnce = sync && toRelay.length === 0 && !everGone;
  const rates = [atOnce ? Infinity : lineRate(slow, links[0]), lineRate(slow, links[1])] as const;
  const ends = [...still, ...toRelay, ...onwards].flatMap(({ from, to }) => [from, to]);
  const spans = lives.flatMap((life) => [life.since, life.until]);
  const changes = [...ends, ...spans, seatSince, since, at].filter(Number.isFinite);
  // After bursts it may take longer; there are none before the start.
  const earliest = (service.plan.bursts ? 0 : Math.min(at, ...changes)) - LONG;
  const begin = Math.max(earliest, ...complete);
  const within = (windows: readonly Window[], now: number) =>
    windows.some(({ from, to }) => from <= now && now < to);
  const pieces: { from: number; rate: number; written: number }[] = [];
  let [written, left, arrived] = [0, 0, 0];
  for (let now = begin; now < at;) {
    if (now > begin && lives.some((life) => life.since === now)) left = written;
    if (now === since) arrived = left;
    const change = Math.min(at, ...changes.filter((one) => one > now));
    const next = Math.min(change, (Math.floor((now + intoWeek) / HOUR) + 1) * HOUR - intoWeek);
    const rate = within(still, now) ? 0 : writeRate(slow, service, { now, at });
    const open = now < seatSince;
    const shut = within(ofSeat, now) || within(toRelay, now) || gone(now);
    const first = open ? Infinity : shut ? 0 : rates[0];
    const second = within(onwards, now) ? 0 : rates[1];
    if (
      arrived === written &&
      first > 0 &&
      second > 0 &&
      change - LONG > now &&
      !service.plan.bursts
    ) {
      now = change - LONG;
      continue;
    }
    pieces.push({ from: now, rate, written });
    if (first === Infinity) left = written;
    for (let seconds = (next - now) / 1000; seconds > 0;) {
      const out = left < written ? first : Math.min(rate, first);
      const on = arrived < left ? second : Math.min(out, second);
      const meets = left < written && out > rate ? (written - left) / (out - rate) : Infinity;
      const meetsToo = arrived < left && on > out ? (left - arrived) / (on - out) : Infinity;
      const step = Math.min(seconds, meets, meetsToo);
      written += rate * step;
      left =
        step === meets || (left >= written - rate * step && out === rate)
          ? written
          : left + out * step;
      arrived =
        step === meetsToo || (on === out && arrived === left - out * step)
          ? left
          : arrived + on * step;
      seconds -= step;
    }
    now = next;
  }
  const latency = (link: number) =>
    Math.round(slow.plan.parameters.of(slow.plan.links[link]!.latency));
  const before = written - left < 1 || written - arrived < 1 ? 0 : written - left;
  const late = (sync && before === 0 ? 0 : latency(links[0])) + latency(links[1]);
  if (written - arrived < 1) return at - late;
  const piece = pieces.findLast((one) => one.rate > 0 && one.written <= arrived)!;
  const oldest = piece.from + ((arrived - piece.written) / piece.rate) * 1000;
  return Math.floor(oldest + 1e-3) - late;
}
