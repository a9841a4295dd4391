import type { Colors } from 'picocolors/types.js';
import { printable, wrapped } from './display-width.js';

/** How a terminal shows text. */
export interface TerminalLook {
  /** Its columns. */
  readonly width: number;
  /** Whether it shows colour; without it the text is plain. */
  readonly colour: boolean;
}

const NARROWEST = 60;
const WIDEST = 110;
const INDENT = 4;
const LABEL = 10;

/** Columns that a text takes: all of a terminal's, but lines longer than a page are hard to read. */
export function roomIn({ width }: TerminalLook): number {
  return Math.max(NARROWEST, Math.min(WIDEST, Math.floor(width)));
}

/** A word, and beside it a text over as many lines as it needs. */
export function labelled(
  label: string,
  text: string,
  { room, paint }: { readonly room: number; readonly paint: Colors },
): string[] {
  const edge = ' '.repeat(INDENT);
  const [first = '', ...more] = wrapped(printable(text), room - INDENT - LABEL);
  const further = more.map((line) => edge + ' '.repeat(LABEL) + line);
  return [`${edge}${paint.dim(label.padEnd(LABEL))}${first}`.trimEnd(), ...further];
}
