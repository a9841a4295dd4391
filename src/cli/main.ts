#!/usr/bin/env node
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { InvariantError } from '../base/invariant.js';
import { type CheckCall, checkOptions } from './check-options.js';
import { type CompareCall, compareOptions } from './compare-options.js';
import { type DiffCall, diffOptions } from './diff-options.js';
import { type ExplainCall, explainOptions } from './explain-options.js';
import { EXIT, Failure, isSystemError, wrongInput } from './failure.js';
import { type InitCall, initOptions } from './init-options.js';
import { type ModelsCall, modelsOptions } from './models-options.js';
import { drsimVersion } from './package.js';
import { type SchemaCall, schemaOptions } from './schema-options.js';

const EXAMPLES = [
  ['$0 init shop.yaml', 'write a scenario to start from'],
  ['$0 check shop.yaml', 'find its weak points without simulating'],
  ['$0 compare scenarios/online-shop.yaml', 'compare its strategies and print a table'],
  ['$0 explain shop.yaml', 'tell the disaster that costs most, step by step'],
  ['$0 compare shop.yaml --trials 100000 --seed 7', 'more histories, another seed'],
  ['$0 compare shop.yaml --format json > shop.json', 'everything as JSON'],
] as const;

async function main(): Promise<number> {
  let exitCode: number = EXIT.done;
  const cli = yargs(hideBin(process.argv))
    .scriptName('drsim')
    .usage('drsim: which disaster-recovery strategy is worth its money?\n\n$0 <command>')
    .command(
      'compare <scenario>',
      'Strike every strategy of a scenario with the same disasters and compare what they cost',
      compareOptions,
      async (call) => {
        const { compare } = await import('./compare.js');
        exitCode = await compare(call as unknown as CompareCall);
      },
    )
    .command(
      'check <scenario>',
      'Find what will hurt on the day, without simulating, and how to mend it',
      checkOptions,
      async (call) => {
        const { check } = await import('./check.js');
        exitCode = check(call as unknown as CheckCall);
      },
    )
    .command(
      'explain <scenario>',
      'Tell one disaster step by step, or what each copy could give back',
      explainOptions,
      async (call) => {
        const { explain } = await import('./explain.js');
        exitCode = await explain(call as unknown as ExplainCall);
      },
    )
    .command(
      'diff <old> <new>',
      'Show what changed between two runs: inputs, assumptions and figures with intervals',
      diffOptions,
      async (call) => {
        const { diff } = await import('./diff.js');
        exitCode = diff(call as unknown as DiffCall);
      },
    )
    .command(
      'models [what]',
      'List the threats, strategies, prices and figures that a scenario can pick from',
      modelsOptions,
      async (call) => {
        const { models } = await import('./models.js');
        exitCode = models(call as unknown as ModelsCall);
      },
    )
    .command(
      'schema',
      'Print what a scenario file may look like, for editors or as the reference page',
      schemaOptions,
      async (call) => {
        const { schema } = await import('./schema.js');
        exitCode = schema(call as unknown as SchemaCall);
      },
    )
    .command(
      'init [file]',
      'Write a scenario to start from, commented and ready to run',
      initOptions,
      async (call) => {
        const { init } = await import('./init.js');
        exitCode = await init(call as unknown as InitCall);
      },
    )
    .example(EXAMPLES.map(([call, what]) => [call, what]))
    .demandCommand(1, 'Name a command; `drsim --help` lists them.')
    .strict()
    .recommendCommands()
    .version(drsimVersion())
    .help()
    .wrap(Math.min(100, process.stdout.columns ?? 80))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // Without a message of yargs' own the error comes from the command itself.
      throw message || !error ? wrongInput(`${message ?? 'wrong call'}\nTry drsim --help.`) : error;
    });
  await cli.parseAsync();
  return exitCode;
}

function sayWhatFailed(error: unknown): number {
  if (error instanceof Failure) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (isSystemError(error)) {
    process.stderr.write(
      `the machine failed, not the scenario: ${error.message}\n` +
        '  fix  see that there is space and permission, then run the command again\n',
    );
    return EXIT.worldFailed;
  }
  const call = process.argv.slice(2).map(quoted).join(' ');
  const what = error instanceof Error ? error : new Error(String(error));
  const said = what instanceof InvariantError ? what.message : (what.stack ?? what.message);
  process.stderr.write(
    `drsim has made a mistake, not you: ${said}\n` +
      `  replay  drsim ${call}\n  please report it with this command and the scenario\n`,
  );
  return EXIT.ourMistake;
}

function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

// A reader of our output that has seen enough, such as `head`, is no failure: the command goes on,
// and its exit code stays its own. A full disk is one, whatever the command came to.
let unwritten: number | undefined;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || unwritten !== undefined) return;
  unwritten = sayWhatFailed(error);
  process.exitCode = unwritten;
});

const exitCode = await main().catch(sayWhatFailed);
process.exitCode = unwritten ?? exitCode;
