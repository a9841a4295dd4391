import { SECOND } from '../base/units.js';
import type { Trial } from '../experiment/trials.js';
import type { Plan } from '../simulate/plan.js';

export const INCIDENT_COLUMNS = [
  'trial',
  'strategy',
  'service',
  'threat',
  'struck',
  'struck_s',
  'absorbed',
  'via',
  'rto_s',
  'time_to_full_s',
  'rpo_s',
  'unrecoverable',
  'lost_writes_s',
  'downtime_cost',
  'data_loss_cost',
] as const;

/** One row per incident of a trial. Empty cells are figures that do not exist. */
export function incidentRows(plan: Plan, { trial, disasters, strategies }: Trial) {
  const { threats } = plan.scenario;
  return strategies.flatMap(({ outcome, losses }, strategy) =>
    outcome.services.flatMap(({ incidents }, service) =>
      incidents.map((incident, number): (string | number)[] => {
        const { threat, member } = plan.hazards[disasters[incident.disaster]!.hazard]!;
        const cost = losses.incidents[service]![number]!;
        const { absorbed, rpa } = incident;
        return [
          trial,
          plan.strategies[strategy]!.name,
          plan.services[service]!.name,
          threats[threat]!.name,
          member,
          incident.at / SECOND,
          absorbed ? 1 : 0,
          incident.via ?? '',
          absorbed ? '' : incident.rta / SECOND,
          incident.timeToFull === null ? '' : incident.timeToFull / SECOND,
          rpa === null ? '' : rpa / SECOND,
          rpa === null && !absorbed ? 1 : 0,
          incident.lostWrites / SECOND,
          cost.downtime,
          cost.data,
        ];
      }),
    ),
  );
}
