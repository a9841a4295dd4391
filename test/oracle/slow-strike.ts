import { bringBack, takeAway } from './presence.js';
import { shareAnew } from './sendings.js';
import { type Blow, blowTo, hits, takeSites, touches, weakens } from './slow-blow.js';
import { giveUpReturn, stopSeeding, takeCare } from './slow-care.js';
import { automaticOption, placeOf } from './slow-choice.js';
import { awaitDiscovery } from './slow-data.js';
import { stopLateCopies } from './slow-late.js';
import { loseFronts } from './slow-fronts.js';
import { noticedAfter } from './slow-notice.js';
import { decideLater, discovered, lookAgain, setOut } from './slow-recovery.js';
import { phaseServing } from './slow-serving.js';
import { turnBack } from './shipping.js';
import {
  later,
  type Slow,
  type SlowCopy,
  type SlowDamage,
  type SlowService,
  tell,
  WHEN,
} from './slow-state.js';
import { beginRecovery, dropCourses, halt, stopNow } from './slow-stop.js';
import { couldServe, goOnAlone, outOfTouch, waitedFor } from './slow-waiting.js';

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
  turnBack(slow);
  const carriesOn = slow.services.map((service, i) => lose(slow, service, blows[i]!));
  slow.services.forEach((service, i) => {
    if (missing[i]!.length > 0) waitFor(slow, service, { disaster, missing: missing[i]! });
    else respond(slow, service, { blow: blows[i]!, carriesOn: carriesOn[i]! });
    if (!service.serving) return;
    goOnAlone(slow, service);
    service.watch(disaster);
  });
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
  service.stores.forEach((store, policy) => {
    const { immutable } = store.plan;
    if (blow.storesWiped.includes(policy)) store.lose((captured) => now - captured < immutable);
    if (blow.storesLost.includes(policy)) store.lose(() => false);
  });
  for (const schedule of service.schedules) {
    const { root } = schedule.plan;
    if (blow.storesWiped.includes(root) || blow.storesLost.includes(root)) schedule.end();
  }
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
