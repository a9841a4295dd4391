import { isatty } from 'node:tty';
import type { TerminalLook } from '../present/terminal-look.js';

/** Columns of what is no terminal. */
const PIPE = 80;

/**
 * How stdout shows text. `isTTY` and `columns` are undefined through a pipe, which a colour library
 * takes as "decide for yourself": the terminal itself is asked instead.
 */
export function stdoutLook(): TerminalLook {
  const { columns, fd } = process.stdout;
  const terminal = isatty(fd);
  return {
    width: terminal ? (columns ?? PIPE) : PIPE,
    colour: terminal && !process.env['NO_COLOR'],
  };
}
