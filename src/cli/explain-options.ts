import type { Argv } from 'yargs';
import { wrongInput } from './failure.js';
import { oneSeed, oneTrial, wholeTrials, type Written } from './option-values.js';

const FORMATS = ['table', 'json'] as const;

/** How `drsim explain` was called. */
export interface ExplainCall {
  readonly scenario: string;
  /** Undefined: the one that the other options pick. */
  readonly trial: number | undefined;
  /** 0 to 1; the worst is 1. */
  readonly percentile: number | undefined;
  readonly worst: boolean | undefined;
  readonly threat: string | undefined;
  readonly service: string | undefined;
  readonly strategy: string | undefined;
  readonly copies: boolean;
  readonly at: string | undefined;
  readonly all: boolean;
  readonly trials: number | undefined;
  readonly seed: string | undefined;
  readonly format: (typeof FORMATS)[number];
  readonly quiet: boolean;
}

/** The options of `drsim explain`. */
export function explainOptions(cli: Argv): Argv {
  const name = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;
  return cli
    .positional('scenario', {
      type: 'string',
      demandOption: true,
      describe: 'Scenario file (YAML); - reads it from stdin',
    })
    .option('worst', {
      type: 'boolean',
      describe: 'The history that costs most; what happens without --trial or --percentile',
    })
    .option('percentile', {
      ...name('The history that so many percent of all cost no more than, such as 99'),
      coerce: onePercentile,
    })
    .option('trial', { ...name('The history of this number, from 0'), coerce: oneTrial })
    .option('strategy', name('Only this strategy; its loss alone picks the history'))
    .option('service', name('Only this service'))
    .option('threat', name('Only disasters of this threat'))
    .option('all', {
      type: 'boolean',
      default: false,
      describe: 'Every disaster of the history, or every state of a store',
    })
    .option('copies', {
      type: 'boolean',
      default: false,
      describe: 'List the states that each copy could give back instead, if nothing had struck',
    })
    .option('at', name('Instant (UTC) for --copies, such as 2028-03-01 or "2028-03-01 14:30"'))
    .option('trials', {
      ...name('Histories to pick from [default: the scenario’s]'),
      coerce: wholeTrials,
    })
    .option('seed', {
      ...name('Any text; the same seed gives the same histories [default: the scenario’s]'),
      coerce: oneSeed,
    })
    .option('format', { choices: FORMATS, default: 'table', describe: 'What to print' })
    .option('quiet', { type: 'boolean', default: false, describe: 'No progress on stderr' })
    .conflicts({ trial: ['worst', 'percentile'], percentile: 'worst' })
    .example([
      ['$0 explain shop.yaml', 'the disaster that costs most, strategy by strategy'],
      ['$0 explain shop.yaml --threat ransomware', 'the same of one threat'],
      ['$0 explain shop.yaml --trial 17 --all', 'all that strikes in one history'],
      ['$0 explain shop.yaml --copies --at 2028-03-01', 'what could be restored on that day'],
    ]);
}

function onePercentile(written: Written): number | undefined {
  if (written === undefined) return undefined;
  const text = String(written);
  const percent = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (percent <= 100) return percent / 100;
  throw wrongInput(`--percentile\n  expected  a number from 0 to 100\n  got       ${text}`);
}
