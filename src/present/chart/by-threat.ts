import type { ServiceSummary, Spread, Summary } from '../../experiment/summary.js';
import { durationOf } from '../amounts.js';
import { named } from '../display-width.js';
import { NEVER_STRUCK } from '../figure-text.js';
import type { ChartContent } from './frame.js';
import { type Column, servicesOf, strategiesOf } from './strategies.js';
import { type ThreatRow, threatPlot } from './threat-plot.js';
import type { ChartSpec } from './theme.js';
import { timeLabel, timeTicks } from './ticks.js';

/** What is drawn for each threat: a figure over incidents, in seconds. */
export interface ThreatChart extends Pick<ChartContent, 'title' | 'subtitle'> {
  readonly pick: (threat: ServiceSummary['byThreat'][string]) => Spread;
  /** Name of the figure in a sentence. */
  readonly figure: string;
  readonly axis: string;
}

type TimeTicks = ReturnType<typeof timeTicks>;

/** A figure over incidents by threat: per service a row for each threat, a mark per strategy. */
export function byThreat(summary: Summary, chart: ThreatChart): ChartContent {
  const services = servicesOf(summary);
  const ticks = timeTicks(
    services.flatMap(([, columns]) => columns.flatMap((column) => timesIn(column, chart))),
  );
  const views = services.map(([, columns], index) =>
    serviceView(columns, { summary, chart, ticks, last: index === services.length - 1 }),
  );
  const { title, subtitle } = chart;
  return { title, subtitle, description: description(summary, chart), views };
}

function timesIn([, { byThreat: threats }]: Column, { pick }: ThreatChart): number[] {
  const times = Object.values(threats).flatMap((threat) => {
    const { mean, ci95, p95 } = pick(threat);
    return [mean, ci95?.[0] ?? null, ci95?.[1] ?? null, p95];
  });
  return times.filter((time) => time !== null).map((time) => Math.max(0, time));
}

interface View {
  readonly summary: Summary;
  readonly chart: ThreatChart;
  readonly ticks: TimeTicks;
  readonly last: boolean;
}

function serviceView(columns: readonly Column[], view: View): ChartSpec {
  const { summary, chart, ticks, last } = view;
  return threatPlot(
    columns.flatMap((column) => rowsOf(column, chart)),
    {
      title: columns[0]?.[1].title ?? '',
      strategies: strategiesOf(summary).map(([name]) => name),
      ticks,
      label: timeLabel,
      floor: ticks.fromZero ? '0' : undefined,
      axis: last ? chart.axis : null,
    },
  );
}

function rowsOf([strategy, service]: Column, chart: ThreatChart): ThreatRow[] {
  return Object.entries(service.byThreat).map(([threat, figures]) => {
    const { mean, ci95, p95 } = chart.pick(figures);
    const [low = null, high = null] = ci95 ?? [];
    const note = mean === null ? noteOn(figures, chart) : '';
    return { threat, strategy, mean, low, high, p95, note };
  });
}

function noteOn(
  threat: ServiceSummary['byThreat'][string],
  { pick }: Pick<ThreatChart, 'pick'>,
): string {
  if (threat.rto.never) return NEVER_STRUCK;
  if (threat.rto.n === 0) return 'no incident';
  return pick(threat).n === 0 ? 'data unrecoverable' : 'too few incidents';
}

function description(summary: Summary, { figure, pick }: ThreatChart): string {
  const sentences = strategiesOf(summary).flatMap(([strategy, { services }]) =>
    Object.entries(services).flatMap(([name, service]) =>
      Object.entries(service.byThreat).map(([threat, figures]) => {
        const { mean } = pick(figures);
        const text = mean === null ? noteOn(figures, { pick }) : durationOf(mean);
        return `${named(name)} under ${named(strategy)}, ${named(threat)}: ${text}.`;
      }),
    ),
  );
  return `Mean ${figure} by threat. ${sentences.join(' ')}`;
}
