import { inSeconds, type Ms } from '../../base/units.js';
import type { Disaster } from '../../simulate/disasters.js';
import type { Fact, FactOf } from '../../simulate/history.js';
import { stateOf } from '../../simulate/recovery-state.js';
import type { Plan } from '../../simulate/plan.js';
import type { StoryEvent, WayBack } from './story.js';
import type { Thought, ToldFact } from './told-history.js';

/** What the events of a story are told of. */
export interface About {
  readonly plan: Plan;
  readonly disasters: readonly Disaster[];
  readonly told: ReadonlySet<number>;
}

/** What happened to the services that a story is about, because of the disasters that it tells of. */
export function eventsOf(
  about: About & { strategy: number; service: number | null },
  history: readonly ToldFact[],
): readonly StoryEvent[] {
  const episodes = new Map<number, number>();
  const causes = new Map<number, number>();
  const events: StoryEvent[] = [];
  history.forEach((told, place) => {
    const { fact } = told;
    const { service, at } = fact;
    if (about.service !== null && about.service !== service) return;
    const own = causeOf(fact) ?? causes.get(service);
    if (own !== undefined) causes.set(service, own);
    if (fact.kind === 'struck' && about.told.has(fact.disaster))
      episodes.set(service, fact.disaster);
    // Whatever strikes before it is whole again belongs to the story, too.
    const after = own !== undefined && about.told.has(own) ? own : undefined;
    const disaster = episodes.get(service) ?? after;
    if (fact.kind === 'whole') episodes.delete(service);
    if (disaster === undefined || isPassing(history, place)) return;
    events.push({
      at: inSeconds(at),
      after: inSeconds((at - about.disasters[disaster]!.at) as Ms),
      service: about.plan.services[service]!.name,
      disaster,
      ...detailsOf(about, told),
    });
  });
  return events;
}

/** The disaster that a fact is due to; undefined where it does not say. */
function causeOf(fact: Fact): number | undefined {
  if ('disaster' in fact) return fact.disaster;
  return fact.kind === 'level' && fact.cause >= 0 ? fact.cause : undefined;
}

/** Whether a level is replaced at the same instant. */
function isPassing(history: readonly ToldFact[], place: number): boolean {
  const { fact } = history[place]!;
  if (fact.kind !== 'level') return false;
  const replaces = (other: Fact) => other.kind === 'level' && other.service === fact.service;
  for (let next = place + 1; history[next]?.fact.at === fact.at; next++) {
    if (replaces(history[next]!.fact)) return true;
  }
  return false;
}

type Details<E = StoryEvent> = E extends StoryEvent
  ? Omit<E, 'at' | 'after' | 'service' | 'disaster'>
  : never;

function detailsOf(about: About & { strategy: number }, { fact, thoughts }: ToldFact): Details {
  const { plan } = about;
  switch (fact.kind) {
    case 'struck':
    case 'exposed':
      return { kind: fact.kind, ...whatStruck(about, fact.disaster) };
    case 'noticed':
    case 'whole':
      return { kind: fact.kind };
    case 'level':
      return { kind: 'level', level: fact.level, phase: fact.phase };
    case 'chose':
      return { kind: 'chose', ...choiceOf(about, fact, thoughts) };
    case 'recovered': {
      const { via, site, captured, stopped } = fact;
      const state = captured === null ? null : inSeconds(captured);
      const lost = captured === null ? null : Math.max(0, inSeconds((stopped - captured) as Ms));
      return { kind: 'recovered', via, site: plan.sites[site]!, captured: state, lost };
    }
    case 'moved': {
      const { store, from, to, bytes } = fact;
      const backup = store < 0 ? null : plan.strategies[about.strategy]!.backups[store]!;
      const policy = backup && backup.name;
      return { kind: 'moved', policy, from: plan.sites[from]!, to: plan.sites[to]!, bytes };
    }
  }
}

function whatStruck(
  { plan, disasters }: About,
  number: number,
): { threat: string; member: string } {
  const { threat, member } = plan.hazards[disasters[number]!.hazard]!;
  return { threat: plan.scenario.threats[threat]!.name, member };
}

/** What was chosen, and what else there was, the cheapest first. */
function choiceOf(
  { plan, strategy }: About & { strategy: number },
  { via, site, expected: { time } }: FactOf<'chose'>,
  thoughts: readonly Thought[],
): { choice: WayBack; rejected: readonly WayBack[] } {
  const ways = thoughts.map((thought) => wayBack(plan, strategy, thought));
  const place = thoughts.findIndex(({ chosen }) => chosen);
  // Who starts from nothing has no other way; all that there was is lost.
  const nothing = { via, site: plan.sites[site]!, time: inSeconds(time), loss: null };
  const choice = ways[place] ?? { ...nothing, store: null, captured: null, cost: null };
  const rejected = ways.filter((_, number) => number !== place);
  return { choice, rejected: rejected.sort((a, b) => a.cost! - b.cost!) };
}

function wayBack(plan: Plan, strategy: number, { path, prospect, cost, site }: Thought): WayBack {
  const captured = stateOf(path);
  const backup = path.kind === 'restore' ? plan.strategies[strategy]!.backups[path.policy]! : null;
  return {
    via: path.kind,
    site: plan.sites[site]!,
    store: backup && { policy: backup.name, site: plan.sites[backup.store]! },
    captured: captured === null ? null : inSeconds(captured),
    time: inSeconds(prospect.time),
    loss: inSeconds(prospect.loss),
    cost,
  };
}
