import { nearest } from '../base/suggest.js';
import type { Catalogue } from '../input/catalogue.js';
import { bareName, type CatalogueEntry, type CatalogueFolder } from '../present/catalogue.js';
import { catalogueFolders, entryOf } from './catalogue-entry.js';
import { type Failure, wrongInput } from './failure.js';

/** Folders to list, or one entry to show. */
type Found = { readonly folders: readonly CatalogueFolder[] } | { readonly entry: CatalogueEntry };

/** `threats/site-fire` for `./models/threats/site-fire.yaml`. */
function shortName(what: string): string {
  return what
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)?(?:models(?:\/|$))?/, '')
    .replace(/(?:\/|\.ya?ml)$/, '');
}

/**
 * What somebody means by a name: a folder such as `threats`, an entry such as `threats/site-fire`
 * or `site-fire`, or with an empty name everything.
 *
 * @throws Failure when there is no such name, or several
 */
export function lookUp(catalogue: Catalogue, what: string): Found {
  const name = shortName(what);
  const folders = catalogueFolders(catalogue);
  if (name === '') return { folders };
  const folder = folders.filter((one) => one.folder === name);
  if (folder.length > 0) return { folders: folder };
  const entries = folders.flatMap((one) => one.entries.map(({ entry }) => entry));
  const named = entries.filter((entry) => entry === `models/${name}` || bareName(entry) === name);
  const [entry, ...others] = named;
  if (entry === undefined) throw unknown(name, folders);
  if (others.length > 0) {
    const short = named.map((one) => one.replace('models/', '')).join(' or ');
    throw wrongInput(`${named.length} entries have the name ${name}\n  fix  say which: ${short}`);
  }
  return { entry: entryOf(catalogue, entry) };
}

function unknown(name: string, folders: readonly CatalogueFolder[]): Failure {
  const entries = folders.flatMap((one) => one.entries.map(({ entry }) => entry));
  const near = nearest(name, [
    ...folders.map(({ folder }) => folder),
    ...entries.map(bareName),
    ...entries.map((entry) => entry.replace('models/', '')),
  ]);
  const meant = near === undefined ? '' : `did you mean ${near}? `;
  return wrongInput(
    `models: there is no folder or entry ${JSON.stringify(name)}\n` +
      `  fix  ${meant}drsim models lists all that there is`,
  );
}
