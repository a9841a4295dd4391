import { type Ms, ms } from '../base/units.js';
import { feederOf, lineTo, outOfTouch } from './out-of-touch.js';
import { relayedAge } from './relayed-writes.js';
import {
  type Copy,
  linkBetween,
  type ServiceState,
  type Stretch,
  usableRate,
  type World,
  writesNow,
} from './world.js';

/** A stretch in which a relay was complete, and received every write. */
interface Life {
  readonly since: number;
  readonly until: number;
}

/** When a relay was complete, as far as it has been watched; in order. */
function livesOf({ breaks, holds }: Copy): readonly Life[] {
  const before = breaks.map(({ since, at }) => ({ since, until: at as number }));
  return holds.kind === 'live' ? [...before, { since: holds.since, until: Infinity }] : before;
}

/** A copy that others receive from is about to lose its data. */
export function breakOff(world: World, copy: Copy): void {
  if (!world.strategy.relays || copy.holds.kind !== 'live') return;
  copy.breaks.push({ since: copy.holds.since, at: world.calendar.now });
}

/**
 * Newest write that had arrived at a copy by way of another one at an instant; undefined where it
 * receives from the seat itself. Seeded from there, it began with what the other had by then.
 */
export function relayedTo(
  world: World,
  service: ServiceState,
  { copy, since, at }: { copy: Copy; since: number; at: Ms },
): Ms | undefined {
  const relay = feederOf(world, service, copy);
  if (!relay) return undefined;
  const { plan } = world;
  const { seat, seatSince, places, stalls } = service;
  // What the relay had before does not matter: the copy began with what it had by then.
  const lives = livesOf(relay).filter(({ until }) => until > since);
  const line = lineTo(world, service, copy);
  const onwards = [
    ...outOfTouch(world, service, { line, since, at }),
    ...places.within(relay.site, since, at),
  ];
  const begin = lives.reduce(
    (latest, life) => (life.since <= since ? Math.max(latest, life.since) : latest),
    seatSince <= since ? seatSince : -Infinity,
  );
  const toRelay = cutsTo(world, service, { relay, lives, since: begin, at });
  const isSync = relay.standby!.apply === null;
  const links = [
    linkBetween(plan, seat, relay.site),
    linkBetween(plan, relay.site, copy.site),
  ] as const;
  const atOnce = isSync && toRelay.length === 0;
  const { age, before } = relayedAge(
    {
      writes: writesNow({ plan }, service.plan, at),
      profile: service.plan.writeProfile,
      bursts: service.plan.bursts,
      intoWeek: plan.intoWeek,
      halts: places.within(seat, begin, at).filter((one) => one.from >= seatSince),
      stalls: stalls.filter((one) => one.from >= seatSince && one.to > begin),
      rates: [atOnce ? Infinity : usableRate(plan, links[0]), usableRate(plan, links[1])],
      cuts: [toRelay, onwards],
      openUntil: seatSince,
      refilled: lives.map((life) => life.since),
      drained: since,
    },
    { since: begin, at },
  );
  const latencyOf = (link: number) => Math.round(plan.parameters.of(plan.links[link]!.latency));
  const late = (isSync && before === 0 ? 0 : latencyOf(links[0])) + latencyOf(links[1]);
  return ms(at - age - late);
}

/** Stretches in which nothing got to a relay: it was out of touch, or had lost its data. */
function cutsTo(
  world: World,
  service: ServiceState,
  {
    relay,
    lives,
    since: begin,
    at,
  }: { relay: Copy; lives: readonly Life[]; since: number; at: Ms },
): readonly Stretch[] {
  const line = lineTo(world, service, relay);
  const cuts = lives.flatMap(({ since, until }) =>
    since < at ? outOfTouch(world, service, { line, since, at: Math.min(until, at) }) : [],
  );
  return [...cuts, ...awayFrom(lives, { from: Math.max(service.seatSince, begin), to: at })];
}

/** The rest of a stretch, in which nothing was complete. */
function awayFrom(
  lives: readonly Life[],
  { from, to }: { from: number; to: number },
): readonly Stretch[] {
  const rest: Stretch[] = [];
  let begin = from;
  for (const { since, until } of lives) {
    if (since > begin) rest.push({ from: ms(begin), to: ms(Math.min(since, to)) });
    begin = Math.max(begin, until);
  }
  if (begin < to) rest.push({ from: ms(begin), to: ms(to) });
  return rest.filter((one) => one.from < one.to);
}
