import { HOUR, type Ms, ms, SECOND, YEAR } from '../base/units.js';
import { changedBytes } from '../model/backup-policy.js';
import { type PriceList, transferPrice } from '../model/prices.js';
import { dataAt, growthAt } from '../model/service.js';
import type { Plan, ServicePlan, StrategyPlan } from '../simulate/plan.js';

/** What infrastructure money is spent on. */
export const COMPONENTS = ['compute', 'storage', 'transfer', 'contracts'] as const;
type Component = (typeof COMPONENTS)[number];

/** Cost of one year by component, in the scenario's currency. */
export type YearCost = Record<Component, number>;

/**
 * What a strategy costs to keep up while all is well, year by year of the horizon, a last part-year
 * pro rata: servers at the primary and the standby's share, live data and its replicas, backups in
 * their steady state, replication and backups over the network, and contracts.
 */
export function infrastructureOf(plan: Plan, number: number): YearCost[] {
  const strategy = plan.strategies[number]!;
  const years = Math.ceil(plan.horizon / YEAR);
  return Array.from({ length: years }, (_, year) => {
    const begin = ms(year * YEAR);
    const length = ms(Math.min(plan.horizon, begin + YEAR) - begin);
    return yearCost(plan, strategy, { begin, length });
  });
}

interface Year {
  readonly begin: Ms;
  readonly length: Ms;
}

function yearCost(plan: Plan, strategy: StrategyPlan, year: Year): YearCost {
  const cost: YearCost = { compute: 0, storage: 0, transfer: 0, contracts: 0 };
  const { prices } = plan.scenario;
  if (prices) {
    plan.services.forEach((_, service) => {
      const about = { plan, prices, strategy, service, year };
      cost.compute += computeCost(about);
      cost.storage += storageCost(about);
      cost.transfer += transferCost(about);
    });
  }
  for (const { rate } of strategy.costs) {
    cost.contracts += plan.parameters.of(rate) * (year.length / HOUR);
  }
  return cost;
}

interface About {
  readonly plan: Plan;
  readonly prices: PriceList;
  readonly strategy: StrategyPlan;
  readonly service: number;
  readonly year: Year;
}

function computeCost({ plan, prices, strategy, service, year }: About): number {
  const { servers } = plan.scenario.services[service]!;
  if (!servers) return 0;
  const ready = strategy.standbys.reduce(
    (sum, { capacity }) => sum + plan.parameters.of(capacity),
    0,
  );
  const hourly = servers.count * prices.servers.get(servers.type)!;
  return hourly * (1 + ready) * (year.length / HOUR);
}

function storageCost(about: About): number {
  const { prices, strategy, year } = about;
  const live = dataIn(about) * (1 + strategy.standbys.length);
  const perYear = strategy.backups.reduce(
    (sum, policy) => sum + backupBytes(about, policy).kept * prices.storage.get(policy.storage)!,
    live * prices.storage.get(prices.liveStorage)!,
  );
  return perYear * (year.length / YEAR);
}

function transferCost(about: About): number {
  const { plan, strategy, service, year } = about;
  const price = (to: number) => pricePerByte(about, strategy.primary, to);
  const value = plan.parameters;
  const { writes, growth } = plan.services[service]!;
  const written =
    value.of(writes) * growthAt(value.of(growth), year.begin) * (year.length / SECOND);
  const replicated = strategy.standbys.reduce((sum, { site, from }) => {
    const source = from === null ? strategy.primary : strategy.standbys[from - 1]!.site;
    return sum + written * pricePerByte(about, source, site);
  }, 0);
  return strategy.backups.reduce(
    (sum, policy) =>
      sum + backupBytes(about, policy).sentPerYear * (year.length / YEAR) * price(policy.store),
    replicated,
  );
}

function pricePerByte({ plan, prices }: About, from: number, to: number): number {
  const { sites } = plan.scenario;
  return transferPrice(prices, sites[from]!.region, sites[to]!.region);
}

function dataIn({ plan, service, year }: About): number {
  const { size, growth }: ServicePlan = plan.services[service]!;
  return dataAt({ size: plan.parameters.of(size), growth: plan.parameters.of(growth) }, year.begin);
}

/**
 * Stored bytes of a policy in its steady state, and bytes sent to the store in a year. A chain is
 * one full copy and the incrementals until the next.
 */
function backupBytes(about: About, policy: StrategyPlan['backups'][number]) {
  const { plan, service, year } = about;
  const value = plan.parameters;
  const { change, writes, growth } = plan.services[service]!;
  const data = dataIn(about);
  const reduction = value.of(policy.reduction);
  const { full, incremental, holds } = policy;
  const steps = incremental === null ? 0 : Math.ceil(full / incremental) - 1;
  const between = incremental ?? full;
  const written = (value.of(writes) * growthAt(value.of(growth), year.begin) * between) / SECOND;
  const step = changedBytes({ data, change: value.of(change), written, reduction }, between);
  const chain = data / reduction + (steps > 0 ? steps * step : 0);
  const kept = holds.fulls * (data / reduction) + holds.steps * step;
  return { kept, sentPerYear: (chain * YEAR) / full };
}
