import type { Summary } from '../../experiment/summary.js';
import { figureRows } from '../figure-rows.js';
import { pricedStrategy } from '../measures.js';
import { WORTH_MEASURES } from '../worth-measures.js';
import { worthBasis, worthDefinitions, worthSentences } from '../worth-words.js';
import { dataTable } from './figure-table.js';
import { html, type Html, NOTHING_HERE } from './html.js';
import { strategyHeads } from './strategy-heads.js';

/** What the strategies are worth, for finance alone; nothing where nothing is compared. */
export function worthSection(summary: Summary): Html {
  const sentences = worthSentences(summary);
  if (sentences.length === 0) return NOTHING_HERE;
  const columns = Object.keys(summary.strategies).map((name) => pricedStrategy(summary, name));
  const rows = figureRows(columns, { measures: WORTH_MEASURES, currency: null });
  return html`<section id="worth" aria-labelledby="worth-title">
    <h2 id="worth-title">What it is worth</h2>
    <ul class="verdict">
      ${sentences.map((sentence) => html`<li>${sentence}</li> `)}
    </ul>
    ${dataTable({
      caption: `Worth against ${summary.baseline}, in ${summary.currency}`,
      note: `${worthBasis(summary)}.`,
      heads: ['', ...strategyHeads(summary)],
      groups: [{ rows }],
    })}
    <ul class="notes">
      ${worthDefinitions(summary).map((text) => html`<li>${text}</li> `)}
    </ul>
  </section> `;
}
