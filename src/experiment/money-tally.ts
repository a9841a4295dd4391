import { type Ms, YEAR } from '../base/units.js';
import { COMPONENTS, type YearCost } from '../price/infrastructure.js';
import type { Losses } from '../price/losses.js';
import { Sample } from '../stats/sample.js';
import { ClusterRatios, type Ratios } from './cluster-ratios.js';

const COLUMNS = [
  'years',
  'trials',
  'downtimeCost',
  'dataLossCost',
  'recoveryCost',
  'loss',
  'infrastructureCost',
  'total',
  ...COMPONENTS,
] as const;
type Column = (typeof COLUMNS)[number];

const RATIOS = {
  downtimeCost: ['downtimeCost', 'years'],
  dataLossCost: ['dataLossCost', 'years'],
  recoveryCost: ['recoveryCost', 'years'],
  loss: ['loss', 'years'],
  infrastructureCost: ['infrastructureCost', 'years'],
  total: ['total', 'years'],
  compute: ['compute', 'years'],
  storage: ['storage', 'years'],
  transfer: ['transfer', 'years'],
  contracts: ['contracts', 'years'],
} as const satisfies Ratios<string, Column>;

/** Money of one trial under one strategy, over the whole horizon. */
export interface TrialMoney {
  readonly loss: number;
  readonly infrastructure: number;
}

/** Cost and loss of one strategy, in the scenario's currency. */
export class MoneyTally {
  readonly ratios = new ClusterRatios<keyof typeof RATIOS, Column>(COLUMNS, RATIOS);
  /** Losses of each whole year simulated, and the largest of a single disaster in it. */
  readonly yearLoss = new Sample();
  readonly yearLargest = new Sample();

  add(
    trial: { losses: Losses; infrastructure: readonly YearCost[] },
    when: {
      horizon: Ms;
      cluster: number;
    },
  ): TrialMoney {
    const { losses, infrastructure } = trial;
    const { row } = this.ratios;
    row.trials += 1;
    row.years += when.horizon / YEAR;
    let [loss, spent] = [0, 0];
    infrastructure.forEach((costs, year) => {
      const parts = [losses.downtime[year]!, losses.data[year]!, losses.recovery[year]!] as const;
      const inYear = parts[0] + parts[1] + parts[2];
      row.downtimeCost += parts[0];
      row.dataLossCost += parts[1];
      row.recoveryCost += parts[2];
      loss += inYear;
      for (const component of COMPONENTS) {
        row[component] += costs[component];
        spent += costs[component];
      }
      // A part-year would look like a cheap year.
      if ((year + 1) * YEAR <= when.horizon) {
        this.yearLoss.append(inYear, when.cluster);
        this.yearLargest.append(losses.largest[year]!, when.cluster);
      }
    });
    row.loss += loss;
    row.infrastructureCost += spent;
    row.total += loss + spent;
    return { loss, infrastructure: spent };
  }

  merge(that: MoneyTally): void {
    this.ratios.merge(that.ratios);
    this.yearLoss.merge(that.yearLoss);
    this.yearLargest.merge(that.yearLargest);
  }
}
