import type { Hazard } from '../../src/simulate/plan.js';
import { linkStays } from './line.js';
import { bringBack, isThere, takeAway } from './presence.js';
import { fullOf } from './schedule.js';
import { shareAnew } from './sendings.js';
import { giveUpReturn, stopSeeding, takeCare } from './slow-care.js';
import { automaticOption, hasToRead, placeOf } from './slow-choice.js';
import { awaitDiscovery } from './slow-data.js';
import { stopLateCopies } from './slow-late.js';
import { loseFronts } from './slow-fronts.js';
import { noticedAfter } from './slow-notice.js';
import {
  accept,
  beginRecovery,
  decideLater,
  discovered,
  dropCourses,
  halt,
  lookAgain,
  setOut,
  stopNow,
} from './slow-recovery.js';
import { phaseServing } from './slow-serving.js';
import { couldServe, goOnAlone, mayGoOn, outOfTouch, waitedFor } from './slow-waiting.js';
import {
  later,
  linkOf,
  siteIsUp,
  type Slow,
  type SlowCopy,
  type SlowDamage,
  type SlowService,
  tell,
  WHEN,
} from './slow-state.js';

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
  /** Whether the data in use is among what is attacked. */
  readonly inside: boolean;
}

export function strike(slow: Slow, disaster: number): void {
  const { hazard: number, cut } = slow.disasters[disaster]!;
  const hazard = slow.plan.hazards[number]!;
  const { now } = slow.future;
  const waited = slow.services.map((service) => waitedFor(slow, service));
  const scope = hazard.absence ? takeSites(slow, disaster) : hazard.sites;
  for (const link of hazard.cut?.links ?? []) {
    const { law } = hazard.cut!;
    const stay = { from: now, to: now + cut, destroyed: false, law, disaster };
    takeAway(slow.links[link]!, stay);
    slow.future.add(now + cut, WHEN.return, { kind: 'linkReturns', link });
  }
  const blows = slow.services.map((service) => blowTo(slow, service, { disaster, hazard, scope }));
  const missing = slow.services.map((service, i) => {
    const { gone } = blows[i]!;
    if (hits(blows[i]!, service.seat)) return [];
    const lost = outOfTouch(slow, service, waited[i]!);
    return waited[i]!.filter((copy) => lost.includes(copy) || gone.includes(copy.site));
  });
  tellAll(slow, blows, missing);
  if (hazard.cut) shareAnew(slow);
  for (const service of slow.services) {
    for (const schedule of service.schedules) schedule.interrupt();
  }
  const carriesOn = slow.services.map((service, i) => lose(slow, service, blows[i]!));
  slow.services.forEach((service, i) => {
    if (missing[i]!.length > 0) waitFor(slow, service, { disaster, missing: missing[i]! });
    else respond(slow, service, { blow: blows[i]!, carriesOn: carriesOn[i]! });
    if (!service.serving) return;
    goOnAlone(slow, service);
    service.watch(disaster);
  });
}

