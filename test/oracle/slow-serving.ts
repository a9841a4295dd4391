import { HOUR, ms, YEAR } from '../../src/base/units.js';
import { FLAT, multipleAt } from '../../src/model/week-profile.js';
import type { StepPlan } from '../../src/simulate/plan.js';
import { degradings } from './slow-data.js';
import { goOnAlone } from './slow-waiting.js';
import {
  cancel,
  later,
  luck,
  type Slow,
  type SlowFront,
  type SlowService,
  tell,
} from './slow-state.js';

/** What a service that serves waits for. */
export function phaseServing(service: SlowService): SlowService['phase'] {
  if (service.recovery) return service.phase;
  const adrift = service.fronts.find(({ drift }) => drift);
  if (adrift) return adrift.drift!.phase;
  if (degradings(service).length > 0) return 'detect';
  if (service.reach < 1) return 'redirect';
  return service.capacity < 1 ? 'ramp' : null;
}

/** It accepts traffic with what capacity it has, which may grow. */
export function serve(slow: Slow, service: SlowService): void {
  service.serving = true;
  goOnAlone(slow, service);
  service.watch();
  if (service.capacity < 1) {
    const { ramp } = slow.strategy;
    if (ramp) {
      service.growing = later(slow, luck(slow, service, ramp), () => {
        service.capacity = 1;
        stopGrowth(service);
        if (service.serving) service.phase = phaseServing(service);
      });
    }
    followDemand(slow, service);
  }
  service.phase = phaseServing(service);
}

export function stopGrowth(service: SlowService): void {
  service.growing = cancel(service.growing);
  service.hour = cancel(service.hour);
}

/** Looks again when the hour turns, as long as anybody cares. */
export function followDemand(slow: Slow, service: SlowService): void {
  const { now } = slow.future;
  const { horizon, intoWeek } = slow.plan;
  if (service.plan.load === FLAT || now > horizon + 10 * YEAR) return;
  const next = (Math.floor((now + intoWeek) / HOUR) + 1) * HOUR - intoWeek;
  service.hour = later(slow, next - now, () => {
    followDemand(slow, service);
  });
}

/** Clients are sent to where the service is now: all at once but for a share, for a while. */
export function sendClients(
  slow: Slow,
  service: SlowService,
  { tail, of = 1 }: { tail: StepPlan['tail']; of?: number },
): void {
  service.arriving = cancel(service.arriving);
  service.late = 0;
  if (tail) {
    service.late = of * slow.plan.parameters.of(tail.share);
    service.arriving = later(slow, luck(slow, service, tail.lasts), () => {
      service.late = 0;
      service.arriving = null;
      findReach(service);
      if (service.serving) service.phase = phaseServing(service);
    });
  }
  findReach(service);
}

export function findReach(service: SlowService): void {
  const adrift = service.fronts.filter(({ state }) => state === 'adrift');
  service.reach = Math.max(
    0,
    adrift.reduce((rest, { clients }) => rest - clients, 1 - service.late),
  );
}

/** Clients of fronts that are out go to those that serve, which carry what they can. */
export function spreadClients(service: SlowService, least = 0): void {
  const { fronts } = service;
  const lost = fronts.reduce((sum, one) => sum + (one.state === 'adrift' ? one.clients : 0), 0);
  const serving = fronts.filter(({ state }) => state === 'serving');
  const shares = serving.reduce((sum, { share }) => sum + share, 0);
  for (const front of fronts) {
    if (front.state === 'serving') front.clients = ((1 - lost) * front.share) / shares;
    if (front.state === 'out') front.clients = 0;
  }
  const capacity = serving.reduce((sum, front) => sum + front.capacity, 0);
  service.capacity = Math.min(1, Math.max(least, capacity));
  findReach(service);
}

/** A front that is back in time finds its clients where they were. */
export function countFound(slow: Slow, service: SlowService, front: SlowFront): void {
  const { disaster, stopped } = front.drift!;
  tell(slow, {
    kind: 'recovered',
    service: service.number,
    disaster,
    via: 'wait',
    site: front.site,
    captured: stopped,
    stopped,
    share: front.clients,
  });
}

/** What a front that is lost had not sent is lost, whatever becomes of its site. */
export function countLoss(slow: Slow, service: SlowService, front: SlowFront): void {
  const { disaster, stopped, captured } = front.drift!;
  tell(slow, {
    kind: 'recovered',
    service: service.number,
    disaster,
    via: 'failover',
    site: service.seat,
    captured,
    stopped,
    share: front.clients,
  });
  front.state = 'out';
  front.drift = null;
  const copy = service.copies[front.copy]!;
  if (copy.holds.is !== 'live') return;
  copy.holds = { is: 'stale', captured: stopped, parted: captured, lostTo: disaster };
}

export function demandNow(slow: Slow, { plan: { load } }: SlowService): number {
  return multipleAt(load, ms(slow.future.now + slow.plan.intoWeek)) / load.peak;
}

/** How well every service works now, told where that is new; dependencies come first. */
export function tellLevels(slow: Slow): void {
  for (const service of slow.services) {
    const own = ownLevel(slow, service);
    let now = { level: own, phase: service.phase, cause: causeOf(service) };
    let whole =
      service.serving &&
      service.reach >= 1 &&
      service.capacity >= 1 &&
      degradings(service).length === 0;
    for (const number of service.plan.dependsOn) {
      const { told } = slow.services[number]!;
      whole &&= told.whole;
      const { level, phase, cause } = told;
      if (level < now.level) now = { level, phase, cause };
    }
    const { told, number } = service;
    const isNew = now.level !== told.level || now.phase !== told.phase;
    if (isNew || (now.level < 1 && now.cause !== told.cause)) {
      tell(slow, { kind: 'level', service: number, ...now });
    }
    if (whole && !told.whole) tell(slow, { kind: 'whole', service: number });
    service.told = { ...now, whole };
  }
}

function ownLevel(slow: Slow, service: SlowService): number {
  if (!service.serving) return 0;
  const { damages, reach, capacity } = service;
  const intact = damages
    .filter(({ to }) => to === Infinity)
    .reduce((left, { impact }) => left * (1 - impact), 1);
  return intact * (capacity >= 1 ? reach : Math.min(reach, capacity / demandNow(slow, service)));
}

/** The disaster that answers for how the service works. */
function causeOf(service: SlowService): number {
  const adrift = service.fronts.find(({ drift }) => drift);
  return (
    service.recovery?.disaster ??
    adrift?.drift!.disaster ??
    degradings(service)[0]?.disaster ??
    service.lastDisaster
  );
}
