import type { Argv } from 'yargs';

const FORMATS = ['table', 'json', 'md'] as const;

/** How `drsim diff` was called. */
export interface DiffCall {
  readonly old: string;
  readonly new: string;
  readonly format: (typeof FORMATS)[number];
  readonly all: boolean;
}

/** The options of `drsim diff`. */
export function diffOptions(cli: Argv): Argv {
  return cli
    .positional('old', {
      type: 'string',
      demandOption: true,
      describe: 'The summary.json of the run before',
    })
    .positional('new', {
      type: 'string',
      demandOption: true,
      describe: 'The summary.json of the run after',
    })
    .option('format', {
      choices: FORMATS,
      default: 'table',
      describe: 'What to print; md is for a pull request',
    })
    .option('all', {
      type: 'boolean',
      default: false,
      describe: 'Show also what differs by no more than chance (json always does)',
    })
    .example([
      ['$0 diff old/summary.json out/shop/summary.json --format md', 'for a pull request'],
    ]);
}
