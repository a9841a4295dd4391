import type { ServiceSummary, Summary } from '../../experiment/summary.js';
import { durationOf, shareOf } from '../amounts.js';
import { named, wrapped } from '../display-width.js';
import { type ChartContent, LINE } from './frame.js';
import { objectiveLayers } from './rto-layers.js';
import { chartText, type Column, servicesOf, strategiesOf } from './strategies.js';
import { PLOT_WIDTH, strategyColours, strategyDashes, type ChartSpec } from './theme.js';
import { labelled, timeLabel, timeTicks } from './ticks.js';

type Rpo = ServiceSummary['rpo'];
type TimeTicks = ReturnType<typeof timeTicks>;

/**
 * How much data an incident loses, as the age of the state recovered to: per service a line for each
 * strategy, which rises to the share of incidents that lost at most the time below it.
 */
export function rpoByStrategy(summary: Summary): ChartContent {
  const strategies = strategiesOf(summary).map(([name]) => name);
  const services = servicesOf(summary);
  const ticks = timeTicks(services.flatMap(([, columns]) => columns.flatMap(timesIn)));
  const views = services.map(([, columns], index) =>
    serviceView(columns, { strategies, ticks, last: index === services.length - 1 }),
  );
  return {
    title: 'data loss (RPO achieved) by strategy',
    subtitle:
      'Height of a line: share of the incidents that lost at most the time below, on a log scale; ' +
      'incidents whose data could be recovered only. Dashed: objective.',
    description: description(services),
    views,
  };
}

const timesIn = ([, { rpo, objectives }]: Column): number[] => [
  ...rpo.curve.map(([time]) => time),
  ...(objectives.rpo === null ? [] : [objectives.rpo]),
];

interface View {
  readonly strategies: readonly string[];
  readonly ticks: TimeTicks;
  readonly last: boolean;
}

function serviceView(columns: readonly Column[], view: View): ChartSpec {
  const { strategies, ticks } = view;
  const service = columns[0]?.[1];
  const objective = service?.objectives.rpo ?? null;
  const notes = wrapped(notesOn(columns), LINE);
  return {
    title: {
      text: chartText(service?.title ?? ''),
      fontSize: 13,
      offset: 20,
      limit: 700,
      ...(notes.length > 0 && { subtitle: notes }),
    },
    width: PLOT_WIDTH,
    height: 150,
    encoding: channels(view),
    layer: [lineLayer(columns, strategies, ticks), ...objectiveAt(objective)],
  };
}

/** What the lines do not tell: who has none, and whose data was lost for good. */
function notesOn(columns: readonly Column[]): string {
  const without = columns.filter(([, { rpo }]) => rpo.n === 0).map(([name]) => named(name));
  const gone = columns.flatMap(([name, { rpo }]) => {
    const { mean } = rpo.unrecoverableShare;
    return mean === null || mean === 0 ? [] : [`${named(name)} ${shareOf(mean)}`];
  });
  return [
    ...(without.length > 0
      ? [`No data was recovered, or nothing happened: ${without.join(', ')}.`]
      : []),
    ...(gone.length > 0 ? [`Unrecoverable, of all incidents: ${gone.join(', ')}.`] : []),
  ].join(' ');
}

const objectiveAt = (objective: number | null) =>
  objective === null || objective <= 0 ? [] : objectiveLayers(objective);

const channels = ({ ticks, last }: View): ChartSpec => ({
  x: {
    type: 'quantitative',
    scale: { type: 'log', domain: [ticks.low, ticks.high], nice: false },
    axis: {
      ...labelled(ticks, timeLabel, ticks.fromZero ? '0' : undefined),
      title: last ? 'Age of the state recovered to: time of writes lost' : null,
    },
  },
});

function lineLayer(
  columns: readonly Column[],
  strategies: readonly string[],
  ticks: TimeTicks,
): ChartSpec {
  const legend = { orient: 'top', title: null, columns: 3, symbolSize: 400, symbolType: 'stroke' };
  return {
    data: { values: columns.flatMap(([strategy, { rpo }]) => points(strategy, rpo, ticks)) },
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5 },
    encoding: {
      x: { field: 'time' },
      y: {
        field: 'share',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        axis: {
          values: [0, 0.25, 0.5, 0.75, 1],
          format: '.0%',
          title: 'Share of incidents',
        },
      },
      color: { field: 'strategy', type: 'nominal', scale: strategyColours(strategies), legend },
      strokeDash: { field: 'strategy', type: 'nominal', scale: strategyDashes(strategies), legend },
    },
  };
}

/** The line of one strategy, from the left edge of the plot to the right one. */
function points(strategy: string, { curve }: Rpo, { low, high }: TimeTicks) {
  if (curve.length === 0) return [];
  const steps = curve.map(([time, share]) => ({ strategy, time: Math.max(time, low), share }));
  return [{ strategy, time: low, share: 0 }, ...steps, { strategy, time: high, share: 1 }];
}

function description(services: ReadonlyArray<readonly [string, readonly Column[]]>): string {
  const sentences = services.flatMap(([name, columns]) =>
    columns.map(([strategy, { rpo }]) => {
      const half = rpo.p50 === null ? 'unknown' : durationOf(rpo.p50);
      const most = rpo.p95 === null ? 'unknown' : durationOf(rpo.p95);
      return `${named(name)} under ${named(strategy)}: median ${half}, 95th percentile ${most}.`;
    }),
  );
  return `Data loss of an incident by service and strategy. ${sentences.join(' ')}`;
}
