import { fairRates } from './sendings.js';
import { lineRate, linkOf, type Slow, type SlowService, writesAt } from './slow-state.js';
import type { BackupPlan } from '../../src/simulate/plan.js';

/** Bytes per second that a job sends which begins then, beside all that its link carries anyway. */
export function jobRate(slow: Slow, policy: BackupPlan, from: number, at: number): number {
  const throughput = slow.plan.parameters.of(policy.throughput);
  const link = linkOf(slow, from, policy.store);
  if (link < 0) return throughput;
  const job = { limit: throughput };
  const beside = slow.services.flatMap((service) => flowsOf(slow, service, { from, link, at }));
  const users = [...beside.map((limit) => ({ limit })), job];
  return fairRates(lineRate(slow, link), users).get(job)!;
}

/** What a service sends over a link all the time: its writes to standbys, and its logs to stores. */
function flowsOf(
  slow: Slow,
  service: SlowService,
  { from, link, at }: { from: number; link: number; at: number },
): number[] {
  const { standbys, backups } = slow.strategy;
  const writes = writesAt(slow, service, at);
  const goes = (to: number) => linkOf(slow, from, to) === link;
  const logged = backups.filter(({ sent, log, store }) => !sent && log !== null && goes(store));
  return [
    ...standbys
      // From the primary nothing is sent to who receives from another standby.
      .filter((one) => goes(one.site) && (one.from === null || from !== slow.strategy.primary))
      .map(() => writes),
    ...logged.map(({ reduction }) => writes / slow.plan.parameters.of(reduction)),
  ];
}
