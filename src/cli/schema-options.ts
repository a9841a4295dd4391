import type { Argv } from 'yargs';

const FORMATS = ['json', 'md'] as const;

/** How `drsim schema` was called. */
export interface SchemaCall {
  readonly format: (typeof FORMATS)[number];
}

/** The options of `drsim schema`. */
export function schemaOptions(cli: Argv): Argv {
  return cli
    .option('format', {
      choices: FORMATS,
      default: 'json',
      describe: 'A JSON schema for editors, or the reference page',
    })
    .example('$0 schema > scenario.schema.json', 'the schema of scenario files, for an editor')
    .example('$0 schema --format md | less', 'every key with its unit, default and source');
}
