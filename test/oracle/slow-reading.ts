import { SECOND } from '../../src/base/units.js';
import { wholeMs } from '../../src/simulate/luck.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { cancel, later, lineRate, linkOf, luck, sizeAt, writesAt } from './slow-state.js';
import type { Slow, SlowService, Way } from './slow-state.js';

type Restore = Way & { readonly via: 'restore' };

/** Whether what is kept there is brought to where it is wanted, by whoever took it there. */
export function isCourier({ sent }: BackupPlan): boolean {
  return sent !== null && sent.takes !== null;
}

/** Asks for the copies of a store, once in a recovery. @param there when they are there */
export function ask(
  slow: Slow,
  service: SlowService,
  { policy }: Restore,
  there: () => void,
): void {
  const { asked } = service.recovery!;
  if (asked.has(policy)) return;
  const since = slow.future.now;
  const after = luck(slow, service, slow.strategy.backups[policy]!.retrieve);
  const coming =
    after === 0
      ? null
      : later(slow, after, () => {
          asked.set(policy, { since, coming: null });
          there();
        });
  asked.set(policy, { since, coming });
}

/** Nothing that was asked for is wanted any more. */
export function stopAsking({ recovery }: SlowService): void {
  for (const { coming } of recovery!.asked.values()) cancel(coming);
}

export function isRetrieved({ recovery }: SlowService, policy: number): boolean {
  return recovery!.asked.get(policy)?.coming === null;
}

/** What somebody expects who knows when a copy was asked for. */
export function expectedRetrieval(
  slow: Slow,
  { recovery }: SlowService,
  { policy }: Restore,
): number {
  const { law } = slow.strategy.backups[policy]!.retrieve;
  const asked = recovery!.asked.get(policy);
  if (!asked) return law.mean;
  return asked.coming ? law.meanBeyond(slow.future.now - asked.since) : 0;
}

/** Where the data of a restore comes from, what it sends, and how fast that can go. */
export function restoreOrder(slow: Slow, service: SlowService, way: Restore) {
  const plan = slow.strategy.backups[way.policy]!;
  const value = slow.plan.parameters;
  const from = isCourier(plan) ? way.place : plan.store;
  const link = linkOf(slow, from, way.place);
  if (plan.snapshot) return { from, bytes: 0, link, limit: Infinity };
  const bytes = way.point.bytes + logged(slow, service, way) / value.of(plan.reduction);
  const logical = sizeAt(slow, service, slow.future.now);
  const write = value.of(plan.restoreRate) * (logical > 0 ? bytes / logical : 1);
  const store = plan.readRate ? value.of(plan.readRate) : Infinity;
  const read = Math.min(store, lineRate(slow, link));
  const limit = plan.serial ? 1 / (1 / read + 1 / write) : Math.min(store, write);
  return { from, bytes, link, limit };
}

/** How long the log is applied, in whole ms. */
export function replayTime(slow: Slow, service: SlowService, way: Restore): number {
  const { replayRate } = slow.strategy.backups[way.policy]!;
  return wholeMs((logged(slow, service, way) / slow.plan.parameters.of(replayRate)) * SECOND);
}

/** Bytes, before reduction, that were written since the point. */
function logged(slow: Slow, service: SlowService, { captured, point }: Restore): number {
  return (writesAt(slow, service, captured) * (captured - point.captured)) / SECOND;
}
