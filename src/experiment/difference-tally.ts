import { type Ms, YEAR } from '../base/units.js';
import { RatioTally } from '../stats/ratio-tally.js';
import { ClusterRatios, type Ratios } from './cluster-ratios.js';
import type { TrialMoney } from './money-tally.js';

const COLUMNS = ['years', 'trials', 'total', 'loss', 'infrastructureCost', 'cheaper'] as const;
type Column = (typeof COLUMNS)[number];

const RATIOS = {
  total: ['total', 'years'],
  loss: ['loss', 'years'],
  infrastructureCost: ['infrastructureCost', 'years'],
  chanceCheaper: ['cheaper', 'trials'],
} as const satisfies Ratios<string, Column>;

/** What one strategy has over the baseline in the same histories: strategy minus baseline. */
export class DifferenceTally {
  readonly ratios = new ClusterRatios<keyof typeof RATIOS, Column>(COLUMNS, RATIOS);
  /** Downtime by service, seconds per year. */
  readonly downtime: readonly RatioTally[];
  readonly #sums: Float64Array;
  #years = 0;

  constructor(services: number) {
    this.downtime = Array.from({ length: services }, () => new RatioTally());
    this.#sums = new Float64Array(services);
  }

  /** Adds one trial. @param downtime by service, strategy minus baseline, in seconds */
  add(
    money: { strategy: TrialMoney; baseline: TrialMoney },
    downtime: readonly number[],
    horizon: Ms,
  ): void {
    const { row } = this.ratios;
    const loss = money.strategy.loss - money.baseline.loss;
    const infrastructure = money.strategy.infrastructure - money.baseline.infrastructure;
    this.#years += horizon / YEAR;
    row.years += horizon / YEAR;
    row.trials += 1;
    row.loss += loss;
    row.infrastructureCost += infrastructure;
    row.total += loss + infrastructure;
    row.cheaper += loss + infrastructure < 0 ? 1 : 0;
    downtime.forEach((seconds, service) => {
      this.#sums[service]! += seconds;
    });
  }

  endCluster(): void {
    this.ratios.endCluster();
    this.downtime.forEach((tally, service) => {
      tally.add(this.#sums[service]!, this.#years);
    });
    this.#sums.fill(0);
    this.#years = 0;
  }

  merge(that: DifferenceTally): void {
    this.ratios.merge(that.ratios);
    this.downtime.forEach((tally, service) => {
      tally.merge(that.downtime[service]!);
    });
  }
}
