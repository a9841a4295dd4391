import { MOST_TRIALS } from '../model/scenario.js';
import { wrongInput } from './failure.js';

/** What was written after an option; a list if the option was given twice. */
export type Written = string | readonly string[] | undefined;

/** How many histories. */
export const wholeTrials = wholeNumber('trials', { least: 1, most: MOST_TRIALS });

/** The number of one of them. */
export const oneTrial = wholeNumber('trial', { least: 0, most: MOST_TRIALS - 1 });

function wholeNumber(option: string, { least, most }: { least: number; most: number }) {
  return (written: Written): number | undefined => {
    if (written === undefined) return undefined;
    const text = String(written);
    const number = /^\d[\d_]*$/.test(text) ? Number(text.replaceAll('_', '')) : NaN;
    if (number >= least && number <= most) return number;
    throw wrongInput(
      `--${option}\n  expected  a whole number from ${least} to ${most}\n  got       ${text}`,
    );
  };
}

export function oneSeed(written: Written): string | undefined {
  if (written === undefined) return undefined;
  if (typeof written === 'string' && written !== '') return written;
  throw wrongInput('--seed\n  expected  one text that is not empty, such as --seed 7');
}
