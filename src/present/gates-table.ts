import type { Colors } from 'picocolors/types.js';
import type { GateResult, Summary } from '../experiment/summary.js';
import { named, printable, wrapped } from './display-width.js';
import { gateFigure, gatesHeadline, judgedGates, undecidedText } from './gates.js';

const PAINTS = { kept: 'green', missed: 'red', undecided: 'yellow' } as const;
const INDENT = 2;
/** Columns of the outcome. */
const LABEL = 11;

interface Look {
  readonly room: number;
  readonly paint: Colors;
}

/** The promises of a run for a terminal, each with what it was judged on; nothing without any. */
export function gateLines(summary: Summary, { room, paint }: Look): string[] {
  const gates = judgedGates(summary);
  if (gates.length === 0) return [];
  return [
    '',
    ...wrapped(gatesHeadline(gates), room).map(paint.bold),
    ...gates.flatMap(({ text, results }) => [
      ...wrapped(printable(text), room, INDENT),
      ...results.flatMap((result) => resultLines(result, summary, { room, paint })),
    ]),
  ];
}

function resultLines(result: GateResult, summary: Summary, { room, paint }: Look): string[] {
  const { outcome, strategy, service } = result;
  const who = service === null ? named(strategy) : `${named(strategy)}, ${named(service)}`;
  const why = undecidedText(result);
  const text = `${who}: ${gateFigure(result, summary)}${why === '' ? '' : `; ${why}`}`;
  const label = ' '.repeat(INDENT) + paint[PAINTS[outcome]](outcome.padEnd(LABEL));
  return wrapped(text, room - INDENT - LABEL).map((line, number) =>
    number === 0 ? label + line : ' '.repeat(INDENT + LABEL) + line,
  );
}
