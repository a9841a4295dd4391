import type { BackupPlan } from '../../src/simulate/plan.js';
import { fairRates } from './sendings.js';
import { lineRate, linkOf, type Slow, type SlowService, writesAt } from './slow-state.js';

/**
 * Bytes a second that a job sends which begins then: what replication and logs, which go over the
 * link all the time, leave of it.
 */
export function jobRate(
  slow: Slow,
  { source, policy }: { source: number; policy: BackupPlan },
  at: number,
): number {
  const { strategy, plan } = slow;
  const value = plan.parameters;
  const most = value.of(policy.throughput);
  const link = linkOf(slow, source, policy.store);
  if (link < 0) return most;
  const leads = (site: number) => linkOf(slow, source, site) === link;
  const users = plan.services.flatMap((service) => {
    const written = writesAt(slow, { plan: service } as SlowService, at);
    const replicas = strategy.standbys.filter(({ site }) => leads(site));
    const logs = strategy.backups.filter(
      ({ log, sent, store }) => log !== null && !sent && leads(store),
    );
    return [
      ...replicas.map(() => ({ limit: written })),
      ...logs.map(({ reduction }) => ({ limit: written / value.of(reduction) })),
    ];
  });
  const job = { limit: Infinity };
  const writing = users.filter(({ limit }) => limit > 0);
  return Math.min(most, fairRates(lineRate(slow, link), [...writing, job]).get(job)!);
}
