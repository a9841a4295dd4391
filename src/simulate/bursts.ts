import { HOUR, type Ms, ms, type Share } from '../base/units.js';
import { meanTimeOver, type WeekProfile } from '../model/week-profile.js';
import { uniformOf } from '../random/draw.js';
import type { Purpose } from '../random/purpose.js';
import type { Parameters, Slot } from './parameters.js';

/** What bursts are drawn with. */
interface Drawing {
  readonly parameters: Parameters;
  readonly chance: Slot<Share>;
  readonly factor: Slot<number>;
  readonly purpose: Purpose;
  /** Number of the first full hour of the horizon, counted from the Monday before it. */
  readonly first: number;
}

/** What is known of an hour. */
const QUIET = 1;
const BURST = 2;

/**
 * Hours in which a service writes a multiple of what it does otherwise: each hour of the horizon, and
 * after it, with the same chance, drawn by its number, so that all strategies have the same. Before
 * the horizon there are none. The mean of the writes includes them: quiet hours have so much less.
 */
export class Bursts {
  readonly #of: Drawing;
  #trial = NaN;
  #chance = 0;
  #quiet = 1;
  #factor = 1;
  #hours = new Uint8Array(1024);
  /** What has been worked out from the bursts of the trial, by name. */
  readonly #memory = new Map<string, number[]>();

  constructor(of: Drawing) {
    this.#of = of;
  }

  /** Multiple of the usual writes in an hour, by its number from the Monday before the start. */
  multipleIn(hour: number): number {
    this.#refresh();
    const number = hour - this.#of.first;
    if (number < 0) return this.#quiet;
    return this.#isBurst(number, hour) ? this.#quiet * this.#factor : this.#quiet;
  }

  /** The largest multiple. */
  get most(): number {
    this.#refresh();
    return this.#quiet * Math.max(1, this.#factor);
  }

  /**
   * Integral of the writes over a stretch, in ms at the mean flow; see `meanTimeOver`.
   *
   * @param stretch in ms since the Monday before the start
   */
  meanTimeOver(profile: WeekProfile, { from, to }: { from: Ms; to: Ms }): number {
    let sum = 0;
    for (let now = from; now < to;) {
      const hour = Math.floor(now / HOUR);
      const next = ms(Math.min(to, (hour + 1) * HOUR));
      sum += this.multipleIn(hour) * meanTimeOver(profile, { from: now, to: next });
      now = next;
    }
    return sum;
  }

  /** A list under a name, empty in each new trial. */
  remembered(name: string): number[] {
    this.#refresh();
    let list = this.#memory.get(name);
    if (!list) this.#memory.set(name, (list = []));
    return list;
  }

  #isBurst(number: number, hour: number): boolean {
    if (number >= this.#hours.length) {
      const wider = new Uint8Array(2 * number);
      wider.set(this.#hours);
      this.#hours = wider;
    }
    if (this.#hours[number] === 0) {
      const burst = uniformOf(this.#of.purpose, this.#trial, hour) < this.#chance;
      this.#hours[number] = burst ? BURST : QUIET;
    }
    return this.#hours[number] === BURST;
  }

  #refresh(): void {
    const { parameters, chance, factor } = this.#of;
    if (this.#trial === parameters.trial) return;
    this.#trial = parameters.trial;
    this.#chance = parameters.of(chance);
    this.#factor = parameters.of(factor);
    this.#quiet = 1 / (1 + this.#chance * (this.#factor - 1));
    this.#hours.fill(0);
    this.#memory.clear();
  }
}
