import { NOTHING } from '../figure-text.js';
import { type Content, html, type Html, NOTHING_HERE, quoted } from './html.js';

/** A line of a table: what is measured, and the figure of each column. */
export interface TableRow {
  readonly label: Content;
  readonly cells: readonly Content[];
}

/** Rows that belong together, under a heading of their own where they have one. */
export interface RowGroup {
  readonly title?: Content;
  readonly rows: readonly TableRow[];
}

export interface DataTable {
  /** What the table shows, also for those who cannot see it. */
  readonly caption: string;
  /** Said beside the caption. */
  readonly note?: string;
  /** Of the column of labels, then of each column. */
  readonly heads: readonly Content[];
  readonly groups: readonly RowGroup[];
  /** Whether cells are words, which begin at the left, and not figures. */
  readonly words?: true;
}

/** A table that scrolls within itself where the page is too narrow, also by keyboard. */
export function dataTable({ caption, note, heads, groups, words }: DataTable): Html {
  const beside = note === undefined ? NOTHING_HERE : html` <span class="quiet">${note}</span>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${quoted(caption)}>
    <table class="${words ? 'words' : 'figures'}">
      <caption>
        <span>${caption}${beside}</span>
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      ${groups.map((group) => groupMarkup(group, heads))}
    </table>
  </div> `;
}

function groupMarkup({ title, rows }: RowGroup, heads: DataTable['heads']): Html {
  const head =
    title === undefined
      ? NOTHING_HERE
      : html`<tr>
          <th class="group" scope="rowgroup" colspan="${heads.length}">${title}</th>
        </tr> `;
  return html`<tbody>
    ${head}${rows.map((row) => rowMarkup(row, heads.slice(1)))}
  </tbody> `;
}

const rowMarkup = ({ label, cells }: TableRow, heads: DataTable['heads']) =>
  html`<tr>
    <th scope="row">${label}</th>
    ${cells.map((cell, column) => html`<td ${attributesOf(cell, heads[column])}>${breakable(cell)}</td>`)}
  </tr> `;

/** For where there is no room for columns: a plain head beside each of its cells that says something. */
function attributesOf(cell: Content, head: Content | undefined): Html {
  if (typeof head !== 'string') return NOTHING_HERE;
  return cell === NOTHING ? html`class="none"` : html`data-label=${quoted(head)}`;
}

/** A figure that a narrow column may break before its interval's upper end or its bound. */
function breakable(cell: Content): Content {
  if (typeof cell !== 'string') return cell;
  return cell.replaceAll('\u00a0to\u00a0', ' to\u00a0').replace(/(below|above)\u00a0/, '$1 ');
}
