import { cumulative, presentValue } from '../../price/cash-flows.js';
import { ClusterRatios, type Ratios } from '../cluster-ratios.js';
import { YearlySums } from '../yearly-sums.js';
import { type Cash, flowsOf } from './cash.js';

const COLUMNS = ['trials', 'npv', 'gains'] as const;
type Column = (typeof COLUMNS)[number];

const RATIOS = {
  npv: ['npv', 'trials'],
  gains: ['gains', 'trials'],
} as const satisfies Ratios<string, Column>;

/** Histories whose cash is kept one by one, for the fan of the chart. */
const MOST_KEPT = 5_000;

/** What a strategy brings in beside the baseline: what the baseline costs minus what it costs. */
export class CashDifference {
  readonly ratios = new ClusterRatios<keyof typeof RATIOS, Column>(COLUMNS, RATIOS);
  /** By number of the time. */
  readonly flows: YearlySums;
  readonly sums: YearlySums;
  /** Trials in which the sum stays at 0 or above from that time on. */
  readonly paidBack: YearlySums;
  readonly #stays: Float64Array;
  readonly #factors: Float64Array;
  /** Sums of the first trials, one after the other. */
  readonly #kept: Float64Array[] = [];

  /** @param factors what money of each time is worth now */
  constructor(factors: Float64Array) {
    const times = factors.length;
    this.#factors = factors;
    this.flows = new YearlySums(times);
    this.sums = new YearlySums(times);
    this.paidBack = new YearlySums(times);
    this.#stays = new Float64Array(times);
  }

  add(baseline: Cash, strategy: Cash): void {
    const flow = flowsOf(strategy, baseline);
    const sums = cumulative(flow);
    let stays = 1;
    for (let i = flow.length - 1; i >= 0; i--) this.#stays[i] = stays = sums[i]! < 0 ? 0 : stays;
    const npv = presentValue(flow, this.#factors);
    const { row } = this.ratios;
    row.trials += 1;
    row.npv += npv;
    row.gains += npv > 0 ? 1 : 0;
    this.flows.add(flow);
    this.sums.add(sums);
    this.paidBack.add(this.#stays);
    if (this.#kept.length < MOST_KEPT) this.#kept.push(sums);
  }

  endCluster(): void {
    const { trials } = this.ratios.row;
    for (const sums of [this.flows, this.sums, this.paidBack]) sums.endCluster(trials);
    this.ratios.endCluster();
  }

  merge(that: CashDifference): void {
    this.ratios.merge(that.ratios);
    this.flows.merge(that.flows);
    this.sums.merge(that.sums);
    this.paidBack.merge(that.paidBack);
    this.#kept.push(...that.#kept.slice(0, MOST_KEPT - this.#kept.length));
  }

  /** Sums at a time in the first histories, rising. @param time its number */
  rising(time: number): Float64Array {
    return Float64Array.from(this.#kept, (sums) => sums[time]!).sort();
  }
}
