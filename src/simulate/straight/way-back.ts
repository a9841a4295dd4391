import { ms } from '../../base/units.js';
import { applyOf } from '../copies.js';
import { needsStore, placeOf, restoreOrder, sentFrom } from '../course.js';
import { bringsDamageBack } from '../damage.js';
import type { Option } from '../paths.js';
import type { StepPlan } from '../plan.js';
import type { Path } from '../recovery-state.js';
import { durationAlone } from '../transfers.js';
import { type ServiceState, usableRate, type World } from '../world.js';
import { goOnServing } from './going-on.js';
import { luckIn, type Lacking, type Passage, tellLevel } from './passage.js';

/** A way back to another place, or to an earlier state. */
type Moving = Extract<Path, { kind: 'failover' | 'restore' }>;

/** The old seat is there again, with its data, before the service is anywhere else. */
export function comesBack(passage: Passage): boolean {
  const { script, service, back, stopped } = passage;
  if (service.seatLostTo !== null) return false;
  const known = ms(stopped);
  script.addReturn(back, { via: 'wait', site: passage.seat, captured: known, stopped: known });
  passage.serving = true;
  passage.phase = null;
  tellLevel(passage, back);
  return true;
}

/** From now on the way that was chosen is gone. @returns whether it ends in peace */
export function takeWay(passage: Passage, option: Option): boolean {
  const { world, service, script } = passage;
  const { path } = option;
  const { now } = world.calendar;
  script.addChoice(now, option, placeOf(service, path));
  if (path.kind === 'wait') {
    passage.phase = 'wait';
    tellLevel(passage, now);
    return comesBack(passage);
  }
  if (path.kind === 'nothing' || !isPlain(passage, path)) return false;
  const steps = world.strategy[path.kind];
  const accepted = afterSteps(passage, path, steps);
  if (!(accepted < passage.until)) return false;
  // What it left behind was there again before it had moved.
  if (passage.committed < 0) return comesBack(passage);
  const { captured, seat: site } = passage;
  const about = { via: path.kind, site, captured: ms(captured), stopped: ms(passage.stopped) };
  script.addReturn(accepted, about);
  return goOnServing(passage, ms(accepted), steps.at(-1)?.tail ?? null);
}

/** Whether nothing keeps a way back from being gone without a stop, to data that stays as it is. */
function isPlain({ world, service }: Passage, path: Moving): boolean {
  const captured = path.kind === 'failover' ? path.captured : path.point.captured;
  if (path.cleans >= 0 || bringsDamageBack(service, captured)) return false;
  if (path.kind === 'failover' && service.copies[path.copy]!.holds.kind !== 'live') return false;
  if (path.kind === 'restore' && !isReadAtOnce(world, service, path)) return false;
  if (!isThere(world, service, path)) return false;
  let beside = 0;
  const place = placeOf(service, path);
  for (const { site } of service.copies) if (site !== place) beside++;
  return beside <= 1;
}

/** Whether a recovery point needs no log, no thaw, and turns out to be good. */
function isReadAtOnce(
  { strategy }: World,
  { backups }: ServiceState,
  { policy, point }: Path & { kind: 'restore' },
): boolean {
  const { retrieve, snapshot } = strategy.backups[policy]!;
  if (snapshot || retrieve.law.mean > 0) return false;
  return point.logged === 0 && !backups[policy]!.isSpoilt(point);
}

/** Whether the place is there, and the store that is read. */
function isThere(
  { strategy, sites, calendar }: World,
  service: ServiceState,
  path: Moving,
): boolean {
  const { now } = calendar;
  if (!service.places.isUp(placeOf(service, path), now)) return false;
  return path.kind === 'failover' || sites.isUp(strategy.backups[path.policy]!.store, now);
}

/**
 * Goes through the steps of a way back.
 *
 * @returns when the service accepts traffic; NaN where that is not so plain
 */
function afterSteps(passage: Passage, path: Moving, steps: readonly StepPlan[]): number {
  let now: number = passage.world.calendar.now;
  for (let number = 0; number < steps.length; number++) {
    const step = steps[number]!;
    if (step.phase === 'redirect') commit(passage, path, { now, done: number });
    passage.phase = step.phase;
    tellLevel(passage, now);
    const end = now + lengthOf(passage, path, { steps, number, now });
    // Where nothing is committed yet, the service is back as soon as its old seat is.
    if (passage.committed < 0 && passage.back < end) return passage.back;
    if (!(end < passage.until)) return NaN;
    now = end;
    if (step.does === 'moves') tellRestored(passage, path, now);
    if (step.phase === 'promote') commit(passage, path, { now, done: number + 1 });
  }
  commit(passage, path, { now, done: steps.length });
  return now;
}

function lengthOf(
  passage: Passage,
  path: Moving,
  { steps, number, now }: { steps: readonly StepPlan[]; number: number; now: number },
): number {
  const { world, service } = passage;
  const { takes, number: name } = steps[number]!;
  if (takes) {
    let attempt = 0;
    for (let i = 0; i < number; i++) if (steps[i]!.number === name) attempt++;
    return luckIn(passage, takes, attempt);
  }
  if (path.kind !== 'restore') return NaN;
  world.calendar.moveTo(ms(now));
  const { bytes, link, limit } = restoreOrder(world, service, path);
  if (link >= 0 && !world.sites.links.isUp(link, ms(now))) return NaN;
  return durationAlone(bytes, Math.min(limit, usableRate(world.plan, link)));
}

function tellRestored({ world, script, disaster }: Passage, path: Moving, at: number): void {
  if (path.kind !== 'restore') return;
  const { policy: store, place: to, point } = path;
  const from = sentFrom(world, store, to);
  const bytes = world.strategy.backups[store]!.snapshot ? 0 : point.bytes;
  script.addSending(at, { disaster, store, from, to, bytes });
}

/** From here on the true data is where the way leads, as of the state that it recovers. */
function commit(
  passage: Passage,
  path: Moving,
  { now, done }: { now: number; done: number },
): void {
  const { world, service } = passage;
  if (passage.committed >= 0) return;
  if (path.kind === 'restore' && needsStore(world, { path, done })) return;
  passage.committed = now;
  passage.intact = 1;
  passage.seat = placeOf(service, path);
  passage.lacking = lackingAfter(passage, path);
  for (let policy = 0; policy < service.backups.length; policy++) passage.still[policy] = true;
  if (path.kind === 'failover') promote(passage, path);
  else {
    passage.capacity = 1;
    passage.captured = Math.min(path.point.captured, passage.stopped);
  }
}

/** A standby has what it received, less what was still to be applied. */
function promote(passage: Passage, path: Moving & { kind: 'failover' }): void {
  const { world, service, stopped } = passage;
  const copy = service.copies[path.copy]!;
  const apply = applyOf(world, copy);
  const applying = apply ? luckIn(passage, apply) : 0;
  const { capacity } = copy.standby ?? world.strategy;
  passage.capacity = Math.min(1, world.plan.parameters.of(capacity));
  passage.captured = Math.min(stopped, path.captured) - applying;
}

/** The copy beside the new seat, and what it has in common with that. */
function lackingAfter({ service, seat, disaster }: Passage, path: Moving): Lacking | null {
  const copy = service.copies.findIndex(({ site }) => site !== seat);
  if (copy < 0) return null;
  const { seatLostTo, copies } = service;
  const isOld = copies[copy]!.holds.kind === 'seat';
  if (isOld && seatLostTo !== null) return { copy, parted: -Infinity, lostTo: seatLostTo };
  const parted = path.kind === 'failover' ? path.captured : -Infinity;
  return { copy, parted, lostTo: disaster };
}
