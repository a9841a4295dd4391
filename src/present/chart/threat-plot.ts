import { chartText } from './strategies.js';
import { INK, PLOT_WIDTH, strategyColours, strategyShapes, type ChartSpec } from './theme.js';
import { labelled, type Ticks } from './ticks.js';

/** A figure of one threat under one strategy; null is not known, or there is none. */
export interface ThreatRow {
  readonly threat: string;
  readonly strategy: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p95: number | null;
  /** Said where there is no mean. */
  readonly note: string;
}

interface Plot {
  readonly title?: string;
  readonly strategies: readonly string[];
  readonly ticks: Ticks;
  /** Ticks in words; `floor` names the first one where it stands for something else. */
  readonly label: (value: number) => string;
  readonly floor: string | undefined;
  /** Name of the axis; null for none. */
  readonly axis: string | null;
}

/** Rows of a plot with a row for each threat and a mark per strategy, on a log axis. */
export function threatPlot(rows: readonly ThreatRow[], plot: Plot): ChartSpec {
  const { title, strategies, ticks, label, floor, axis } = plot;
  const shown = rows.map((row) => onPlot(row, ticks));
  return {
    ...(title !== undefined && { title: { text: chartText(title), fontSize: 13, limit: 700 } }),
    width: PLOT_WIDTH,
    height: { step: 18, for: 'offset' },
    data: { values: shown },
    encoding: {
      y: {
        field: 'threat',
        type: 'nominal',
        sort: [...new Set(shown.map(({ threat }) => threat))],
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
        axis: { ...labelled(ticks, label, floor), title: axis },
      },
    },
    layer: rowLayers(strategies),
  };
}

/** Drawn no further left than the axis begins. */
function onPlot(row: ThreatRow, { low: least }: Ticks): ThreatRow {
  const at = (value: number | null) => (value === null ? null : Math.max(value, least));
  const { threat, mean, low, high, p95 } = row;
  const figures = { mean: at(mean), low: at(low), high: at(high), p95: at(p95) };
  return { ...row, threat: chartText(threat), ...figures };
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
