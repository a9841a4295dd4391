import { wrapped } from '../display-width.js';
import { textWidth } from '../chart/text-width.js';
import { CONFIG, PLOT_WIDTH, type ChartSpec } from '../chart/theme.js';
import type { ChartContent } from '../chart/frame.js';

/** How a chart is laid out within a page. */
interface Layout {
  /** Pixels of the plotting area, and of the names beside it. */
  readonly plot: number;
  readonly names: number;
  /** Entries of a legend beside each other. */
  readonly legendColumns: number;
  /** Characters across the whole chart. */
  readonly line: number;
}

/** For screens and paper, and for phones. */
export const PAGE_LAYOUTS = {
  wide: { plot: PLOT_WIDTH, names: 180, legendColumns: 4, line: 112 },
  narrow: { plot: 225, names: 92, legendColumns: 2, line: 43 },
} as const satisfies Readonly<Record<string, Layout>>;

export type PageLayout = keyof typeof PAGE_LAYOUTS;

/** A chart without its title and source line, which the page says, and as wide as there is room. */
export function pageChart({ views, description }: ChartContent, layout: PageLayout): ChartSpec {
  const room = PAGE_LAYOUTS[layout];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    spacing: 18,
    vconcat: views.map((view) => ({ ...(fitted(view, room) as ChartSpec), width: room.plot })),
    config: { ...CONFIG, background: 'transparent', padding: 4, aria: false },
  };
}

/** A part of a specification for another room; its data stay as they are. */
function fitted(part: unknown, room: Layout): unknown {
  if (Array.isArray(part)) return part.map((one) => fitted(one, room));
  if (typeof part !== 'object' || part === null) return part;
  const names = namesIn(part as ChartSpec);
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      if (key === 'data') return [key, value];
      const inner = fitted(value, room);
      return [key, isSpec(inner) ? changed({ key, names }, inner, room) : inner];
    }),
  );
}

/** What an axis or a legend names, as far as it names things; null where it does not. */
function namesIn({ type, sort, scale }: ChartSpec): readonly string[] | null {
  if (type !== 'nominal') return null;
  const domain = isSpec(scale) ? scale['domain'] : undefined;
  const names: unknown = domain ?? sort;
  return Array.isArray(names) ? names.map(String) : [];
}

const isSpec = (value: unknown): value is ChartSpec =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function changed(
  { key, names }: { readonly key: string; readonly names: readonly string[] | null },
  part: ChartSpec,
  room: Layout,
): ChartSpec {
  switch (key) {
    case 'legend':
      return { ...part, ...legendOf(names ?? [], room) };
    case 'axis':
      return names === null
        ? { ...part, labelOverlap: 'greedy' }
        : { ...part, labelLimit: room.names, ...brokenNames(names, room.names) };
    case 'title': {
      const subtitle = Array.isArray(part['subtitle'])
        ? { subtitle: wrapped(part['subtitle'].join(' '), room.line) }
        : {};
      return { ...part, ...subtitle, limit: room.plot + room.names };
    }
    default:
      return part;
  }
}

/** As many entries beside each other as the longest leaves room for. */
function legendOf(names: readonly string[], { plot, legendColumns }: Layout): ChartSpec {
  const longest = widest(names) + LEGEND_SYMBOL;
  const columns = Math.max(1, Math.min(legendColumns, Math.floor(plot / longest)));
  return { columns, labelLimit: plot / columns };
}

/** Names too long for their room on several lines; an axis without such names stays as it is. */
function brokenNames(names: readonly string[], width: number): ChartSpec {
  if (widest(names) <= width) return {};
  const lines = Object.fromEntries(names.map((name) => [name, linesOf(name, width)]));
  return { labelExpr: `${JSON.stringify(lines)}[datum.label] || datum.label` };
}

/** A name broken after spaces and hyphens where a line is full; what is left stands in the last. */
function linesOf(name: string, width: number): readonly string[] {
  const lines = [''];
  for (const part of name.split(/(?<=[\s_-])/)) {
    const line = lines.at(-1)! + part;
    const full = lines.length < MOST_LINES && textWidth(line.trimEnd(), FONT_SIZE) > width;
    if (full && lines.at(-1) !== '') lines.push(part);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trimEnd());
}

const widest = (names: readonly string[]) =>
  names.reduce((most, name) => Math.max(most, textWidth(name, FONT_SIZE)), 0);

/** Of the labels of axes and legends, in pixels. */
const FONT_SIZE = 12;
/** Lines that a row of a chart has room for. */
const MOST_LINES = 3;
/** A symbol of a legend with the room around it, in pixels. */
const LEGEND_SYMBOL = 30;
