import { type Ms, YEAR } from '../base/units.js';
import { ClusterRatios, type Ratios } from './cluster-ratios.js';
import type { TrialMoney } from './money-tally.js';
import { YearlySums } from './yearly-sums.js';

const COLUMNS = ['years', 'trials', 'total', 'loss', 'infrastructureCost', 'cheaper'] as const;
type Column = (typeof COLUMNS)[number];

const RATIOS = {
  total: ['total', 'years'],
  loss: ['loss', 'years'],
  infrastructureCost: ['infrastructureCost', 'years'],
  chanceCheaper: ['cheaper', 'trials'],
} as const satisfies Ratios<string, Column>;

/** One trial of a strategy beside the baseline's. */
interface TwoTrials {
  readonly money: { readonly strategy: TrialMoney; readonly baseline: TrialMoney };
  /** By service, strategy minus baseline, in seconds. */
  readonly downtime: readonly number[];
  /** By threat, strategy minus baseline. */
  readonly lossByThreat: readonly number[];
}

/** What one strategy has over the baseline in the same histories: strategy minus baseline. */
export class DifferenceTally {
  readonly ratios = new ClusterRatios<keyof typeof RATIOS, Column>(COLUMNS, RATIOS);
  /** Downtime by service, seconds per year. */
  readonly downtime: YearlySums;
  readonly lossByThreat: YearlySums;

  constructor(of: { services: number; threats: number }) {
    this.downtime = new YearlySums(of.services);
    this.lossByThreat = new YearlySums(of.threats);
  }

  add({ money, downtime, lossByThreat }: TwoTrials, horizon: Ms): void {
    const { row } = this.ratios;
    const loss = money.strategy.loss - money.baseline.loss;
    const infrastructure = money.strategy.infrastructure - money.baseline.infrastructure;
    row.years += horizon / YEAR;
    row.trials += 1;
    row.loss += loss;
    row.infrastructureCost += infrastructure;
    row.total += loss + infrastructure;
    row.cheaper += loss + infrastructure < 0 ? 1 : 0;
    this.downtime.add(downtime);
    this.lossByThreat.add(lossByThreat);
  }

  endCluster(): void {
    const { years } = this.ratios.row;
    this.downtime.endCluster(years);
    this.lossByThreat.endCluster(years);
    this.ratios.endCluster();
  }

  merge(that: DifferenceTally): void {
    this.ratios.merge(that.ratios);
    this.downtime.merge(that.downtime);
    this.lossByThreat.merge(that.lossByThreat);
  }
}
