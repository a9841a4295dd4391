import type { StrategySummary, Summary } from '../../experiment/summary.js';
import type { Estimate } from '../../stats/interval.js';
import { moneyOf } from '../amounts.js';
import { named, printable } from '../display-width.js';
import { figureText } from '../figure-text.js';
import type { ChartContent } from './frame.js';
import { strategiesOf } from './strategies.js';
import { INK, PLOT_WIDTH, strategyColours, strategyShapes, type ChartSpec } from './theme.js';
import { labelled, linearTicks, moneyLabel, type Ticks } from './ticks.js';

/** A strategy on the plot: what it costs and loses a year, with the ends of both intervals. */
interface Point {
  readonly strategy: string;
  readonly cost: number;
  readonly costLow: number;
  readonly costHigh: number;
  readonly loss: number;
  readonly lossLow: number;
  readonly lossHigh: number;
}

interface Axes {
  readonly costs: Ticks;
  readonly losses: Ticks;
}

/**
 * What protection costs against what disasters still take, a point per strategy: the nearer to the
 * lower left corner, the better. On the dashed line everything costs as much as the baseline.
 */
export function costAgainstLoss(summary: Summary): ChartContent {
  const points = strategiesOf(summary).flatMap(([name, strategy]) => pointOf(name, strategy));
  const axes = {
    costs: linearTicks(points.map(({ costHigh }) => costHigh)),
    losses: linearTicks(points.map(({ lossHigh }) => lossHigh)),
  };
  return {
    title: 'protection against loss',
    subtitle:
      'Expected, per year; crosses: 95 % intervals. Further left is cheaper, further down loses ' +
      `less. Dashed: costs in total as much as ${named(summary.baseline)}; below it is cheaper.` +
      missing(summary, points),
    description: description(summary),
    views: [view(points, summary, axes)],
  };
}

function missing(summary: Summary, points: readonly Point[]): string {
  const drawn = new Set(points.map(({ strategy }) => strategy));
  const names = strategiesOf(summary).flatMap(([name]) => (drawn.has(name) ? [] : [named(name)]));
  return names.length === 0 ? '' : ` Too few trials for a figure: ${names.join(', ')}.`;
}

function pointOf(strategy: string, { annual }: StrategySummary): Point[] {
  const { infrastructureCost, loss } = annual;
  if (infrastructureCost.mean === null || loss.mean === null) return [];
  const [costLow, costHigh] = ends(infrastructureCost, infrastructureCost.mean);
  const [lossLow, lossHigh] = ends(loss, loss.mean);
  const [cost, lost] = [infrastructureCost.mean, loss.mean];
  return [{ strategy, cost, costLow, costHigh, loss: lost, lossLow, lossHigh }];
}

/** An interval as far as the plot goes, which begins at 0. */
function ends({ ci95 }: Estimate, mean: number): readonly [number, number] {
  const [low, high] = ci95 ?? [mean, mean];
  return [Math.max(0, low), Math.max(0, high)];
}

const axis = (field: string, title: string, ticks: Ticks): ChartSpec => ({
  field,
  type: 'quantitative',
  scale: { domain: [ticks.low, ticks.high], nice: false },
  axis: { ...labelled(ticks, moneyLabel), title },
});

function view(points: readonly Point[], summary: Summary, axes: Axes): ChartSpec {
  const names = strategiesOf(summary).map(([name]) => name);
  const currency = printable(summary.currency);
  const legend = { orient: 'top', title: null, columns: 3, symbolSize: 120 };
  const color = { field: 'strategy', type: 'nominal', scale: strategyColours(names), legend };
  const shape = { field: 'strategy', type: 'nominal', scale: strategyShapes(names), legend };
  const whisker = { type: 'rule', strokeWidth: 1.5 };
  return {
    width: PLOT_WIDTH,
    height: 320,
    data: { values: points },
    encoding: {
      x: axis('cost', `Infrastructure per year, ${currency}`, axes.costs),
      y: axis('loss', `Expected loss per year, ${currency}`, axes.losses),
    },
    layer: [
      ...equalTotal(summary, axes),
      { mark: whisker, encoding: { y: { field: 'lossLow' }, y2: { field: 'lossHigh' }, color } },
      { mark: whisker, encoding: { x: { field: 'costLow' }, x2: { field: 'costHigh' }, color } },
      {
        mark: { type: 'point', filled: true, size: 120, opacity: 1 },
        encoding: { color, shape },
      },
    ],
  };
}

/** Where infrastructure and loss sum to the baseline's total, as far as it is on the plot. */
function equalTotal({ strategies, baseline }: Summary, { costs, losses }: Axes): ChartSpec[] {
  const annual = strategies[baseline]?.annual;
  const [cost, loss] = [annual?.infrastructureCost.mean ?? null, annual?.loss.mean ?? null];
  if (cost === null || loss === null || cost + loss === 0) return [];
  const total = cost + loss;
  const left = Math.max(0, total - losses.high);
  const right = Math.min(costs.high, total);
  const line = [left, right].map((x) => ({ cost: x, loss: total - x }));
  const stroke = { type: 'line', strokeDash: [5, 4], strokeWidth: 1.5, color: INK.quiet };
  return [{ data: { values: line }, mark: stroke }];
}

function description(summary: Summary): string {
  const sentences = strategiesOf(summary).map(([name, { annual }]) => {
    const { currency } = summary;
    const { mean } = annual.infrastructureCost;
    const cost = mean === null ? 'an unknown amount' : moneyOf(mean, currency);
    const loss = figureText(annual.loss, 'money per year', currency).replaceAll('\u00a0', ' ');
    return `${named(name)}: ${cost} for infrastructure, loss ${loss}.`;
  });
  return `Infrastructure cost against expected loss per year. ${sentences.join(' ')}`;
}
