import { type Ms, ms } from '../base/units.js';
import { TURN } from './event.js';
import {
  type Damage,
  hazardOf,
  luckFor,
  type ServiceState,
  type Taint,
  type World,
} from './world.js';

/** A state that carries damage which is known is of no use to anybody. */
export function isDamaged({ damages }: ServiceState, captured: number): boolean {
  for (const { known, from, to } of damages) {
    if (known && from < captured && captured <= to) return true;
  }
  return false;
}

/** The instant itself if a state captured then is intact, else one before what damaged it. */
export function intactBefore({ damages }: ServiceState, captured: number): number {
  let bound = captured;
  for (const { known, from, to } of damages) {
    if (known && from < captured && captured <= to && from < bound) bound = from;
  }
  return bound;
}

/** The newest state from before what is known to be wrong with one: damage, or an intrusion. */
export function beforeHarm(service: ServiceState, captured: Ms): number {
  const bound = intactBefore(service, captured);
  return bound < captured ? bound : (taintOn(service, captured)?.from ?? captured);
}

/** The latest intrusion that a state was captured in; undefined for a clean one. */
export function taintOn({ taints }: ServiceState, captured: number): Taint | undefined {
  return taints.length === 0 ? undefined : taints.findLast((taint) => carries(taint, captured));
}

/** Disaster for which a state has to be cleaned, -1 for none; null for a state of no use. */
export function cleaningFor(world: World, service: ServiceState, captured: Ms): number | null {
  if (isDamaged(service, captured)) return null;
  const taint = taintOn(service, captured);
  if (!taint) return -1;
  return hazardOf(world, taint.disaster).wipes!.discards ? null : taint.disaster;
}

function carries({ from, to }: { from: Ms; to: number }, captured: number): boolean {
  return from < captured && captured <= to;
}

/** Whether the true data carries damage, or was captured while an intruder was in. */
export function hasOpenDamage({ damages, taints }: ServiceState): boolean {
  for (const { to } of damages) if (to === Infinity) return true;
  for (const { to } of taints) if (to === Infinity) return true;
  return false;
}

/** Whether a state captured then brings damage back that had been healed. */
export function bringsDamageBack({ damages }: ServiceState, captured: number): boolean {
  for (const { from, to } of damages) {
    if (from < captured && captured <= to && to < Infinity) return true;
  }
  return false;
}

/** The first damage that degrades the service now; undefined for none. */
export function degrading({ damages }: ServiceState): Damage | undefined {
  return damages.find(({ to, impact }) => to === Infinity && impact > 0);
}

/** Share of its level that a service keeps with the damage that its data carries. */
export function intactShare({ damages }: ServiceState): number {
  let share = 1;
  for (const { to, impact } of damages) if (to === Infinity) share *= 1 - impact;
  return share;
}

/** The service's data is damaged from now on, until somebody notices and replaces it. */
export function corrupt(
  world: World,
  service: ServiceState,
  of: Pick<Damage, 'disaster' | 'impact' | 'keepServing'>,
): void {
  const damage = { ...damageNow(world, of), known: false };
  service.damages.push(damage);
  awaitDiscovery(world, service, damage);
}

/** What replication sends on from now is of no use to anybody who notices. */
export function spoil(world: World, service: ServiceState, disaster: number): void {
  const damage = damageNow(world, { disaster, impact: 0, keepServing: false });
  damage.knownAt = noticedAt(world, service);
  service.damages.push(damage);
}

/** When an attack is noticed: at once where people are at work on the service, else later. */
export function noticedAt({ calendar }: World, { recovery }: ServiceState): number {
  return recovery && recovery.stage !== 'detecting' ? calendar.now : Infinity;
}

/** Somebody notices all attacks so far: copies that have not applied what they did are stopped. */
export function learn({ calendar }: World, { taints, damages }: ServiceState): void {
  const { now } = calendar;
  for (const taint of taints) taint.knownAt = Math.min(taint.knownAt, now);
  for (const damage of damages) if (damage.known) damage.knownAt = Math.min(damage.knownAt, now);
}

function damageNow(
  { calendar }: World,
  { disaster, impact, keepServing }: Pick<Damage, 'disaster' | 'impact' | 'keepServing'>,
): Damage {
  return {
    disaster,
    from: calendar.now,
    to: Infinity,
    known: true,
    knownAt: Infinity,
    impact,
    keepServing,
    awaited: false,
    discoveries: 0,
  };
}

function awaitDiscovery(world: World, service: ServiceState, damage: Damage): void {
  const { calendar } = world;
  const { detect } = hazardOf(world, damage.disaster);
  const attempt = damage.discoveries++;
  const after = luckFor(world, service, detect!, { disaster: damage.disaster, attempt });
  damage.awaited = true;
  calendar.book(ms(calendar.now + after), TURN.observe, {
    kind: 'discovered',
    service: service.number,
    damage: service.damages.indexOf(damage),
  });
}

/**
 * The true data is a state captured then, or nothing (-Infinity): what it does not carry is healed,
 * and what nobody had noticed in it is back.
 */
export function become(world: World, service: ServiceState, captured: number): void {
  const { now } = world.calendar;
  for (const damage of service.damages) {
    if (!carries(damage, captured)) damage.to = Math.min(damage.to, now);
    else if (damage.to < Infinity) {
      damage.to = Infinity;
      if (!damage.awaited) awaitDiscovery(world, service, damage);
    }
  }
  for (const taint of service.taints) taint.to = Math.min(taint.to, now);
}
