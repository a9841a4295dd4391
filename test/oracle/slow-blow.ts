import { relayOf } from './relay.js';
import type { Hazard } from '../../src/simulate/plan.js';
import { takeAway } from './presence.js';
import { hasToRead, placeOf } from './slow-choice.js';
import { linkOf, type Slow, type SlowService, WHEN } from './slow-state.js';

/** What a disaster does to one service. */
export interface Blow {
  readonly disaster: number;
  readonly hazard: Hazard;
  /** Places where it cannot run for a while. */
  readonly away: readonly number[];
  /** Places at which its live data is gone. */
  readonly gone: readonly number[];
  /** Policies whose store is away, and whose store has been attacked. */
  readonly storesAway: readonly number[];
  readonly storesWiped: readonly number[];
  /** Policies whose store has lost all that it held. */
  readonly storesLost: readonly number[];
  /** Whether the data in use is among what is attacked. */
  readonly inside: boolean;
}

/** @returns the sites at which something was hit */
export function takeSites(slow: Slow, disaster: number): readonly number[] {
  const { now } = slow.future;
  const { hazard: number, absence } = slow.disasters[disaster]!;
  const hazard = slow.plan.hazards[number]!;
  const { destroys } = hazard;
  const { law } = hazard.absence!;
  const hit = hazard.sites.filter((site) =>
    takeAway(slow.sites[site]!, {
      from: now,
      to: now + absence,
      destroyed: destroys,
      law,
      disaster,
    }),
  );
  for (const site of hit) {
    slow.future.add(now + absence, WHEN.return, { kind: 'siteReturns', site });
  }
  return hit;
}

export function blowTo(
  slow: Slow,
  service: SlowService,
  {
    disaster,
    hazard,
    scope: sites,
  }: { disaster: number; hazard: Hazard; scope: readonly number[] },
): Blow {
  const stores = { storesAway: [], storesWiped: [], storesLost: [] };
  const nothing = { away: [], gone: [], ...stores, inside: false };
  const own = hazard.service >= 0;
  if (own && hazard.service !== service.number) return { disaster, hazard, ...nothing };
  if (own && hazard.absence && !takeOwn(slow, service, { disaster, hazard })) {
    return { disaster, hazard, ...nothing };
  }
  const scope = own ? [service.seat] : sites;
  const fronts = service.fronts.filter(({ state }) => state === 'serving').map(({ site }) => site);
  const inside = [service.seat, ...fronts].some((site) => scope.includes(site));
  const spread = hazard.wipes?.replicated && inside ? fronts : [];
  const policies = slow.strategy.backups.map((policy, number) => ({ ...policy, number }));
  const numbers = (of: typeof policies) => (own ? [] : of.map(({ number }) => number));
  const inScope = policies.filter(({ store }) => scope.includes(store));
  // A snapshot is kept by the equipment of the service itself.
  const isLost = ({ snapshot }: (typeof policies)[number]) => !own || snapshot;
  const reached = policies.filter(
    ({ store, account, offline }) =>
      !offline && (hazard.account === null ? scope.includes(store) : account === hazard.account),
  );
  return {
    disaster,
    hazard,
    away: hazard.absence ? scope : [],
    gone: hazard.destroys || hazard.wipes ? [...new Set([...scope, ...spread])] : [],
    storesAway: hazard.absence ? numbers(inScope) : [],
    storesWiped: hazard.wipes ? numbers(reached) : [],
    storesLost: hazard.destroys ? inScope.filter(isLost).map(({ number }) => number) : [],
    inside,
  };
}

/** Takes the equipment of a service at its seat away, unless nothing stands there. */
function takeOwn(
  slow: Slow,
  service: SlowService,
  { disaster, hazard }: { disaster: number; hazard: Hazard },
): boolean {
  const { now } = slow.future;
  const { seat: site } = service;
  const stands = slow.sites[site]!.stays.every(({ destroyed, to }) => !destroyed || to <= now);
  const to = now + slow.disasters[disaster]!.absence;
  const { law } = hazard.absence!;
  const stay = { from: now, to, destroyed: hazard.destroys, law, disaster };
  if (!stands || !takeAway(service.places[site]!, stay)) return false;
  const { number } = service;
  slow.future.add(to, WHEN.return, { kind: 'placeReturns', service: number, site });
  return true;
}

export function hits({ away, gone }: Blow, site: number): boolean {
  return away.includes(site) || gone.includes(site);
}

/** Whether it serves there, is on its way there, or still reads from there what it will serve. */
export function touches(slow: Slow, service: SlowService, blow: Blow): boolean {
  if (blow.hazard.corrupts && blow.inside) return true;
  const { lostTo, recovery } = service;
  const isRuin = lostTo !== null && slow.plan.hazards[slow.disasters[lostTo]!.hazard]!.destroys;
  if (!isRuin && hits(blow, service.seat)) return true;
  if (service.fronts.some(({ site, state }) => state === 'serving' && hits(blow, site)))
    return true;
  const course = recovery?.course;
  if (!course || course.way.via === 'wait' || course.way.via === 'nothing') return false;
  if (hits(blow, placeOf(service, course.way))) return true;
  if (course.way.via === 'failover' || !hasToRead(slow, course)) return false;
  return [...blow.storesAway, ...blow.storesWiped].includes(course.way.policy);
}

/** Whether it keeps copies or backups there, or sends them over a link that is cut. */
export function weakens(slow: Slow, service: SlowService, blow: Blow): boolean {
  const cut = blow.hazard.cut?.links ?? [];
  const isCut = (site: number, from = service.seat) => cut.includes(linkOf(slow, from, site));
  const { storesAway, storesWiped } = blow;
  return (
    storesAway.length + storesWiped.length > 0 ||
    service.copies.some(
      (copy) => hits(blow, copy.site) || isCut(copy.site, relayOf(slow, service, copy)?.site),
    ) ||
    slow.strategy.backups.some(({ store }) => isCut(store))
  );
}
