import { HOUR } from '../../src/base/units.js';
import type { Law } from './calibration.js';

/**
 * Words of a scenario for a drill that is told more slowly. A drill lasts seconds, while writes
 * follow a profile by hours; what takes a second in the drill takes `hours` in the scenario, and
 * rates are less by as much.
 */
export class Slowed {
  /** Start of all scenarios, a Monday. */
  static readonly START = Date.UTC(2027, 0, 4);

  /** Hours of the scenario for a second of the drill. */
  readonly hours: number;

  constructor(hours: number) {
    this.hours = hours;
  }

  /** A length of time, from seconds. */
  time = (seconds: number): string => `${written(seconds * this.hours)} h`;

  /** A rate, from MB/s. */
  rate = (mbs: number): string => `${written((mbs * 1e6) / (3600 * this.hours))} B/s`;

  timeLaw = (law: Law): string => lawText(law, this.time);

  /** A rate that is known by a law, or evenly between two ends. */
  rateLaw = (law: Law | readonly [number, number]): string =>
    'p50' in law
      ? lawText(law, this.rate)
      : `{ uniform: [${this.rate(law[0])}, ${this.rate(law[1])}] }`;

  uniform = (low: number, high: number): string =>
    high > low ? `{ uniform: [${this.time(low)}, ${this.time(high)}] }` : this.time(low);

  /** One of some lengths of time, each as likely. */
  oneOf = (seconds: readonly number[]): string =>
    `{ mixture: [${seconds.map((one) => `{ weight: 1, of: ${this.time(one)} }`).join(', ')}] }`;

  /** An instant, from hours since the start and seconds of the drill after that. */
  instant = (hours: number, seconds: number): string =>
    new Date(Slowed.START + Math.round((hours + seconds * this.hours) * HOUR)).toISOString();

  /** Seconds of the drill, from ms of the scenario. */
  seconds = (ms: number): number => ms / HOUR / this.hours;
}

function lawText({ p50, p95 }: Law, text: (value: number) => string): string {
  return p95 > p50 * 1.001 ? `{ lognormal: { p50: ${text(p50)}, p95: ${text(p95)} } }` : text(p50);
}

/** A number without an exponent. */
function written(value: number): string {
  return String(Number(value.toFixed(6)));
}
