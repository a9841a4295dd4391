import type { Summary } from '../../experiment/summary.js';
import { byThreat } from './by-threat.js';
import type { ChartContent } from './frame.js';

/** How much data an incident of each threat loses, per strategy, as time of writes. */
export function rpoByThreat(summary: Summary): ChartContent {
  return byThreat(summary, {
    title: 'data loss (RPO achieved) by threat',
    subtitle:
      'Mean over the incidents of a threat whose data could be recovered, on a log scale. Line: ' +
      '95 % interval of the mean; upright stroke: 95th percentile, where there are enough incidents.',
    axis: 'Age of the state recovered to: time of writes lost',
    figure: 'data loss',
    pick: ({ rpo }) => rpo,
  });
}
