import type { Ms } from '../../base/units.js';
import type { Phase } from '../../model/runbook.js';
import { multipleAt } from '../../model/week-profile.js';
import { drawn } from '../luck.js';
import type { StepLuck } from '../plan.js';
import { attemptNumber, type ServiceState, type World } from '../world.js';
import type { Script } from './script.js';

/**
 * One incident of one service that is followed straight to its end, in a world that is otherwise at
 * peace: what a `ServiceState` would go through, in numbers alone. Instants that never come are
 * Infinity, those that have not been are -1.
 */
export interface Passage {
  readonly world: World;
  readonly service: ServiceState;
  readonly script: Script;
  /** Number of the disaster. */
  readonly disaster: number;
  /** It has to be over before this instant, when the next thing comes, of this number. */
  readonly until: number;
  readonly next: number;
  /** When what was hit at the old seat is there again. */
  readonly back: number;
  /** Last instant at which it acknowledged good writes that may now be gone. */
  stopped: number;
  /** As in `ServiceState`. */
  seat: number;
  serving: boolean;
  reach: number;
  capacity: number;
  phase: Phase | null;
  /** Share of the level that damage leaves. */
  intact: number;
  /** As last told. */
  level: number;
  shown: Phase | null;
  whole: boolean;
  /** When the true data was somewhere else, or another state of it. */
  committed: number;
  /** As of when the state is that it gives back. */
  captured: number;
  /** The copy that lost touch then, and when it had everything again. */
  lacking: Lacking | null;
  seeded: number;
  /** Bytes that it was sent. */
  sent: number;
  /** When the service was back at its primary. */
  returned: number;
  /** Backup schedules that stand still, and those that have begun anew, in order. */
  readonly still: boolean[];
  readonly restarts: Restart[];
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

/** The service as it is when a disaster strikes it. */
export function newPassage(
  of: Pick<Passage, 'world' | 'service' | 'script' | 'disaster' | 'until' | 'next' | 'back'>,
): Passage {
  const { world, service, script, disaster, until, next, back } = of;
  const { seat, capacity } = service;
  return {
    world,
    service,
    script,
    disaster,
    until,
    next,
    back,
    stopped: world.calendar.now,
    seat,
    serving: true,
    reach: 1,
    capacity,
    phase: null,
    intact: 1,
    level: 1,
    shown: null,
    whole: true,
    committed: -1,
    captured: -1,
    lacking: null,
    seeded: -1,
    sent: 0,
    returned: -1,
    still: [],
    restarts: [],
  };
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
