import { type Ms, YEAR } from '../base/units.js';
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

/**
 * What a job sends per second from a source at an instant. All that grows does so by yearly steps, so
 * that each year of each source is worked out once.
 */
function jobRates(
  plan: Plan,
  strategy: StrategyPlan,
  policy: BackupPlan,
): (source: number, at: Ms) => number {
  const most = plan.parameters.of(policy.throughput);
  const known = new Map<number, number>();
  const rateIn = (source: number, at: Ms) => {
    const link = linkBetween(plan, source, policy.store);
    if (link < 0) return most;
    const users = linkUsers(plan, strategy, { link, source });
    return Math.min(most, restOf(usableRate(plan, link), users, at));
  };
  return (source, at) => {
    const year = Math.max(0, Math.floor(at / YEAR)) * plan.sites.length + source;
    let rate = known.get(year);
    if (rate === undefined) known.set(year, (rate = rateIn(source, at)));
    return rate;
  };
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
    rateFrom: jobRates(plan, strategy, policy),
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
