import type { CatalogueEntry, CatalogueFolder } from '../present/catalogue.js';
import { catalogueMarkdown, entryMarkdown } from '../present/catalogue-markdown.js';
import { catalogueTable, entryTable } from '../present/catalogue-table.js';
import { lookUp } from './catalogue-look-up.js';
import { EXIT } from './failure.js';
import type { ModelsCall } from './models-options.js';
import { shippedCatalogue } from './read-files.js';
import { stdoutLook } from './terminal.js';

/** `drsim models`: what a scenario can pick from, and where its figures come from. */
export function models({ what, format }: ModelsCall): number {
  const found = lookUp(shippedCatalogue(), what ?? '');
  process.stdout.write(
    'entry' in found ? printedEntry(found.entry, format) : printedList(found.folders, format),
  );
  return EXIT.done;
}

function printedList(folders: readonly CatalogueFolder[], format: ModelsCall['format']): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ folders }, null, 2)}\n`;
    case 'md':
      return catalogueMarkdown(folders);
    case 'table':
      return catalogueTable(folders, stdoutLook());
  }
}

function printedEntry(entry: CatalogueEntry, format: ModelsCall['format']): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(entry, null, 2)}\n`;
    case 'md':
      return entryMarkdown(entry);
    case 'table':
      return entryTable(entry, stdoutLook());
  }
}
