import { type Ms, ms } from '../../base/units.js';
import { LAST } from '../calendar.js';
import { hasOpenDamage } from '../damage.js';
import { detectionTime } from '../detection.js';
import { newRecovery } from '../noticing.js';
import type { Hazard } from '../plan.js';
import type { Coming } from '../site-timeline.js';
import { type Damage, hazardOf, type ServiceState, type World } from '../world.js';
import { plainChoice, plainFailover } from './choice.js';
import { luckIn, Passage, tellLevel } from './passage.js';
import { settle } from './settle.js';
import { comesBack, takeWay } from './way-back.js';

/**
 * If what comes next is a strike that one service gets over before anything else happens, in a world
 * in which all is well: tells all of it, and leaves the world as it is then. It declines, and leaves
 * everything as it was, whatever it does not know; the events are the truth, and tests hold it to
 * them.
 *
 * @returns whether it has done so
 */
export function goStraight(world: World): boolean {
  const { calendar, transfers, sites } = world;
  const coming = sites.coming[world.next];
  if (coming?.event.kind !== 'strike' || !calendar.isEmpty || !transfers.isIdle) return false;
  const { disaster } = coming.event;
  const service = onlyServiceHit(world, disaster);
  if (!service || !isAtPeace(world, service)) return false;
  const then = calendar.now;
  calendar.moveTo(coming.at);
  const passage = passageOf(world, service, disaster);
  const { corrupts } = hazardOf(world, disaster);
  if (corrupts ? isDamageOver(passage, corrupts) : isAbsenceOver(passage)) {
    settle(passage);
    return true;
  }
  service.serving = true;
  service.recovery = service.seatLostTo = null;
  calendar.moveBackTo(then);
  return false;
}

/** The service that a disaster hits where it serves, if it touches no other; else null. */
function onlyServiceHit(world: World, number: number): ServiceState | null {
  const { services, sites, disasters, plan } = world;
  const { hazard } = disasters[number]!;
  const { cut, wipes, corrupts, absence, service: only } = plan.hazards[hazard]!;
  if (cut || wipes || (corrupts && absence) || corrupts?.keepServing) return null;
  if (only >= 0) {
    const service = services[only]!;
    const { carries, group } = service.plan;
    return carries.length === 1 && group.length === 0 ? service : null;
  }
  const service = services[0]!;
  const hit = sites.hitBy(number, hazard);
  const alone = services.length === 1 && hit.length === 1 && hit[0] === service.seat;
  return alone ? service : null;
}

/** Whether a service, and what it depends on, are as they were at the beginning. */
function isAtPeace(world: World, service: ServiceState): boolean {
  const { serving, recovery, seat, seatLostTo, reach, capacity, phase, told, fronts } = service;
  if (!serving || recovery || seatLostTo !== null || seat !== world.strategy.primary) return false;
  // Standbys may keep the service waiting, or lose touch for good.
  const { halts, pauses, forgets, relays, failover, rollForward } = world.strategy;
  if (halts || pauses || forgets || relays || rollForward !== failover) return false;
  if (reach < 1 || capacity < 1 || phase !== null || fronts.length > 0) return false;
  if (told.level !== 1 || !told.whole || hasOpenDamage(service)) return false;
  for (const { holds } of service.copies) {
    if (holds.kind !== 'live' && holds.kind !== 'seat') return false;
  }
  for (const series of service.backups) if (!series.running) return false;
  for (const number of service.plan.dependsOn) {
    const { told: needed } = world.services[number]!;
    if (needed.level !== 1 || !needed.whole) return false;
  }
  return true;
}

function passageOf(world: World, service: ServiceState, disaster: number): Passage {
  const { at, absence } = world.disasters[disaster]!;
  const back = hazardOf(world, disaster).absence ? at + absence : Infinity;
  const { coming } = world.sites;
  let next = world.next + 1;
  while (isOwnReturn(coming[next], service.seat, back)) next++;
  const until = coming[next]?.at ?? LAST;
  const passage = (world.passage ??= new Passage(world));
  passage.begin(service, { disaster, back, until, next });
  return passage;
}

/** Whether what was struck comes back; of single services, nobody but they themselves knows. */
function isOwnReturn(coming: Coming | undefined, seat: number, back: number): boolean {
  return coming?.event.kind === 'siteReturns' && coming.event.site === seat && coming.at === back;
}

