import { seeded, failbackBegins, failbackEnds, reprotect } from './aftermath.js';
import { driftsOn } from './drifting.js';
import type { Disaster } from './disasters.js';
import type { Event, ServiceEvent } from './event.js';
import type { History, Witness } from './history.js';
import { sentFrom } from './course.js';
import { forget } from './in-touch.js';
import { tellLevels } from './level.js';
import { decided, detected, discovered } from './noticing.js';
import type { Plan } from './plan.js';
import { fetched, stepEnds } from './recovery.js';
import { Recorder } from './recorder.js';
import { capacityGrows, lastClientsArrive, watchDemand } from './serving.js';
import type { SiteTimeline } from './site-timeline.js';
import { linkReturns, placeReturns, sendingResumes, siteReturns } from './returning.js';
import { strike } from './strike.js';
import { newWorld } from './new-world.js';
import { goStraight } from './straight/straight.js';
import { bookTransfers, type World } from './world.js';

/**
 * One history of one strategy: everything that happens until the last recovery is over.
 *
 * @param history the trial's disasters and site timeline, the same for every strategy; the plan's
 *   parameters must be drawn for the same trial
 */
export function simulate(plan: Plan, history: Trial): History {
  const recorder = new Recorder();
  if (history.disasters.length === 0) return [];
  const world = beginning(plan, history, recorder);
  while (advance(world));
  return recorder.history;
}

/** The same, told to a witness, and faster: plain incidents are followed without events. */
export function live(plan: Plan, history: Trial, witness: Witness): void {
  if (history.disasters.length === 0) return;
  const world = beginning(plan, history, witness);
  while (goStraight(world) || advance(world));
}

interface Trial {
  readonly strategy: number;
  readonly trial: number;
  readonly disasters: readonly Disaster[];
  readonly sites: SiteTimeline;
}

/** The world before its first event, for whoever wants to follow it step by step. */
export function beginning(plan: Plan, history: Trial, witness: Witness): World {
  return newWorld(plan, history, witness);
}

/** Plays the next event; false when nothing is left to happen. */
export function advance(world: World): boolean {
  const event = nextEvent(world);
  if (!event) return false;
  play(world, event);
  tellLevels(world);
  return true;
}

/** What was booked, unless that comes after what happens anyway. */
function nextEvent(world: World): Event | undefined {
  const { calendar, sites } = world;
  const coming = sites.coming[world.next];
  if (!coming) return calendar.next();
  const booked = calendar.nextBefore(coming.at, coming.turn);
  if (booked) return booked;
  calendar.moveTo(coming.at);
  world.next++;
  return coming.event;
}

function play(world: World, event: Event): void {
  switch (event.kind) {
    case 'strike':
      return strike(world, event.disaster);
    case 'siteReturns':
      return siteReturns(world, event.site);
    case 'linkReturns':
      return linkReturns(world);
    case 'transferEnds':
      return transferEnds(world);
    default:
      return playFor(world, event);
  }
}

/** Events of a single service. */
function playFor(world: World, event: ServiceEvent): void {
  const service = world.services[event.service]!;
  switch (event.kind) {
    case 'detected':
      return detected(world, service);
    case 'discovered':
      return discovered(world, service, event.damage);
    case 'driftsOn':
      if (driftsOn(world, service, event.front)) reprotect(world, service);
      return;
    case 'placeReturns':
      return placeReturns(world, service, event.site);
    case 'decided':
      return decided(world, service);
    case 'sendingResumes':
      return sendingResumes(world, service);
    case 'keptNoLonger':
      if (forget(world, service, event)) reprotect(world, service);
      return;
    case 'stepEnds':
      return stepEnds(world, service);
    case 'fetched':
      return fetched(world, service);
    case 'capacityGrows':
      return capacityGrows(world, service);
    case 'lastClientsArrive':
      return lastClientsArrive(service);
    case 'hourTurns':
      return watchDemand(world, service);
    case 'failbackBegins':
      return failbackBegins(world, service);
    case 'failbackEnds':
      return failbackEnds(world, service);
  }
}

function transferEnds(world: World): void {
  const { transfer } = world.transfers.first()!;
  world.transfers.end(world.calendar.now, transfer);
  bookTransfers(world);
  const { done } = transfer;
  const service = world.services[done.service]!;
  if (done.kind === 'seed') seeded(world, service, { copy: done.copy, bytes: transfer.bytes });
  else {
    tellRestored(world, service.number, transfer.bytes);
    stepEnds(world, service);
  }
}

/** Records what a restore has sent, which costs money. */
function tellRestored(world: World, number: number, bytes: number): void {
  const { recovery } = world.services[number]!;
  const path = recovery?.course?.path;
  if (path?.kind !== 'restore') return;
  const { policy, place } = path;
  world.witness.moved({
    kind: 'moved',
    at: world.calendar.now,
    service: number,
    disaster: recovery!.disaster,
    store: policy,
    from: sentFrom(world, policy, place),
    to: place,
    bytes,
  });
}
