import type { NoRate } from '../../price/cash-flows.js';
import type { Estimate } from '../../stats/interval.js';
import type { Interval } from '../../stats/score-interval.js';

/** How a run compares later money with money now. */
export interface FinanceBasis {
  /** Per year; null where nothing is discounted. */
  readonly discountRate: number | null;
  /** Whether amounts are in money of the first year. */
  readonly real: boolean;
}

/** What a strategy costs over the horizon, and what it is worth against the baseline (design §6). */
export interface FinanceSummary extends Partial<WorthSummary> {
  /**
   * Disasters a year from which the strategy is cheaper than the baseline; null when never. What is
   * paid once and discounting count where the scenario has them.
   */
  readonly breakEvenFrequency: number | null;
  /** Paid once, before the first year; in no yearly figure. */
  readonly investment: Estimate;
  /** Loss and cost of the whole horizon and what is paid once, discounted. */
  readonly ownership: Estimate;
  /** Expected money by time. */
  readonly expected: readonly ExpectedMoney[];
}

/** Expected money that flows at one time. */
export interface ExpectedMoney {
  /** Years from now. */
  readonly at: number;
  readonly loss: number;
  /** Of the loss, by downtime. */
  readonly downtime: number;
  /** What is paid once at 0, then infrastructure. */
  readonly spent: number;
  /** What one unit of money is worth now. */
  readonly factor: number;
}

/** A strategy against the baseline; absent for the baseline itself. */
export interface WorthSummary {
  /** Discounted value of what the baseline costs minus what the strategy costs. */
  readonly npv: Estimate;
  readonly chanceNpvPositive: Estimate;
  /** Of expected flows; null where there is none, and `irrWhy` says why. */
  readonly irr: number | null;
  readonly irrWhy?: NoRate;
  /** First time after which expected cash stays at 0 or above; null: not within the horizon. */
  readonly paybackYears: number | null;
  readonly discountedPaybackYears: number | null;
  /** Share of histories whose cash stays at 0 or above from each year on, by year. */
  readonly chancePaysBack: Readonly<Record<string, Estimate>>;
  /** Share of histories that have not paid back at the end of the horizon. */
  readonly neverPaysBack: Estimate;
  /** Averted loss over extra cost, discounted; null where it costs no more than the baseline. */
  readonly benefitCost: number | null;
  /** (Averted loss − extra cost) / extra cost, undiscounted; null where it costs no more. */
  readonly rosi: number | null;
  /** Times its price that downtime must cost for a net present value of 0; null: no price would do. */
  readonly breakEvenDowntime: number | null;
  /** The same as money per hour of the baseline's downtime; null also without downtime. */
  readonly breakEvenDowntimeCost: number | null;
  /** Intervals of those above that are plain numbers, where there are any. */
  readonly worthCi95: Readonly<Record<string, Interval>>;
  /** What a year loses less than the baseline's, at 1 in 10, 25 and 100 years. */
  readonly averted: Readonly<Record<string, Estimate>>;
  /** Expected cash, and how it is spread, by time. */
  readonly cash: readonly CashPoint[];
}

/** Cash of a strategy against the baseline at one time. */
export interface CashPoint {
  /** Years from now. */
  readonly at: number;
  readonly flow: Estimate;
  readonly cumulative: Estimate;
  /** Quantiles of the cumulative cash of single histories: 5, 25, 50, 75 and 95 %. */
  readonly fan: readonly number[];
}
