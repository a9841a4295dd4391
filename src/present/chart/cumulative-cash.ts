import type { CashPoint } from '../../experiment/finance/finance-summary.js';
import type { Summary } from '../../experiment/summary.js';
import { moneyOf, rateOf } from '../amounts.js';
import { named, printable } from '../display-width.js';
import type { ChartContent } from './frame.js';
import { strategiesOf } from './strategies.js';
import { type ChartSpec, INK, PLOT_WIDTH, strategyColour } from './theme.js';
import { labelled, linearTicks, moneyLabel, signedTicks, type Ticks } from './ticks.js';

/** More would not fit on a page; the table has all of them. */
const MOST_PLOTS = 6;

/** The cash of one strategy against the baseline. */
interface Drawn {
  readonly name: string;
  readonly cash: readonly CashPoint[];
  readonly paybackYears: number | null;
  readonly colour: string;
}

/** Cumulative cash against the baseline: expected, as histories spread, and where it pays back. */
export function cumulativeCash(summary: Summary): ChartContent {
  const all = drawn(summary);
  const shown = all.slice(0, MOST_PLOTS);
  const left = all.length - shown.length;
  return {
    title: 'cumulative cash against the baseline',
    subtitle:
      `What ${named(summary.baseline)} costs minus what each strategy costs, summed year by year, ` +
      'not discounted. Line: expected. Dark band: half of the histories; light band: 9 in 10. ' +
      'Point: expected cash has paid back.' +
      (left > 0 ? ` ${left} more in the table.` : ''),
    description: description(summary, all),
    views: shown.map((one) => view(one, summary)),
  };
}

function drawn(summary: Summary): Drawn[] {
  return strategiesOf(summary).flatMap(([name, { finance }], place) =>
    finance.cash === undefined
      ? []
      : [
          {
            name,
            cash: finance.cash,
            paybackYears: finance.paybackYears ?? null,
            colour: strategyColour(place),
          },
        ],
  );
}

interface Axes {
  readonly years: Ticks;
  readonly amounts: Ticks;
}

function view(one: Drawn, summary: Summary): ChartSpec {
  const { name, cash, colour } = one;
  const rows = cash.map(({ at, cumulative, fan }) => {
    const [p5, p25, , p75, p95] = fan;
    return { at, expected: cumulative.mean, p5, p25, p75, p95 };
  });
  const amounts = cash.flatMap(({ cumulative, fan }) => [cumulative.mean ?? 0, ...fan]);
  const axes = { years: linearTicks(cash.map(({ at }) => at)), amounts: signedTicks(amounts) };
  const band = (low: string, high: string, opacity: number) => ({
    mark: { type: 'area', color: colour, opacity, interpolate: 'linear' },
    encoding: { x: years(axes), y: money(axes, low, summary), y2: { field: high } },
  });
  return {
    width: PLOT_WIDTH,
    height: 200,
    title: { text: name, frame: 'group', fontSize: 13, offset: 6 },
    data: { values: rows },
    layer: [
      band('p5', 'p95', 0.15),
      band('p25', 'p75', 0.3),
      {
        mark: { type: 'line', color: colour, strokeWidth: 2.5 },
        encoding: { x: years(axes), y: money(axes, 'expected', summary) },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: INK.quiet, strokeWidth: 1 },
        encoding: { y: { field: 'zero', type: 'quantitative' } },
      },
      ...paybackPoint(one),
    ],
  };
}

function paybackPoint({ paybackYears, colour }: Drawn): ChartSpec[] {
  if (paybackYears === null || paybackYears === 0) return [];
  const values = [{ at: paybackYears, zero: 0, text: `${rateOf(paybackYears)} years` }];
  const encoding = {
    x: { field: 'at', type: 'quantitative' },
    y: { field: 'zero', type: 'quantitative' },
  };
  const point = { type: 'point', filled: true, size: 90, color: colour, opacity: 1 };
  const text = { type: 'text', dy: -12, fontSize: 12, color: INK.text };
  return [
    {
      data: { values },
      encoding,
      layer: [{ mark: point }, { mark: text, encoding: { text: { field: 'text' } } }],
    },
  ];
}

const years = ({ years: ticks }: Axes): ChartSpec => ({
  field: 'at',
  type: 'quantitative',
  scale: { domain: [ticks.low, ticks.high], nice: false },
  axis: { ...labelled(ticks, rateOf), title: 'Years from now' },
});

const money = ({ amounts }: Axes, field: string, { currency }: Summary): ChartSpec => ({
  field,
  type: 'quantitative',
  scale: { domain: [amounts.low, amounts.high], nice: false },
  // Vega leaves out what it thinks too many ticks for the height.
  axis: {
    ...labelled(amounts, moneyLabel),
    tickCount: amounts.values.length,
    title: printable(currency),
  },
});

function description(summary: Summary, all: readonly Drawn[]): string {
  const sentences = all.map(({ name, cash, paybackYears }) => {
    const end = cash.at(-1)?.cumulative.mean ?? null;
    const amount = end === null ? 'unknown' : moneyOf(end, summary.currency);
    const back =
      paybackYears === null ? 'does not pay back' : `pays back after ${rateOf(paybackYears)} years`;
    return `${named(name)}: ${amount} in the end, ${back}.`;
  });
  return `Cumulative cash against ${named(summary.baseline)}. ${sentences.join(' ')}`;
}
