import type { Summary } from '../experiment/summary.js';
import { figureRows, type Measured, serviceNames } from './figure-rows.js';
import { gateFigures, GATES_NOTE } from './gates.js';
import { gatesMarkdown } from './gates-markdown.js';
import { leftOutTexts } from './left-out.js';
import { asText, textRow } from './markdown-text.js';
import { pricedStrategy, SERVICE_MEASURES, STRATEGY_MEASURES } from './measures.js';
import { objectiveTexts } from './objectives.js';
import { verdictSentences } from './verdict.js';
import { WORTH_MEASURES } from './worth-measures.js';
import { worthBasis } from './worth-words.js';
import {
  footnotes,
  headline,
  interruptedNote,
  objectivesText,
  provenance,
  whatStruck,
} from './words.js';

/** The whole comparison as GitHub-flavoured Markdown; names of the scenario stay text. */
export function markdownTable(summary: Summary): string {
  const strategies = Object.keys(summary.strategies);
  const sections = serviceNames(summary).flatMap((name) => {
    const columns = strategies.map((strategy) => summary.strategies[strategy]?.services[name]);
    const service = columns.find((column) => column !== undefined);
    if (service === undefined) return [];
    const asked = objectivesText(objectiveTexts(service));
    return [
      `## ${asText(service.title)}, ${asText(asked)}`,
      table(strategies, columns, { measures: SERVICE_MEASURES, currency: summary.currency }),
    ];
  });
  const money = table(
    strategies,
    strategies.map((name) => pricedStrategy(summary, name)),
    { measures: STRATEGY_MEASURES, currency: null },
  );
  const worth = table(
    strategies,
    strategies.map((name) => pricedStrategy(summary, name)),
    { measures: WORTH_MEASURES, currency: null },
  );
  const body = [
    ...sections,
    `## Cost per year, in ${asText(summary.currency)}`,
    money,
    `## Worth against ${asText(summary.baseline)}, ${asText(worthBasis(summary))}, in ${asText(summary.currency)}`,
    worth,
  ];
  return `${[
    `# ${asText(headline(summary))}`,
    asText(provenance(summary)),
    asText(whatStruck(summary)),
    ...(summary.interrupted ? [`__${asText(interruptedNote(summary))}__`] : []),
    ...body,
    ...verdictSentences(summary).map((sentence) => `__${asText(sentence)}__`),
    ...gatesMarkdown(summary),
    [
      ...leftOutTexts(summary.notSimulated ?? []),
      ...footnotes(
        [...body.flatMap((part) => part.split(/\| | \|/)), ...gateFigures(summary)],
        summary,
      ),
      ...(summary.gates === undefined ? [] : [GATES_NOTE]),
    ]
      .map((note) => `- ${asText(note)}`)
      .join('\n'),
  ].join('\n\n')}\n`;
}

function table<Of>(
  heads: readonly string[],
  columns: ReadonlyArray<Of | undefined>,
  measured: Measured<Of>,
): string {
  const lines = figureRows(columns, measured).map(({ label, cells }) => row(label.trim(), cells));
  return [row('', heads), `| --- |${' ---: |'.repeat(heads.length)}`, ...lines].join('\n');
}

const row = (label: string, cells: readonly string[]) => textRow([label, ...cells]);
