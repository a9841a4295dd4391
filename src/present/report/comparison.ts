import type { Summary } from '../../experiment/summary.js';
import { figureRows, serviceNames } from '../figure-rows.js';
import { gateFigures } from '../gates.js';
import { pricedStrategy, SERVICE_MEASURES, STRATEGY_MEASURES } from '../measures.js';
import { objectiveTexts } from '../objectives.js';
import { footnotes, objectivesText } from '../words.js';
import { dataTable, type TableRow } from './figure-table.js';
import { html, type Html } from './html.js';
import { strategyHeads } from './strategy-heads.js';

interface Table {
  readonly caption: string;
  readonly note?: string;
  readonly rows: ReadonlyArray<TableRow & { readonly cells: readonly string[] }>;
}

/** Strategies side by side: money first, then each service, and what the signs mean. */
export function comparisonSection(summary: Summary): Html {
  const tables = [
    moneyTable(summary),
    ...serviceNames(summary).map((name) => service(summary, name)),
  ];
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const heads = ['', ...strategyHeads(summary)];
  return html`<section id="comparison" aria-labelledby="comparison-title">
    <h2 id="comparison-title">Strategies side by side</h2>
    ${tables.map(({ rows, ...table }) => dataTable({ ...table, heads, groups: [{ rows }] }))}
    <ul class="notes">
      ${footnotes([...cells, ...gateFigures(summary)], summary).map(
        (note) => html`<li>${note}</li> `,
      )}
    </ul>
  </section> `;
}

function moneyTable(summary: Summary): Table {
  const columns = Object.keys(summary.strategies).map((name) => pricedStrategy(summary, name));
  return {
    caption: `Cost per year, in ${summary.currency}`,
    rows: figureRows(columns, { measures: STRATEGY_MEASURES, currency: null }),
  };
}

function service(summary: Summary, name: string): Table {
  const columns = Object.values(summary.strategies).map(({ services }) => services[name]);
  const some = columns.find((of) => of !== undefined);
  const title = some === undefined || some.title === name ? name : `${some.title} (${name})`;
  return {
    caption: title,
    note: objectivesText(some === undefined ? [] : objectiveTexts(some)),
    rows: figureRows(columns, { measures: SERVICE_MEASURES, currency: summary.currency }),
  };
}
