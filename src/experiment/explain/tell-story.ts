import { inSeconds, type Ms, SECOND } from '../../base/units.js';
import type { Disaster } from '../../simulate/disasters.js';
import type { Plan } from '../../simulate/plan.js';
import { SiteTimeline } from '../../simulate/site-timeline.js';
import type { StrategyTrial } from '../tally.js';
import { runBlock, type Trial } from '../trials.js';
import type { Story, StrategyStory, ToldDisaster } from './story.js';
import { type About, eventsOf } from './story-events.js';
import { dateOf } from './date-of.js';
import { toldHistory } from './told-history.js';

/** Which part of a history is told. */
export interface Telling {
  readonly trial: number;
  /** Numbers into the plan; null for all. */
  readonly threat: number | null;
  readonly service: number | null;
  readonly strategy: number | null;
  /** Every disaster that touched a service, not only the one that cost most. */
  readonly all: boolean;
}

/** Lives through one history under each strategy and tells what happened. */
export function storyOf(plan: Plan, telling: Telling): Story {
  const { trial } = telling;
  const { disasters, strategies: lived } = livedThrough(plan, trial);
  const sites = new SiteTimeline(plan, disasters);
  const numbers = plan.strategies.map((_, number) => number);
  const wanted = numbers.filter((one) => telling.strategy === null || telling.strategy === one);
  const touched = disasters
    .map((_, number) => number)
    .filter((number) => counts(plan, disasters[number]!, telling))
    .filter((number) => lived.some((one) => touches(one, number, telling.service)));
  const told = telling.all
    ? touched
    : costliest(
        touched,
        wanted.map((one) => lived[one]!),
      );
  const about = { plan, disasters, told: new Set(told) };
  return {
    trial,
    disasters: told.map((number) => disasterOf(plan, disasters[number]!, number)),
    others: touched.length - told.length,
    strategies: wanted.map((strategy) => ({
      name: plan.strategies[strategy]!.name,
      events: eventsOf(
        { ...about, strategy, service: telling.service },
        toldHistory(plan, { strategy, trial, disasters, sites }),
      ),
      ...outcomeOf(about, lived[strategy]!, telling.service),
    })),
  };
}

/** The history as the comparison measures it; the plan's parameters are left drawn for it. */
function livedThrough(plan: Plan, trial: number): Trial {
  let lived: Trial | null = null;
  runBlock(plan, { first: trial, count: 1 }, (one) => {
    lived = one;
  });
  return lived!;
}

const counts = (plan: Plan, { hazard }: Disaster, { threat }: Telling) =>
  threat === null || plan.hazards[hazard]!.threat === threat;

function touches({ outcome }: StrategyTrial, disaster: number, only: number | null): boolean {
  return outcome.services.some(
    ({ incidents }, service) =>
      (only === null || only === service) && incidents.some((one) => one.disaster === disaster),
  );
}

/** The one that costs the strategies most together; of equals the first. None where there is none. */
function costliest(touched: readonly number[], lived: readonly StrategyTrial[]): readonly number[] {
  const lossOf = (number: number) =>
    lived.reduce((sum, { losses }) => sum + losses.disasters.totalOf(number), 0);
  const losses = touched.map(lossOf);
  const most = losses.indexOf(Math.max(...losses));
  return touched.slice(most, most + 1);
}

function disasterOf(plan: Plan, disaster: Disaster, number: number): ToldDisaster {
  const { at, hazard, absence, cut, dwell } = disaster;
  const { threat, member, destroys } = plan.hazards[hazard]!;
  const lasting = (time: Ms) => (time > 0 ? inSeconds(time) : null);
  return {
    number,
    at: inSeconds(at),
    date: dateOf(plan, at),
    threat: plan.scenario.threats[threat]!.name,
    member,
    absence: lasting(absence),
    destroys,
    cut: lasting(cut),
    dwell: lasting(dwell),
  };
}

function outcomeOf(
  { plan, told }: About,
  { outcome, losses }: StrategyTrial,
  only: number | null,
): Pick<StrategyStory, 'incidents' | 'loss'> {
  const loss = { downtime: 0, data: 0, recovery: 0 };
  const incidents = outcome.services.flatMap((service, number) => {
    if (only !== null && only !== number) return [];
    return service.incidents.flatMap((incident, index) => {
      if (!told.has(incident.disaster)) return [];
      const part = losses.incidents[number]![index]!;
      loss.downtime += part.downtime;
      loss.data += part.data;
      loss.recovery += part.recovery;
      const { disaster, absorbed, rta, rpa, via } = incident;
      const lost = rpa === null ? null : rpa / SECOND;
      const { name } = plan.services[number]!;
      return [{ service: name, disaster, absorbed, rta: rta / SECOND, rpa: lost, via }];
    });
  });
  return { incidents, loss };
}
