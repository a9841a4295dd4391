import type { StrategySummary, Summary } from '../../experiment/summary.js';
import type { Estimate } from '../../stats/interval.js';
import { named, printable } from '../display-width.js';
import { figureText } from '../figure-text.js';
import type { ChartContent } from './frame.js';
import { strategiesOf } from './strategies.js';
import { INFRASTRUCTURE_COLOURS, INK, LOSS_COLOURS, PLOT_WIDTH, type ChartSpec } from './theme.js';
import { labelled, linearTicks, moneyLabel, type Ticks } from './ticks.js';

/** One part of a bar, in currency per year. */
interface Part {
  readonly strategy: string;
  readonly part: string;
  readonly amount: number;
  readonly rank: number;
}

/** The end of a bar, with its 95 % interval. */
interface Total {
  readonly strategy: string;
  readonly total: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

/** What each strategy costs a year and on what: protection in greys, losses in warm colours. */
export function costStack(summary: Summary): ChartContent {
  const parts = stackParts(summary);
  const totals = strategiesOf(summary).flatMap(([name, strategy]) =>
    total(name, strategy, summary.currency),
  );
  const ticks = linearTicks([...totals.map(({ high }) => high), ...stackHeights(parts)]);
  const sentences = totals.map(({ strategy, text }) => `${named(strategy)}: ${text}.`);
  return {
    title: 'expected cost per year by strategy',
    subtitle:
      'Protection (greys) and loss from disasters (colours). Whisker: 95 % interval of the total.',
    description: `Cost per year. ${sentences.join(' ')}`,
    views: [view(parts, totals, { summary, ticks })],
  };
}

/** What disasters cost, after the infrastructure and in this order. */
const LOSSES = [
  ['downtime', 'downtimeCost'],
  ['data loss', 'dataLossCost'],
  ['recovery work', 'recoveryCost'],
] as const;

/** Parts of all bars; a part that is 0 under every strategy is left out. */
function stackParts(summary: Summary): Part[] {
  const all = strategiesOf(summary).flatMap(([strategy, costs]) =>
    partsOf(costs).map(([part, { mean }]) => ({ strategy, part, amount: mean ?? 0 })),
  );
  const shown = all.filter(({ part }) => all.some((one) => one.part === part && one.amount > 0));
  const names = [...new Set(shown.map(({ part }) => part))];
  const losses: readonly string[] = LOSSES.map(([name]) => name);
  const ranked = [...names.filter((name) => !losses.includes(name)), ...losses];
  return shown.map((one) => ({ ...one, rank: ranked.indexOf(one.part) }));
}

function partsOf(strategy: StrategySummary): Array<readonly [string, Estimate]> {
  const spent = Object.entries(strategy.infrastructure);
  return [
    ...(spent.length > 0
      ? spent
      : [['infrastructure', strategy.annual.infrastructureCost] as const]),
    ...LOSSES.map(([name, key]) => [name, strategy.annual[key]] as const),
  ];
}

function stackHeights(parts: readonly Part[]): number[] {
  const heights = new Map<string, number>();
  for (const { strategy, amount } of parts) {
    heights.set(strategy, (heights.get(strategy) ?? 0) + amount);
  }
  return [...heights.values()];
}

function total(name: string, { annual }: StrategySummary, currency: string): Total[] {
  const { mean, ci95 } = annual.total;
  if (mean === null) return [];
  const [low, high] = ci95 ?? [mean, mean];
  const text = figureText(annual.total, 'money per year', currency).replaceAll('\u00a0', ' ');
  return [{ strategy: name, total: mean, low: Math.max(0, low), high: Math.max(0, high), text }];
}

function view(
  parts: readonly Part[],
  totals: readonly Total[],
  { summary, ticks }: { readonly summary: Summary; readonly ticks: Ticks },
): ChartSpec {
  return {
    width: PLOT_WIDTH,
    height: { step: 52 },
    encoding: {
      y: {
        field: 'strategy',
        type: 'nominal',
        sort: strategiesOf(summary).map(([name]) => name),
        title: null,
        axis: { ticks: false, domain: false, labelPadding: 8 },
      },
    },
    layer: [barLayer(parts, { summary, ticks }), ...totalLayers(totals)],
  };
}

function barLayer(
  parts: readonly Part[],
  { summary, ticks }: { readonly summary: Summary; readonly ticks: Ticks },
): ChartSpec {
  const names = parts.toSorted((a, b) => a.rank - b.rank).map(({ part }) => part);
  const domain = [...new Set(names)];
  return {
    data: { values: parts },
    mark: { type: 'bar', size: 28 },
    encoding: {
      x: {
        field: 'amount',
        type: 'quantitative',
        stack: 'zero',
        scale: { domain: [ticks.low, ticks.high], nice: false },
        axis: {
          ...labelled(ticks, moneyLabel),
          title: `Cost per year, ${printable(summary.currency)}`,
        },
      },
      order: { field: 'rank', type: 'quantitative' },
      color: {
        field: 'part',
        type: 'nominal',
        scale: { domain, range: partColours(domain) },
        legend: { orient: 'top', title: null, columns: 7, symbolType: 'square' },
      },
    },
  };
}

function partColours(parts: readonly string[]): string[] {
  return parts.map((part, index) => {
    const loss = LOSSES.findIndex(([name]) => name === part);
    const colours = loss >= 0 ? LOSS_COLOURS : INFRASTRUCTURE_COLOURS;
    return colours[(loss >= 0 ? loss : index) % colours.length] ?? INK.quiet;
  });
}

const x = (field: string) => ({ field, type: 'quantitative' });

/** A whisker where there is an interval, on a pale ground that keeps it readable, and the total. */
function totalLayers(totals: readonly Total[]): ChartSpec[] {
  const whisker = { data: { values: totals.filter(({ low, high }) => low < high) } };
  const across = { x: x('low'), x2: { field: 'high' } };
  const end = { type: 'tick', size: 12, thickness: 1.5, color: INK.text, opacity: 1 };
  const label = { type: 'text', align: 'left', dx: 8 };
  const beside = { x: x('high'), text: { field: 'text' } };
  const ground = { color: '#ffffff', strokeWidth: 5 };
  return [
    { ...whisker, mark: { ...ground, type: 'rule', opacity: 0.7 }, encoding: across },
    { ...whisker, mark: { type: 'rule', strokeWidth: 1.5, color: INK.text }, encoding: across },
    { ...whisker, mark: end, encoding: { x: x('low') } },
    { ...whisker, mark: end, encoding: { x: x('high') } },
    {
      data: { values: totals },
      mark: { ...label, ...ground, stroke: ground.color },
      encoding: beside,
    },
    { data: { values: totals }, mark: label, encoding: beside },
  ];
}
