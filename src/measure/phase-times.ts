import { type Phase, PHASES } from '../model/runbook.js';

const WIDTH = PHASES.length;

/** How long each incident of a service has waited for what, in ms: kept as plain numbers. */
export class PhaseTimes {
  readonly #rows: number[] = [];

  /** Room for one more incident. @returns its row */
  newRow(): number {
    const row = this.#rows.length;
    for (let phase = 0; phase < WIDTH; phase++) this.#rows.push(0);
    return row;
  }

  add(row: number, phase: Phase, time: number): void {
    this.#rows[row + PHASES.indexOf(phase)]! += time;
  }

  /** @param phase its number in `PHASES` */
  of(row: number, phase: number): number {
    return this.#rows[row + phase]!;
  }
}
