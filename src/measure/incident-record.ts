import type { Ms } from '../base/units.js';
import { type Phase, PHASES } from '../model/runbook.js';
import type { Recovered } from '../simulate/history.js';
import type { Incident } from './outcome.js';

/** An incident while it is measured. */
export class IncidentRecord implements Incident {
  readonly disaster: number;
  readonly at: Ms;
  absorbed: boolean;
  rta = 0;
  timeToFull: number | null;
  rpa: number | null;
  lostWrites = 0;
  via: Recovered | null = null;
  exposedBeforeDetection = 0;
  readonly phaseTimes: number[] = PHASES.map(() => 0);

  /** @param absorbed whether it fell into a running outage */
  constructor(disaster: number, at: Ms, absorbed: boolean) {
    this.disaster = disaster;
    this.at = at;
    this.absorbed = absorbed;
    this.timeToFull = absorbed ? null : 0;
    this.rpa = absorbed ? null : 0;
  }

  get phases(): Partial<Record<Phase, number>> {
    const waited: Partial<Record<Phase, number>> = {};
    this.phaseTimes.forEach((time, number) => {
      if (time > 0) waited[PHASES[number]!] = time;
    });
    return waited;
  }

  /** Recovery time in which something was waited for. */
  waitedFor(phase: Phase | null, time: number): void {
    this.rta += time;
    this.phaseTimes[PHASES.indexOf(phase ?? 'wait')]! += time;
  }
}
