import type { Summary, ThreatLoss } from '../../experiment/summary.js';
import { printable } from '../display-width.js';
import { figureRows } from '../figure-rows.js';
import type { Measure } from '../measures.js';
import { dataTable, type RowGroup } from './figure-table.js';
import { type Html, NOTHING_HERE } from './html.js';
import { strategyHeads } from './strategy-heads.js';

/** A loss per year and what it is made of: of one threat, or of all. */
type LossParts = Omit<ThreatLoss, 'disastersPerYear'>;

const LOSS_MEASURES: ReadonlyArray<Measure<LossParts>> = [
  {
    name: 'expected loss per year',
    label: () => 'Loss',
    unit: 'money per year',
    pick: ({ loss }) => loss,
  },
  {
    name: 'downtime cost per year',
    label: () => '· by downtime',
    unit: 'money per year',
    pick: ({ downtimeCost }) => downtimeCost,
  },
  {
    name: 'data loss cost per year',
    label: () => '· by data loss',
    unit: 'money per year',
    pick: ({ dataLossCost }) => dataLossCost,
  },
  {
    name: 'recovery cost per year',
    label: () => '· by recovery work',
    unit: 'money per year',
    pick: ({ recoveryCost }) => recoveryCost,
  },
];

const THREAT_MEASURES: ReadonlyArray<Measure<ThreatLoss>> = [
  ...LOSS_MEASURES,
  {
    name: 'disasters per year',
    label: () => 'Disasters that touched a service',
    unit: 'per year',
    pick: ({ disastersPerYear }) => disastersPerYear,
  },
];

/** What each threat takes a year and by what, and what they take together; nothing without threats. */
export function lossDetail(summary: Summary): Html {
  const columns = Object.values(summary.strategies);
  const threats = [...new Set(columns.flatMap(({ byThreat }) => Object.keys(byThreat)))];
  if (threats.length === 0) return NOTHING_HERE;
  const groups: RowGroup[] = threats.map((threat) => {
    const figures = columns.map(({ byThreat }) => byThreat[threat]);
    return {
      title: printable(threat),
      rows: figureRows(figures, { measures: THREAT_MEASURES, currency: null }),
    };
  });
  const all = columns.map(({ annual }) => annual);
  const together: RowGroup = {
    title: 'All threats',
    rows: figureRows(all, { measures: LOSS_MEASURES, currency: null }),
  };
  return dataTable({
    caption: `Loss per year by threat, in ${summary.currency}`,
    note: 'A disaster’s loss over all services; mending what it only exposed included.',
    heads: ['', ...strategyHeads(summary)],
    groups: [...groups, together],
  });
}