/** What is hit is away for a while. */
function isAbsenceOver(passage: Passage): boolean {
  const { world, service, disaster, back, until } = passage;
  const hazard = hazardOf(world, disaster);
  // What is away when something else happens could not be over before that.
  if (!(back < until)) return false;
  // Snapshots go with the equipment.
  if (hazard.destroys && world.strategy.backups.some(({ snapshot }) => snapshot)) return false;
  const own = hazard.service >= 0;
  if (own && !takeAway(passage, hazard)) return false;
  if (hazard.destroys) {
    service.seatLostTo = disaster;
    for (const series of service.backups) series.stop(world.calendar.now);
  }
  const { seat } = service;
  if (isOver(passage)) return true;
  if (own) service.places.undo(seat);
  if (hazard.destroys) for (const series of service.backups) series.goOn();
  return false;
}

function takeAway(
  { world, service, disaster, back }: Passage,
  { absence, destroys }: Hazard,
): boolean {
  const from = world.calendar.now;
  const { law } = absence!;
  return service.places.add(service.seat, { from, to: ms(back), disaster, destroys, law });
}

/** From the strike on the service is down: somebody notices, decides, and brings it back. */
function isOver(passage: Passage): boolean {
  const { world, service, script, disaster, back } = passage;
  const { now } = world.calendar;
  script.addStrike(now);
  passage.serving = false;
  passage.phase = 'detect';
  tellLevel(passage, now);
  const noticed = ms(now + detectionTime(world, service, disaster));
  if (back <= noticed) return comesBack(passage);
  script.addNotice(noticed);
  setOut(passage, noticed);
  if (world.strategy.automatic) {
    const failover = plainFailover(world, service);
    if (failover) return takeWay(passage, failover);
  }
  return isDecided(passage);
}

/** People who know what has happened take some time, and then the best way. */
function isDecided(passage: Passage): boolean {
  const { world, service, back } = passage;
  const { calendar, strategy } = world;
  passage.phase = 'decide';
  tellLevel(passage, calendar.now);
  const decided = ms(calendar.now + luckIn(passage, strategy.decision));
  if (back <= decided) return comesBack(passage);
  if (!(decided < passage.until)) return false;
  calendar.moveTo(decided);
  const best = plainChoice(world, service);
  return best !== undefined && takeWay(passage, best);
}

/** Whoever chooses looks at a service that is on its way back. */
function setOut({ world, service, disaster, stopped }: Passage, at: Ms): void {
  world.calendar.moveTo(at);
  service.serving = false;
  service.recovery = newRecovery({ disaster, stopped: ms(stopped), stage: 'recovering' });
}

/** The data is damaged, and nobody knows for a while. */
function isDamageOver(passage: Passage, { impact }: NonNullable<Hazard['corrupts']>): boolean {
  const { world, service, script, disaster } = passage;
  const from = world.calendar.now;
  const noticed = ms(from + luckIn(passage, hazardOf(world, disaster).detect!));
  const damage = discoveredDamage(disaster, { from, noticed }, world.plan.parameters.of(impact));
  script.addStrike(from);
  passage.intact = 1 - damage.impact;
  passage.phase = damage.impact > 0 ? 'detect' : null;
  // So little that it is lost in rounding counts as damage all the same.
  if (damage.impact > 0 && passage.intact >= 1) return false;
  tellLevel(passage, from);
  if (!(noticed < passage.until)) return false;
  script.addNotice(noticed);
  service.damages.push(damage);
  service.seatLostTo = disaster;
  passage.serving = false;
  passage.stopped = damage.impact >= 1 ? from : noticed;
  setOut(passage, noticed);
  service.recovery!.sentUntil = noticed;
  if (isDecided(passage)) return true;
  service.damages.pop();
  return false;
}

/** Damage as it is once somebody has found it. */
function discoveredDamage(
  disaster: number,
  { from, noticed }: { from: Ms; noticed: Ms },
  impact: number,
): Damage {
  return {
    disaster,
    from,
    to: Infinity,
    known: true,
    knownAt: noticed,
    impact,
    keepServing: false,
    awaited: false,
    discoveries: 1,
  };
}
