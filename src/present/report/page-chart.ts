import { wrapped } from '../display-width.js';
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
  narrow: { plot: 225, names: 92, legendColumns: 2, line: 48 },
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
  const nominal = 'type' in part && part.type === 'nominal';
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      if (key === 'data') return [key, value];
      const inner = fitted(value, room);
      return [key, isSpec(inner) ? changed({ key, nominal }, inner, room) : inner];
    }),
  );
}

const isSpec = (value: unknown): value is ChartSpec =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function changed(
  { key, nominal }: { readonly key: string; readonly nominal: boolean },
  part: ChartSpec,
  { plot, names, legendColumns, line }: Layout,
): ChartSpec {
  switch (key) {
    case 'legend':
      return { ...part, columns: legendColumns, labelLimit: plot / legendColumns };
    case 'axis':
      return nominal ? { ...part, labelLimit: names } : { ...part, labelOverlap: 'greedy' };
    case 'title': {
      const subtitle = Array.isArray(part['subtitle'])
        ? { subtitle: wrapped(part['subtitle'].join(' '), line) }
        : {};
      return { ...part, ...subtitle, limit: plot + names };
    }
    default:
      return part;
  }
}
