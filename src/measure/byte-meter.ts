import { type Ms, ms, SECOND, YEAR } from '../base/units.js';
import { changedBytes } from '../model/backup-policy.js';
import { dataAt, growthAt } from '../model/service.js';
import type { Slot } from '../simulate/parameters.js';
import type { BackupPlan, Plan, StrategyPlan } from '../simulate/plan.js';
import { bytePlaces } from './byte-places.js';
import type { BytePlace, ByteRow, ByteTable } from './byte-table.js';

/**
 * What a strategy stores and sends while all is well, in its steady state: every job succeeds and is
 * done before the next is due. Data and writes grow by yearly steps, and copies are taken to be of
 * the data of their year.
 */
export class ByteMeter {
  readonly #plan: Plan;
  readonly #strategy: StrategyPlan;
  readonly #places: readonly BytePlace[];
  /** All uncertain values that the bytes follow from. */
  readonly #slots: readonly Slot<number>[];
  #known: readonly number[] = [];
  #table: ByteTable | null = null;

  /** @param strategy its number */
  constructor(plan: Plan, strategy: number) {
    this.#plan = plan;
    this.#strategy = plan.strategies[strategy]!;
    this.#places = bytePlaces(plan, this.#strategy);
    this.#slots = [
      ...plan.services.flatMap(({ size, growth, change, writes }) => [
        size,
        growth,
        change,
        writes,
      ]),
      ...this.#strategy.backups.map(({ reduction }) => reduction),
    ];
  }

  /** The bytes in the trial whose parameters are drawn; the same table as long as those stay. */
  read(): ByteTable {
    const { parameters } = this.#plan;
    if (!this.#table || this.#slots.some((slot, i) => parameters.of(slot) !== this.#known[i])) {
      this.#table = this.#places.map((place) => this.#row(place));
      this.#known = this.#slots.map((slot) => parameters.of(slot));
    }
    return this.#table;
  }

  #row(place: BytePlace): ByteRow {
    const row: ByteRow = { ...place, stored: [], billed: [], written: [], sent: [] };
    const share = place.sources.reduce((sum, source) => sum + source.share, 0);
    const { horizon } = this.#plan;
    for (let begin = ms(0); begin < horizon; begin = ms(begin + YEAR)) {
      const length = ms(Math.min(horizon, begin + YEAR) - begin);
      const { stored, billed, written } = this.#inYear(place, { begin, length });
      row.stored.push(stored);
      row.billed.push(billed);
      row.written.push(written);
      row.sent.push(share === 1 ? written : written * share);
    }
    return row;
  }

  #inYear({ service, store }: BytePlace, { begin, length }: { begin: Ms; length: Ms }): Amounts {
    const { parameters, services } = this.#plan;
    const { size, growth, change, writes } = services[service]!;
    const grown = growthAt(parameters.of(growth), begin);
    const perSecond = parameters.of(writes) * grown;
    const data = dataAt({ size: parameters.of(size), growth: parameters.of(growth) }, begin);
    if (store < 0) {
      return { stored: data, billed: data, written: perSecond * (length / SECOND) };
    }
    const backup = this.#strategy.backups[store]!;
    const reduction = parameters.of(backup.reduction);
    const source = { data, change: parameters.of(change), perSecond, reduction };
    const { written, ...kept } = storeBytes(backup, source);
    return { ...kept, written: written * (length / YEAR) };
  }
}

interface Amounts {
  readonly stored: number;
  readonly billed: number;
  readonly written: number;
}

/** Bytes of one store. @returns with what is written in a whole year */
function storeBytes(
  { counts, full, log, snapshot, sent }: BackupPlan,
  source: { data: number; change: number; perSecond: number; reduction: number },
): Amounts {
  const { data, perSecond, reduction } = source;
  const changed = (over: Ms) =>
    changedBytes({ ...source, written: (perSecond * over) / SECOND }, over);
  const whole = snapshot ? changed(full) : data / reduction;
  const sum = {
    stored: counts.fulls.stored * whole,
    billed: counts.fulls.billed * whole,
    written: whole,
  };
  for (const { over, taken, stored, billed } of counts.parts) {
    const part = changed(over);
    sum.stored += stored * part;
    sum.billed += billed * part;
    sum.written += taken * part;
  }
  sum.written = (sum.written * YEAR) / counts.cycle;
  // What is thinned out is not kept together by a log.
  if (log === null || (sent && sent.every !== null)) return sum;
  const logged = (over: number) => (perSecond * over) / SECOND / reduction;
  return {
    stored: sum.stored + logged(counts.log.stored),
    billed: sum.billed + logged(counts.log.billed),
    written: sum.written + logged(YEAR),
  };
}
