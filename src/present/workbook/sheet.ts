/** How a cell looks: `input` is white and may be written over, `result` is grey and locked. */
export type CellStyle = 'text' | 'head' | 'title' | 'input' | 'result' | 'rate' | 'inputRate';

/** A cell of a worksheet. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string; readonly style: CellStyle }
  | { readonly kind: 'number'; readonly value: number; readonly style: CellStyle }
  | { readonly kind: 'formula'; readonly formula: string; readonly style: CellStyle };

/** A worksheet: rows from the first, cells from column A; null is an empty one. */
export interface Sheet {
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: ReadonlyArray<ReadonlyArray<SheetCell | null>>;
}

export const textCell = (text: string, style: CellStyle = 'text'): SheetCell => ({
  kind: 'text',
  text,
  style,
});

export const numberCell = (value: number, style: CellStyle = 'result'): SheetCell => ({
  kind: 'number',
  value,
  style,
});

/** @param formula without the sign `=` before it */
export const formulaCell = (formula: string, style: CellStyle = 'result'): SheetCell => ({
  kind: 'formula',
  formula,
  style,
});

/** A figure, or a dash where there is none. */
export const figureCell = (value: number | null, style: CellStyle = 'result'): SheetCell =>
  value === null ? textCell('–', 'result') : numberCell(value, style);

export const heads = (...names: readonly string[]): SheetCell[] =>
  names.map((name) => textCell(name, 'head'));

/** What no name of a worksheet may hold, and what would end it within a formula. */
const NO_SHEET_NAME = /[[\]:*?/\\'\p{Cc}\p{Cs}]/gu;
const LONGEST_NAME = 31;

/** A name that is unlike all others by its number. */
export function sheetName(number: number, name: string): string {
  const clean = [...`${number} ${name.replaceAll(NO_SHEET_NAME, ' ')}`];
  let shown = '';
  for (const sign of clean) if (shown.length + sign.length <= LONGEST_NAME) shown += sign;
  return shown.trimEnd();
}
