import { printable } from './display-width.js';

/**
 * Text that Markdown shows as it is: no markup, no HTML, no broken table, no link, and nobody called
 * by an @.
 */
export function asText(text: string): string {
  return printable(text)
    .replaceAll('\u00a0', ' ')
    .replace(/[\\`*_[\]<>|~#&$]/g, (sign) => `\\${sign}`)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www|mailto|xmpp)([.:])/gi, '$1\\$2')
    .replaceAll('@', '@&#8203;');
}

/** One row of a table, every cell as text. */
export const textRow = (cells: readonly string[]): string => rowOf(cells.map(asText));

/** One row of a table of cells that are Markdown already. */
export const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The line between the head of a table and its rows. */
export const ruleOf = (columns: number): string =>
  rowOf(Array.from({ length: columns }, () => '---'));
