import type { Ms } from '../../base/units.js';
import type { Phase } from '../../model/runbook.js';
import { multipleAt } from '../../model/week-profile.js';
import { drawn } from '../luck.js';
import type { StepLuck } from '../plan.js';
import { attemptNumber, type ServiceState, type World } from '../world.js';
import { clearDue, type Due, newDue } from './due.js';
import { Script } from './script.js';

/** Filled anew for each incident: none is told before it is known how it ends. */
const SCRIPT = new Script();

/**
 * One incident of one service that is followed straight to its end, in a world that is otherwise at
 * peace: what a `ServiceState` would go through, in numbers alone. Instants that never come are
 * Infinity, those that have not been are -1. One world uses the same again for each incident.
 */
export class Passage {
  readonly world: World;
  readonly script = SCRIPT;
  service: ServiceState;
  /** Number of the disaster. */
  disaster = -1;
  /** It has to be over before this instant, when the next thing comes, of this number. */
  until = NaN;
  next = -1;
  /** When what was hit at the old seat is there again. */
  back = NaN;
  /** Last instant at which it acknowledged good writes that may now be gone. */
  stopped = NaN;
  /** As in `ServiceState`. */
  seat = -1;
  serving = true;
  reach = NaN;
  capacity = NaN;
  phase: Phase | null = null;
  /** Share of the level that damage leaves. */
  intact = NaN;
  /** As last told. */
  level = NaN;
  shown: Phase | null = null;
  whole = true;
  /** When the true data was somewhere else, or another state of it. */
  committed = NaN;
  /** As of when the state is that it gives back. */
  captured = NaN;
  /** The copy that lost touch then, and when it had everything again. */
  lacking: Lacking | null = null;
  seeded = NaN;
  /** Bytes that it was sent. */
  sent = NaN;
  /** When the service was back at its primary. */
  returned = NaN;
  /** Backup schedules that stand still, and those that have begun anew, in order. */
  readonly still: boolean[] = [];
  readonly restarts: Restart[] = [];
  /** What is still to come after a recovery. */
  readonly due: Due = newDue();

  constructor(world: World) {
    this.world = world;
    this.service = world.services[0]!;
  }

  /** The service is as it was when a disaster strikes it. */
  begin(
    service: ServiceState,
    { disaster, back, until, next }: Pick<Passage, 'disaster' | 'back' | 'until' | 'next'>,
  ): void {
    this.service = service;
    this.disaster = disaster;
    this.until = until;
    this.next = next;
    this.back = back;
    this.stopped = this.world.calendar.now;
    this.seat = service.seat;
    this.capacity = service.capacity;
    this.serving = this.whole = true;
    this.reach = this.intact = this.level = 1;
    this.phase = this.shown = null;
    this.committed = this.captured = this.seeded = this.sent = this.returned = -1;
    this.lacking = null;
    if (this.restarts.length > 0) this.restarts.length = 0;
    for (let policy = 0; policy < service.backups.length; policy++) this.still[policy] = false;
    clearDue(this.due);
    this.script.begin(service.number, disaster);
  }
}

/** A copy that has lost touch: what it has up to `parted`, it need not be sent again. */
export interface Lacking {
  readonly copy: number;
  readonly parted: number;
  readonly lostTo: number;
}

/** A backup schedule that begins anew. */
export interface Restart {
  readonly policy: number;
  readonly at: Ms;
  readonly source: number;
}

/** A duration drawn for a step of the incident. */
export function luckIn({ world, service, disaster }: Passage, step: StepLuck, attempt = 0): Ms {
  const struck = world.disasters[disaster]!;
  const luck = step.luck[service.number * world.plan.hazards.length + struck.hazard]!;
  return drawn(luck, world.trial, attemptNumber(struck, attempt));
}

/** Puts into the script how well the service works from an instant on, where that has changed. */
export function tellLevel(passage: Passage, at: number): void {
  const { script, phase } = passage;
  const level = levelAt(passage, at);
  const whole = isWhole(passage);
  if (level !== passage.level || phase !== passage.shown) script.addLevel(at, level, phase);
  if (whole && !passage.whole) script.addWhole(at);
  passage.level = level;
  passage.shown = phase;
  passage.whole = whole;
}

function levelAt(
  { serving, capacity, intact, reach, service, world }: Passage,
  at: number,
): number {
  if (!serving) return 0;
  if (capacity >= 1) return intact * reach;
  const { load } = service.plan;
  const demand = multipleAt(load, (at + world.plan.intoWeek) as Ms) / load.peak;
  return intact * Math.min(reach, capacity / demand);
}

function isWhole({ serving, reach, capacity, intact }: Passage): boolean {
  return serving && reach >= 1 && capacity >= 1 && intact >= 1;
}
