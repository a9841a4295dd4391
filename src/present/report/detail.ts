import type { ServiceSummary, Summary } from '../../experiment/summary.js';
import { PHASE_COLOURS } from '../chart/theme.js';
import { durationOf } from '../amounts.js';
import { figureRows, serviceNames } from '../figure-rows.js';
import { NOTHING } from '../figure-text.js';
import { type Measure, recoveryPoint } from '../measures.js';
import { dataTable, type RowGroup } from './figure-table.js';
import { html, type Html } from './html.js';
import { lossDetail } from './loss-detail.js';
import { strategyHeads } from './strategy-heads.js';

type ThreatSummary = ServiceSummary['byThreat'][string];

const THREAT_MEASURES: ReadonlyArray<Measure<ThreatSummary>> = [
  {
    name: 'incidents per year',
    label: () => 'Incidents per year',
    unit: 'per year',
    pick: (threat) => threat.incidentsPerYear,
  },
  {
    name: 'rto mean',
    label: () => 'RTO (achieved), mean',
    unit: 'seconds',
    pick: (threat) => threat.rto,
  },
  {
    name: 'rpo mean',
    label: () => 'RPO (achieved), mean',
    unit: 'seconds',
    pick: (threat) => recoveryPoint(threat, 'mean'),
  },
  {
    name: 'unrecoverable share',
    label: () => 'Data unrecoverable',
    unit: 'share',
    pick: (threat) => threat.rpo.unrecoverableShare,
  },
  {
    name: 'unnoticed mean',
    label: () => 'Unnoticed before an outage, mean',
    unit: 'seconds',
    pick: (threat) => threat.exposedBeforeDetection,
  },
];

/** What the recovery time goes into and what each threat does, per service. */
export function detailSection(summary: Summary): Html {
  return html`<section id="detail" aria-labelledby="detail-title">
    <h2 id="detail-title">By phase and by threat</h2>
    ${lossDetail(summary)} ${serviceNames(summary).map((name) => serviceDetail(summary, name))}
  </section> `;
}

function serviceDetail(summary: Summary, name: string): Html {
  const columns = Object.values(summary.strategies).map(({ services }) => services[name]);
  const title = columns.find((of) => of !== undefined)?.title ?? name;
  const heads = ['', ...strategyHeads(summary)];
  const threats = [...new Set(columns.flatMap((of) => Object.keys(of?.byThreat ?? {})))];
  const groups = threats.map((threat) => threatGroup(columns, threat));
  const phases = [{ rows: phaseRows(columns) }];
  const times = `${title}: mean recovery time by phase`;
  return html`${dataTable({ caption: times, heads, groups: phases })}
  ${groups.length === 0 ? '' : dataTable({ caption: `${title}: by threat`, heads, groups })}`;
}

type Columns = ReadonlyArray<ServiceSummary | undefined>;

function threatGroup(columns: Columns, threat: string): RowGroup {
  const figures = columns.map((of) => of?.byThreat[threat]);
  return {
    title: threat,
    rows: figureRows(figures, { measures: THREAT_MEASURES, currency: null }),
  };
}

function phaseRows(columns: Columns): RowGroup['rows'] {
  const order = Object.keys(PHASE_COLOURS) as ReadonlyArray<keyof typeof PHASE_COLOURS>;
  const used = order.filter((phase) => columns.some((of) => (of?.phases[phase] ?? 0) > 0));
  const rows = used.map((phase) => ({
    label: phase,
    cells: columns.map((of) => {
      const time = of?.phases[phase] ?? 0;
      return time === 0 ? NOTHING : durationOf(time).replaceAll(' ', '\u00a0');
    }),
  }));
  const mean: Measure<ServiceSummary> = {
    name: 'rto mean',
    label: () => 'Together: mean RTO',
    unit: 'seconds',
    pick: ({ rto }) => rto,
  };
  return [...rows, ...figureRows(columns, { measures: [mean], currency: null })];
}
