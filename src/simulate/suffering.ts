import { type Ms, ms } from '../base/units.js';
import { type Blow, type Hit, hitsSite } from './blow.js';
import { passSeat } from './copies.js';
import { corrupt, noticedAt, spoil } from './damage.js';
import { setAdrift } from './drifting.js';
import { servingFronts } from './fronts.js';
import { undo } from './recovery.js';
import { breakOff } from './relays.js';
import { stopSeeding } from './seeding.js';
import { phaseWhileServing } from './serving.js';
import type { ServiceState, World } from './world.js';

/**
 * What a disaster hits of a service is lost.
 *
 * @returns whether the service goes on with what is left of several sites that serve
 */
export function suffer(
  world: World,
  service: ServiceState,
  { blow, hit }: { blow: Blow; hit: Hit },
): boolean {
  const { hazard, number } = blow;
  const { now } = world.calendar;
  if (hazard.corrupts && hit.inside && service.serving) corruptNow(world, service, blow);
  if (hazard.wipes && hit.inside) taintNow(world, service, blow);
  const carriesOn = loseFronts(world, service, { hit, number });
  for (const site of hit.away) stopSeeding(world, service, site);
  for (const site of hit.gone) {
    stopSeeding(world, service, site);
    loseData(world, service, { site, number });
    if (hazard.destroys && hazard.service < 0) service.places.forget(site, now);
  }
  service.backups.forEach((series, policy) => {
    const { store, snapshot } = world.strategy.backups[policy]!;
    if (hit.wiped.includes(policy)) series.wipe(now);
    // What stays within the storage of the live data is lost with its equipment.
    else if (hazard.destroys && snapshot && hit.away.includes(store)) series.lose(now);
    // A store that is rebuilt is empty; what strikes a single service leaves stores alone.
    else if (hazard.destroys && hazard.service < 0 && hit.away.includes(store)) series.stop(now);
  });
  return carriesOn;
}

function corruptNow(world: World, service: ServiceState, { hazard, number }: Blow): void {
  const { impact, keepServing } = hazard.corrupts!;
  const share = world.plan.parameters.of(impact);
  corrupt(world, service, { disaster: number, impact: share, keepServing });
  service.phase = phaseWhileServing(service);
}

/** What was captured since the intruder came in is tainted; what is sent on now is of no use. */
function taintNow(world: World, service: ServiceState, { disaster, hazard, number }: Blow): void {
  const { now } = world.calendar;
  if (disaster.dwell > 0) {
    const from: Ms = ms(now - disaster.dwell);
    const knownAt = noticedAt(world, service);
    service.taints.push({ disaster: number, from, to: Infinity, knownAt });
  }
  if (hazard.wipes!.replicated && service.serving) spoil(world, service, number);
}

/** Of several sites that serve, some are lost, or all. @returns whether others go on */
function loseFronts(
  world: World,
  service: ServiceState,
  { hit, number }: { hit: Hit; number: number },
): boolean {
  if (service.fronts.length === 0 || !service.serving || service.recovery) return false;
  const serving = servingFronts(service);
  const struck = serving.filter(({ site }) => hitsSite(hit, site));
  if (struck.length === 0) return false;
  if (struck.length < serving.length) {
    setAdrift(world, service, { disaster: number, struck });
    return true;
  }
  // Of several that are hit together one counts: its data is waited for.
  const counts = struck.find(({ site }) => !hit.gone.includes(site)) ?? struck[0]!;
  passSeat(service, service.copies[counts.copy]!, service.seatSince);
  return false;
}

/** The live data at a site is gone, and what was being built there. */
function loseData(
  world: World,
  service: ServiceState,
  { site, number }: { site: number; number: number },
): void {
  undo(world, service, site);
  for (const copy of service.copies) {
    const { kind } = copy.holds;
    if (copy.site !== site || kind === 'seat' || kind === 'empty') continue;
    breakOff(world, copy);
    copy.holds = { kind: 'empty', lostTo: number };
  }
  if (service.seat !== site) return;
  service.seatLostTo ??= number;
  for (const series of service.backups) series.stop(world.calendar.now);
}
