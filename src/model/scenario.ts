import type { Ms } from '../base/units.js';
import type { Link } from './link.js';
import type { PriceList } from './prices.js';
import type { Service } from './service.js';
import type { Site } from './site.js';
import type { Strategy } from './strategy.js';
import type { Threat } from './threat.js';

/** Far more than anybody waits for, and still a 32-bit number of a draw. */
export const MOST_TRIALS = 100_000_000;

/** Everything a run needs, checked: every name refers to something that exists. */
export interface Scenario {
  /** File-name form of the title, such as `online-shop`. */
  readonly name: string;
  readonly title: string;
  /** First instant of the horizon, ms since 1970-01-01 UTC. Every other instant counts from it. */
  readonly start: number;
  readonly horizon: Ms;
  /** ISO 4217 code that every amount of money is in. */
  readonly currency: string;
  /** Used where the call names none. */
  readonly trials: number;
  readonly seed: string;
  readonly sites: readonly Site[];
  readonly links: readonly Link[];
  /** Recovery order: by tier, then dependency, then as written. */
  readonly services: readonly Service[];
  readonly threats: readonly Threat[];
  /** As written; the first is the baseline. */
  readonly strategies: readonly Strategy[];
  readonly prices: PriceList | null;
  /** Where each figure comes from. */
  readonly assumptions: readonly Assumption[];
}

/** A figure that the result rests on, as it was written. */
export interface Assumption {
  /** Where it stands, such as `threats.site-fire.rate`. */
  readonly path: string;
  readonly text: string;
  readonly source: string;
  readonly year: number | null;
  readonly confidence: 'measured' | 'vendor' | 'estimate' | 'scenario';
}
