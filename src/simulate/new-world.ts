import { Calendar } from './calendar.js';
import type { Event, TransferPurpose } from './event.js';
import { newBackups } from './new-backups.js';
import type { Disaster } from './disasters.js';
import type { Witness } from './history.js';
import type { Plan, ServicePlan, StandbyPlan, StrategyPlan } from './plan.js';
import { Places } from './places.js';
import type { SiteTimeline } from './site-timeline.js';
import { Transfers } from './transfers.js';
import { type Copy, type Front, type ServiceState, usableRate, type World } from './world.js';

/** The world at the start of the horizon: everything up, copies in steady state. */
export function newWorld(
  plan: Plan,
  history: { strategy: number; trial: number; disasters: readonly Disaster[]; sites: SiteTimeline },
  witness: Witness,
): World {
  const { trial, disasters, sites } = history;
  const strategy = plan.strategies[history.strategy]!;
  const calendar = new Calendar<Event>();
  const transfers = new Transfers<TransferPurpose>(
    (link) => usableRate(plan, link),
    (link) => sites.links.isUp(link, calendar.now),
  );
  return {
    plan,
    strategy,
    trial,
    disasters,
    sites,
    next: 0,
    calendar,
    transfers,
    transferEnds: null,
    services: plan.services.map((service, number) =>
      newService({ plan, strategy, sites, trial }, service, number),
    ),
    witness,
    passage: null,
  };
}

function newService(
  about: { plan: Plan; strategy: StrategyPlan; sites: SiteTimeline; trial: number },
  service: ServicePlan,
  number: number,
): ServiceState {
  const { plan, strategy } = about;
  const places = new Places(about.sites, plan.sites.length);
  const fronts = newFronts(about);
  const copy = (site: number, standby: StandbyPlan | null): Copy => ({
    site,
    standby,
    holds: standby ? { kind: 'live', since: -Infinity } : { kind: 'seat' },
    seeding: null,
    seededFrom: -1,
    breaks: [],
  });
  return {
    number,
    plan: service,
    places,
    seat: strategy.primary,
    seatSince: -Infinity,
    seatLostTo: null,
    serving: true,
    fronts,
    capacity: capacityOf(about, fronts),
    reach: 1,
    late: 0,
    phase: null,
    recovery: null,
    stalls: [],
    wentBack: null,
    lastDisaster: -1,
    damages: [],
    taints: [],
    copies: [
      copy(strategy.primary, null),
      ...strategy.standbys.map((standby) => copy(standby.site, standby)),
    ],
    backups: newBackups({ ...about, places }, service, number),
    growing: null,
    arriving: null,
    hour: null,
    failback: null,
    failingBackSince: null,
    failingBackTo: -1,
    told: { level: 1, phase: null, whole: true, cause: -1 },
  };
}

/** The sites that serve beside each other, the primary first; none where it serves alone. */
function newFronts({ plan, strategy }: Parameters<typeof newService>[0]): Front[] {
  const { primary, capacity, standbys } = strategy;
  const beside = standbys.flatMap((standby, number) =>
    standby.clients > 0 ? [{ ...standby, copy: number + 1 }] : [],
  );
  if (beside.length === 0) return [];
  const rest = 1 - beside.reduce((sum, { clients }) => sum + clients, 0);
  const all = [{ site: primary, clients: rest, capacity, copy: 0 }, ...beside];
  return all.map(({ site, clients, capacity: part, copy }) => ({
    site,
    share: clients,
    capacity: Math.min(1, plan.parameters.of(part)),
    copy,
    state: 'serving',
    clients,
    drift: null,
  }));
}

/** Share of full capacity when all is well. */
function capacityOf(
  { plan, strategy }: Parameters<typeof newService>[0],
  fronts: readonly Front[],
): number {
  const all =
    fronts.length > 0
      ? fronts.reduce((sum, { capacity }) => sum + capacity, 0)
      : plan.parameters.of(strategy.capacity);
  return Math.min(1, all);
}
