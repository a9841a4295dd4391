import { SECOND } from '../base/units.js';
import type { Incident } from '../measure/outcome.js';
import { growthAt } from '../model/service.js';
import type { Plan } from '../simulate/plan.js';

/**
 * Bytes written and lost for good in an incident, at the mean flow of its service by then.
 *
 * @param plan with the parameters of the incident's trial drawn
 * @param service its number
 */
export function lostBytes(
  { parameters, services }: Plan,
  service: number,
  { lostWrites, at }: Pick<Incident, 'lostWrites' | 'at'>,
): number {
  const { writes, growth } = services[service]!;
  return (lostWrites / SECOND) * parameters.of(writes) * growthAt(parameters.of(growth), at);
}
