import type { Summary } from '../../experiment/summary.js';
import { moneyOf, shareOf } from '../amounts.js';
import { named, printable } from '../display-width.js';
import type { ChartContent } from './frame.js';
import { strategiesOf } from './strategies.js';
import { PLOT_WIDTH, strategyColours, strategyDashes, type ChartSpec } from './theme.js';
import { chanceLabel, decadeTicks, labelled, moneyLabel, type Ticks } from './ticks.js';

/** One step of a line: the chance that a year loses more than the amount. */
interface Point {
  readonly strategy: string;
  readonly amount: number;
  readonly chance: number;
}

/**
 * How likely a year is to lose more than each amount, both on log axes: a line per strategy that
 * steps down at each loss seen. Years without loss are what is missing to 100 % at the left.
 */
export function lossExceedance(summary: Summary): ChartContent {
  const names = strategiesOf(summary).map(([name]) => name);
  const seen = strategiesOf(summary).flatMap(([strategy, { exceedance }]) =>
    exceedance.aep
      .filter(([, chance]) => chance > 0)
      .map(([amount, chance]) => ({ strategy, amount, chance })),
  );
  const amounts = decadeTicks(lossesSeen(summary));
  const chances = decadeTicks(seen.length > 0 ? seen.map(({ chance }) => chance) : [0.001, 1]);
  const lossless = names.filter((name) => seen.every(({ strategy }) => strategy !== name));
  return {
    title: 'chance that a year loses more',
    subtitle: subtitle(lossless),
    description: description(summary),
    views: [
      view(points(seen, summary, { amounts, chances }), { summary, names, amounts, chances }),
    ],
  };
}

const lossesSeen = (summary: Summary) =>
  strategiesOf(summary).flatMap(([, { exceedance }]) => exceedance.aep.map(([amount]) => amount));

interface Axes {
  readonly amounts: Ticks;
  readonly chances: Ticks;
}

/** The steps on the plot; each line falls to the axis at its largest loss. */
function points(seen: readonly Point[], summary: Summary, { amounts, chances }: Axes): Point[] {
  return strategiesOf(summary).flatMap(([strategy, { exceedance }]) => {
    const steps = seen.filter((point) => point.strategy === strategy);
    const last = steps.at(-1);
    if (last === undefined) return [];
    const end = exceedance.aep.at(-1)?.[0] ?? last.amount;
    return [...steps, { ...last, amount: end, chance: chances.low }].map((point) => ({
      ...point,
      amount: Math.max(point.amount, amounts.low),
    }));
  });
}

function subtitle(lossless: readonly string[]): string {
  const reading =
    'Each point: chance (left) that the losses of one year sum to more than the amount (below).';
  if (lossless.length === 0) return reading;
  const names = lossless.map(named).join(', ');
  return `${reading} No loss in any simulated year: ${names}.`;
}

interface View extends Axes {
  readonly summary: Summary;
  readonly names: readonly string[];
}

function view(values: readonly Point[], { summary, names, amounts, chances }: View): ChartSpec {
  const legend = { orient: 'top', title: null, columns: 3, symbolSize: 400, symbolType: 'stroke' };
  return {
    width: PLOT_WIDTH,
    height: 320,
    data: { values },
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5 },
    encoding: {
      x: {
        field: 'amount',
        type: 'quantitative',
        scale: { type: 'log', domain: [amounts.low, amounts.high], nice: false },
        axis: {
          ...labelled(amounts, moneyLabel),
          title: `Loss in a year, ${printable(summary.currency)}`,
        },
      },
      y: {
        field: 'chance',
        type: 'quantitative',
        scale: { type: 'log', domain: [chances.low, chances.high], nice: false },
        axis: { ...labelled(chances, chanceLabel), title: 'Chance that a year loses more' },
      },
      color: { field: 'strategy', type: 'nominal', scale: strategyColours(names), legend },
      strokeDash: { field: 'strategy', type: 'nominal', scale: strategyDashes(names), legend },
    },
  };
}

function description(summary: Summary): string {
  const sentences = strategiesOf(summary).map(([name, { exceedance }]) => {
    const curve = exceedance.aep;
    const [, chance] = curve[0] ?? [0, 0];
    const [most] = curve.at(-1) ?? [0];
    const largest = moneyOf(most, summary.currency);
    return `${named(name)}: ${shareOf(chance)} of years have a loss, at most ${largest}.`;
  });
  return `Chance that the losses of a year exceed an amount. ${sentences.join(' ')}`;
}
