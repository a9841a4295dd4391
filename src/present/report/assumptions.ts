import type { Summary } from '../../experiment/summary.js';
import type { Assumption } from '../../model/scenario.js';
import { grouped } from '../amounts.js';
import { NOTHING } from '../figure-text.js';
import { dataTable, type RowGroup } from './figure-table.js';
import { html, type Html } from './html.js';

const HEADS = ['Figure', 'As written; fitted law', 'Source', 'Year', 'Confidence'];

/** Most to be trusted first. */
const CONFIDENCE = {
  measured: 'measured',
  vendor: 'told by a vendor',
  estimate: 'estimated',
  scenario: 'from the scenario without a source',
} as const;

/** Every figure that the result rests on, with where it comes from and how much to trust it. */
export function assumptionsSection({ assumptions }: Summary): Html {
  return html`<section id="assumptions" aria-labelledby="assumptions-title">
    <h2 id="assumptions-title">Assumptions</h2>
    <p>${counts(assumptions)}</p>
    ${
      assumptions.length === 0
        ? ''
        : dataTable({
            caption: 'All figures',
            heads: HEADS,
            groups: groupsOf(assumptions),
            words: true,
          })
    }
  </section> `;
}

function counts(assumptions: readonly Assumption[]): string {
  if (assumptions.length === 0) return 'The result rests on no figure that was written down.';
  const kinds = Object.entries(CONFIDENCE).flatMap(([confidence, words]) => {
    const count = assumptions.filter((one) => one.confidence === confidence).length;
    return count === 0 ? [] : [`${grouped(count)} ${words}`];
  });
  const all = `The result rests on ${grouped(assumptions.length)} figures: ${kinds.join(', ')}.`;
  return `${all} No interval in this report covers the error of a wrong one.`;
}

/** By the part of the scenario, in its order. */
function groupsOf(assumptions: readonly Assumption[]): RowGroup[] {
  const partOf = ({ path }: Assumption) => path.split(/[./[]/, 1)[0] ?? '';
  const parts = [...new Set(assumptions.map(partOf))];
  return parts.map((part) => ({
    title: part === 'models' ? 'models: tables of the catalogue' : part,
    rows: assumptions.filter((one) => partOf(one) === part).map(rowOf),
  }));
}

function rowOf({ path, text, fitted, source, year, confidence }: Assumption) {
  const written = fitted === undefined ? text : html`${text} <span class="quiet">${fitted}</span>`;
  const told = source === '' ? NOTHING : source;
  return {
    label: path.split(/(?<=[./])|(?=\[)/).map((part) => html`${part}<wbr />`),
    cells: [
      written,
      source === '' && confidence === 'scenario' ? 'the scenario itself' : told,
      year ?? NOTHING,
      confidence,
    ],
  };
}
