import type { Assumption } from '../model/scenario.js';
import {
  acceptedFindings,
  countsText,
  findingCounts,
  type FindingsReport,
  nothingOpen,
  openFindings,
  type PlacedFinding,
  placeText,
  SEVERITY_TITLES,
} from './findings.js';
import { asText, rowOf, ruleOf, textRow } from './markdown-text.js';
import { sourceWords } from './source-words.js';

/**
 * What a check found, as GitHub-flavoured Markdown for a pull request; words of the scenario stay
 * text. @param all whether accepted findings are listed, not only counted
 */
export function findingsMarkdown(report: FindingsReport, all: boolean): string {
  const { findings, title, version, scenario, scenarioHash } = report;
  const sections = SEVERITY_TITLES.flatMap(([severity, heading]) =>
    section(heading, openFindings(findings, severity)),
  );
  const parts = [
    `## ${asText(title)}: ${countsText(findingCounts(findings))}`,
    asText(`drsim ${version}, scenario ${scenario} (${scenarioHash.slice(0, 8)})`),
    ...(sections.length === 0 ? [nothingOpen(report)] : sections),
    ...(all ? acceptedSection(acceptedFindings(findings)) : []),
    ...assumptionSection(report.assumptions),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(heading: string, findings: readonly PlacedFinding[]): string[] {
  if (findings.length === 0) return [];
  const rows = findings.map((finding) =>
    rowOf([
      whereIs(finding),
      `${asText(finding.found)} ${asText(finding.why)}`,
      asText(finding.fix),
    ]),
  );
  return [`### ${heading}`, table(['where', 'what and why', 'fix'], rows)];
}

function acceptedSection(findings: readonly PlacedFinding[]): string[] {
  if (findings.length === 0) return [];
  const rows = findings.map((finding) =>
    rowOf([whereIs(finding), asText(finding.found), asText(finding.accepted ?? '')]),
  );
  return ['### Accepted in the scenario', table(['where', 'what', 'accepted because'], rows)];
}

const whereIs = (finding: PlacedFinding) =>
  [`__${asText(finding.rule)}__`, asText(finding.path), asText(placeText(finding))].join('<br>');

function assumptionSection(assumptions: readonly Assumption[] | null): string[] {
  if (assumptions === null) return [];
  const rows = assumptions.map((assumption) =>
    textRow([assumption.path, assumption.text, assumption.fitted ?? '', sourceWords(assumption)]),
  );
  const heads = ['figure', 'as written', 'fitted law', 'source'];
  return ['### Figures that a simulation rests on', table(heads, rows)];
}

const table = (heads: readonly string[], rows: readonly string[]) =>
  [rowOf(heads), ruleOf(heads.length), ...rows].join('\n');
