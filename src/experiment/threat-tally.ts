import { type Ms, YEAR } from '../base/units.js';
import type { DisasterLosses } from '../price/disaster-losses.js';
import { ClusterRatios, type Ratios } from './cluster-ratios.js';

const COLUMNS = [
  'years',
  'disasters',
  'downtimeCost',
  'dataLossCost',
  'recoveryCost',
  'loss',
] as const;
type Column = (typeof COLUMNS)[number];

const RATIOS = {
  disastersPerYear: ['disasters', 'years'],
  downtimeCost: ['downtimeCost', 'years'],
  dataLossCost: ['dataLossCost', 'years'],
  recoveryCost: ['recoveryCost', 'years'],
  loss: ['loss', 'years'],
} as const satisfies Ratios<string, Column>;

/** What the disasters of one threat cost under one strategy, over all its services. */
export class ThreatTally {
  readonly ratios = new ClusterRatios<keyof typeof RATIOS, Column>(COLUMNS, RATIOS);

  /** Adds the time that a trial simulated. */
  addTrial(horizon: Ms): void {
    this.ratios.row.years += horizon / YEAR;
  }

  /** Adds a disaster that was an incident of at least one service. */
  addIncident(): void {
    this.ratios.row.disasters += 1;
  }

  /** Adds what a disaster cost, the n-th of those in a trial. */
  addLoss(losses: DisasterLosses, place: number): void {
    const { row } = this.ratios;
    row.downtimeCost += losses.amount(place, 'downtime');
    row.dataLossCost += losses.amount(place, 'data');
    row.recoveryCost += losses.amount(place, 'recovery');
    row.loss += losses.total(place);
  }
}
