import type { Summary, ThreatLoss } from '../../experiment/summary.js';
import { named, printable } from '../display-width.js';
import { figureText, NEVER_STRUCK } from '../figure-text.js';
import type { ChartContent } from './frame.js';
import { strategiesOf } from './strategies.js';
import { type ThreatRow, threatPlot } from './threat-plot.js';
import { moneyLabel, moneyTicks } from './ticks.js';

/** What the disasters of each threat take a year, per strategy, over all services. */
export function lossByThreat(summary: Summary): ChartContent {
  const strategies = strategiesOf(summary);
  const rows = strategies.flatMap(([strategy, { byThreat }]) =>
    Object.entries(byThreat).map(([threat, figures]) => rowOf({ threat, strategy }, figures)),
  );
  const amounts = rows.flatMap(({ mean, low, high }) => [mean, low, high]);
  const ticks = moneyTicks(amounts.filter((amount) => amount !== null));
  return {
    title: 'loss by threat',
    subtitle:
      'Expected loss per year, over all services, by the threat whose disasters took it, on a log ' +
      'scale. Line: 95 % interval. All threats together are the loss of the strategy.',
    description: description(summary),
    views: [
      threatPlot(rows, {
        strategies: strategies.map(([name]) => name),
        ticks,
        label: moneyLabel,
        floor: ticks.fromZero ? `<\u202f${moneyLabel(ticks.low)}` : undefined,
        axis: `Expected loss per year, ${printable(summary.currency)}`,
      }),
    ],
  };
}

function rowOf(of: { threat: string; strategy: string }, { loss }: ThreatLoss): ThreatRow {
  const none = loss.mean === null || loss.mean === 0;
  return {
    ...of,
    mean: none ? null : loss.mean,
    low: none ? null : (loss.ci95?.[0] ?? null),
    high: none ? null : (loss.ci95?.[1] ?? null),
    p95: null,
    note: none ? noteOn({ loss }) : '',
  };
}

function noteOn({ loss }: Pick<ThreatLoss, 'loss'>): string {
  if (loss.never) return NEVER_STRUCK;
  return loss.mean === null ? 'too few trials' : 'no loss seen';
}

function description(summary: Summary): string {
  const sentences = strategiesOf(summary).flatMap(([strategy, { byThreat }]) =>
    Object.entries(byThreat).map(([threat, { loss }]) => {
      const text = loss.mean
        ? figureText(loss, 'money per year', summary.currency).replaceAll('\u00a0', ' ')
        : noteOn({ loss });
      return `${named(threat)} under ${named(strategy)}: ${text}.`;
    }),
  );
  return `Expected loss per year by threat. ${sentences.join(' ')}`;
}
