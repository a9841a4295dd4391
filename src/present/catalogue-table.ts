import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import {
  bareName,
  type CatalogueEntry,
  type CatalogueFolder,
  catalogueSize,
  type EntryPart,
  type EntrySummary,
} from './catalogue.js';
import { printable, wrapped } from './display-width.js';
import { sourceWords } from './source-words.js';
import { labelled, roomIn, type TerminalLook } from './terminal-look.js';

/** The catalogue for a terminal: folders with the entries in them. */
export function catalogueTable(folders: readonly CatalogueFolder[], look: TerminalLook): string {
  const room = roomIn(look);
  const paint = pc.createColors(look.colour);
  const some = folders.at(-1)?.entries.at(-1)?.entry.replace('models/', '') ?? '<entry>';
  const head = `${catalogueSize(folders)}; figures and sources of one: drsim models ${some}`;
  const lines = folders.flatMap(({ folder, entries }) => [
    '',
    paint.bold(printable(folder)),
    ...entries.flatMap(({ entry, title, about }) => [
      `  ${paint.cyan(printable(bareName(entry)))}`,
      ...indented(entryWords({ entry, title, about }), { room, indent: 4 }),
    ]),
  ]);
  return `${[...wrapped(head, room).map(paint.dim), ...lines].join('\n')}\n`;
}

function entryWords({ entry, title, about }: EntrySummary): string {
  if (about !== null) return `${title}. ${about}`;
  return title === bareName(entry) ? '' : title;
}

/** An entry of the catalogue for a terminal: every figure, and where it comes from. */
export function entryTable(entry: CatalogueEntry, look: TerminalLook): string {
  const room = roomIn(look);
  const paint = pc.createColors(look.colour);
  const { title, about, source, parts } = entry;
  const lines = [
    ...wrapped(`${printable(title)} (${entry.entry})`, room).map(paint.bold),
    ...(about === null ? [] : wrapped(printable(about), room)),
    ...(source === null ? [] : ['', ...labelled('source', sourceWords(source), { room, paint })]),
    '',
    ...parts.flatMap((part) => partLines(part, room, paint)),
  ];
  return `${lines.join('\n')}\n`;
}

function partLines(part: EntryPart, room: number, paint: Colors): string[] {
  const text = part.kind === 'extends' ? `extends ${part.entry}` : part.text;
  const [first = '', ...more] = indented(`${part.path}: ${text}`, { room: room - 2, indent: 2 });
  const name = `  ${printable(part.path)}:`;
  const painted = first.startsWith(name) ? paint.bold(name) + first.slice(name.length) : first;
  const source = part.kind === 'figure' ? sourceWords(part.source) : '';
  const from = source === '' ? [] : labelled('source', source, { room, paint });
  return [painted, ...more.map((line) => `  ${line}`), ...from];
}

const indented = (text: string, { room, indent }: { room: number; indent: number }) =>
  wrapped(printable(text), room - indent).map((line) => ' '.repeat(indent) + line);
