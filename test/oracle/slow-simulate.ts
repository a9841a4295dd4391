import { COUNTING_RULES, reachOf } from '../../src/model/retention.js';
import { ms } from '../../src/base/units.js';
import type { Disaster } from '../../src/simulate/disasters.js';
import type { History } from '../../src/simulate/history.js';
import type { BackupPlan, Plan, StandbyPlan, StrategyPlan } from '../../src/simulate/plan.js';
import { Future } from './future.js';
import { jobRate } from './job-rate.js';
import { Schedule } from './schedule.js';
import { firstToArrive, giveUp } from './sendings.js';
import { takeCare } from './slow-care.js';
import { watchKept } from './slow-waiting.js';
import { tellLevels } from './slow-serving.js';
import { linkReturns, placeReturns, siteReturns } from './slow-returns.js';
import {
  type Happening,
  sizeAt,
  type Slow,
  type SlowCopy,
  type SlowFront,
  type SlowService,
  WHEN,
} from './slow-state.js';
import { strike } from './slow-strike.js';

/**
 * The obvious, slow twin of `simulate`: every backup job begins and ends as an event, stores are
 * lists of points, sites and links go away and come back as events.
 */
export function slowSimulate(
  plan: Plan,
  history: { strategy: number; trial: number; disasters: readonly Disaster[] },
): History {
  const { disasters, trial } = history;
  if (disasters.length === 0) return [];
  const strategy = plan.strategies[history.strategy]!;
  const begin = beginOf(plan, strategy, disasters[0]!.at);
  const slow: Slow = {
    plan,
    strategy,
    trial,
    disasters,
    future: new Future<Happening>(Math.min(...begin, 0)),
    sites: plan.sites.map(() => ({ stays: [] })),
    links: plan.links.map(() => ({ stays: [] })),
    services: [],
    sendings: [],
    sentUntil: 0,
    sendingEnds: null,
    facts: [],
  };
  disasters.forEach(({ at }, disaster) => {
    slow.future.add(at, WHEN.strike, { kind: 'strike', disaster });
  });
  plan.services.forEach((_, number) => {
    const service = newService(slow, number);
    slow.services.push(service);
    strategy.backups.forEach((policy, i) => {
      service.schedules.push(new Schedule(slow, service, { policy, since: begin[i]! }));
    });
  });
  const isNoJob = ({ kind }: Happening) => kind !== 'job';
  // Jobs go on for ever; they bring about nothing else.
  for (let goesOn = true; goesOn;) {
    const event = slow.future.next()!;
    play(slow, event);
    if (!isNoJob(event)) continue;
    tellLevels(slow);
    goesOn = slow.future.some(isNoJob);
  }
  return slow.facts;
}

/** For each policy, from when its jobs matter: as far before the first disaster as points are kept. */
function beginOf(plan: Plan, strategy: StrategyPlan, first: number): number[] {
  return strategy.backups.map((policy) => {
    const longest = Math.max(
      0,
      ...plan.services.map((_, i) => longestJob(plan, strategy, policy, i)),
    );
    const failure = plan.parameters.of(policy.jobFailure);
    if (failure >= 1) return first;
    // So many full copies in a row do not fail, whatever the seed.
    const fulls = 3 + (failure > 0 ? Math.ceil(Math.log(1e-7) / Math.log(failure)) : 0);
    const apart = ms(Math.max(policy.full, Math.ceil(longest / policy.full) * policy.full));
    const { retention } = policy;
    const wanted = Math.max(retention.fulls, ...COUNTING_RULES.map((rule) => retention[rule]));
    const reach = reachOf(retention, { full: apart, incremental: null });
    const back = 1.2 * reach + ((wanted + fulls) / (1 - failure)) * apart;
    return Math.floor(first - back);
  });
}

function longestJob(
  plan: Plan,
  strategy: StrategyPlan,
  policy: BackupPlan,
  service: number,
): number {
  const value = plan.parameters;
  const about = { plan, strategy } as unknown as Slow;
  const rate = jobRate(about, { source: strategy.primary, policy }, plan.horizon);
  const bytes = sizeAt(about, { plan: plan.services[service]! } as SlowService, plan.horizon);
  return value.of(policy.overhead) + (bytes / value.of(policy.reduction) / rate) * 1000;
}

function newService(slow: Slow, number: number): SlowService {
  const { strategy, plan } = slow;
  const of = (standby: StandbyPlan | null, i: number): SlowCopy => ({
    number: i,
    site: standby?.site ?? strategy.primary,
    standby,
    holds: standby ? { is: 'live', since: -Infinity } : { is: 'seat' },
    seeding: null,
  });
  const fronts = newFronts(slow);
  const own = Math.min(1, plan.parameters.of(strategy.capacity));
  const service: SlowService = {
    number,
    plan: plan.services[number]!,
    places: plan.sites.map(() => ({ stays: [] })),
    seat: strategy.primary,
    seatSince: -Infinity,
    lostTo: null,
    serving: true,
    fronts,
    capacity:
      fronts.length > 0
        ? Math.min(
            1,
            fronts.reduce((a, b) => a + b.capacity, 0),
          )
        : own,
    reach: 1,
    late: 0,
    phase: null,
    recovery: null,
    lastDisaster: -1,
    stills: [],
    watch: () => {},
    damages: [],
    taints: [],
    copies: [null, ...strategy.standbys].map(of),
    schedules: [],
    growing: null,
    arriving: null,
    hour: null,
    returning: null,
    returningSince: null,
    returningTo: -1,
    told: { level: 1, phase: null, whole: true, cause: -1 },
  };
  const whenThrown = () => {
    takeCare(slow, service);
  };
  service.watch = (disaster = service.lastDisaster) => {
    watchKept(slow, service, { disaster, whenThrown });
  };
  return service;
}

function newFronts({ strategy, plan }: Slow): SlowFront[] {
  const beside = strategy.standbys.flatMap((standby, i) =>
    standby.clients > 0 ? [{ ...standby, copy: i + 1 }] : [],
  );
  if (beside.length === 0) return [];
  const { primary: site, capacity } = strategy;
  const clients = 1 - beside.reduce((sum, one) => sum + one.clients, 0);
  return [{ site, capacity, clients, copy: 0 }, ...beside].map((one) => ({
    site: one.site,
    share: one.clients,
    capacity: Math.min(1, plan.parameters.of(one.capacity)),
    copy: one.copy,
    state: 'serving',
    clients: one.clients,
    drift: null,
  }));
}

function play(slow: Slow, event: Happening): void {
  switch (event.kind) {
    case 'strike':
      strike(slow, event.disaster);
      break;
    case 'siteReturns':
      siteReturns(slow, event.site);
      break;
    case 'placeReturns':
      placeReturns(slow, slow.services[event.service]!, event.site);
      break;
    case 'linkReturns':
      linkReturns(slow, event.link);
      break;
    case 'transferEnds': {
      const { sending } = firstToArrive(slow)!;
      giveUp(slow, sending);
      sending.arrives();
      break;
    }
    default:
      event.run();
  }
}
