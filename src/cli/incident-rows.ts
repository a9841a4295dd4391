import { SECOND } from '../base/units.js';
import { lostBytes } from '../experiment/lost-bytes.js';
import type { Trial } from '../experiment/trials.js';
import type { Incident } from '../measure/outcome.js';
import { PHASES } from '../model/runbook.js';
import type { Loss } from '../price/disaster-losses.js';
import type { Plan } from '../simulate/plan.js';
import type { Cell, TableColumn } from './table.js';

/** An incident and where it stands in a run. */
interface OneIncident {
  readonly plan: Plan;
  readonly trial: number;
  readonly strategy: number;
  readonly service: number;
  /** What struck. */
  readonly hazard: number;
  readonly incident: Incident;
  readonly loss: Loss;
}

interface IncidentColumn extends TableColumn {
  readonly cell: (of: OneIncident) => Cell;
}

const inSeconds = (time: number | null) => (time === null ? null : time / SECOND);

const WHICH: readonly IncidentColumn[] = [
  { name: 'trial', holds: 'count', cell: ({ trial }) => trial },
  {
    name: 'strategy',
    holds: 'text',
    cell: ({ plan, strategy }) => plan.strategies[strategy]!.name,
  },
  { name: 'service', holds: 'text', cell: ({ plan, service }) => plan.services[service]!.name },
  {
    name: 'threat',
    holds: 'text',
    cell: ({ plan, hazard }) => plan.scenario.threats[plan.hazards[hazard]!.threat]!.name,
  },
  {
    name: 'scope',
    holds: 'text',
    cell: ({ plan, hazard }) => plan.scenario.threats[plan.hazards[hazard]!.threat]!.scope,
  },
  // The site, region, account, link or service that was struck.
  { name: 'member', holds: 'text', cell: ({ plan, hazard }) => plan.hazards[hazard]!.member },
  { name: 'at_ms', holds: 'milliseconds', cell: ({ incident }) => incident.at },
  {
    name: 'at_utc',
    holds: 'instant',
    cell: ({ plan, incident }) => new Date(plan.scenario.start + incident.at),
  },
];

const WHAT: readonly IncidentColumn[] = [
  { name: 'absorbed', holds: 'flag', cell: ({ incident }) => incident.absorbed },
  { name: 'via', holds: 'text', empty: true, cell: ({ incident }) => incident.via },
  {
    name: 'rta_s',
    holds: 'amount',
    empty: true,
    cell: ({ incident }) => (incident.absorbed ? null : incident.rta / SECOND),
  },
  {
    name: 'time_to_full_s',
    holds: 'amount',
    empty: true,
    cell: ({ incident }) => inSeconds(incident.timeToFull),
  },
  { name: 'rpa_s', holds: 'amount', empty: true, cell: ({ incident }) => inSeconds(incident.rpa) },
  {
    name: 'unrecoverable',
    holds: 'flag',
    cell: ({ incident }) => incident.rpa === null && !incident.absorbed,
  },
  { name: 'lost_writes_s', holds: 'amount', cell: ({ incident }) => incident.lostWrites / SECOND },
  {
    name: 'lost_bytes',
    holds: 'amount',
    cell: ({ plan, service, incident }) => lostBytes(plan, service, incident),
  },
  {
    name: 'exposed_before_detection_s',
    holds: 'amount',
    cell: ({ incident }) => incident.exposedBeforeDetection / SECOND,
  },
];

/** They sum to the recovery time. */
const WAITED: readonly IncidentColumn[] = PHASES.map((phase) => ({
  name: `${phase}_s`,
  holds: 'amount',
  cell: ({ incident }) => (incident.phases[phase] ?? 0) / SECOND,
}));

const lost = (currency: string): readonly IncidentColumn[] => {
  const unit = currency.toLowerCase();
  return [
    { name: `downtime_cost_${unit}`, holds: 'amount', cell: ({ loss }) => loss.downtime },
    { name: `data_loss_cost_${unit}`, holds: 'amount', cell: ({ loss }) => loss.data },
    { name: `recovery_cost_${unit}`, holds: 'amount', cell: ({ loss }) => loss.recovery },
  ];
};

/** What is told of each incident, with units in the names. @param currency its code */
export function incidentColumns(currency: string): readonly IncidentColumn[] {
  return [...WHICH, ...WHAT, ...WAITED, ...lost(currency)];
}

/** One row per incident of a trial: a cell for each of the columns. */
export function incidentRows(
  plan: Plan,
  { trial, disasters, strategies }: Trial,
  columns: readonly IncidentColumn[],
): Cell[][] {
  return strategies.flatMap(({ outcome, losses }, strategy) =>
    outcome.services.flatMap(({ incidents }, service) =>
      incidents.map((incident, number) => {
        const { hazard } = disasters[incident.disaster]!;
        const loss = losses.incidents[service]![number]!;
        const of = { plan, trial, strategy, service, hazard, incident, loss };
        return columns.map(({ cell }) => cell(of));
      }),
    ),
  );
}
