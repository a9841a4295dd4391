import type { Summary } from '../../experiment/summary.js';
import { avertedLoss } from './averted-loss.js';
import { costAgainstLoss } from './cost-against-loss.js';
import { costStack } from './cost-stack.js';
import { cumulativeCash } from './cumulative-cash.js';
import { type ChartContent, framed } from './frame.js';
import { lossByThreat } from './loss-by-threat.js';
import { lossExceedance } from './loss-exceedance.js';
import { rpoByStrategy } from './rpo-by-strategy.js';
import { rpoByThreat } from './rpo-by-threat.js';
import { rtoByPhase } from './rto-by-phase.js';
import { rtoByStrategy } from './rto-by-strategy.js';
import { rtoByThreat } from './rto-by-threat.js';
import type { ChartSpec } from './theme.js';

/** A chart under the name of its files. */
export interface Chart extends ChartContent {
  readonly name: string;
  /** The whole of it, as it stands alone. */
  readonly spec: ChartSpec;
}

/** Every chart of a comparison, in reading order; those by threat only where there are threats. */
export function chartsOf(summary: Summary): readonly Chart[] {
  const chart = (name: string, content: ChartContent): Chart => ({
    name,
    ...content,
    spec: framed(summary, content),
  });
  const compared = Object.values(summary.strategies).some(({ finance }) => finance.cash);
  const struck = Object.keys(summary.disastersPerYear).length > 0;
  return [
    chart('cost-stack', costStack(summary)),
    chart('cost-against-loss', costAgainstLoss(summary)),
    ...(compared
      ? [
          chart('cumulative-cash', cumulativeCash(summary)),
          chart('averted-loss', avertedLoss(summary)),
        ]
      : []),
    chart('loss-exceedance', lossExceedance(summary)),
    ...(struck ? [chart('loss-by-threat', lossByThreat(summary))] : []),
    chart('rto-by-strategy', rtoByStrategy(summary)),
    chart('rto-by-phase', rtoByPhase(summary)),
    ...(struck ? [chart('rto-by-threat', rtoByThreat(summary))] : []),
    chart('rpo-by-strategy', rpoByStrategy(summary)),
    ...(struck ? [chart('rpo-by-threat', rpoByThreat(summary))] : []),
  ];
}
