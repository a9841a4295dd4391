import Table from 'cli-table3';
import type { Colors } from 'picocolors/types.js';
import { displayWidth, shortened, wrapped } from './display-width.js';
import { NOTHING, TOO_FEW } from './figure-text.js';

/** One measure across all strategies. */
export interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

/** Columns of text: of the label, and of each strategy. */
export interface ColumnWidths {
  readonly label: number;
  readonly column: number;
  /** Strategies beside each other. */
  readonly atOnce: number;
}

const GAP = 2;
const LABEL = { narrowest: 16, widest: 24 };
const COLUMN = { narrowest: 12, widest: 28 };

/**
 * One layout for all tables of a comparison, so that a strategy stays in its column: as many
 * columns as fit when cells are broken at their spaces, each as wide as it likes within the rest.
 */
export function columnWidths(
  heads: readonly string[],
  rows: readonly Row[],
  width: number,
): ColumnWidths {
  const cells = rows.flatMap((row) => row.cells);
  const label = clamp(widest(rows.map((row) => row.label)), LABEL);
  const least = clamp(widest(cells.flatMap((cell) => cell.split(' '))), COLUMN);
  const natural = clamp(widest([...heads, ...cells]), COLUMN);
  const fitting = Math.floor((width - label) / (least + GAP));
  const atOnce = Math.max(1, Math.min(heads.length, fitting));
  const column = Math.min(natural, Math.floor((width - label) / atOnce) - GAP);
  return { label, column, atOnce };
}

/**
 * Lines of a table with a column per strategy; with more strategies than fit, several tables under
 * each other with the same rows.
 */
export function columnTables(
  { heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly Row[] },
  widths: ColumnWidths,
  paint: Colors,
): string[] {
  const lines: string[] = [];
  for (let from = 0; from < heads.length; from += widths.atOnce) {
    const to = from + widths.atOnce;
    const some = rows.map(({ label, cells }) => ({ label, cells: cells.slice(from, to) }));
    if (from > 0) lines.push('');
    lines.push(...oneTable(heads.slice(from, to), some, { ...widths, paint }));
  }
  return lines;
}

function oneTable(
  heads: readonly string[],
  rows: readonly Row[],
  { label, column, paint }: ColumnWidths & { readonly paint: Colors },
): string[] {
  const table = new Table({
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: [label, ...heads.map(() => column)],
    colAligns: ['left', ...heads.map(() => 'right' as const)],
  });
  table.push(['', ...heads.map((head) => paint.bold(shortened(head, column)))]);
  for (const row of rows) {
    const cells = row.cells.map((cell) => cellLines(cell, column, paint));
    table.push([wrapped(row.label, label, 2).join('\n'), ...cells]);
  }
  const [head = '', ...body] = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const rule = paint.dim('─'.repeat(label + heads.length * (column + GAP)));
  return [head, rule, ...body];
}

/** A cell broken at its plain spaces only, one line below the other. */
function cellLines(cell: string, column: number, paint: Colors): string {
  const quiet = cell === NOTHING || cell === TOO_FEW || /^(?:needs|never.struck)/u.test(cell);
  return wrapped(cell, column)
    .map((line) => (quiet ? paint.dim(line) : line))
    .join('\n');
}

export const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

const widest = (texts: readonly string[]) =>
  texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);

const clamp = (value: number, { narrowest, widest: most }: { narrowest: number; widest: number }) =>
  Math.max(narrowest, Math.min(most, value));
