import type { Disaster } from '../../src/simulate/disasters.js';
import type { History } from '../../src/simulate/history.js';
import type { Plan, StandbyPlan } from '../../src/simulate/plan.js';
import { sendOn } from './further-store.js';
import { Future } from './future.js';
import { sinceWhen } from './lookback.js';
import { Schedule } from './schedule.js';
import { firstToArrive, giveUp } from './sendings.js';
import { takeCare } from './slow-care.js';
import { watchKept } from './slow-waiting.js';
import { tellLevels } from './slow-serving.js';
import { linkReturns, placeReturns, siteReturns } from './slow-returns.js';
import {
  type Happening,
  type Slow,
  type SlowCopy,
  type SlowFront,
  type SlowService,
  WHEN,
} from './slow-state.js';
import { strike } from './slow-strike.js';
import { Store } from './store.js';
import { testRestores } from './restore-tests.js';

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
  const slow: Slow = {
    plan,
    strategy,
    trial,
    disasters,
    future: new Future<Happening>(-Infinity),
    sites: plan.sites.map(() => ({ stays: [] })),
    links: plan.links.map(() => ({ stays: [] })),
    services: [],
    sendings: [],
    sentUntil: 0,
    sendingEnds: null,
    shippings: new Set(),
    facts: [],
  };
  disasters.forEach(({ at }, disaster) => {
    slow.future.add(at, WHEN.strike, { kind: 'strike', disaster });
  });
  slow.services.push(...plan.services.map((_, number) => newService(slow, number)));
  for (const service of slow.services) keepBackups(slow, service, disasters[0]!.at);
  const isNoJob = ({ kind }: Happening) => kind !== 'job';
  // Jobs go on for ever; they bring about nothing else.
  for (let goesOn = true; goesOn;) {
    const event = slow.future.next()!;
    play(slow, event);
    if (!isNoJob(event)) continue;
    for (const copy of slow.services.flatMap(({ copies }) => copies)) noteLife(slow, copy);
    tellLevels(slow);
    goesOn = slow.future.some(isNoJob);
  }
  return slow.facts;
}

function newService(slow: Slow, number: number): SlowService {
  const { strategy, plan } = slow;
  const of = (standby: StandbyPlan | null, i: number): SlowCopy => ({
    number: i,
    site: standby?.site ?? strategy.primary,
    standby,
    holds: standby ? { is: 'live', since: -Infinity } : { is: 'seat' },
    seeding: null,
    seededFrom: -1,
    lives: standby ? [{ since: -Infinity, until: Infinity }] : [],
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
    wentBack: null,
    stills: [],
    watch: () => {},
    damages: [],
    taints: [],
    copies: [null, ...strategy.standbys].map(of),
    stores: strategy.backups.map((store) => new Store(store, plan.scenario.start)),
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

/** Its schedules run, and what they take is sent on and tested. @param first disaster, when */
function keepBackups(slow: Slow, service: SlowService, first: number): void {
  for (const store of service.stores) {
    const policy = slow.strategy.backups[store.plan.root]!;
    const since = sinceWhen({ slow, service, policy }, first);
    const { sent } = store.plan;
    if (sent) sendOn(slow, service.stores[sent.from]!, store);
    else service.schedules.push(new Schedule(slow, service, { store, since }));
    testRestores(slow, service, { store, since: since.jobs });
  }
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

/** Writes down when a copy is complete. */
function noteLife({ future }: Slow, { lives, holds }: SlowCopy): void {
  const last = lives.at(-1);
  const open = last?.until === Infinity ? last : undefined;
  const since = holds.is === 'live' ? holds.since : null;
  if (open && open.since !== since) open.until = future.now;
  if (since !== null && open?.since !== since) lives.push({ since, until: Infinity });
}
