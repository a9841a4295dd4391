import { newestReceived } from './replica.js';
import { takeCare } from './slow-care.js';
import { applyingAt } from './slow-data.js';
import { stopLateCopies } from './slow-late.js';
import { noticedAfter } from './slow-notice.js';
import {
  countLoss,
  followDemand,
  phaseServing,
  sendClients,
  serve,
  spreadClients,
  stopGrowth,
} from './slow-serving.js';
import {
  later,
  luck,
  type Slow,
  type SlowFront,
  type SlowService,
  tell,
  WHEN,
} from './slow-state.js';

/** Of several sites that serve, some are hit, or all. @returns whether others go on */
export function loseFronts(
  slow: Slow,
  service: SlowService,
  {
    disaster,
    isHit,
    isGone,
  }: {
    disaster: number;
    isHit: (site: number) => boolean;
    isGone: (site: number) => boolean;
  },
): boolean {
  if (!service.serving || service.recovery) return false;
  const serving = service.fronts.filter(({ state }) => state === 'serving');
  const hit = serving.filter(({ site }) => isHit(site));
  const left = serving.filter((front) => !hit.includes(front));
  if (hit.length === 0) return false;
  if (left.length === 0) {
    const intact = hit.find(({ site }) => !isGone(site));
    takeSeat(slow, service, intact ?? hit[0]!, false);
    return false;
  }
  setAdrift(slow, service, { disaster, hit, left });
  return true;
}

/** One of the fronts is the one that counts. @param anew whether it has become so by a loss */
function takeSeat(slow: Slow, service: SlowService, front: SlowFront, anew: boolean): void {
  if (front.site === service.seat) return;
  for (const copy of service.copies) {
    if (copy.holds.is === 'seat') copy.holds = { is: 'live', since: service.seatSince };
  }
  service.copies[front.copy]!.holds = { is: 'seat' };
  service.seat = front.site;
  if (!anew) return;
  service.seatSince = slow.future.now;
  for (const schedule of service.schedules) schedule.end();
}

function setAdrift(
  slow: Slow,
  service: SlowService,
  { disaster, hit, left }: { disaster: number; hit: SlowFront[]; left: SlowFront[] },
): void {
  const { now } = slow.future;
  service.lastDisaster = disaster;
  const states = hit.map((front) => newestElsewhere(slow, service, { front, left, disaster }));
  hit.forEach((front, i) => {
    front.state = 'adrift';
    front.drift = { disaster, stopped: now, captured: states[i]!, phase: 'detect', next: null };
    front.drift.next = later(
      slow,
      noticedAfter(slow, service, disaster),
      () => {
        frontNoticed(slow, service, front);
      },
      WHEN.observe,
    );
  });
  if (!left.some(({ site }) => site === service.seat)) takeSeat(slow, service, left[0]!, true);
  stopGrowth(service);
  spreadClients(service);
  if (service.capacity < 1) followDemand(slow, service);
  service.phase = phaseServing(service);
}

/** The newest write of a front that any of those left has. */
function newestElsewhere(
  slow: Slow,
  service: SlowService,
  { front, left, disaster }: { front: SlowFront; left: SlowFront[]; disaster: number },
): number {
  const since = ({ copy }: SlowFront) => {
    const { holds } = service.copies[copy]!;
    // Where the seat is others became complete, or it had been in touch before it was the seat.
    return holds.is === 'live' ? holds.since : -Infinity;
  };
  const from = { site: front.site, since: since(front), share: front.clients };
  return Math.max(
    ...left.map((other) => {
      const apply = applyingAt(slow, service.copies[other.copy]!);
      const to = {
        copy: service.copies[other.copy]!,
        since: Math.max(from.since, since(other)),
        sync: apply === null,
      };
      const applying = apply ? luck(slow, service, apply, { disaster }) : 0;
      return newestReceived(slow, service, { from, to, at: slow.future.now }) - applying;
    }),
  );
}

function frontNoticed(slow: Slow, service: SlowService, front: SlowFront): void {
  const { disaster } = front.drift!;
  tell(slow, { kind: 'noticed', service: service.number, disaster });
  stopLateCopies(slow, service);
  if (slow.strategy.automatic) {
    stepOfFront(slow, service, front, 0);
    return;
  }
  front.drift!.phase = 'decide';
  const after = luck(slow, service, slow.strategy.decision, { disaster });
  front.drift!.next = later(
    slow,
    after,
    () => {
      stepOfFront(slow, service, front, 0);
    },
    WHEN.observe,
  );
  service.phase = phaseServing(service);
}

function stepOfFront(slow: Slow, service: SlowService, front: SlowFront, number: number): void {
  const { disaster } = front.drift!;
  const step = slow.strategy.failover[number];
  if (!step) {
    const of = front.clients;
    countLoss(slow, service, front);
    stopGrowth(service);
    spreadClients(service);
    sendClients(slow, service, { tail: slow.strategy.failover.at(-1)?.tail ?? null, of });
    serve(slow, service);
    takeCare(slow, service);
    return;
  }
  front.drift!.phase = step.phase;
  front.drift!.next = later(slow, luck(slow, service, step.takes!, { disaster }), () => {
    stepOfFront(slow, service, front, number + 1);
  });
  service.phase = phaseServing(service);
}
