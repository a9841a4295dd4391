import { ms, type Ms } from '../base/units.js';
import { silentHostDetection } from '../model/strategy.js';
import { stopSeeding } from './aftermath.js';
import { TURN } from './event.js';
import { wholeMs } from './luck.js';
import { automaticFailover } from './paths.js';
import { choose, take } from './recovery.js';
import { stopGrowth } from './serving.js';
import { luckFor, type Recovery, type ServiceState, type World } from './world.js';

/** The service stops because its seat is hit. The way back begins with somebody noticing. */
export function stop(world: World, service: ServiceState, disaster: number): void {
  const { calendar } = world;
  const stopped = service.failingBackSince ?? calendar.now;
  stopGrowth(world, service);
  stopSeeding(world, service);
  calendar.cancel(service.failback);
  service.failback = null;
  service.failingBackSince = null;
  service.serving = false;
  service.lastDisaster = disaster;
  service.phase = 'detect';
  service.recovery = newRecovery(disaster, stopped);
  const at = ms(calendar.now + detectionTime(world, service));
  service.recovery.booking = calendar.book(at, TURN.observe, {
    kind: 'detected',
    service: service.number,
  });
}

function newRecovery(disaster: number, stopped: Ms): Recovery {
  return {
    disaster,
    stopped,
    stage: 'detecting',
    course: null,
    committed: null,
    stepSince: stopped,
    booking: null,
    transfer: null,
    captured: stopped,
    begun: new Map(),
  };
}

function detectionTime(world: World, service: ServiceState): Ms {
  const { detection } = world.strategy;
  if (detection.kind === 'after') return luckFor(world, service, detection.time);
  return wholeMs(silentHostDetection(detection, luckFor(world, service, detection.phase)));
}

/** The alarm: the failover rule fires if there is one that can, else people are called. */
export function detected(world: World, service: ServiceState): void {
  const recovery = service.recovery!;
  const failover = world.strategy.automatic && automaticFailover(world, service);
  if (failover) {
    recovery.stage = 'recovering';
    take(world, service, failover);
    return;
  }
  recovery.stage = 'deciding';
  service.phase = 'decide';
  const at = ms(world.calendar.now + luckFor(world, service, world.strategy.decision));
  recovery.booking = world.calendar.book(at, TURN.observe, {
    kind: 'decided',
    service: service.number,
  });
}

/** People have seen enough to choose. */
export function decided(world: World, service: ServiceState): void {
  service.recovery!.stage = 'recovering';
  choose(world, service);
}
