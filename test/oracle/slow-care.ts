import { HOUR, ms } from '../../src/base/units.js';
import { changedBytes } from '../../src/model/backup-policy.js';
import { relayOf } from './relay.js';
import { giveUp, send } from './sendings.js';
import {
  countFound,
  phaseServing,
  sendClients,
  serve,
  spreadClients,
  stopGrowth,
} from './slow-serving.js';
import { goOnAlone } from './slow-waiting.js';
import {
  cancel,
  inTouch,
  later,
  linkOf,
  luck,
  placeIsUp,
  siteIsUp,
  sizeAt,
  type Slow,
  type SlowCopy,
  type SlowService,
  tell,
  WHEN,
  writesAt,
} from './slow-state.js';

/** A service that works builds up again what protects it, wherever it can. */
export function takeCare(slow: Slow, service: SlowService): void {
  if (!service.serving || service.recovery) return;
  const { seat, fronts } = service;
  if (fronts.some(({ site }) => site === seat)) {
    for (const front of fronts) {
      const copy = service.copies[front.copy]!;
      if (front.state === 'serving' || copy.holds.is !== 'live') continue;
      if (!placeIsUp(slow, service, front.site)) continue;
      if (front.drift) countFound(slow, service, front);
      cancel(front.drift?.next ?? null);
      front.drift = null;
      front.state = 'serving';
      spreadClients(service, service.capacity);
      if (service.capacity >= 1) stopGrowth(service);
      service.phase = phaseServing(service);
    }
  }
  for (const copy of service.copies) {
    const lacks = copy.holds.is === 'stale' || copy.holds.is === 'empty';
    const adrift = fronts.some(({ site, drift }) => site === copy.site && drift);
    if (!lacks || adrift || copy.seeding || !placeIsUp(slow, service, copy.site)) continue;
    const relay = relayOf(slow, service, copy);
    const isThere = !relay || (relay.holds.is === 'live' && placeIsUp(slow, service, relay.site));
    if (isThere && inTouch(slow, relay?.site ?? seat, copy.site)) seed(slow, service, copy);
  }
  for (const schedule of service.schedules) {
    const { store } = schedule.plan;
    if (schedule.runs || !siteIsUp(slow, store) || !inTouch(slow, seat, store)) continue;
    if (schedule.takesFrom(seat)) schedule.beginAnew(seat);
  }
  planReturn(slow, service);
}

function seed(slow: Slow, service: SlowService, copy: SlowCopy): void {
  const { holds } = copy;
  if (!('lostTo' in holds)) throw new Error('it lacks nothing');
  const bytes = lacking(slow, service, copy);
  const relay = relayOf(slow, service, copy);
  copy.seededFrom = relay ? relay.site : -1;
  copy.seeding = send(slow, {
    bytes,
    link: linkOf(slow, relay?.site ?? service.seat, copy.site),
    limit: Infinity,
    arrives: () => {
      copy.seeding = null;
      copy.holds = { is: 'live', since: slow.future.now };
      const from = relay?.site ?? service.seat;
      const about = { service: service.number, from, to: copy.site, bytes };
      tell(slow, { kind: 'moved', ...about, store: -1, disaster: holds.lostTo });
      takeCare(slow, service);
    },
  });
}

/** All data, or what has changed on either side since the copy parted from it. */
function lacking(slow: Slow, service: SlowService, { holds }: SlowCopy): number {
  const { now } = slow.future;
  const data = sizeAt(slow, service, now);
  if (holds.is !== 'stale' || holds.parted === -Infinity) return data;
  const over = now - holds.parted;
  const written = (writesAt(slow, service, now) * over) / 1000;
  const change = slow.plan.parameters.of(service.plan.change);
  return changedBytes({ data, change, written, reduction: 1 }, ms(over));
}

export function stopSeeding(slow: Slow, service: SlowService, site = -1): void {
  for (const copy of service.copies) {
    if (site < 0 || copy.site === site || copy.seededFrom === site)
      copy.seeding = giveUp(slow, copy.seeding);
  }
}

/** Where a service that is away from home returns to; undefined while that is not possible. */
function home(slow: Slow, service: SlowService): SlowCopy | undefined {
  const { copies, fronts } = service;
  const homes = copies.filter(
    ({ number }) =>
      (fronts.length === 0 && number === 0) || fronts.some(({ copy }) => copy === number),
  );
  if (!service.serving || service.recovery) return undefined;
  if (homes.some(({ site }) => site === service.seat)) return undefined;
  return homes.find(({ holds, site }) => holds.is === 'live' && placeIsUp(slow, service, site));
}

function planReturn(slow: Slow, service: SlowService): void {
  if (service.returning || !home(slow, service)) return;
  const { now } = slow.future;
  const { load } = service.plan;
  const { intoWeek } = slow.plan;
  let hour = Math.ceil((now + intoWeek) / HOUR);
  const multiple = (one: number) => load.hours[((one % 168) + 168) % 168];
  while (multiple(hour) !== load.lowest) hour++;
  const after = hour * HOUR - intoWeek - now;
  service.returning = later(
    slow,
    after,
    () => {
      beginReturn(slow, service);
    },
    WHEN.observe,
  );
}

function beginReturn(slow: Slow, service: SlowService): void {
  service.returning = null;
  const to = home(slow, service);
  if (!to) return;
  service.returningTo = to.site;
  service.returningSince = slow.future.now;
  service.serving = false;
  service.phase = 'failback';
  service.returning = later(slow, luck(slow, service, slow.strategy.switchover), () => {
    endReturn(slow, service, to);
  });
}

function endReturn(slow: Slow, service: SlowService, to: SlowCopy): void {
  const { now } = slow.future;
  service.returning = service.returningSince = null;
  stopGrowth(service);
  stopSeeding(slow, service);
  for (const copy of service.copies) {
    if (copy.holds.is === 'seat') copy.holds = { is: 'live', since: now };
  }
  to.holds = { is: 'seat' };
  service.seat = to.site;
  service.seatSince = now;
  service.capacity = Math.min(1, slow.plan.parameters.of((to.standby ?? slow.strategy).capacity));
  for (const schedule of service.schedules) schedule.end();
  sendClients(slow, service, { tail: null });
  resumeFronts(slow, service, service.capacity);
  serve(slow, service);
  takeCare(slow, service);
}

/** The service stays where it was, as if it had never begun to return. */
export function giveUpReturn(slow: Slow, service: SlowService): void {
  service.returning = cancel(service.returning);
  service.returningSince = null;
  service.serving = true;
  goOnAlone(slow, service);
  service.watch();
  service.phase = phaseServing(service);
  takeCare(slow, service);
}

/** The fronts that serve when the service accepts traffic again; none while it is elsewhere. */
export function resumeFronts(slow: Slow, service: SlowService, least: number): void {
  const { fronts, seat, copies } = service;
  const atHome = fronts.some(({ site }) => site === seat);
  for (const front of fronts) {
    const live = copies[front.copy]!.holds.is === 'live';
    const there = front.site === seat || (live && placeIsUp(slow, service, front.site));
    front.state = atHome && there ? 'serving' : 'out';
    if (!atHome) front.clients = 0;
  }
  if (atHome) spreadClients(service, least);
}
