import type { DifferenceSummary, Summary } from '../experiment/summary.js';
import { trialsNeeded } from '../stats/trials-needed.js';
import { grouped, moneyAround, moneyOf, shareOf, yearsOf } from './amounts.js';
import { named, printable, shortened } from './display-width.js';
import { between, figureText, NEVER_STRUCK, NOTHING, TOO_FEW } from './figure-text.js';

const histories = (summary: Summary) => `${grouped(summary.trials)} trials`;

/** What the table is about, as its first line. */
export function headline(summary: Summary): string {
  const count = Object.keys(summary.strategies).length;
  const strategies = count === 1 ? '1 strategy' : `${count} strategies`;
  return `${shortened(printable(summary.title), 60)}: ${strategies} under the same disasters`;
}

/** Which program and which scenario something comes from. */
export function origin(of: Pick<Summary, 'version' | 'scenario' | 'scenarioHash'>): string {
  return `drsim ${of.version}, scenario ${named(of.scenario)} (${of.scenarioHash.slice(0, 8)})`;
}

/** What somebody needs to get the same figures again. */
export function provenance(summary: Summary): string {
  const seed = named(summary.seed);
  return (
    `${histories(summary)} of ${yearsOf(summary.horizonYears)}, seed ${seed}, ` + origin(summary)
  );
}

/** How often each threat struck somewhere. */
export function whatStruck(summary: Summary): string {
  const threats = Object.entries(summary.disastersPerYear).map(
    ([name, rate]) => `${named(name)} ${figureText(rate, 'per year', summary.currency)}`,
  );
  if (threats.length === 0) return 'No threats are configured: nothing strikes.';
  return `Disasters per year: ${threats.join('; ')}`;
}

/** Said first when a run was stopped early. */
export function interruptedNote(summary: Summary): string {
  return `Interrupted: these figures rest on the first ${histories(summary)} only.`;
}

/** What a service asks for. */
export function objectivesText(objectives: ReadonlyArray<string>): string {
  return objectives.length === 0 ? 'no objectives set' : `objectives: ${objectives.join(', ')}`;
}

/** One sentence per alternative: dearer or cheaper than the baseline, and how sure that is. */
export function verdict(summary: Summary): string[] {
  return Object.keys(summary.strategies).flatMap((name) => {
    const difference = summary.differences[`${name} vs ${summary.baseline}`];
    return difference === undefined ? [] : [verdictOn(name, difference, summary)];
  });
}

function verdictOn(name: string, difference: DifferenceSummary, summary: Summary): string {
  const { mean, ci95 } = difference.total;
  const one = named(name);
  const other = named(summary.baseline);
  if (mean === null) return `${one} and ${other}: too few trials to compare their cost.`;
  if (ci95 === null) return unsure({ one, other, mean }, summary);
  const [low, high] = ci95;
  if (low <= 0 && high >= 0) return undecided({ one, other, mean, low, high }, summary);
  const half = (high - low) / 2;
  const size = Math.abs(mean);
  const currency = named(summary.currency);
  const amount = half > 0 ? moneyAround(size, half, currency) : moneyOf(size, currency);
  const direction = mean < 0 ? 'less' : 'more';
  const sure =
    half > 0
      ? ` (95 % sure that it is ${cheaperOrDearer(mean)} on average)`
      : ' (the same in every history)';
  return `${one} costs ${amount} a year ${direction} than ${other}${sure}.` + luckText(difference);
}

const cheaperOrDearer = (mean: number) => (mean < 0 ? 'cheaper' : 'dearer');

function luckText({ chanceCheaper }: DifferenceSummary): string {
  if (chanceCheaper.mean === null) return '';
  const share = shareOf(chanceCheaper.mean);
  return ` It is the cheaper one in ${share} of the histories.`;
}

/** A difference in price alone: neither lost anything, so nobody knows what a loss would change. */
function unsure({ one, other, mean }: Unsure, summary: Summary): string {
  const amount = moneyOf(Math.abs(mean), named(summary.currency));
  const direction = mean < 0 ? 'less' : 'more';
  return (
    `${one} costs ${amount} a year ${direction} than ${other}, but neither lost anything in the ` +
    'simulated years: how sure that is cannot be told.'
  );
}

interface Unsure {
  readonly one: string;
  readonly other: string;
  readonly mean: number;
}

interface Undecided extends Unsure {
  readonly low: number;
  readonly high: number;
}

function undecided({ one, other, mean, low, high }: Undecided, summary: Summary): string {
  if (low === 0 && high === 0) return `${one} and ${other} cost exactly the same a year.`;
  const currency = named(summary.currency);
  const range = between(moneyOf(low, currency), moneyOf(high, currency));
  const needed = trialsToSettle(mean, (high - low) / 2, summary.trials);
  const more = needed === null ? '' : `; about ${grouped(needed)} should settle it`;
  return (
    `The costs of ${one} and ${other} cannot be told apart with ${histories(summary)} ` +
    `(difference ${range} a year)${more}.`
  );
}

/**
 * Trials after which an interval that narrows with the square root of their number would exclude 0;
 * null when the difference is too close to 0 to say.
 */
function trialsToSettle(mean: number, half: number, trials: number): number | null {
  const ratio = half / Math.abs(mean);
  return ratio < 100 ? trialsNeeded({ trials, required: ratio * ratio, seen: 1 }) : null;
}

/** What the signs in a table's cells mean; only those that occur in them. */
export function footnotes(cells: readonly string[], summary: Summary): string[] {
  const baseline = named(summary.baseline);
  const notes: ReadonlyArray<readonly [RegExp, string]> = [
    [
      /±|\(/,
      '±, or (low to high): the 95 % confidence interval that follows from the number of trials. ' +
        'It does not cover wrong assumptions.',
    ],
    [
      /(?:)/,
      'RTO, RPO: achieved in simulated incidents, which are disasters that touched the service. ' +
        'p95: 95 of 100 incidents were at or below it.',
    ],
    [/^0, below/, '0, below x: never seen in the simulated years; x is the 95 % upper bound.'],
    [/^0$/, '0: none of it in the simulated years; a first one may still come.'],
    [/, above/, '100%, above x: never failed in the simulation; x is the 95 % lower bound.'],
    [/^needs/, 'needs n: too few incidents for this figure; it takes n trials or more.'],
    [RegExp(`^${TOO_FEW}`), `${TOO_FEW}: not enough incidents for this figure; run more trials.`],
    [
      /^never.struck/u,
      `${NEVER_STRUCK}: nothing in the scenario can strike it, so that there is nothing to measure.`,
    ],
    [
      RegExp(`^${NOTHING}$`),
      `${NOTHING}: does not apply (no objective is set, it is the baseline itself, or there is no ` +
        'such figure).',
    ],
    [/^unrecoverable$/, 'unrecoverable: no data came back, so that no age of it can be told.'],
    [
      /^never$/,
      `never: more disasters do not make it cheaper than ${baseline}, or it does not pay back ` +
        'within the horizon.',
    ],
  ];
  return notes.filter(([sign]) => cells.some((cell) => sign.test(cell))).map(([, note]) => note);
}
