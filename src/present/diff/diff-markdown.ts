import { asText, rowOf, textRow } from '../markdown-text.js';
import {
  byPlace,
  DIFF_HEADS,
  DIFF_NOTE,
  diffCells,
  differenceText,
  diffHeadline,
  shownFigures,
} from './diff-words.js';
import type { Difference, SummaryDiff } from './summary-diff.js';

/** What changed between two runs, for a pull request. @param all also what chance explains */
export function diffMarkdown(diff: SummaryDiff, all: boolean): string {
  const { currency } = diff.new;
  const tables = [...byPlace(shownFigures(diff, all))].map(([place, figures]) =>
    [
      `### ${asText(place)}`,
      '',
      textRow(['', ...DIFF_HEADS]),
      rowOf(['---', ...DIFF_HEADS.map(() => '---:')]),
      ...figures.map((one) => textRow([one.measure, ...diffCells(one, currency)])),
    ].join('\n'),
  );
  return `${[
    `## What changed in ${asText(diff.new.scenario)}`,
    `__${asText(diffHeadline(diff))}__`,
    ...listed('Inputs', diff.inputs),
    ...listed('Assumptions', diff.assumptions),
    ...tables,
    ...(tables.length === 0 ? [] : [asText(DIFF_NOTE)]),
  ].join('\n\n')}\n`;
}

function listed(title: string, differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  return [`### ${title}`, differences.map((one) => `- ${asText(differenceText(one))}`).join('\n')];
}
