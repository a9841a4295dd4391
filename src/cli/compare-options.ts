import type { Argv } from 'yargs';
import { oneSeed, wholeTrials, type Written } from './option-values.js';

const FORMATS = ['table', 'json', 'csv', 'md'] as const;

/** How `drsim compare` was called. */
export interface CompareCall {
  readonly scenario: string;
  /** Undefined: what the scenario says. */
  readonly trials: number | undefined;
  readonly seed: string | undefined;
  /** Promises beside the scenario's own. */
  readonly gate: readonly string[];
  readonly out: string;
  readonly format: (typeof FORMATS)[number];
  readonly charts: boolean;
  readonly quiet: boolean;
}

/** The options of `drsim compare`. */
export function compareOptions(cli: Argv): Argv {
  return cli
    .positional('scenario', {
      type: 'string',
      demandOption: true,
      describe: 'Scenario file (YAML); - reads it from stdin',
    })
    .option('trials', {
      type: 'string',
      requiresArg: true,
      describe: 'Histories to simulate; more give narrower intervals [default: the scenario’s]',
      coerce: wholeTrials,
    })
    .option('seed', {
      type: 'string',
      requiresArg: true,
      describe: 'Any text; the same seed gives the same histories [default: the scenario’s]',
      coerce: oneSeed,
    })
    .option('gate', {
      type: 'string',
      requiresArg: true,
      default: [],
      defaultDescription: 'the scenario’s',
      describe:
        'A promise to keep, such as "loss <= 1M USD for warm-standby"; may be given again. ' +
        'Exit code 99 when one is missed or undecided',
      coerce: everyGate,
    })
    .option('out', {
      type: 'string',
      requiresArg: true,
      default: 'out',
      describe: 'Folder for results; they go into a folder of the scenario’s name in it',
    })
    .option('format', { choices: FORMATS, default: 'table', describe: 'What to print' })
    .option('charts', {
      type: 'boolean',
      default: true,
      describe:
        'Draw the charts; --no-charts saves a few seconds, and the report then has tables only',
    })
    .option('quiet', { type: 'boolean', default: false, describe: 'No progress on stderr' });
}

function everyGate(written: Written): readonly string[] {
  if (written === undefined) return [];
  return typeof written === 'string' ? [written] : written;
}
