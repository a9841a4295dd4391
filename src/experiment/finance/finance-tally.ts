import { inYears } from '../../base/units.js';
import { presentValue } from '../../price/cash-flows.js';
import { discountFactors, flowTimes } from '../../price/discounting.js';
import type { Plan } from '../../simulate/plan.js';
import { YearlySums } from '../yearly-sums.js';
import type { StrategyTrial } from '../tally.js';
import { type Cash, noCash, readCash } from './cash.js';
import { CashDifference } from './cash-difference.js';
import { CashGroups } from './cash-groups.js';

/** Money by the time at which it flows (design §6): of each strategy, and against the baseline. */
export class FinanceTally {
  /** Years from now; at once, then at year ends. */
  readonly times: readonly number[];
  /** What money of each time is worth now. */
  readonly factors: Float64Array;
  readonly groups: readonly CashGroups[];
  /** By strategy: what it costs in all, discounted, per trial. */
  readonly ownership: YearlySums;
  /** By strategy: what is paid once, per trial. */
  readonly investment: YearlySums;
  /** Against the first strategy, for all the others. */
  readonly differences: readonly CashDifference[];
  readonly #plan: Plan;
  readonly #cash: readonly Cash[];
  readonly #costs: Float64Array;
  readonly #invested: Float64Array;
  #trials = 0;

  constructor(plan: Plan) {
    const { strategies, scenario, horizon } = plan;
    this.#plan = plan;
    this.times = flowTimes(inYears(horizon));
    const count = this.times.length;
    this.factors = discountFactors(discountRateOf(scenario) ?? 0, this.times);
    this.groups = strategies.map(() => new CashGroups(count));
    this.ownership = new YearlySums(strategies.length);
    this.investment = new YearlySums(strategies.length);
    this.differences = strategies.slice(1).map(() => new CashDifference(this.factors));
    this.#cash = strategies.map(() => noCash(count));
    this.#costs = new Float64Array(strategies.length);
    this.#invested = new Float64Array(strategies.length);
  }

  /** Adds the trial whose parameters are drawn. */
  add(parts: readonly StrategyTrial[], cluster: number): void {
    const { parameters, strategies } = this.#plan;
    parts.forEach((part, number) => {
      const cash = this.#cash[number]!;
      let invested = 0;
      for (const amount of strategies[number]!.investment) invested += parameters.of(amount);
      readCash(cash, part, invested);
      this.groups[number]!.add(cash, cluster);
      this.#invested[number] = invested;
      this.#costs[number] =
        presentValue(cash.loss, this.factors) + presentValue(cash.spent, this.factors);
    });
    this.ownership.add(this.#costs);
    this.investment.add(this.#invested);
    this.differences.forEach((difference, index) => {
      difference.add(this.#cash[0]!, this.#cash[index + 1]!);
    });
    this.#trials++;
  }

  endCluster(): void {
    this.ownership.endCluster(this.#trials);
    this.investment.endCluster(this.#trials);
    for (const difference of this.differences) difference.endCluster();
    this.#trials = 0;
  }

  merge(that: FinanceTally): void {
    this.ownership.merge(that.ownership);
    this.investment.merge(that.investment);
    this.groups.forEach((groups, number) => {
      groups.merge(that.groups[number]!);
    });
    this.differences.forEach((difference, number) => {
      difference.merge(that.differences[number]!);
    });
  }
}

/**
 * The yearly rate that amounts are discounted at; null where the scenario names none. It is a policy
 * and no luck: one that is not known exactly counts with its mean, the same in every history.
 */
export function discountRateOf({ finance }: Plan['scenario']): number | null {
  return finance.discountRate?.law.mean ?? null;
}
