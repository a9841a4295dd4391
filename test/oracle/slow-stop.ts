import { giveUp } from './sendings.js';
import { stopSeeding } from './slow-care.js';
import { countLoss, stopGrowth } from './slow-serving.js';
import {
  cancel,
  type Course,
  type Slow,
  type SlowRecovery,
  type SlowService,
} from './slow-state.js';

/** The service stops, and with it all that it was about to do. */
export function halt(slow: Slow, service: SlowService): void {
  stopGrowth(service);
  stopSeeding(slow, service);
  for (const front of service.fronts) {
    if (front.drift) {
      cancel(front.drift.next);
      countLoss(slow, service, front);
    }
    front.state = 'out';
    front.clients = 0;
  }
  service.returning = cancel(service.returning);
  service.returningSince = null;
  service.serving = false;
}

export function beginRecovery(
  service: SlowService,
  about: Pick<SlowRecovery, 'disaster' | 'stopped' | 'sentUntil' | 'stage'> &
    Partial<Pick<SlowRecovery, 'missing'>>,
): SlowRecovery {
  service.lastDisaster = about.disaster;
  service.recovery = {
    missing: [],
    ...about,
    course: null,
    committed: null,
    since: about.stopped,
    step: null,
    sending: null,
    captured: about.stopped,
    begun: new Map(),
    cleanings: 0,
    rejected: [],
    asked: new Map(),
    spoilt: [],
  };
  return service.recovery;
}

/** What served on, damaged, stops. */
export function stopNow(slow: Slow, service: SlowService): void {
  halt(slow, service);
  const recovery = service.recovery!;
  recovery.stopped = recovery.sentUntil = slow.future.now;
}

/** The step under way will begin anew, if it ever does. */
export function interrupt(slow: Slow, { recovery }: SlowService): void {
  recovery!.step = cancel(recovery!.step);
  recovery!.sending = giveUp(slow, recovery!.sending);
}

/** What led to a state or place that is gone leads nowhere. */
export function dropCourses(
  slow: Slow,
  service: SlowService,
  isVain: (course: Course) => boolean,
): void {
  const { recovery } = service;
  if (!recovery) return;
  if (recovery.committed && isVain(recovery.committed)) recovery.committed = null;
  if (!recovery.course || !isVain(recovery.course)) return;
  interrupt(slow, service);
  recovery.course = null;
}
