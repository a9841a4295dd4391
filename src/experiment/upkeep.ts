import { ByteMeter } from '../measure/byte-meter.js';
import type { ByteTable } from '../measure/byte-table.js';
import {
  type DataCost,
  dataCosts,
  infrastructureOf,
  type YearCost,
} from '../price/infrastructure.js';
import type { Plan } from '../simulate/plan.js';

/** What a strategy stores, sends and costs in one trial while all is well. */
export interface UpkeepOfTrial {
  readonly bytes: ByteTable;
  readonly infrastructure: readonly YearCost[];
}

/** Reads that trial by trial, and works out anew only what the trial's parameters change. */
export class Upkeep {
  readonly #plan: Plan;
  readonly #strategy: number;
  readonly #meter: ByteMeter;
  #bytes: ByteTable | null = null;
  #costs: readonly DataCost[] = [];

  /** @param strategy its number */
  constructor(plan: Plan, strategy: number) {
    this.#plan = plan;
    this.#strategy = strategy;
    this.#meter = new ByteMeter(plan, strategy);
  }

  /** Of the trial whose parameters are drawn. */
  read(): UpkeepOfTrial {
    const bytes = this.#meter.read();
    if (bytes !== this.#bytes) this.#costs = dataCosts(this.#plan, bytes);
    this.#bytes = bytes;
    return { bytes, infrastructure: infrastructureOf(this.#plan, this.#strategy, this.#costs) };
  }
}
