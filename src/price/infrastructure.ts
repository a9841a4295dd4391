import { HOUR, type Ms, ms, YEAR } from '../base/units.js';
import { ByteMeter } from '../measure/byte-meter.js';
import type { ByteRow, ByteTable } from '../measure/byte-table.js';
import { type PriceList, transferPrice } from '../model/prices.js';
import type { Plan, StrategyPlan } from '../simulate/plan.js';

/** What infrastructure money is spent on. */
export const COMPONENTS = ['compute', 'storage', 'transfer', 'contracts'] as const;
type Component = (typeof COMPONENTS)[number];

/** Cost of one year by component, in the scenario's currency. */
export type YearCost = Record<Component, number>;

/**
 * What a strategy costs to keep up while all is well, year by year of the horizon, a last part-year
 * pro rata: servers at the primary and the standby's share, live data and its replicas, backups in
 * their steady state, replication and backups over the network, and contracts.
 *
 * @param bytes what it stores and sends in the trial whose parameters are drawn
 */
export function infrastructureOf(
  plan: Plan,
  number: number,
  bytes: ByteTable = new ByteMeter(plan, number).read(),
): YearCost[] {
  const strategy = plan.strategies[number]!;
  const years = Math.ceil(plan.horizon / YEAR);
  return Array.from({ length: years }, (_, year) => {
    const begin = ms(year * YEAR);
    const length = ms(Math.min(plan.horizon, begin + YEAR) - begin);
    return yearCost(plan, strategy, { bytes, number: year, length });
  });
}

interface Year {
  readonly bytes: ByteTable;
  /** The first is 0. */
  readonly number: number;
  readonly length: Ms;
}

function yearCost(plan: Plan, strategy: StrategyPlan, year: Year): YearCost {
  const cost: YearCost = { compute: 0, storage: 0, transfer: 0, contracts: 0 };
  const { prices } = plan.scenario;
  if (prices) {
    plan.services.forEach((_, service) => {
      const about = { plan, prices, strategy, service, year };
      cost.compute += computeCost(about);
      const rows = year.bytes.filter((row) => row.service === service);
      cost.storage += storageCost(about, rows);
      cost.transfer += rows.reduce((sum, row) => sum + transferCost(about, row), 0);
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

function storageCost({ prices, year }: About, rows: readonly ByteRow[]): number {
  const perYear = rows.reduce(
    (sum, { billed, storage }) => sum + billed[year.number]! * prices.storage.get(storage)!.price,
    0,
  );
  return perYear * (year.length / YEAR);
}

function transferCost(
  { plan, prices, year }: About,
  { written, sources, site: to }: ByteRow,
): number {
  const { sites } = plan.scenario;
  return sources.reduce((sum, { site: from, share }) => {
    const price = transferPrice(prices, sites[from]!.region, sites[to]!.region);
    return sum + written[year.number]! * share * price;
  }, 0);
}
