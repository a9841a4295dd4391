import type { Argv } from 'yargs';

const FORMATS = ['table', 'json', 'sarif', 'md'] as const;

/** How `drsim check` was called. */
export interface CheckCall {
  readonly scenario: string;
  readonly format: (typeof FORMATS)[number];
  readonly all: boolean;
  readonly assumptions: boolean;
  readonly strict: boolean;
}

/** The options of `drsim check`. */
export function checkOptions(cli: Argv): Argv {
  return cli
    .positional('scenario', {
      type: 'string',
      demandOption: true,
      describe: 'Scenario file (YAML); - reads it from stdin',
    })
    .option('format', {
      choices: FORMATS,
      default: 'table',
      describe: 'What to print; sarif is for code scanning, md for a pull request',
    })
    .option('all', {
      type: 'boolean',
      default: false,
      describe: 'List accepted findings too, with their reasons (json and sarif always do)',
    })
    .option('assumptions', {
      type: 'boolean',
      default: false,
      describe: 'Show every figure as written, with its source and the law fitted to it',
    })
    .option('strict', {
      type: 'boolean',
      default: false,
      describe: 'End with 99 when an error or a warning is open',
    })
    .example([
      ['$0 check shop.yaml', 'what will hurt on the day, and how to mend it'],
      ['$0 check shop.yaml --strict', 'the same as a gate in CI'],
      ['$0 check shop.yaml --format sarif > shop.sarif', 'for code scanning'],
      ['$0 check shop.yaml --assumptions', 'which figures a simulation rests on'],
    ])
    .epilogue(
      'A finding that you live with is accepted in the scenario, with the reason:\n' +
        '  readiness: { accepted: [{ finding: no-immutable-or-offline-copy, reason: … }] }',
    );
}
