import type { Spread, Summary } from '../../experiment/summary.js';
import { durationOf, grouped } from '../amounts.js';
import { named } from '../display-width.js';
import type { ChartContent } from './frame.js';
import { barLayers, objectiveLayers, singlesLayer } from './rto-layers.js';
import { chartText, type Column, servicesOf, strategiesOf } from './strategies.js';
import { PLOT_WIDTH, type ChartSpec } from './theme.js';
import { labelled, timeLabel, timeTicks, type Ticks } from './ticks.js';

/** One bar of the chart; times in seconds, drawn no further left than the axis begins. */
interface Bar {
  readonly strategy: string;
  readonly least: number | null;
  readonly most: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly mean: number | null;
  readonly note: string;
}

/**
 * How long a service is down in an incident, per strategy: median to 95th percentile as a bar,
 * quickest to slowest as a line, mean as a dot, on a log axis whose first tick stands for 0 where
 * there are zeros.
 */
export function rtoByStrategy(summary: Summary): ChartContent {
  const strategies = strategiesOf(summary).map(([name]) => name);
  const services = servicesOf(summary);
  const ticks = timeTicks(services.flatMap(([, columns]) => columns.flatMap(timesIn)));
  const views = services.map(([, columns], index) =>
    serviceView(columns, { summary, strategies, ticks, last: index === services.length - 1 }),
  );
  return {
    title: 'recovery time (RTO achieved) by strategy',
    subtitle:
      'Over incidents, on a log scale. Bar: median to 95th percentile; line: quickest to ' +
      'slowest; white dot: mean; ticks: single incidents where there are too few; dashed: objective.',
    description: description(services),
    views,
  };
}

function timesIn([, { rto, objectives }]: Column): number[] {
  const times = [rto.mean, rto.p50, rto.p95, rto.max, objectives.rto, rto.curve[0]?.[0] ?? null];
  return times.filter((time) => time !== null);
}

type TimeTicks = ReturnType<typeof timeTicks>;

interface View {
  readonly summary: Summary;
  readonly strategies: readonly string[];
  readonly ticks: TimeTicks;
  readonly last: boolean;
}

function serviceView(columns: readonly Column[], view: View): ChartSpec {
  const { strategies, ticks, last } = view;
  const bars = columns.map(([strategy, { rto }]) => bar(strategy, rto, view));
  const singles = columns.flatMap(([strategy, { rto }]) =>
    rto.p50 === null ? rto.curve.map(([time]) => ({ strategy, time: drawn(time, ticks) })) : [],
  );
  const service = columns[0]?.[1];
  const objective = service?.objectives.rto ?? null;
  return {
    title: { text: chartText(service?.title ?? ''), fontSize: 13, offset: 20, limit: 700 },
    width: PLOT_WIDTH,
    height: { step: 36 },
    data: { values: bars },
    encoding: {
      y: { field: 'strategy', type: 'nominal', sort: strategies, title: null, axis: Y_AXIS },
      x: xChannel(ticks, last),
    },
    layer: [
      ...barLayers(strategies),
      singlesLayer(singles, strategies),
      ...(objective === null ? [] : objectiveLayers(objective)),
    ],
  };
}

const Y_AXIS = { ticks: false, domain: false, labelPadding: 8 };

const xChannel = (ticks: TimeTicks, last: boolean): ChartSpec => ({
  type: 'quantitative',
  scale: { type: 'log', domain: [ticks.low, ticks.high], nice: false },
  axis: {
    ...labelled(ticks, timeLabel, ticks.fromZero ? '0' : undefined),
    title: last ? 'Recovery time of an incident' : null,
  },
});

const drawn = (time: number, ticks: Ticks) => Math.max(time, ticks.low);

function bar(strategy: string, rto: Spread, { summary, ticks }: View): Bar {
  const at = (time: number | null | undefined) =>
    time === null || time === undefined ? null : drawn(time, ticks);
  return {
    strategy,
    least: at(rto.curve[0]?.[0]),
    most: at(rto.max),
    p50: at(rto.p50),
    p95: at(rto.p95),
    mean: at(rto.mean),
    note: note(rto, summary),
  };
}

function note(rto: Spread, { trials }: Summary): string {
  if (rto.n === 0) return `no incident in ${grouped(trials)} trials`;
  return rto.p50 === null ? `too few incidents (${grouped(rto.n)}) for a bar` : '';
}

function description(services: ReadonlyArray<readonly [string, readonly Column[]]>): string {
  const sentences = services.flatMap(([name, columns]) =>
    columns.map(([strategy, { rto }]) => {
      const half = rto.p50 === null ? 'unknown' : durationOf(rto.p50);
      const most = rto.p95 === null ? 'unknown' : durationOf(rto.p95);
      return `${named(name)} under ${named(strategy)}: median ${half}, 95th percentile ${most}.`;
    }),
  );
  return `Recovery time by service and strategy. ${sentences.join(' ')}`;
}
