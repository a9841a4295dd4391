import { Measure } from '../measure/measure.js';
import { lossesOf } from '../price/losses.js';
import { type Disaster, disastersOf } from '../simulate/disasters.js';
import type { Plan } from '../simulate/plan.js';
import { live } from '../simulate/run.js';
import { SiteTimeline } from '../simulate/site-timeline.js';
import { type StrategyTrial, Tally } from './tally.js';
import { Upkeep, type UpkeepOfTrial } from './upkeep.js';

/** Trials in a block: the unit of work. Even, so that no pair of trials is torn apart. */
export const BLOCK = 256;

/** Everything about one trial, for whoever records single histories. */
export interface Trial {
  readonly trial: number;
  readonly disasters: readonly Disaster[];
  /** By strategy, in the scenario's order. */
  readonly strategies: readonly StrategyTrial[];
}

/** Consecutive trials of an experiment. */
export interface BlockOfTrials {
  readonly first: number;
  readonly count: number;
}

/** Cuts an experiment into blocks of the same size, whoever runs them; the last may be shorter. */
export function blocksOf(trials: number): BlockOfTrials[] {
  return Array.from({ length: Math.ceil(trials / BLOCK) }, (_, number) => ({
    first: number * BLOCK,
    count: Math.min(BLOCK, trials - number * BLOCK),
  }));
}

/**
 * Runs a block: every strategy lives through each of its histories.
 *
 * @param record is told of each trial in turn
 */
export function runBlock(
  plan: Plan,
  { first, count }: BlockOfTrials,
  record?: (trial: Trial) => void,
): Tally {
  const tally = new Tally(plan);
  const upkeeps = plan.strategies.map((_, strategy) => new Upkeep(plan, strategy));
  let kept: UpkeepOfTrial[] = [];
  for (let trial = first; trial < first + count; trial++) {
    plan.parameters.draw(trial);
    if (trial === first || !plan.parameters.certain) {
      kept = upkeeps.map((upkeep) => upkeep.read());
    }
    const disasters = disastersOf(plan, trial);
    const sites = new SiteTimeline(plan, disasters);
    const strategies = plan.strategies.map((_, strategy): StrategyTrial => {
      const measure = new Measure(plan);
      live(plan, { strategy, trial, disasters, sites }, measure);
      const outcome = measure.outcome();
      const losses = lossesOf(plan, outcome, strategy);
      const { bytes, infrastructure } = kept[strategy]!;
      return { outcome, losses, bytes, infrastructure };
    });
    tally.add(trial, disasters, strategies);
    record?.({ trial, disasters, strategies });
  }
  if ((first + count) % 2 === 1) tally.endCluster();
  return tally;
}
