import { closeSync, openSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { Cell, RunLabel } from './table.js';

/** Separators as escapes of JSON, so that no spreadsheet begins a cell in the middle of a text. */
function oneCell(text: string): string {
  const escape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replace(/[,;\t]/g, escape);
}

/** A table for spreadsheets, written piece by piece, so that memory stays bounded. */
export class CsvFile {
  readonly #file: number;
  /** Names come again and again. */
  readonly #quoted = new Map<string, string>();
  #lines: string[] = [];

  /** Begins the file with a line about the run and one of the columns' names. */
  constructor(path: string, label: RunLabel, columns: readonly string[]) {
    this.#file = openSync(path, 'w');
    const { scenario, version, scenarioHash, seed, trials } = label;
    writeFileSync(
      this.#file,
      `# drsim ${version}, scenario ${oneCell(scenario)}, hash ${scenarioHash}, ` +
        `seed ${oneCell(JSON.stringify(seed))}, ${trials} trials\n${columns.join(',')}\n`,
    );
  }

  /** Takes rows; they are written at the next `flush`. */
  add(rows: readonly (readonly Cell[])[]): void {
    for (const row of rows) {
      this.#lines.push(`${row.map((cell) => this.#textOf(cell)).join(',')}\n`);
    }
  }

  flush(): void {
    writeFileSync(this.#file, this.#lines.join(''));
    this.#lines = [];
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  /** Flags are 1 and 0, instants ISO 8601 in UTC, and what does not exist is nothing. */
  #textOf(cell: Cell): string {
    if (cell === null) return '';
    if (typeof cell === 'string') return this.#quotedText(cell);
    if (typeof cell === 'boolean') return cell ? '1' : '0';
    return typeof cell === 'number' ? String(cell) : cell.toISOString();
  }

  #quotedText(text: string): string {
    const known = this.#quoted.get(text);
    if (known !== undefined) return known;
    // Text that a spreadsheet would run as a formula stays text.
    const quoted = stringify([[text]], { escape_formulas: true, eof: false });
    this.#quoted.set(text, quoted);
    return quoted;
  }
}
