import { invariant } from '../../base/invariant.js';
import type { Summary } from '../../experiment/summary.js';
import { type Chart, chartsOf } from '../chart/charts.js';
import { sentenceCase } from '../sentence-case.js';
import { Html, html, NOTHING_HERE, quoted } from './html.js';
import type { PageLayout } from './page-chart.js';

/** A chart as SVG text, laid out for each kind of page. */
export type Drawing = Readonly<Record<PageLayout, string>>;

/** Charts by name, drawn. */
export type Drawings = ReadonlyMap<string, Drawing>;

/** All charts that were drawn, each with how to read it; nothing where none was. */
export function chartsSection(summary: Summary, drawings: Drawings): Html {
  if (drawings.size === 0) return NOTHING_HERE;
  return html`<section id="charts" aria-labelledby="charts-title">
    <h2 id="charts-title">Charts</h2>
    ${chartsOf(summary).map((chart) => {
      const drawing = drawings.get(chart.name);
      return drawing === undefined ? NOTHING_HERE : figure(chart, drawing);
    })}
  </section> `;
}

function figure({ name, title, subtitle, description }: Chart, { wide, narrow }: Drawing): Html {
  return html`<figure id="chart-${name}">
    <figcaption>
      <h3>${sentenceCase(title)}</h3>
      <p>${subtitle}</p>
    </figcaption>
    ${inline(wide, 'wide', description)} ${inline(narrow, 'narrow', description)}
  </figure> `;
}

/** An SVG as Vega writes it: the size of its root, and all that is drawn. */
const DRAWN = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)" viewBox="([\d. -]+)">([^]*)<\/svg>$/;

/** SVG within a page: without the namespaces that only a file needs, and with its text. */
function inline(svg: string, layout: PageLayout, description: string): Html {
  const drawn = DRAWN.exec(svg);
  invariant(drawn !== null, () => `a chart is not drawn as expected: ${svg.slice(0, 200)}`);
  const [, width = '', height = '', box = '', drawing = ''] = drawn;
  return html`<svg
    class="chart ${layout}"
    role="img"
    aria-label=${quoted(description)}
    width="${width}"
    height="${height}"
    viewBox="${box}"
  >
    ${new Html(drawing)}
  </svg>`;
}
