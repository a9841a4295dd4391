import { BackupSeries } from './backup-series.js';
import { Calendar } from './calendar.js';
import type { Disaster } from './disasters.js';
import type { Plan, ServicePlan, StandbyPlan, StrategyPlan } from './plan.js';
import type { SiteTimeline } from './site-timeline.js';
import { Transfers } from './transfers.js';
import { type Copy, linkBetween, type ServiceState, usableRate, type World } from './world.js';

/** The world at the start of the horizon: everything up, copies in steady state. */
export function newWorld(
  plan: Plan,
  history: { strategy: number; trial: number; disasters: readonly Disaster[]; sites: SiteTimeline },
): World {
  const { trial, disasters, sites } = history;
  const strategy = plan.strategies[history.strategy]!;
  return {
    plan,
    strategy,
    trial,
    disasters,
    sites,
    calendar: new Calendar(),
    transfers: new Transfers((link) => usableRate(plan, link)),
    transferEnds: null,
    services: plan.services.map((service, number) =>
      newService({ plan, strategy, sites, trial }, service, number),
    ),
    facts: [],
  };
}

function newService(
  about: { plan: Plan; strategy: StrategyPlan; sites: SiteTimeline; trial: number },
  service: ServicePlan,
  number: number,
): ServiceState {
  const { strategy } = about;
  const copy = (site: number, standby: StandbyPlan | null): Copy => ({
    site,
    standby,
    holds: standby ? { kind: 'live', since: -Infinity } : { kind: 'seat' },
    seeding: null,
  });
  return {
    number,
    plan: service,
    seat: strategy.primary,
    seatSince: -Infinity,
    seatLostTo: null,
    serving: true,
    capacity: 1,
    reach: 1,
    phase: null,
    recovery: null,
    lastDisaster: -1,
    copies: [
      copy(strategy.primary, null),
      ...strategy.standbys.map((standby) => copy(standby.site, standby)),
    ],
    backups: newBackups(about, service, number),
    growing: null,
    arriving: null,
    hour: null,
    failback: null,
    failingBackSince: null,
    told: { level: 1, phase: null, whole: true },
  };
}

function newBackups(
  { plan, strategy, sites, trial }: Parameters<typeof newService>[0],
  service: ServicePlan,
  number: number,
): BackupSeries[] {
  const value = plan.parameters;
  return strategy.backups.map((policy) => {
    const context = {
      trial,
      sites,
      size: value.of(service.size),
      growth: value.of(service.growth),
      change: value.of(service.change),
      writes: value.of(service.writes),
      reduction: value.of(policy.reduction),
      overhead: value.of(policy.overhead),
      jobFailure: value.of(policy.jobFailure),
      rateFrom: (source: number) =>
        Math.min(
          value.of(policy.throughput),
          usableRate(plan, linkBetween(plan, source, policy.store)),
        ),
    };
    return new BackupSeries({ policy, service: number, source: strategy.primary, context });
  });
}
