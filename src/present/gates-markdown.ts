import type { Summary } from '../experiment/summary.js';
import { gateFigure, gatesHeadline, judgedGates, undecidedText } from './gates.js';
import { asText, ruleOf, textRow } from './markdown-text.js';

const COLUMNS = ['Gate', 'Outcome', 'Strategy', 'Service', 'Value'];

/** The promises of a run as a section of Markdown; nothing without any. */
export function gatesMarkdown(summary: Summary): string[] {
  const gates = judgedGates(summary);
  if (gates.length === 0) return [];
  const rows = gates.flatMap(({ text, results }) =>
    results.map((result) => {
      const why = undecidedText(result);
      const value = gateFigure(result, summary) + (why === '' ? '' : `; ${why}`);
      return textRow([text, result.outcome, result.strategy, result.service ?? '', value]);
    }),
  );
  const table = [textRow(COLUMNS), ruleOf(COLUMNS.length), ...rows].join('\n');
  return [`## ${asText(gatesHeadline(gates))}`, table];
}
