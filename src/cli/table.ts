/** A column of a file of rows. */
export interface TableColumn {
  /** With its unit. */
  readonly name: string;
  readonly holds: 'text' | 'count' | 'milliseconds' | 'amount' | 'flag' | 'instant';
  /** Whether a cell may be empty: a figure that does not exist. */
  readonly empty?: true;
}

export type Cell = string | number | boolean | Date | null;

/** What every file of a run carries, so that it can be run again. */
export interface RunLabel {
  readonly scenario: string;
  readonly version: string;
  readonly scenarioHash: string;
  readonly seed: string;
  readonly trials: number;
}
