import type { History } from '../simulate/history.js';
import type { Plan } from '../simulate/plan.js';
import type { Move, Outcome } from './outcome.js';
import { ServiceMeter } from './service-meter.js';

/** Measures one history of one strategy. */
export function measure(plan: Plan, history: History): Outcome {
  const meters = plan.services.map((service) => new ServiceMeter(service, plan));
  const moves: Move[] = [];
  for (const fact of history) {
    const meter = meters[fact.service]!;
    switch (fact.kind) {
      case 'struck':
        meter.struck(fact);
        break;
      case 'exposed':
        meter.exposed();
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
      case 'moved':
        moves.push(fact);
        break;
      case 'chose':
        break;
    }
  }
  return { services: meters.map((meter) => meter.outcome()), moves };
}
