import type { Ms } from '../base/units.js';
import type { Disaster } from './disasters.js';
import { TURN } from './event.js';
import { servingFronts } from './fronts.js';
import { isWaitedFor } from './in-touch.js';
import type { Hazard } from './plan.js';
import { linkBetween, type ServiceState, type World } from './world.js';

/** A disaster as it strikes. */
export interface Blow {
  readonly number: number;
  readonly disaster: Disaster;
  readonly hazard: Hazard;
}

/** What of a service is hit. */
export interface Hit {
  /** Sites at which it cannot run for a while, and at which its live data is gone. */
  readonly away: readonly number[];
  readonly gone: readonly number[];
  /** Policies whose store is attacked. */
  readonly wiped: readonly number[];
  /** Numbers of the copies that writes wait for, and which lose touch with the seat. */
  readonly parted: readonly number[];
  /** Whether the data that counts is in scope of what attacks data. */
  readonly inside: boolean;
}

const NONE: readonly number[] = [];
const NOTHING: Hit = { away: NONE, gone: NONE, wiped: NONE, parted: NONE, inside: false };

/** What of a service a disaster hits; its own equipment, if that is meant, is away from now on. */
export function hitOn(world: World, service: ServiceState, blow: Blow): Hit {
  const { number, disaster, hazard } = blow;
  const { service: only, wipes, absence, destroys } = hazard;
  const own = only >= 0;
  if (own && (only !== service.number || !takeEquipment(world, service, blow))) return NOTHING;
  const scope = own ? [service.seat] : world.sites.hitBy(number, disaster.hazard);
  const fronts = service.fronts.length === 0 ? NONE : sitesThatServe(service);
  const inside = scope.includes(service.seat) || fronts.some((site) => scope.includes(site));
  // What replication sends on is lost wherever it serves.
  const sentOn = wipes?.replicated && inside && fronts.length > 0;
  const spread = sentOn ? scope.concat(fronts.filter((site) => !scope.includes(site))) : scope;
  const away = absence ? scope : NONE;
  const gone = destroys || wipes ? spread : NONE;
  return {
    away,
    gone,
    wiped: wipes && !own ? storesIn(world, hazard, scope) : NONE,
    parted: world.strategy.halts ? partedBy(world, service, { hazard, away, gone }) : NONE,
    inside,
  };
}

/** Where the seat is hit too, or on its way back from something else, nobody waits for copies. */
function partedBy(
  world: World,
  service: ServiceState,
  { hazard: { cut }, ...hit }: { hazard: Hazard } & Pick<Hit, 'away' | 'gone'>,
): readonly number[] {
  const { serving, recovery, seat, copies } = service;
  if (!serving || recovery || hitsSite(hit, seat)) return NONE;
  return copies.flatMap((copy, number) => {
    const { site } = copy;
    const reached = hitsSite(hit, site) || cut?.links.includes(linkBetween(world.plan, seat, site));
    return reached && isWaitedFor(world, service, copy) ? [number] : [];
  });
}

function sitesThatServe(service: ServiceState): readonly number[] {
  return servingFronts(service).map(({ site }) => site);
}

/** Whether a site is among those hit. */
export function hitsSite({ away, gone }: Pick<Hit, 'away' | 'gone'>, site: number): boolean {
  return away.includes(site) || gone.includes(site);
}

/** Takes a service's own equipment at its seat away. @returns false where there was none */
function takeEquipment(
  world: World,
  service: ServiceState,
  { number, disaster, hazard: { absence, destroys } }: Blow,
): boolean {
  if (!absence) return true;
  const from = world.calendar.now;
  const to = (from + disaster.absence) as Ms;
  const { seat: site } = service;
  const away = { from, to, disaster: number, destroys, law: absence.law };
  if (!service.places.add(site, away)) return false;
  world.calendar.book(to, TURN.return, { kind: 'placeReturns', service: service.number, site });
  return true;
}

/** Policies whose store is attached and in scope, by its account or by its site. */
function storesIn(
  { strategy }: World,
  { account }: Hazard,
  scope: readonly number[],
): readonly number[] {
  return strategy.backups.flatMap(({ store, account: owner, offline }, number) => {
    const reached = account === null ? scope.includes(store) : owner === account;
    return reached && !offline ? [number] : [];
  });
}
