import type { Summary } from '../../experiment/summary.js';
import type { Phase } from '../../model/runbook.js';
import { durationOf, grouped } from '../amounts.js';
import { named } from '../display-width.js';
import { figureText } from '../figure-text.js';
import type { ChartContent } from './frame.js';
import { chartText, type Column, servicesOf, strategiesOf } from './strategies.js';
import { INK, PHASE_COLOURS, PLOT_WIDTH, type ChartSpec } from './theme.js';
import { labelled, linearTimeTicks, timeLabel, type Ticks } from './ticks.js';

/** What a service waits for, in the order in which a recovery goes. */
const IN_ORDER = Object.keys(PHASE_COLOURS) as readonly Phase[];

/** One part of a bar, in seconds of a mean incident. */
interface Part {
  readonly strategy: string;
  readonly phase: Phase;
  readonly time: number;
  readonly rank: number;
}

/** What the time of a mean incident goes into, per service a bar for each strategy. */
export function rtoByPhase(summary: Summary): ChartContent {
  const services = servicesOf(summary);
  const all = services.flatMap(([, columns]) => columns.flatMap(partsOf));
  const phases = IN_ORDER.filter((phase) => all.some((part) => part.phase === phase));
  const ticks = linearTimeTicks(services.flatMap(([, columns]) => columns.map(lengthOf)));
  const views = services.map(([, columns], index) =>
    serviceView(columns, { summary, phases, ticks, last: index === services.length - 1 }),
  );
  return {
    title: 'recovery time by phase',
    subtitle:
      'What an incident spends its recovery time on, in the mean. ' +
      'Beside each bar: the mean RTO, the sum of its parts.',
    description: description(services),
    views,
  };
}

function partsOf([strategy, { phases }]: Column): Part[] {
  return IN_ORDER.flatMap((phase, rank) => {
    const time = phases[phase] ?? 0;
    return time > 0 ? [{ strategy, phase, time, rank }] : [];
  });
}

/** Of a bar, in seconds, also where trials are too few to tell the mean. */
function lengthOf(column: Column): number {
  return column[1].rto.mean ?? partsOf(column).reduce((sum, { time }) => sum + time, 0);
}

interface View {
  readonly summary: Summary;
  readonly phases: readonly Phase[];
  readonly ticks: Ticks;
  readonly last: boolean;
}

function serviceView(columns: readonly Column[], view: View): ChartSpec {
  const { summary, ticks, last } = view;
  return {
    title: { text: chartText(columns[0]?.[1].title ?? ''), fontSize: 13, limit: 700 },
    width: PLOT_WIDTH,
    height: { step: 36 },
    data: { values: columns.map((column) => totalOf(column, summary)) },
    encoding: {
      y: {
        field: 'strategy',
        type: 'nominal',
        sort: strategiesOf(summary).map(([name]) => name),
        title: null,
        axis: { ticks: false, domain: false, labelPadding: 8 },
      },
      x: {
        field: 'total',
        type: 'quantitative',
        scale: { domain: [ticks.low, ticks.high], nice: false },
        axis: {
          ...labelled(ticks, timeLabel),
          title: last ? 'Mean recovery time of an incident' : null,
        },
      },
    },
    layer: [
      partsLayer(columns, view),
      {
        mark: { type: 'text', align: 'left', dx: 8, fontSize: 11, color: INK.text },
        encoding: { text: { field: 'text' } },
      },
    ],
  };
}

/** The end of a bar and what stands there. */
function totalOf(column: Column, { trials, currency }: Summary) {
  const [strategy, { rto }] = column;
  const total = lengthOf(column);
  if (rto.n === 0) return { strategy, total, text: `no incident in ${grouped(trials)} trials` };
  return { strategy, total, text: figureText(rto, 'seconds', currency).replaceAll('\u00a0', ' ') };
}

function partsLayer(columns: readonly Column[], { phases }: View): ChartSpec {
  return {
    data: { values: columns.flatMap(partsOf) },
    mark: { type: 'bar', size: 20, stroke: '#ffffff', strokeWidth: 0.5 },
    encoding: {
      x: { field: 'time', type: 'quantitative', stack: 'zero' },
      order: { field: 'rank', type: 'quantitative' },
      color: {
        field: 'phase',
        type: 'nominal',
        scale: { domain: phases, range: phases.map((phase) => PHASE_COLOURS[phase]) },
        legend: { orient: 'top', title: null, columns: 7, symbolType: 'square' },
      },
    },
  };
}

function description(services: ReadonlyArray<readonly [string, readonly Column[]]>): string {
  const sentences = services.flatMap(([name, columns]) =>
    columns.map((column) => {
      const parts = partsOf(column).map(({ phase, time }) => `${phase} ${durationOf(time)}`);
      const spent = parts.length === 0 ? 'no time' : parts.join(', ');
      return `${named(name)} under ${named(column[0])}: ${spent}.`;
    }),
  );
  return `Mean recovery time by phase. ${sentences.join(' ')}`;
}
