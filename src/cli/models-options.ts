import type { Argv } from 'yargs';

const FORMATS = ['table', 'json', 'md'] as const;

/** How `drsim models` was called. */
export interface ModelsCall {
  /** A folder or an entry; undefined for the whole catalogue. */
  readonly what: string | undefined;
  readonly format: (typeof FORMATS)[number];
}

/** The options of `drsim models`. */
export function modelsOptions(cli: Argv): Argv {
  return cli
    .positional('what', {
      type: 'string',
      describe: 'A folder such as threats, or an entry such as threats/site-fire',
    })
    .option('format', { choices: FORMATS, default: 'table', describe: 'What to print' })
    .example([
      ['$0 models', 'everything that a scenario can pick from'],
      ['$0 models threats', 'the threats'],
      ['$0 models site-fire', 'one entry: every figure with its source'],
    ]);
}
