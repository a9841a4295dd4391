import type { Summary } from '../../experiment/summary.js';
import { gateFigure, GATES_NOTE, gatesHeadline, judgedGates, undecidedText } from '../gates.js';
import { dataTable, type RowGroup } from './figure-table.js';
import { html, type Html, NOTHING_HERE } from './html.js';

const SIGNS = { kept: '✓', missed: '✗', undecided: '?' } as const;

/** The promises of a run and what each was judged on; nothing where nothing was promised. */
export function gatesSection(summary: Summary): Html {
  const gates = judgedGates(summary);
  if (gates.length === 0) return NOTHING_HERE;
  const groups: RowGroup[] = gates.map(({ text, results }) => ({
    title: text,
    rows: results.map((result) => {
      const { outcome, strategy, service } = result;
      const why = undecidedText(result);
      const value = gateFigure(result, summary) + (why === '' ? '' : `; ${why}`);
      const label = html`<span class="${outcome}">${SIGNS[outcome]} ${outcome}</span>`;
      return { label, cells: [strategy, service ?? 'the whole of it', value] };
    }),
  }));
  const heads = ['Outcome', 'Strategy', 'Service', 'Judged on'];
  return html`<section id="gates" aria-labelledby="gates-title">
    <h2 id="gates-title">${gatesHeadline(gates)}</h2>
    ${dataTable({ caption: 'What was promised', heads, groups, words: true })}
    <p class="notes">${GATES_NOTE}</p>
  </section> `;
}
