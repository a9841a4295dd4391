import type { Ms } from '../base/units.js';
import { type Phase, PHASES } from '../model/runbook.js';
import type { Recovered } from '../simulate/history.js';
import type { Incident } from './outcome.js';
import type { PhaseTimes } from './phase-times.js';

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
  readonly #times: PhaseTimes;
  readonly #row: number;

  /** @param how `absorbed`: whether it fell into a running outage; `times`: of its service */
  constructor(disaster: number, at: Ms, how: { absorbed: boolean; times: PhaseTimes }) {
    const { absorbed, times } = how;
    this.disaster = disaster;
    this.at = at;
    this.#times = times;
    this.#row = times.newRow();
    this.absorbed = absorbed;
    this.timeToFull = absorbed ? null : 0;
    this.rpa = absorbed ? null : 0;
  }

  get phases(): Partial<Record<Phase, number>> {
    const waited: Partial<Record<Phase, number>> = {};
    PHASES.forEach((phase, number) => {
      const time = this.timeIn(number);
      if (time > 0) waited[phase] = time;
    });
    return waited;
  }

  timeIn(phase: number): number {
    return this.#times.of(this.#row, phase);
  }

  /** Recovery time in which something was waited for. */
  waitedFor(phase: Phase | null, time: number): void {
    this.rta += time;
    this.#times.add(this.#row, phase ?? 'wait', time);
  }
}
