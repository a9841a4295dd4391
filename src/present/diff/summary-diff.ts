import type { Assumption } from '../../model/scenario.js';
import type { Summary } from '../../experiment/summary.js';
import type { Estimate } from '../../stats/interval.js';
import type { Interval } from '../../stats/score-interval.js';
import type { Figure, Unit } from '../measures.js';
import { figuresOf, type PlacedFigure } from './figures.js';

/** What two runs differ in, the old one first. */
export interface SummaryDiff {
  readonly old: RunName;
  readonly new: RunName;
  /** What the runs were made from, as far as it differs. */
  readonly inputs: readonly Difference[];
  readonly assumptions: readonly Difference[];
  readonly figures: readonly FigureDiff[];
  /** Figures that are the same to the last digit. */
  readonly same: number;
}

type RunName = Pick<Summary, 'scenario' | 'version' | 'scenarioHash' | 'seed' | 'trials'> & {
  readonly currency: string;
};

/** A text of both; null where one has none. */
export interface Difference {
  readonly what: string;
  readonly old: string | null;
  readonly new: string | null;
}

/**
 * `changed`: the interval of the change excludes 0, or both are exact. `within chance`: it does not.
 * `unknown`: one of them is no number, or has no interval.
 */
export type Outcome = 'changed' | 'within chance' | 'unknown';

/** A figure that differs. */
export interface FigureDiff {
  readonly strategy: string;
  readonly service: string | null;
  readonly measure: string;
  readonly unit: Unit;
  /** Null where that run has no such figure. */
  readonly old: Figure | null;
  readonly new: Figure | null;
  /** New minus old; null unless both are numbers. */
  readonly change: Estimate | null;
  /** The change over the old figure's size; null without either. */
  readonly relative: number | null;
  readonly outcome: Outcome;
}

/** What has changed from one run to another. */
export function summaryDiff(old: Summary, now: Summary): SummaryDiff {
  const pairs = paired(figuresOf(old), figuresOf(now));
  const differing = pairs.filter(([from, to]) => !equal(from?.figure, to?.figure));
  return {
    old: runName(old),
    new: runName(now),
    inputs: differences(inputsOf(old), inputsOf(now)),
    assumptions: differences(assumptionTexts(old), assumptionTexts(now)),
    figures: differing.map(([from, to]) => figureDiff(from, to)),
    same: pairs.length - differing.length,
  };
}

function runName({ scenario, version, scenarioHash, seed, trials, currency }: Summary): RunName {
  return { scenario, version, scenarioHash, seed, trials, currency };
}

function inputsOf(summary: Summary): ReadonlyMap<string, string> {
  const { finance } = summary;
  return new Map([
    ['scenario', summary.scenario],
    ['title', summary.title],
    ['scenario hash', summary.scenarioHash],
    ['drsim version', summary.version],
    ['seed', summary.seed],
    ['trials', String(summary.trials)],
    ['interrupted', summary.interrupted ? 'yes' : 'no'],
    ['horizon, years', String(summary.horizonYears)],
    ['baseline', summary.baseline],
    ['discount rate', finance.discountRate === null ? 'none' : String(finance.discountRate)],
    ['amounts', finance.real ? 'real' : 'nominal'],
    ['strategies', Object.keys(summary.strategies).join(', ')],
    ['threats', Object.keys(summary.disastersPerYear).join(', ')],
  ]);
}

function assumptionTexts({ assumptions }: Summary): ReadonlyMap<string, string> {
  const text = ({ text: written, source }: Assumption) =>
    source === '' ? written : `${written} (${source})`;
  return new Map(assumptions.map((one) => [one.path, text(one)]));
}

function differences(
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Difference[] {
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((what) => ({ what, old: old.get(what) ?? null, new: now.get(what) ?? null }))
    .filter((one) => one.old !== one.new);
}

type Pair = readonly [PlacedFigure | undefined, PlacedFigure | undefined];

/** Figures of the same place, in the order of the new run; what is gone comes last. */
function paired(old: readonly PlacedFigure[], now: readonly PlacedFigure[]): Pair[] {
  const key = ({ strategy, service, measure }: PlacedFigure) =>
    JSON.stringify([strategy, service, measure]);
  const before = new Map(old.map((one) => [key(one), one]));
  const after = new Set(now.map(key));
  return [
    ...now.map((one): Pair => [before.get(key(one)), one]),
    ...old.filter((one) => !after.has(key(one))).map((one): Pair => [one, undefined]),
  ];
}

/** Whether two figures are told alike, whatever more they carry, such as curves. */
function equal(a: Figure | undefined, b: Figure | undefined): boolean {
  const told = (figure: Figure | undefined) =>
    typeof figure === 'object' ? [figure.mean, figure.ci95] : (figure ?? null);
  return JSON.stringify(told(a)) === JSON.stringify(told(b));
}

function figureDiff(from: PlacedFigure | undefined, to: PlacedFigure | undefined): FigureDiff {
  const { strategy, service, measure, unit } = (to ?? from)!;
  const place = { strategy, service, measure, unit };
  const [old, now] = [plain(from?.figure), plain(to?.figure)];
  const change = changeOf(old, now);
  const before = typeof old === 'object' ? (old?.mean ?? null) : null;
  const relative =
    change === null || change.mean === null || !before ? null : change.mean / Math.abs(before);
  return { ...place, old, new: now, change, relative, outcome: outcomeOf(change) };
}

/** A figure without what no table shows. */
function plain(figure: Figure | undefined): Figure | null {
  if (typeof figure !== 'object') return figure ?? null;
  const { mean, ci95, needs, never } = figure;
  return { mean, ci95, ...(needs !== undefined && { needs }), ...(never && { never }) };
}

/**
 * New minus old, with the interval that follows from both as if the runs shared no luck: rather too
 * wide where they have the same seed.
 *
 * @see Zou & Donner, Construction of confidence limits about effect measures (Statistics in Medicine
 *   2008)
 */
function changeOf(old: Figure | null, now: Figure | null): Estimate | null {
  if (typeof old !== 'object' || typeof now !== 'object' || !old || !now) return null;
  if (old.mean === null || now.mean === null) return null;
  const mean = now.mean - old.mean;
  if (old.ci95 === null || now.ci95 === null) return { mean, ci95: null };
  const reach = (a: number, b: number) => Math.sqrt(a * a + b * b);
  const ci95: Interval = [
    mean - reach(now.mean - now.ci95[0], old.ci95[1] - old.mean),
    mean + reach(now.ci95[1] - now.mean, old.mean - old.ci95[0]),
  ];
  return { mean, ci95 };
}

function outcomeOf(change: Estimate | null): Outcome {
  if (change === null || change.ci95 === null) return 'unknown';
  const [low, high] = change.ci95;
  return low > 0 || high < 0 ? 'changed' : 'within chance';
}
