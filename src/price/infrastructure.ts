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

/** What keeping and sending data costs in one year. */
export type DataCost = Pick<YearCost, 'storage' | 'transfer'>;

/**
 * What it costs, year by year, to store and send data while all is well: live data and its replicas,
 * backups in their steady state, and what crosses the network between regions.
 */
export function dataCosts({ scenario, services, horizon }: Plan, bytes: ByteTable): DataCost[] {
  const { prices, sites } = scenario;
  const regions = sites.map(({ region }) => region);
  const rows = services.map((_, service) => bytes.filter((row) => row.service === service));
  return yearsOf(horizon).map(({ number, length }) => {
    const cost = { storage: 0, transfer: 0 };
    if (!prices) return cost;
    for (const own of rows) {
      cost.storage += storageCost(own, { prices, number }) * (length / YEAR);
      for (const row of own) cost.transfer += transferCost(row, { prices, number, regions });
    }
    return cost;
  });
}

/**
 * What a strategy costs to keep up while all is well, year by year of the horizon, a last part-year
 * pro rata: servers at the primary and the standby's share, data, and contracts.
 *
 * @param data what its data costs in the trial whose parameters are drawn
 */
export function infrastructureOf(
  plan: Plan,
  number: number,
  data: readonly DataCost[] = dataCosts(plan, new ByteMeter(plan, number).read()),
): YearCost[] {
  const strategy = plan.strategies[number]!;
  return yearsOf(plan.horizon).map(({ number: year, length }) => {
    const hours = length / HOUR;
    const cost = { compute: 0, ...data[year]!, contracts: 0 };
    plan.services.forEach((_, service) => {
      cost.compute += computeCost(plan, strategy, { service, hours });
    });
    for (const { rate } of strategy.costs) cost.contracts += plan.parameters.of(rate) * hours;
    return cost;
  });
}

/** The years of a horizon, the last of which may be shorter. */
function yearsOf(horizon: Ms): { number: number; length: Ms }[] {
  return Array.from({ length: Math.ceil(horizon / YEAR) }, (_, number) => {
    const begin = ms(number * YEAR);
    return { number, length: ms(Math.min(horizon, begin + YEAR) - begin) };
  });
}

function computeCost(
  { scenario, parameters }: Plan,
  { standbys }: StrategyPlan,
  { service, hours }: { service: number; hours: number },
): number {
  const { servers } = scenario.services[service]!;
  if (!servers || !scenario.prices) return 0;
  const ready = standbys.reduce((sum, { capacity }) => sum + parameters.of(capacity), 0);
  const hourly = servers.count * scenario.prices.servers.get(servers.type)!;
  return hourly * (1 + ready) * hours;
}

interface InYear {
  readonly prices: PriceList;
  /** Number of the year. */
  readonly number: number;
}

/** Of a whole year. */
function storageCost(rows: readonly ByteRow[], { prices, number }: InYear): number {
  return rows.reduce(
    (sum, { billed, storage }) => sum + billed[number]! * prices.storage.get(storage)!.price,
    0,
  );
}

function transferCost(
  { written, sources, site: to }: ByteRow,
  { prices, number, regions }: InYear & { readonly regions: readonly string[] },
): number {
  return sources.reduce((sum, { site: from, share }) => {
    const price = transferPrice(prices, regions[from]!, regions[to]!);
    return sum + written[number]! * share * price;
  }, 0);
}
