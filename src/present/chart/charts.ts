import type { Summary } from '../../experiment/summary.js';
import { costStack } from './cost-stack.js';
import { lossExceedance } from './loss-exceedance.js';
import { rtoByStrategy } from './rto-by-strategy.js';
import type { ChartSpec } from './theme.js';

/** A chart under the name of its files. */
export interface Chart {
  readonly name: string;
  readonly spec: ChartSpec;
}

/** Every chart of a comparison, in reading order. */
export function chartsOf(summary: Summary): readonly Chart[] {
  return [
    { name: 'rto-by-strategy', spec: rtoByStrategy(summary) },
    { name: 'cost-stack', spec: costStack(summary) },
    { name: 'loss-exceedance', spec: lossExceedance(summary) },
  ];
}
