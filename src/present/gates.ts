import type { GateResult, Summary } from '../experiment/summary.js';
import { grouped } from './amounts.js';
import { printable } from './display-width.js';
import { figureText } from './figure-text.js';

/** A promise with all that it was judged on. */
export interface JudgedGate {
  /** The gate as written. */
  readonly text: string;
  /** Kept only where all of it is; missed where any of it is. */
  readonly outcome: GateResult['outcome'];
  readonly results: readonly GateResult[];
}

/** Worst first. */
const OUTCOMES = ['missed', 'undecided', 'kept'] as const;

/** The gates of a run, in the order in which they were given. */
export function judgedGates({ gates = [] }: Pick<Summary, 'gates'>): readonly JudgedGate[] {
  const texts = [...new Set(gates.map(({ gate }) => gate))];
  return texts.map((text) => {
    const results = gates.filter(({ gate }) => gate === text);
    const outcome = OUTCOMES.find((word) => results.some((result) => result.outcome === word))!;
    return { text, outcome, results };
  });
}

/** `Gates: 2 kept, 1 missed`. */
export function gatesHeadline(gates: readonly JudgedGate[]): string {
  const counts = OUTCOMES.toReversed().flatMap((outcome) => {
    const count = gates.filter((gate) => gate.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return `Gates: ${counts.join(', ')}`;
}

/** What the outcomes mean. */
export const GATES_NOTE =
  'Gates: kept or missed when the whole 95 % interval is on one side of the bound, else undecided.';

/** The figure that a gate was judged on; its currency is said with it. */
export function gateFigure({ value, ci95, unit, needsTrials, why }: GateResult, summary: Summary) {
  const needs = value === null && needsTrials !== undefined ? { needs: needsTrials } : {};
  const never = why === 'nothing strikes' ? { never: true as const } : {};
  return figureText({ mean: value, ci95, ...needs, ...never }, unit, printable(summary.currency));
}

/** The figures of all gates, for the footnotes on their signs. */
export function gateFigures(summary: Summary): string[] {
  return (summary.gates ?? []).map((result) => gateFigure(result, summary));
}

/** Why a gate is undecided, and what would decide it; empty where its figure says so itself. */
export function undecidedText({ why, needsTrials, relation, value }: GateResult): string {
  if (why === undefined) return '';
  const trials = `about ${grouped(needsTrials ?? 0)} trials`;
  switch (why) {
    case 'too few seen':
      return value === null ? '' : `too few incidents to be sure; it takes ${trials}`;
    case 'nothing strikes':
      return 'nothing in the scenario can strike it, so that there is nothing to judge';
    case 'nothing lost':
      return 'nothing was lost in the simulated years: how large a first loss is, nobody saw';
    case 'never certain':
      return relation === '<='
        ? 'no number of trials shows that it never happens: allow a little'
        : 'no number of trials shows that it never fails: promise a little less';
    case 'too close':
      return 'too near the bound for any number of trials to tell';
    case 'too wide':
      return `${trials} should decide it`;
  }
}