/** @returns the sites at which something was hit */
function takeSites(slow: Slow, disaster: number): readonly number[] {
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

function blowTo(
  slow: Slow,
  service: SlowService,
  {
    disaster,
    hazard,
    scope: sites,
  }: { disaster: number; hazard: Hazard; scope: readonly number[] },
): Blow {
  const nothing = { away: [], gone: [], storesAway: [], storesWiped: [], inside: false };
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
  const reached = policies.filter(
    ({ store, account, offline }) =>
      !offline && (hazard.account === null ? scope.includes(store) : account === hazard.account),
  );
  return {
    disaster,
    hazard,
    away: hazard.absence ? scope : [],
    gone: hazard.destroys || hazard.wipes ? [...new Set([...scope, ...spread])] : [],
    storesAway: hazard.absence
      ? numbers(policies.filter(({ store }) => scope.includes(store)))
      : [],
    storesWiped: hazard.wipes ? numbers(reached) : [],
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

function tellAll(
  slow: Slow,
  blows: readonly Blow[],
  missing: ReadonlyArray<readonly SlowCopy[]>,
): void {
  const struck = new Set(
    slow.services.flatMap((service, i) =>
      missing[i]!.length > 0 || touches(slow, service, blows[i]!) ? service.plan.carries : [],
    ),
  );
  slow.services.forEach((service, i) => {
    const { disaster } = blows[i]!;
    const { number } = service;
    if (struck.has(number)) tell(slow, { kind: 'struck', service: number, disaster });
    else if (weakens(slow, service, blows[i]!)) {
      tell(slow, { kind: 'exposed', service: number, disaster });
    }
  });
}

function hits({ away, gone }: Blow, site: number): boolean {
  return away.includes(site) || gone.includes(site);
}

/** Whether it serves there, is on its way there, or still reads from there what it will serve. */
function touches(slow: Slow, service: SlowService, blow: Blow): boolean {
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
function weakens(slow: Slow, service: SlowService, blow: Blow): boolean {
  const cut = blow.hazard.cut?.links ?? [];
  const isCut = (site: number) => cut.includes(linkOf(slow, service.seat, site));
  const { storesAway, storesWiped } = blow;
  return (
    storesAway.length + storesWiped.length > 0 ||
    service.copies.some(({ site }) => hits(blow, site) || isCut(site)) ||
    slow.strategy.backups.some(({ store }) => isCut(store))
  );
}

/** What the disaster takes from a service. @returns whether other fronts go on */
function lose(slow: Slow, service: SlowService, blow: Blow): boolean {
  const { hazard, disaster, inside, away, gone } = blow;
  const { now } = slow.future;
  if (hazard.corrupts && inside && service.serving) damageNow(slow, service, blow);
  if (hazard.wipes && inside) {
    const { dwell } = slow.disasters[disaster]!;
    if (dwell > 0) service.taints.push({ disaster, from: now - dwell, to: Infinity });
    if (hazard.wipes.replicated && service.serving) {
      const about = { disaster, from: now, to: Infinity, known: true, impact: 0 };
      service.damages.push({ ...about, keepServing: false, awaited: false, attempts: 0 });
    }
    // Whoever is at work on the service sees it at once.
    const { recovery } = service;
    if (recovery && recovery.stage !== 'detecting') stopLateCopies(slow, service);
  }
  const goesOn = loseFronts(slow, service, {
    disaster,
    isHit: (site) => hits(blow, site),
    isGone: (site) => gone.includes(site),
  });
  for (const site of new Set([...away, ...gone])) {
    stopSeeding(slow, service, site);
    if (gone.includes(site)) loseDataAt(slow, service, { site, disaster });
    if (hazard.destroys && hazard.service < 0) bringBack(service.places[site]!, now);
  }
  service.schedules.forEach((schedule, policy) => {
    const { immutable } = slow.strategy.backups[policy]!;
    if (blow.storesWiped.includes(policy)) {
      schedule.end();
      schedule.lose((point) => now - fullOf(point).captured < immutable);
    }
    if (hazard.destroys && blow.storesAway.includes(policy)) {
      schedule.end();
      schedule.lose(() => false);
    }
  });
  return goesOn;
}

function damageNow(slow: Slow, service: SlowService, { hazard, disaster }: Blow): void {
  const { impact, keepServing } = hazard.corrupts!;
  const damage: SlowDamage = {
    disaster,
    from: slow.future.now,
    to: Infinity,
    known: false,
    impact: slow.plan.parameters.of(impact),
    keepServing,
    awaited: false,
    attempts: 0,
  };
  service.damages.push(damage);
  awaitDiscovery(slow, service, damage, () => {
    discovered(slow, service, damage);
  });
  service.phase = phaseServing(service);
}

function loseDataAt(
  slow: Slow,
  service: SlowService,
  { site, disaster }: { site: number; disaster: number },
): void {
  dropCourses(slow, service, ({ way }) => way.via !== 'nothing' && placeOf(service, way) === site);
  for (const copy of service.copies) {
    const held = copy.holds.is === 'live' || copy.holds.is === 'stale';
    if (copy.site === site && held) copy.holds = { is: 'empty', lostTo: disaster };
  }
  if (service.seat !== site) return;
  service.lostTo ??= disaster;
  for (const schedule of service.schedules) schedule.end();
}

function respond(
  slow: Slow,
  service: SlowService,
  { blow, carriesOn }: { blow: Blow; carriesOn: boolean },
): void {
  if (service.recovery) {
    if (service.serving && hits(blow, service.seat)) stopNow(slow, service);
    if (touches(slow, service, blow) || weakens(slow, service, blow)) lookAgain(slow, service);
    return;
  }
  const returnsTo = service.returningSince === null ? -1 : service.returningTo;
  if (carriesOn) takeCare(slow, service);
  else if (hits(blow, service.seat)) stop(slow, service, blow.disaster);
  else if (hits(blow, returnsTo)) giveUpReturn(slow, service);
  else if (blow.storesWiped.length + blow.gone.length > 0) takeCare(slow, service);
}

/** The service stops; sooner or later somebody notices. */
function stop(slow: Slow, service: SlowService, disaster: number): void {
  const stopped = service.returningSince ?? slow.future.now;
  halt(slow, service);
  service.phase = 'detect';
  beginRecovery(service, { disaster, stopped, sentUntil: stopped, stage: 'detecting' });
  awaitNotice(slow, service);
}

/** The service waits for copies that it has lost touch with, until somebody has decided. */
function waitFor(
  slow: Slow,
  service: SlowService,
  { disaster, missing }: { disaster: number; missing: readonly SlowCopy[] },
): void {
  const { now } = slow.future;
  halt(slow, service);
  service.phase = 'detect';
  beginRecovery(service, { disaster, stopped: now, sentUntil: now, stage: 'detecting', missing });
  awaitNotice(slow, service);
}

function awaitNotice(slow: Slow, service: SlowService): void {
  const recovery = service.recovery!;
  const { disaster } = recovery;
  recovery.step = later(
    slow,
    noticedAfter(slow, service, disaster),
    () => {
      recovery.step = null;
      tell(slow, { kind: 'noticed', service: service.number, disaster });
      const { hazard } = slow.disasters[disaster]!;
      if (slow.plan.hazards[hazard]!.wipes?.replicated) recovery.sentUntil = slow.future.now;
      stopLateCopies(slow, service);
      const fires = slow.strategy.automatic && !couldServe(slow, service);
      const automatic = fires ? automaticOption(slow, service) : undefined;
      if (!automatic) {
        decideLater(slow, service);
        return;
      }
      recovery.stage = 'recovering';
      setOut(slow, service, automatic);
    },
    WHEN.observe,
  );
}

export function siteReturns(slow: Slow, site: number): void {
  if (!siteIsUp(slow, site)) return;
  for (const service of slow.services) placeReturns(slow, service, site);
}

export function placeReturns(slow: Slow, service: SlowService, site: number): void {
  const { recovery, copies } = service;
  if (!recovery) {
    takeCare(slow, service);
    return;
  }
  const awaited = service.seat === site || recovery.missing.length > 0;
  if (awaited && mayGoOn(slow, service)) accept(slow, service);
  else if (
    copies.some((copy) => copy.site === site) ||
    slow.strategy.backups.some(({ store }) => store === site)
  ) {
    lookAgain(slow, service);
  }
}

export function linkReturns(slow: Slow, link: number): void {
  if (!isThere(slow.links[link]!, slow.future.now)) return;
  shareAnew(slow);
  for (const service of slow.services) {
    const { recovery } = service;
    if (!recovery) continue;
    for (const copy of recovery.missing) {
      // Sending to it may go on only later.
      for (const { to } of linkStays(slow, service, { from: service.seat, to: copy })) {
        const after = to - slow.future.now;
        if (after > 0) later(slow, after, () => void resume(slow, service), WHEN.return);
      }
    }
    if (!resume(slow, service)) lookAgain(slow, service);
  }
}

/** A service that waited for copies goes on once all of them are in touch. @returns whether it does */
function resume(slow: Slow, service: SlowService): boolean {
  const { recovery } = service;
  if (!recovery || recovery.missing.length === 0 || !mayGoOn(slow, service)) return false;
  accept(slow, service);
  return true;
}
