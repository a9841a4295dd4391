import { invariant } from '../base/invariant.js';
import type { Ms } from '../base/units.js';
import type { History } from '../simulate/history.js';
import type { Plan } from '../simulate/plan.js';
import type { Move, Outcome } from './outcome.js';
import { ServiceMeter } from './service-meter.js';

/** Measures one history of one strategy. */
export function measure(plan: Plan, history: History): Outcome {
  const meters = plan.services.map((service) => new ServiceMeter(service, plan));
  const moves: Move[] = [];
  const strikes = new Map<number, Ms>();
  for (const fact of history) {
    const meter = meters[fact.service]!;
    switch (fact.kind) {
      case 'struck':
        strikes.set(fact.disaster, fact.at);
        meter.struck(fact);
        break;
      case 'exposed':
        strikes.set(fact.disaster, fact.at);
        meter.exposed();
        break;
      case 'noticed':
        meter.noticed(fact);
        break;
      case 'level':
        meter.level(fact);
        break;
      case 'recovered':
        meter.recovered(fact);
        break;
      case 'whole':
        meter.whole(fact);
        break;
      case 'moved': {
        const struck = strikes.get(fact.disaster);
        invariant(
          struck !== undefined,
          () => `data moved for disaster ${fact.disaster}, unheard of`,
        );
        const { service, disaster, from, to, bytes } = fact;
        moves.push({ service, disaster, struck, from, to, bytes });
        break;
      }
      case 'chose':
        break;
    }
  }
  return { services: meters.map((meter) => meter.outcome()), moves };
}
