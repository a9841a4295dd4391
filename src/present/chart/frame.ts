import type { Summary } from '../../experiment/summary.js';
import { printable, shortened, wrapped } from '../display-width.js';
import { provenance } from '../words.js';
import { CONFIG, INK, PLOT_WIDTH, type ChartSpec } from './theme.js';

/** What a chart shows and says, without what all charts carry. */
export interface ChartContent {
  readonly title: string;
  /** How to read the chart, and what is missing from it. */
  readonly subtitle: string;
  /** The chart in words, for people who cannot see it. */
  readonly description: string;
  /** Plots, one below the other. */
  readonly views: readonly ChartSpec[];
}

/** Characters of a reading aid or source line across the plot. */
export const LINE = 112;

/** A whole chart: its plots with title, reading aid and source line. */
export function framed(
  summary: Summary,
  { title, subtitle, description, views }: ChartContent,
): ChartSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    title: {
      text: `${shortened(printable(summary.title), 60)}: ${title}`,
      subtitle: wrapped(subtitle, LINE),
    },
    spacing: 18,
    vconcat: [...views, sourceLine(summary)],
    config: CONFIG,
  };
}

/** What somebody needs to get the same picture again. */
function sourceLine(summary: Summary): ChartSpec {
  const text = wrapped(`Source: ${provenance(summary)}`, LINE);
  return {
    width: PLOT_WIDTH,
    height: 14 * text.length,
    data: { values: [{}] },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      x: 0,
      y: 0,
      fontSize: 10,
      lineHeight: 14,
      color: INK.quiet,
      limit: 0,
      text,
    },
  };
}
