import type { Source } from './source-words.js';

/** The ready-made parts that a scenario can pick from, by folder. */
export interface CatalogueFolder {
  /** Such as `threats`. */
  readonly folder: string;
  readonly entries: readonly EntrySummary[];
}

/** An entry in a list. */
export interface EntrySummary {
  /** How a scenario names it in full, such as `models/threats/site-fire`. */
  readonly entry: string;
  readonly title: string;
  /** What it stands for; null where it does not say. */
  readonly about: string | null;
}

/** An entry with all that stands in it. */
export interface CatalogueEntry extends EntrySummary {
  /** Of a table, whose figures all come from there; null where each figure has a source of its own. */
  readonly source: Source | null;
  readonly parts: readonly EntryPart[];
}

/** Something that an entry says under a key. */
export type EntryPart =
  | {
      readonly kind: 'figure';
      readonly path: string;
      readonly text: string;
      readonly source: Source;
    }
  /** A word, or a figure of a table. */
  | { readonly kind: 'word'; readonly path: string; readonly text: string }
  /** Taken over from another entry. */
  | { readonly kind: 'extends'; readonly path: string; readonly entry: string };

/** `site-fire` for `models/threats/site-fire`. */
export const bareName = (entry: string): string => entry.slice(entry.lastIndexOf('/') + 1);

/** `16 entries in 11 folders` */
export function catalogueSize(folders: readonly CatalogueFolder[]): string {
  const entries = folders.reduce((sum, folder) => sum + folder.entries.length, 0);
  const counted = entries === 1 ? '1 entry' : `${entries} entries`;
  return `${counted} in ${folders.length === 1 ? '1 folder' : `${folders.length} folders`}`;
}
