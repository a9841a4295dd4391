import pc from 'picocolors';
import { columnTables, columnWidths } from '../column-tables.js';
import { printable, wrapped } from '../display-width.js';
import { roomIn, type TerminalLook } from '../terminal-look.js';
import {
  byPlace,
  DIFF_HEADS,
  DIFF_NOTE,
  diffCells,
  differenceText,
  diffHeadline,
  shownFigures,
} from './diff-words.js';
import type { SummaryDiff } from './summary-diff.js';

/** What changed between two runs, for a terminal. @param look with `all`: also what chance explains */
export function diffTable(
  diff: SummaryDiff,
  look: TerminalLook & { readonly all: boolean },
): string {
  const room = roomIn(look);
  const paint = pc.createColors(look.colour);
  const lists = [
    ['Inputs', diff.inputs],
    ['Assumptions', diff.assumptions],
  ] as const;
  const currency = printable(diff.new.currency);
  const groups = [...byPlace(shownFigures(diff, look.all))].map(([place, figures]) => ({
    place,
    rows: figures.map((one) => ({ label: one.measure, cells: diffCells(one, currency) })),
  }));
  const widths = columnWidths(
    DIFF_HEADS,
    groups.flatMap(({ rows }) => rows),
    room,
  );
  const lines = [
    ...wrapped(diffHeadline(diff), room).map((line) => paint.bold(line)),
    ...lists.flatMap(([title, differences]) =>
      differences.length === 0
        ? []
        : [
            '',
            paint.bold(title),
            ...differences.flatMap((one) => wrapped(differenceText(one), room, 2)),
          ],
    ),
    ...groups.flatMap(({ place, rows }) => [
      '',
      ...wrapped(place, room).map((line) => paint.bold(line)),
      ...columnTables({ heads: DIFF_HEADS, rows }, widths, paint),
    ]),
    ...(groups.length === 0 ? [] : ['', ...wrapped(DIFF_NOTE, room, 2).map(paint.dim)]),
  ];
  return `${lines.join('\n')}\n`;
}
