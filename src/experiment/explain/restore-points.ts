import { inSeconds, type Ms, ms } from '../../base/units.js';
import { statesOf } from '../../simulate/failover-states.js';
import { newRecovery } from '../../simulate/noticing.js';
import { placesFor, timeAhead } from '../../simulate/paths.js';
import type { Plan } from '../../simulate/plan.js';
import type { Path } from '../../simulate/recovery-state.js';
import { Recorder } from '../../simulate/recorder.js';
import { beginning } from '../../simulate/run.js';
import { SiteTimeline } from '../../simulate/site-timeline.js';
import type { RecoveryPoint } from '../../simulate/stored-points.js';
import type { ServiceState, World } from '../../simulate/world.js';
import { dateOf } from './date-of.js';
import { Strikes, type Survival } from './survival.js';

/** The states that every copy could give back at an instant of a quiet history. */
export interface RestorePoints {
  readonly trial: number;
  /** Seconds since the start of the horizon. */
  readonly at: number;
  /** ISO 8601, UTC. */
  readonly date: string;
  /** What may strike, in the order of `survives`. */
  readonly hazards: readonly { readonly threat: string; readonly member: string }[];
  readonly strategies: readonly {
    readonly name: string;
    readonly services: readonly {
      readonly name: string;
      readonly copies: readonly CopyStates[];
    }[];
  }[];
}

/** What one copy could give back. */
export interface CopyStates {
  readonly kind: 'replica' | 'store';
  readonly site: string;
  /** Backup policy of a store; null for a replica. */
  readonly policy: string | null;
  /** Newest first, as many as were asked for. */
  readonly states: readonly CopiedState[];
  /** How many older ones there are. */
  readonly more: number;
}

/** A state that a copy could give back. */
export interface CopiedState {
  /** When the data was so; ISO 8601, UTC. */
  readonly captured: string;
  /** Seconds before the instant asked about. */
  readonly age: number;
  /** With a log, the age of the oldest state that the same copy gives back; else null. */
  readonly oldest: number | null;
  /** Age of the full copy that it builds on, itself where it is one; null for a replica. */
  readonly full: number | null;
  /** Bytes to be read from the store, as stored, and logged bytes to be applied. */
  readonly bytes: number;
  readonly logged: number;
  /** Expected seconds until traffic is accepted, from the choice on, by place. */
  readonly times: readonly { readonly site: string; readonly time: number }[];
  /** What each hazard would leave of it. */
  readonly survives: readonly Survival[];
}

/** What is asked for. */
export interface AskedPoints {
  readonly trial: number;
  readonly at: Ms;
  /** Numbers into the plan; null for all. */
  readonly strategy: number | null;
  readonly service: number | null;
  /** Most states of a store. */
  readonly most: number;
}

/** Lists what every copy could give back if nothing had happened until then. */
export function restorePointsOf(plan: Plan, asked: AskedPoints): RestorePoints {
  const { trial, at } = asked;
  plan.parameters.draw(trial);
  const chosen = (all: readonly unknown[], only: number | null) =>
    all.map((_, number) => number).filter((number) => only === null || only === number);
  return {
    trial,
    at: inSeconds(at),
    date: dateOf(plan, at),
    hazards: plan.hazards.map(({ threat, member }) => ({
      threat: plan.scenario.threats[threat]!.name,
      member,
    })),
    strategies: chosen(plan.strategies, asked.strategy).map((strategy) => {
      const quiet = { strategy, trial, at };
      const strikes = new Strikes(plan, quiet);
      const world = quietWorld(plan, quiet);
      return {
        name: plan.strategies[strategy]!.name,
        services: chosen(plan.services, asked.service).map((service) => ({
          name: plan.services[service]!.name,
          copies: copiesOf({ world, strikes, most: asked.most }, world.services[service]!),
        })),
      };
    }),
  };
}

/** Nothing has struck; every service looks for a way back, as if it had just lost its seat. */
function quietWorld(
  plan: Plan,
  { at, ...history }: { strategy: number; trial: number; at: Ms },
): World {
  const sites = new SiteTimeline(plan, []);
  const world = beginning(plan, { ...history, disasters: [], sites }, new Recorder());
  world.calendar.moveTo(at);
  for (const service of world.services) {
    service.recovery = newRecovery({ disaster: -1, stopped: at, stage: 'recovering' });
  }
  return world;
}

interface Looking {
  readonly world: World;
  readonly strikes: Strikes;
  readonly most: number;
}

function copiesOf(looking: Looking, service: ServiceState): readonly CopyStates[] {
  const replicas = service.copies.flatMap((copy, number) =>
    copy.standby ? [replicaStates(looking, service, number)] : [],
  );
  return [
    ...replicas,
    ...service.backups.map((_, number) => storeStates(looking, service, number)),
  ];
}

function replicaStates(
  { world, strikes }: Looking,
  service: ServiceState,
  number: number,
): CopyStates {
  const copy = service.copies[number]!;
  const { plan } = world;
  const states = statesOf(world, service, copy).map(({ captured, cleans, upTo }): CopiedState => {
    const path: Path = { kind: 'failover', copy: number, captured, cleans, upTo };
    return {
      ...stateAt(world, { captured, since: captured }),
      full: null,
      bytes: 0,
      logged: 0,
      times: [timeOf(world, service, { path, place: copy.site })],
      survives: strikes.ofReplica(service.number, number),
    };
  });
  return { kind: 'replica', site: plan.sites[copy.site]!, policy: null, states, more: 0 };
}

function storeStates(
  { world, strikes, most }: Looking,
  service: ServiceState,
  backup: number,
): CopyStates {
  const { store, name } = world.strategy.backups[backup]!;
  const places = placesFor(world, backup);
  const states: CopiedState[] = [];
  let more = 0;
  for (const point of service.backups[backup]!.points(world.calendar.now)) {
    if (states.length === most) more++;
    else states.push(pointState({ world, strikes }, service, { backup, point, places }));
  }
  return { kind: 'store', site: world.plan.sites[store]!, policy: name, states, more };
}

function pointState(
  { world, strikes }: Pick<Looking, 'world' | 'strikes'>,
  service: ServiceState,
  { backup, point, places }: { backup: number; point: RecoveryPoint; places: readonly number[] },
): CopiedState {
  return {
    ...stateAt(world, point),
    full: inSeconds(ms(world.calendar.now - point.chain)),
    bytes: point.bytes,
    logged: point.logged,
    times: places.map((place) => {
      const path: Path = { kind: 'restore', policy: backup, place, point, cleans: -1 };
      return timeOf(world, service, { path, place });
    }),
    survives: strikes.ofPoint(service.number, backup, point),
  };
}

function stateAt(
  { plan, calendar: { now } }: World,
  { captured, since }: { captured: Ms; since: Ms },
): Pick<CopiedState, 'captured' | 'age' | 'oldest'> {
  const ageOf = (state: Ms) => inSeconds(ms(now - state));
  const oldest = since < captured ? ageOf(since) : null;
  return { captured: dateOf(plan, captured), age: ageOf(captured), oldest };
}

function timeOf(
  world: World,
  service: ServiceState,
  { path, place }: { path: Path; place: number },
): CopiedState['times'][number] {
  const time = timeAhead(world, service, path);
  return { site: world.plan.sites[place]!, time: inSeconds(ms(time)) };
}
