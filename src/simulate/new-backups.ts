import type { Ms } from '../base/units.js';
import { BackupSeries } from './backup-series.js';
import { CopiedPoints } from './copied-points.js';
import { linkUsers, restOf } from './link-share.js';
import type { Places } from './places.js';
import type { BackupPlan, Plan, ServicePlan, StrategyPlan } from './plan.js';
import type { SeriesContext } from './schedule.js';
import type { SilentFaults } from './silent-faults.js';
import type { SiteTimeline } from './site-timeline.js';
import type { ChainSource, StoredPoints } from './stored-points.js';
import { linkBetween, usableRate } from './world.js';

interface About {
  readonly plan: Plan;
  readonly strategy: StrategyPlan;
  readonly sites: SiteTimeline;
  readonly trial: number;
  readonly places: Places;
}

/** What each store of a strategy holds of a service, in steady state at the start. */
export function newBackups(about: About, service: ServicePlan, number: number): StoredPoints[] {
  const { strategy } = about;
  const stores: (StoredPoints & ChainSource)[] = [];
  let { faults }: { faults: SilentFaults | null } = { faults: null };
  for (const policy of strategy.backups) {
    if (policy.sent) {
      stores.push(
        furtherStore(about, policy, { before: stores[policy.sent.from]!, faults: faults! }),
      );
      continue;
    }
    const context = contextOf(about, service, policy);
    const series = new BackupSeries({
      policy,
      service: number,
      source: strategy.primary,
      context,
    });
    faults = series.faults;
    stores.push(series);
  }
  return stores;
}

function contextOf(
  { plan, strategy, sites, trial, places }: About,
  service: ServicePlan,
  policy: BackupPlan,
): SeriesContext {
  const value = plan.parameters;
  const linkFrom = (source: number) => linkBetween(plan, source, policy.store);
  return {
    trial,
    sites,
    sources: places,
    linkFrom,
    start: plan.scenario.start,
    size: value.of(service.size),
    growth: value.of(service.growth),
    change: value.of(service.change),
    writes: value.of(service.writes),
    reduction: value.of(policy.reduction),
    overhead: value.of(policy.overhead),
    jobFailure: value.of(policy.jobFailure),
    silentFaults: value.of(policy.silentFaults),
    grows: plan.services.some(({ growth }) => value.of(growth) !== 0),
    shrinks: plan.services.some(({ growth }) => value.of(growth) < 0),
    rateFrom: (source: number, at: Ms) => {
      const link = linkFrom(source);
      const most = value.of(policy.throughput);
      if (link < 0) return most;
      const users = linkUsers(plan, strategy, { link, source });
      return Math.min(most, restOf(usableRate(plan, link), users, at));
    },
  };
}

function furtherStore(
  { plan, strategy, sites }: About,
  policy: BackupPlan,
  { before, faults }: { before: ChainSource; faults: SilentFaults },
): CopiedPoints {
  const { store: site } = strategy.backups[policy.sent!.from]!;
  const link = linkBetween(plan, site, policy.store);
  const rate = Math.min(plan.parameters.of(policy.throughput), usableRate(plan, link));
  const context = { sites, site, link, rate, start: plan.scenario.start, faults };
  return new CopiedPoints(before, { policy, context });
}
