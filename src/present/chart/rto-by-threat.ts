import type { Summary } from '../../experiment/summary.js';
import { byThreat } from './by-threat.js';
import type { ChartContent } from './frame.js';

/** How long a service is down in an incident of each threat, per strategy. */
export function rtoByThreat(summary: Summary): ChartContent {
  return byThreat(summary, {
    title: 'recovery time (RTO achieved) by threat',
    subtitle:
      'Mean over the incidents of a threat, on a log scale. Line: 95 % interval of the mean; ' +
      'upright stroke: 95th percentile, where there are enough incidents.',
    axis: 'Recovery time of an incident',
    figure: 'recovery time',
    pick: ({ rto }) => rto,
  });
}
