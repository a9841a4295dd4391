import type { Ms, Share } from '../base/units.js';
import type { Gate } from './gate.js';
import type { Link } from './link.js';
import type { PriceList } from './prices.js';
import type { Readiness } from './readiness.js';
import type { Service } from './service.js';
import type { Site } from './site.js';
import type { Strategy } from './strategy.js';
import type { Threat } from './threat.js';
import type { Uncertain } from './uncertain.js';

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
  /** What amounts in other currencies were converted at. */
  readonly exchange: readonly ExchangeRate[];
  readonly finance: {
    /** Yearly rate at which later money counts less; null where none is given. */
    readonly discountRate: Uncertain<Share> | null;
    /** Whether amounts are in money of the first year, so that the rate leaves out inflation. */
    readonly real: boolean;
  };
  readonly gates: readonly Gate[];
  readonly readiness: Readiness;
  /** Where each figure comes from. */
  readonly assumptions: readonly Assumption[];
}

/** What one unit of another currency was worth in the scenario's, on a day. */
export interface ExchangeRate {
  /** ISO 4217 code of the other currency. */
  readonly currency: string;
  readonly rate: number;
  /** ms since 1970-01-01 UTC. */
  readonly date: number;
}

/** A figure that the result rests on, as it was written. */
export interface Assumption {
  /** Where it stands, such as `threats.site-fire.rate`. */
  readonly path: string;
  readonly text: string;
  readonly source: string;
  readonly year: number | null;
  readonly confidence: 'measured' | 'vendor' | 'estimate' | 'scenario';
  /** The law that an interval was fitted to, with its parameters; absent where nothing was fitted. */
  readonly fitted?: string;
}
