import type { Ms } from '../../base/units.js';
import type { Plan } from '../../simulate/plan.js';

/** An instant since the start of the horizon as ISO 8601, UTC. */
export const dateOf = ({ scenario }: Plan, at: Ms): string =>
  new Date(scenario.start + at).toISOString();
