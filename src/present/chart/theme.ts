import type { Phase } from '../../model/runbook.js';

/** A Vega-Lite specification with its data inside, ready for `compile`. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** Width of every plotting area, in pixels. */
export const PLOT_WIDTH = 620;

/** Text that stays readable when a chart is printed at half its size. */
export const INK = { text: '#1f2933', quiet: '#5f6b76', grid: '#e3e8ed', rule: '#c3ccd5' } as const;

/**
 * Colours that people with any colour vision tell apart.
 * @see Okabe & Ito, Color Universal Design (2008), without the yellow, which is too pale for a line
 */
const STRATEGY_COLOURS = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#000000',
  '#8a8a8a',
] as const;

/** Line patterns, so that strategies are told apart in black and white too. */
const STRATEGY_DASHES = [
  [1, 0],
  [8, 3],
  [2, 2],
  [8, 3, 2, 3],
  [4, 4],
] as const;

/** Shapes of points, so that strategies are told apart in black and white too. */
const STRATEGY_SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'triangle-down'] as const;

/** The same colour for the same strategy in every chart of a comparison. */
export function strategyColours(strategies: readonly string[]): ChartSpec {
  return { domain: strategies, range: cycled(STRATEGY_COLOURS, strategies.length) };
}

/** The same line pattern for the same strategy in every chart of a comparison. */
export function strategyDashes(strategies: readonly string[]): ChartSpec {
  return { domain: strategies, range: cycled(STRATEGY_DASHES, strategies.length) };
}

/** The same shape for the same strategy in every chart of a comparison. */
export function strategyShapes(strategies: readonly string[]): ChartSpec {
  return { domain: strategies, range: cycled(STRATEGY_SHAPES, strategies.length) };
}

/** The colour of a strategy by its place in the summary. */
export const strategyColour = (place: number): string =>
  STRATEGY_COLOURS[place % STRATEGY_COLOURS.length] ?? INK.text;

const cycled = <T>(values: readonly T[], count: number) =>
  Array.from({ length: count }, (_, index) => values[index % values.length]);

/**
 * Greys for what is spent in any case, warm colours for what disasters take.
 * @see Tol, Colour Schemes, SRON technical note (2021), medium-contrast
 */
export const INFRASTRUCTURE_COLOURS = ['#5f7380', '#8fa1ad', '#b7c4cc', '#dbe2e6'] as const;
export const LOSS_COLOURS = ['#994455', '#ee99aa', '#eecc66'] as const;

/**
 * What a service waits for while it is down, each phase in its own colour; the same in every chart.
 * @see Tol, Colour Schemes, SRON technical note (2021), muted, ordered so that neighbours differ in
 * lightness
 */
export const PHASE_COLOURS: Readonly<Record<Phase, string>> = {
  detect: '#332288',
  decide: '#88ccee',
  wait: '#b7c4cc',
  provision: '#117733',
  restore: '#ddcc77',
  replay: '#999933',
  clean: '#44aa99',
  promote: '#882255',
  redirect: '#cc6677',
  ramp: '#aa4499',
  retry: '#5f6b76',
  failback: '#000000',
};

/** The look that all charts share. Long names end in an ellipsis; the data hold them in full. */
export const CONFIG: ChartSpec = {
  font: 'Inter, system-ui, sans-serif',
  background: '#ffffff',
  padding: 16,
  view: { stroke: null },
  title: {
    anchor: 'start',
    frame: 'bounds',
    fontSize: 16,
    fontWeight: 600,
    color: INK.text,
    subtitleFontSize: 12,
    subtitleColor: INK.quiet,
    subtitlePadding: 6,
    offset: 14,
  },
  axis: {
    labelFontSize: 12,
    labelColor: INK.text,
    labelLimit: 260,
    titleFontSize: 12,
    titleFontWeight: 400,
    titleColor: INK.quiet,
    titlePadding: 10,
    gridColor: INK.grid,
    domainColor: INK.rule,
    tickColor: INK.rule,
  },
  legend: {
    labelFontSize: 12,
    labelColor: INK.text,
    labelLimit: 260,
    titleFontSize: 12,
    titleFontWeight: 400,
    titleColor: INK.quiet,
    symbolStrokeWidth: 2.5,
  },
  text: { fontSize: 12, color: INK.text, limit: 560 },
};
