import type { ServiceSummary, Spread, Summary } from '../../experiment/summary.js';
import { durationOf } from '../amounts.js';
import { named } from '../display-width.js';
import { NEVER_STRUCK } from '../figure-text.js';
import type { ChartContent } from './frame.js';
import { chartText, type Column, servicesOf, strategiesOf } from './strategies.js';
import { INK, PLOT_WIDTH, strategyColours, strategyShapes, type ChartSpec } from './theme.js';
import { labelled, timeLabel, timeTicks } from './ticks.js';

/** What is drawn for each threat: a figure over incidents, in seconds. */
export interface ThreatChart extends Pick<ChartContent, 'title' | 'subtitle'> {
  readonly pick: (threat: ServiceSummary['byThreat'][string]) => Spread;
  /** Name of the figure in a sentence. */
  readonly figure: string;
  readonly axis: string;
}

/** The mean of one threat under one strategy; times drawn no further left than the axis begins. */
interface Row {
  readonly threat: string;
  readonly strategy: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p95: number | null;
  readonly note: string;
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
  const strategies = strategiesOf(summary).map(([name]) => name);
  const rows = columns.flatMap((column) => rowsOf(column, view));
  return {
    title: { text: chartText(columns[0]?.[1].title ?? ''), fontSize: 13, limit: 700 },
    width: PLOT_WIDTH,
    height: { step: 18, for: 'offset' },
    data: { values: rows },
    encoding: {
      y: {
        field: 'threat',
        type: 'nominal',
        sort: [...new Set(rows.map(({ threat }) => threat))],
        title: null,
        axis: { ticks: false, domain: false, labelPadding: 8 },
        // A row of room between threats, however many strategies there are.
        scale: {
          paddingInner: 1 / (strategies.length + 1),
          paddingOuter: 0.5 / (strategies.length + 1),
        },
      },
      yOffset: { field: 'strategy', sort: strategies, scale: { domain: strategies } },
      x: {
        type: 'quantitative',
        scale: { type: 'log', domain: [ticks.low, ticks.high], nice: false },
        axis: {
          ...labelled(ticks, timeLabel, ticks.fromZero ? '0' : undefined),
          title: last ? chart.axis : null,
        },
      },
    },
    layer: rowLayers(strategies),
  };
}

function rowsOf([strategy, service]: Column, { chart, ticks }: View): Row[] {
  const at = (time: number | null | undefined) =>
    time === null || time === undefined ? null : Math.max(time, ticks.low);
  return Object.entries(service.byThreat).map(([threat, figures]) => {
    const { mean, ci95, p95 } = chart.pick(figures);
    const [low, high] = [at(ci95?.[0]), at(ci95?.[1])];
    const note = mean === null ? noteOn(figures, chart) : '';
    return { threat: chartText(threat), strategy, mean: at(mean), low, high, p95: at(p95), note };
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

const valid = (...fields: readonly string[]) => [
  { filter: fields.map((field) => `isValid(datum.${field})`).join(' && ') },
];

/** Interval, 95th percentile, mean and note; what is not known is left out. */
function rowLayers(strategies: readonly string[]): ChartSpec[] {
  const legend = { orient: 'top', title: null, columns: 3, symbolSize: 100 };
  const field = { field: 'strategy', type: 'nominal' };
  const color = { ...field, scale: strategyColours(strategies), legend };
  const shape = { ...field, scale: strategyShapes(strategies), legend };
  return [
    {
      transform: valid('low', 'high'),
      mark: { type: 'rule', strokeWidth: 2 },
      encoding: { x: { field: 'low' }, x2: { field: 'high' }, color },
    },
    {
      transform: valid('p95'),
      mark: { type: 'tick', size: 12, thickness: 2, opacity: 1 },
      encoding: { x: { field: 'p95' }, color },
    },
    {
      transform: valid('mean'),
      mark: { type: 'point', filled: true, size: 70, opacity: 1 },
      encoding: { x: { field: 'mean' }, color, shape },
    },
    {
      mark: { type: 'text', align: 'left', fontSize: 11, color: INK.quiet },
      encoding: { text: { field: 'note' }, x: { value: 6 } },
    },
  ];
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
