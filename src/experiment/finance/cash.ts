import type { StrategyTrial } from '../tally.js';
import { COMPONENTS } from '../../price/infrastructure.js';

/** Money of one strategy, by number of the time at which it flows: at once, then at year ends. */
export interface Cash {
  /** Revenue lost, a part of `loss`. */
  readonly downtime: Float64Array;
  /** All that disasters took. */
  readonly loss: Float64Array;
  /** What is spent in any case: what is paid once at time 0, then what keeping up costs. */
  readonly spent: Float64Array;
}

export function noCash(times: number): Cash {
  const nothing = () => new Float64Array(times);
  return { downtime: nothing(), loss: nothing(), spent: nothing() };
}

/** What the baseline costs minus what a strategy costs, by number of the time. */
export function flowsOf(strategy: Cash, baseline: Cash): Float64Array {
  return baseline.loss.map(
    (loss, i) => loss - strategy.loss[i]! + (baseline.spent[i]! - strategy.spent[i]!),
  );
}

/**
 * What a strategy cost in one trial.
 *
 * @param into takes the amounts, written over what is there
 * @param invested paid once, before the first year
 */
export function readCash(into: Cash, part: StrategyTrial, invested: number): void {
  const { losses, infrastructure } = part;
  into.spent[0] = invested;
  for (let year = 0; year < infrastructure.length; year++) {
    const costs = infrastructure[year]!;
    const downtime = losses.downtime[year]!;
    let spent = 0;
    for (const component of COMPONENTS) spent += costs[component];
    into.downtime[year + 1] = downtime;
    into.loss[year + 1] = downtime + losses.data[year]! + losses.recovery[year]!;
    into.spent[year + 1] = spent;
  }
}
