import { type Ms, YEAR } from '../base/units.js';
import type { ByteRow, ByteTable } from '../measure/byte-table.js';
import type { Move } from '../measure/outcome.js';
import { YearlySums } from './yearly-sums.js';

/** What is told of a place and a year; see `YearlyBytes`. */
export const KINDS_OF_BYTES = ['stored', 'billed', 'written', 'sent'] as const;
type KindOfBytes = (typeof KINDS_OF_BYTES)[number];

/** What one strategy stores and sends, place by place and year by year, over many trials. */
export class BytesTally {
  /** Bytes that recoveries read from a place, or seeded a copy there with, per year. */
  readonly restored: YearlySums;
  readonly #years: number;
  /** The same in all by place and year of the strike. */
  readonly #restoredIn: Float64Array;
  readonly #means: Record<KindOfBytes, Float64Array>;
  #trials = 0;
  /** The table of the latest trial, and whether every trial has had it. */
  #last: ByteTable | null = null;
  #steady = true;

  /** @param of `places`: how many there are */
  constructor(of: { readonly places: number; readonly horizon: Ms }) {
    this.#years = Math.ceil(of.horizon / YEAR);
    const size = of.places * this.#years;
    const zero = () => new Float64Array(size);
    this.restored = new YearlySums(of.places);
    this.#restoredIn = zero();
    this.#means = { stored: zero(), billed: zero(), written: zero(), sent: zero() };
  }

  /** Adds a trial: what was stored and sent in it, and what its recoveries sent. */
  add(table: ByteTable, moves: readonly Move[]): void {
    this.#trials++;
    if (table !== this.#last || !this.#steady) {
      this.#steady = this.#trials === 1;
      this.#last = table;
      table.forEach((row, place) => {
        this.#addRow(row, place);
      });
    }
    if (moves.length > 0) this.#addMoves(table, moves);
  }

  /** @param years simulated in the pair of trials */
  endCluster(years: number): void {
    this.restored.endCluster(years);
  }

  /** Adds the tallies of later trials. */
  merge(that: BytesTally): void {
    this.restored.merge(that.restored);
    this.#trials += that.#trials;
    this.#steady = false;
    that.#restoredIn.forEach((bytes, i) => {
      this.#restoredIn[i]! += bytes;
    });
    for (const kind of KINDS_OF_BYTES) {
      const [own, other] = [this.#means[kind], that.#means[kind]];
      other.forEach((mean, i) => {
        own[i]! += ((mean - own[i]!) * that.#trials) / this.#trials;
      });
    }
  }

  /** Mean over the trials, of each year of the horizon. */
  meanOf(kind: KindOfBytes, place: number): readonly number[] {
    return [...this.#yearsOf(this.#means[kind], place)];
  }

  /** Mean bytes that recoveries from the strikes of each year sent. */
  restoredIn(place: number): readonly number[] {
    return [...this.#yearsOf(this.#restoredIn, place)].map((bytes) => bytes / this.#trials);
  }

  #yearsOf(all: Float64Array, place: number): Float64Array {
    return all.subarray(place * this.#years, (place + 1) * this.#years);
  }

  /** A mean that is built step by step stays what it is as long as nothing changes. */
  #addRow(row: ByteRow, place: number): void {
    for (const kind of KINDS_OF_BYTES) {
      const means = this.#yearsOf(this.#means[kind], place);
      row[kind].forEach((bytes, year) => {
        means[year]! += (bytes - means[year]!) / this.#trials;
      });
    }
  }

  #addMoves(table: ByteTable, moves: readonly Move[]): void {
    const sums = new Float64Array(table.length);
    for (const move of moves) {
      const place = table.findIndex((row) => isAbout(move, row));
      if (place < 0) continue;
      sums[place]! += move.bytes;
      this.#yearsOf(this.#restoredIn, place)[Math.floor(move.struck / YEAR)]! += move.bytes;
    }
    this.restored.add(sums);
  }
}

/** What was restored was read from a store; a copy was seeded where it is. */
function isAbout({ service, store, to }: Move, row: ByteRow): boolean {
  if (row.service !== service || row.store !== store) return false;
  return store >= 0 || row.site === to;
}
