import type { Plan } from '../../simulate/plan.js';
import type { BlockOfTrials, Trial } from '../trials.js';
import { runBlock } from '../trials.js';

/** Which losses count for the choice of a history. */
export interface CountedLosses {
  /** Number of the strategy; null for all of them together. */
  readonly strategy: number | null;
  /** Number of the threat; null for all. */
  readonly threat: number | null;
}

/** What a history lost. */
export interface TrialLoss {
  readonly trial: number;
  /** In the scenario's currency. */
  readonly loss: number;
  /** Whether anything of what is looked for struck at all. */
  readonly struck: boolean;
}

/** What each history of a block lost to the disasters that count. */
export function lossesIn(
  plan: Plan,
  block: BlockOfTrials,
  counted: CountedLosses,
): readonly TrialLoss[] {
  const losses: TrialLoss[] = [];
  runBlock(plan, block, (trial) => {
    losses.push(lossOf(plan, trial, counted));
  });
  return losses;
}

function lossOf(
  plan: Plan,
  { trial, disasters, strategies }: Trial,
  { strategy, threat }: CountedLosses,
): TrialLoss {
  const counts = (number: number) =>
    threat === null || plan.hazards[disasters[number]!.hazard]!.threat === threat;
  let loss = 0;
  strategies.forEach(({ losses }, number) => {
    if (strategy !== null && strategy !== number) return;
    const all = losses.disasters;
    for (let place = 0; place < all.count; place++) {
      if (counts(all.number(place))) loss += all.total(place);
    }
  });
  return { trial, loss, struck: disasters.some((_, number) => counts(number)) };
}

/**
 * The history at a share of all, ordered by what they lost; of equals the earliest trial.
 *
 * @param share 1 for the worst, 0.99 for the one that 1% of all are worse than, 0 to 1
 * @returns null where nothing struck in any
 */
export function trialAt(losses: readonly TrialLoss[], share: number): TrialLoss | null {
  if (!losses.some(({ struck }) => struck)) return null;
  const ordered = [...losses].sort((a, b) => a.loss - b.loss || b.trial - a.trial);
  const place = Math.min(ordered.length - 1, Math.max(0, Math.ceil(share * ordered.length) - 1));
  return ordered[place]!;
}
