import { HOUR } from '../../src/base/units.js';
import type { StepPlan } from '../../src/simulate/plan.js';
import { writeRate } from './write-rate.js';
import { cleaningOf, stateOfCopy } from './slow-data.js';
import { stateTogether } from './slow-group.js';
import { type Slow, type SlowCopy, type SlowService, type Way } from './slow-state.js';

/** What a late copy has to do first, which lasts as long as it lags. */
export const REPLAY: StepPlan = {
  name: 'replay',
  number: -1,
  phase: 'replay',
  does: 'replays',
  takes: null,
  tail: null,
};

export function isLate({ standby }: SlowCopy): boolean {
  return standby !== null && standby.delay > 0;
}

/** How far a late copy has come. */
export function appliedState(slow: Slow, service: SlowService, copy: SlowCopy): number {
  const { holds, standby } = copy;
  if (holds.is === 'stale') return holds.applied ?? holds.captured;
  if (holds.is !== 'live') throw new Error('it has nothing to apply');
  if (holds.stoppedAt !== undefined) return holds.stoppedAt;
  const due = Math.max(holds.since, slow.future.now - standby!.delay);
  const received = stateOfCopy(slow, service, copy)!;
  return Math.max(holds.atLeast ?? -Infinity, Math.min(received, due));
}

/** Somebody notices what was done to the data: late copies that have not come to it are stopped. */
export function stopLateCopies(slow: Slow, service: SlowService): void {
  const spoilt = [...service.damages.filter(({ known }) => known), ...service.taints].filter(
    (one) => one.to === Infinity && !one.noticed,
  );
  for (const one of spoilt) {
    one.noticed = true;
    for (const copy of service.copies) {
      if (!isLate(copy) || copy.holds.is !== 'live') continue;
      const applied = appliedState(slow, service, copy);
      if (applied <= one.from) copy.holds.stoppedAt = applied;
    }
  }
}

/** All has been applied up to a state. */
export function rollTo(copy: SlowCopy, state: number): void {
  const { holds } = copy;
  if (holds.is === 'stale') copy.holds = { ...holds, applied: state };
  if (holds.is !== 'live') return;
  holds.atLeast = state;
  if (holds.stoppedAt !== undefined) holds.stoppedAt = state;
}

interface State {
  readonly captured: number;
  readonly cleans: number;
  readonly upTo: number | null;
}

/** States that a copy can be brought to and that are of use: the newest, and the newest clean one. */
export function statesOfCopy(slow: Slow, service: SlowService, copy: SlowCopy): State[] {
  const newest = isLate(copy)
    ? stateOfCopy(slow, service, copy)
    : stateTogether(slow, service, copy);
  if (newest === null) return [];
  const least = isLate(copy) ? appliedState(slow, service, copy) : newest;
  const beginnings = [...service.damages, ...service.taints].map(({ from }) => from);
  const usable = [newest, ...beginnings.filter((from) => from >= least && from < newest)]
    .sort((a, b) => b - a)
    .flatMap((captured) => {
      const cleans = cleaningOf(slow, service, captured);
      const upTo = captured === newest ? null : captured;
      return cleans === 'refused' ? [] : [{ captured, cleans, upTo }];
    });
  const clean = usable.find(({ cleans }) => cleans === -1);
  return [...new Set([...usable.slice(0, 1), ...(clean ? [clean] : [])])];
}

/** How long it takes to apply all that was written until the state that a way leads to. */
export function rollTime(
  slow: Slow,
  service: SlowService,
  { copy: number, captured }: Way & { via: 'failover' },
): number {
  const copy = service.copies[number]!;
  const stays = [...slow.sites[service.seat]!.stays, ...service.places[service.seat]!.stays];
  const still = [...stays, ...service.stills].filter(({ from }) => from >= service.seatSince);
  const { intoWeek } = slow.plan;
  let bytes = 0;
  for (let now = appliedState(slow, service, copy); now < captured;) {
    const changes = still.flatMap(({ from, to }) => [from, to]).filter((one) => one > now);
    const hour = Math.floor((now + intoWeek) / HOUR);
    const next = Math.min(captured, (hour + 1) * HOUR - intoWeek, ...changes);
    const stands = still.some(({ from, to }) => from <= now && now < to);
    const rate = writeRate(slow, service, { now, at: captured });
    if (!stands) bytes += (rate * (next - now)) / 1000;
    now = next;
  }
  const speed = slow.plan.parameters.of(copy.standby!.replayRate!);
  // What rounding leaves is no millisecond more.
  return Math.max(0, Math.ceil((bytes / speed) * 1000 - 1e-3));
}
