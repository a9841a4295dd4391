import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, RunLabel, TableColumn } from './table.js';

/** Rows that are kept in memory and written together. */
const ROWS_OF_GROUP = 50_000;

const TYPES = {
  text: 'STRING',
  count: 'INT32',
  milliseconds: 'INT64',
  amount: 'DOUBLE',
  flag: 'BOOLEAN',
  instant: 'TIMESTAMP',
} as const satisfies Readonly<Record<TableColumn['holds'], string>>;

/**
 * A table for databases and notebooks (Apache Parquet), written in groups of rows, so that memory
 * stays bounded. The same rows and label give the same bytes.
 */
export class ParquetFile {
  readonly #file: number;
  readonly #columns: readonly TableColumn[];
  readonly #bytes: ByteWriter;
  readonly #parquet: ParquetWriter;
  #rows: (readonly Cell[])[] = [];

  private constructor(
    path: string,
    columns: readonly TableColumn[],
    { ByteWriter: Bytes, ParquetWriter: Parquet, schemaFromColumnData }: Library,
  ) {
    this.#file = openSync(path, 'w');
    this.#columns = columns;
    this.#bytes = new Bytes();
    const schema = schemaFromColumnData({
      columnData: columns.map(({ name, holds, empty = false }) => {
        return { name, type: TYPES[holds], nullable: empty, data: [] };
      }),
    });
    this.#parquet = new Parquet({ writer: this.#bytes, schema });
  }

  /** @throws what the file system says where it cannot be written */
  static async open(path: string, columns: readonly TableColumn[]): Promise<ParquetFile> {
    return new ParquetFile(path, columns, await import('hyparquet-writer'));
  }

  /** @param rows with a cell for each column */
  add(rows: readonly (readonly Cell[])[]): void {
    for (const row of rows) {
      this.#rows.push(row);
      if (this.#rows.length === ROWS_OF_GROUP) this.#writeGroup();
    }
  }

  /** Writes what is left, and what the file is about as its key-value metadata. */
  close(label: RunLabel & { readonly interrupted: boolean }): void {
    if (this.#rows.length > 0) this.#writeGroup();
    this.#parquet.createdBy = `drsim version ${label.version}`;
    this.#parquet.kvMetadata = Object.entries(label).map(([key, value]) => {
      return { key: `drsim.${key}`, value: String(value) };
    });
    void this.#parquet.finish();
    this.#drain();
    closeSync(this.#file);
  }

  #writeGroup(): void {
    const columnData = this.#columns.map(({ name, holds }, place) => {
      const cells = this.#rows.map((row) => row[place]!);
      return { name, data: holds === 'milliseconds' ? cells.map(wholeNumber) : cells };
    });
    void this.#parquet.write({ columnData, rowGroupSize: ROWS_OF_GROUP });
    this.#rows = [];
    this.#drain();
  }

  /** What has been encoded goes to the file. */
  #drain(): void {
    writeFileSync(this.#file, this.#bytes.getBytes());
    this.#bytes.index = 0;
  }
}

type Library = typeof import('hyparquet-writer');

const wholeNumber = (cell: Cell) => (cell === null ? null : BigInt(Number(cell)));
