import type { Retention } from '../model/retention.js';
import { ChainsInTurn } from './chains-in-turn.js';
import { KeepRules } from './keep-rules.js';
import type { Chain, StoredPoint } from './stored-points.js';

/**
 * The points that a store keeps, newest first, as far as they are asked for. Tools prune when a
 * backup is complete: ages are those at the last completion, and only full copies that are complete
 * count. A chain stays whole as long as one of its points is wanted. Neither the newest point is ever
 * pruned nor the newest full copy, on which the next job builds.
 *
 * @param chains newest full copy first
 * @param start ms since 1970-01-01 UTC of the instant 0
 */
export function* keptPoints(
  chains: Iterator<Chain>,
  retention: Retention,
  start: number,
): Generator<StoredPoint> {
  const store = new ChainsInTurn(chains);
  const rules = new KeepRules(retention, { start, pruned: store.lastCompletion });
  const isOldest = () => store.isOver;
  for (const { point, chain } of store.newestFirst()) {
    if (rules.want({ point, ...chain.newer, isOldest })) chain.kept = true;
    if (rules.isOver(store.toCome())) store.close();
    yield* store.decided();
  }
}
