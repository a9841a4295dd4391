import pc from 'picocolors';
import type { ServiceSummary, Summary } from '../experiment/summary.js';
import { named, printable, wrapped } from './display-width.js';
import { figureRows, type Measured, serviceNames } from './figure-rows.js';
import { gateFigures, GATES_NOTE } from './gates.js';
import { gateLines } from './gates-table.js';
import { leftOutTexts } from './left-out.js';
import { pricedStrategy, SERVICE_MEASURES, STRATEGY_MEASURES } from './measures.js';
import { columnTables, columnWidths, type Row } from './column-tables.js';
import { objectiveTexts } from './objectives.js';
import { roomIn, type TerminalLook } from './terminal-look.js';
import { verdictSentences } from './verdict.js';
import { WORTH_MEASURES } from './worth-measures.js';
import { worthBasis } from './worth-words.js';
import {
  footnotes,
  headline,
  interruptedNote,
  objectivesText,
  provenance,
  whatStruck,
} from './words.js';

/** The whole comparison for a terminal: what struck, what it did, what it cost, what follows. */
export function comparisonTable(summary: Summary, look: TerminalLook): string {
  const room = roomIn(look);
  const paint = pc.createColors(look.colour);
  const sections = [
    ...serviceNames(summary).map((name) => serviceSection(summary, name)),
    moneySection(summary),
    ...worthSections(summary),
  ];
  const heads = Object.keys(summary.strategies).map(printable);
  const widths = columnWidths(
    heads,
    sections.flatMap(({ rows }) => rows),
    room,
  );
  const tables = sections.flatMap((section) => [
    '',
    ...wrapped(section.title, room).map((line) => paint.bold(line)),
    ...columnTables({ heads, rows: section.rows }, widths, paint),
  ]);
  const lines = [
    ...wrapped(headline(summary), room).map((line) => paint.bold(line)),
    ...wrapped(provenance(summary), room).map((line) => paint.dim(line)),
    ...wrapped(whatStruck(summary), room, 2),
    ...(summary.interrupted ? wrapped(interruptedNote(summary), room).map(paint.yellow) : []),
    ...tables,
    ...verdictLines(summary, room).map((line) => (line === '' ? line : paint.bold(line))),
    ...gateLines(summary, { room, paint }),
    '',
    ...noteLines(summary, sections).flatMap((note) =>
      wrapped(note, room, 2).map((line) => paint.dim(line)),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was left out, and what the signs and words of the tables mean. */
function noteLines(summary: Summary, sections: readonly Section[]): string[] {
  const figures = [...sections.flatMap(signs), ...gateFigures(summary)];
  return [
    ...leftOutTexts(summary.notSimulated ?? []),
    ...footnotes(figures, summary),
    ...(summary.gates === undefined ? [] : [GATES_NOTE]),
  ];
}

function verdictLines(summary: Summary, room: number): string[] {
  const sentences = verdictSentences(summary);
  return sentences.length === 0 ? [] : ['', ...sentences.flatMap((one) => wrapped(one, room, 2))];
}

interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

function serviceSection(summary: Summary, name: string): Section {
  const columns = Object.values(summary.strategies).map(({ services }) => services[name]);
  const some = columns.find((service) => service !== undefined);
  const title = some === undefined ? named(name) : serviceTitle(name, some);
  return sectionOf(title, columns, { measures: SERVICE_MEASURES, currency: summary.currency });
}

function serviceTitle(name: string, service: ServiceSummary): string {
  const title = service.title === name ? named(name) : `${named(service.title)} (${named(name)})`;
  return `${title}, ${objectivesText(objectiveTexts(service))}`;
}

function moneySection(summary: Summary): Section {
  const columns = Object.keys(summary.strategies).map((name) => pricedStrategy(summary, name));
  const title = `Cost per year, in ${printable(summary.currency)}`;
  return sectionOf(title, columns, { measures: STRATEGY_MEASURES, currency: null });
}

/** None where nothing is compared. */
function worthSections(summary: Summary): Section[] {
  const columns = Object.keys(summary.strategies).map((name) => pricedStrategy(summary, name));
  const title = `Worth against ${named(summary.baseline)}, ${worthBasis(summary)}, in ${printable(summary.currency)}`;
  const section = sectionOf(title, columns, { measures: WORTH_MEASURES, currency: null });
  return section.rows.length === 0 ? [] : [section];
}

const signs = ({ rows }: Section) => rows.flatMap(({ cells }) => cells);

function sectionOf<Of>(
  title: string,
  columns: ReadonlyArray<Of | undefined>,
  { measures, currency }: Measured<Of>,
): Section {
  const shown = measures.filter((measure) => !measure.fullTablesOnly);
  return { title, rows: figureRows(columns, { measures: shown, currency }) };
}
