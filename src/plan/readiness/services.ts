import { listed } from '../../base/listed.js';
import type { Scenario } from '../../model/scenario.js';
import type { Service } from '../../model/service.js';
import type { Observation } from './observation.js';
import { pathOf } from '../../model/key-path.js';
import { span } from './words.js';
import { neededBy } from './dependencies.js';

/** What the business has not said about a service, or has said in two ways. */
export function serviceFindings(service: Service, scenario: Scenario): readonly Observation[] {
  const { name, objectives, data } = service;
  const path = pathOf('services', name);
  const all: readonly (Observation | false)[] = [
    objectives.rto === null &&
      objectives.rpo === null && {
        rule: 'no-objective',
        path,
        found: `${name} has neither an RTO nor an RPO.`,
        fix: `Add "objectives: { rto: 4 h, rpo: 1 h }", or what the business asks for, to ${path}.`,
      },
    data.value.law.mean === 0 && {
      rule: 'data-without-value',
      path: `${path}.data`,
      found: `To lose all data of ${name} for good costs nothing.`,
      fix: `Add "value: <amount>" to ${path}.data.`,
    },
  ];
  return [...all.filter((one) => one !== false), ...looserNeeds(service, scenario)];
}

function looserNeeds({ name, objectives, dependsOn }: Service, scenario: Scenario): Observation[] {
  const { rto } = objectives;
  if (rto === null) return [];
  return scenario.services.flatMap((needed): Observation[] => {
    const other = needed.objectives.rto;
    if (!dependsOn.includes(needed.name) || other === null || other <= rto) return [];
    // What it needs in turn would be looser than it, once it has the shorter RTO.
    const looser = neededBy(needed, scenario.services).filter(
      ({ objectives: own }) => own.rto !== null && own.rto > rto,
    );
    const places = looser.map((one) => pathOf('services', one.name, 'objectives'));
    return [
      {
        rule: 'looser-dependency',
        path: pathOf('services', name, 'dependsOn'),
        found:
          `${name} is to be back within ${span(rto)}, but needs ${needed.name}, ` +
          `whose RTO is ${span(other)}.`,
        fix: `Set "rto: ${span(rto)}" in ${listed(places)}.`,
      },
    ];
  });
}
