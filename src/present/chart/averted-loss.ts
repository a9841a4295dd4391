import type { Summary } from '../../experiment/summary.js';
import type { Estimate } from '../../stats/interval.js';
import { named, printable } from '../display-width.js';
import { figureText } from '../figure-text.js';
import type { ChartContent } from './frame.js';
import { strategiesOf } from './strategies.js';
import { type ChartSpec, INK, PLOT_WIDTH, strategyColours } from './theme.js';
import { labelled, moneyLabel, signedTicks, type Ticks } from './ticks.js';

/** What a strategy loses less than the baseline, in a year of one kind. */
interface Bar {
  readonly strategy: string;
  readonly year: string;
  readonly amount: number;
  readonly low: number;
  readonly high: number;
}

const EXPECTED = 'Expected';
const RARE = { '10': '1 in 10 years', '25': '1 in 25 years', '100': '1 in 100 years' } as const;

/** How much of a year's loss each strategy averts: expected, and in years that come seldom. */
export function avertedLoss(summary: Summary): ChartContent {
  const figures = figuresOf(summary);
  const bars = figures.flatMap(([strategy, year, { mean, ci95 }]) => {
    if (mean === null) return [];
    const [low, high] = ci95 ?? [mean, mean];
    return [{ strategy, year, amount: mean, low, high }];
  });
  const missing = figures.length - bars.length;
  return {
    title: 'averted loss',
    subtitle:
      `What a year loses less than with ${named(summary.baseline)}: on average, and in the year ` +
      'that is as bad as one in so many. Thin lines: 95 % intervals.' +
      (missing > 0 ? ` Left out for too few trials: ${missing} figures.` : ''),
    description: description(summary, figures),
    views: [view(bars, summary)],
  };
}

type Averted = readonly [strategy: string, year: string, amount: Estimate];

function figuresOf(summary: Summary): Averted[] {
  const names = Object.keys(summary.strategies);
  return strategiesOf(summary).flatMap(([shown, { finance }], index): Averted[] => {
    const { averted } = finance;
    const loss = summary.differences[`${names[index]!} vs ${summary.baseline}`]?.loss;
    if (averted === undefined || loss === undefined) return [];
    const rare = Object.entries(RARE).flatMap(([years, label]): Averted[] => {
      const figure = averted[years];
      return figure === undefined ? [] : [[shown, label, figure]];
    });
    return [[shown, EXPECTED, negated(loss)], ...rare];
  });
}

function negated({ mean, ci95 }: Estimate): Estimate {
  return { mean: mean === null ? null : 0 - mean, ci95: ci95 && [0 - ci95[1], 0 - ci95[0]] };
}

/** Pixels of a bar, and of the room around the bars of one kind of year. */
const BAR = 16;
const BETWEEN = 20;

function view(bars: readonly Bar[], summary: Summary): ChartSpec {
  const all = strategiesOf(summary).map(([name]) => name);
  const drawn = all.filter((name) => bars.some(({ strategy }) => strategy === name));
  const years = [EXPECTED, ...Object.values(RARE)];
  const ticks = signedTicks(bars.flatMap(({ amount, low, high }) => [amount, low, high]));
  const legend = { orient: 'top', title: null, columns: 3, values: drawn };
  const inStrategy = { field: 'strategy', type: 'nominal', sort: drawn };
  return {
    width: PLOT_WIDTH,
    height: years.length * (BAR * Math.max(1, drawn.length) + BETWEEN),
    data: { values: bars },
    encoding: {
      y: {
        field: 'year',
        type: 'nominal',
        sort: years,
        scale: { domain: years },
        axis: { title: null },
      },
      yOffset: inStrategy,
    },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          x: money(ticks, summary),
          color: { field: 'strategy', type: 'nominal', scale: strategyColours(all), legend },
        },
      },
      {
        mark: { type: 'rule', color: INK.text, strokeWidth: 1.25 },
        encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
    ],
  };
}

const money = (ticks: Ticks, { currency }: Summary): ChartSpec => ({
  field: 'amount',
  type: 'quantitative',
  scale: { domain: [ticks.low, ticks.high], nice: false },
  axis: { ...labelled(ticks, moneyLabel), title: `Averted loss in a year, ${printable(currency)}` },
});

function description(summary: Summary, figures: readonly Averted[]): string {
  const sentences = figures.map(([strategy, year, amount]) => {
    const text = figureText(amount, 'money', summary.currency).replaceAll('\u00a0', ' ');
    return `${named(strategy)}, ${year.toLowerCase()}: ${text}.`;
  });
  return `Loss of a year averted against ${named(summary.baseline)}. ${sentences.join(' ')}`;
}
