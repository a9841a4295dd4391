import type { BackupPlan, Plan, StrategyPlan } from '../simulate/plan.js';
import type { BytePlace, ByteSource } from './byte-table.js';

/** Storage class of live data where nothing is priced. */
const LIVE = 'live';

/** Where a strategy keeps the data of each service. */
export function bytePlaces(plan: Plan, strategy: StrategyPlan): readonly BytePlace[] {
  const storage = plan.scenario.prices?.liveStorage ?? LIVE;
  const fronts = frontsOf(strategy);
  return plan.services.flatMap((_, service) => [
    ...fronts.map(({ site }, number): BytePlace => {
      const kind = number === 0 ? 'primary' : 'replica';
      const sources = liveSources(plan, fronts, number);
      return { service, kind, store: -1, site, storage, sources };
    }),
    ...strategy.backups.map((backup, store): BytePlace => {
      const { store: site, storage: kept } = backup;
      const sources = backupSources(plan, strategy, backup);
      return { service, kind: 'backups', store, site, storage: kept, sources };
    }),
  ]);
}

/** Live data: where, which share of all writes is made there, and the copy that sends them on. */
interface Front {
  readonly site: number;
  readonly clients: number;
  readonly from: number | null;
}

function frontsOf({ primary, standbys }: StrategyPlan): readonly Front[] {
  const elsewhere = standbys.reduce((sum, { clients }) => sum + clients, 0);
  return [{ site: primary, clients: 1 - elsewhere, from: null }, ...standbys];
}

/** Sites that serve send each other what is written there; one that stands by has all from the primary,
 * or from another that stands by. */
function liveSources(plan: Plan, fronts: readonly Front[], number: number): readonly ByteSource[] {
  const { site, clients, from } = fronts[number]!;
  if (number > 0 && clients === 0)
    return sourceOf(plan, { from: fronts[from ?? 0]!.site, to: site });
  return fronts.flatMap((front, other) =>
    other === number || front.clients === 0
      ? []
      : sourceOf(plan, { from: front.site, to: site, share: front.clients }),
  );
}

/** Snapshots move nothing, and what a courier takes is on no link. */
function backupSources(
  plan: Plan,
  { primary, backups }: StrategyPlan,
  { store, sent, snapshot }: BackupPlan,
): readonly ByteSource[] {
  if (snapshot || (sent && sent.takes !== null)) return [];
  return sourceOf(plan, { from: sent ? backups[sent.from]!.store : primary, to: store });
}

function sourceOf(
  { linkBetween, sites }: Plan,
  { from, to, share = 1 }: { from: number; to: number; share?: number },
): readonly ByteSource[] {
  if (from === to) return [];
  return [{ site: from, link: linkBetween[from * sites.length + to]!, share }];
}
