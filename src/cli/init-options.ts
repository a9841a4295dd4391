import type { Argv } from 'yargs';
import { wrongInput } from './failure.js';
import { type Answers, QUESTIONS } from './init-questions.js';
import { templateNames } from './starter.js';

/** How `drsim init` was called. */
export interface InitCall extends Answers {
  /** Undefined: the usual name. Empty for stdout, which is what yargs makes of `-`. */
  readonly file: string | undefined;
  readonly template: string | undefined;
  readonly force: boolean;
}

/** The options of `drsim init`. */
export function initOptions(cli: Argv): Argv {
  const named = cli
    .positional('file', {
      type: 'string',
      describe: 'File to write; - prints it [default: scenario.yaml]',
    })
    .option('template', {
      choices: templateNames(),
      describe: 'What to start from, without questions [default: two-sites, with questions]',
    })
    .option('force', { type: 'boolean', default: false, describe: 'Write over a file' });
  return QUESTIONS.reduce(
    (options, { flag, ask }) =>
      options.option(flag, {
        type: 'string',
        requiresArg: true,
        describe: ask,
        coerce: (written: unknown) => once(flag, written),
      }),
    named,
  ).example([
    ['$0 init', 'ask a few questions and write scenario.yaml'],
    ['$0 init shop.yaml --template three-strategies', 'without questions'],
    ['$0 init shop.yaml --data-size "4 TB" --rto "2 h"', 'with these answers'],
    ['$0 init - | less', 'only look at it'],
  ]);
}

/** An option given twice comes as a list. */
function once(flag: string, written: unknown): string | undefined {
  if (written === undefined || typeof written === 'string') return written;
  throw wrongInput(`--${flag}\n  expected  one text`);
}
