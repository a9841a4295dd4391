import { printable } from './display-width.js';
import type { FindingsReport, PlacedFinding, RuleText } from './findings.js';

/**
 * What a check found in the format of code scanning: SARIF 2.1.0 (OASIS, errata 01 of 2023). All
 * rules are named, so that a finding that is gone is known to be mended.
 *
 * @param uri of the scenario file, relative to the project where it is inside of it
 */
export function findingsSarif(report: FindingsReport, uri: string): string {
  const rules = report.rules.map(ruleObject);
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'drsim', version: report.version, rules } },
        // Columns count as JavaScript and editors do.
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) => resultObject(finding, report, uri)),
        properties: {
          scenario: report.scenario,
          scenarioHash: report.scenarioHash,
          ...(report.assumptions === null ? {} : { assumptions: report.assumptions }),
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleObject({ rule, severity, title, why }: RuleText) {
  return {
    id: rule,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: why },
    defaultConfiguration: { level: severity },
  };
}

function resultObject(finding: PlacedFinding, { rules }: FindingsReport, uri: string) {
  const { rule, severity, path, place, found, why, fix, accepted } = finding;
  const ruleIndex = rules.findIndex((known) => known.rule === rule);
  const region = { startLine: place.line, startColumn: place.column };
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: severity,
    message: { text: plainMessage(`${found} ${why} Fix: ${fix}`) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, region },
        logicalLocations: [{ fullyQualifiedName: path }],
      },
    ],
    // A finding stays the same one when lines above it come or go.
    partialFingerprints: { 'rulePath/v1': `${rule} ${path}` },
    ...(accepted === null ? {} : { suppressions: [{ kind: 'inSource', justification: accepted }] }),
  };
}

/** Text in which no link and no placeholder is seen (SARIF 2.1.0, sections 3.11.5 and 3.11.6). */
const plainMessage = (text: string) =>
  printable(text)
    .replaceAll('](', '] (')
    .replace(/\{(\d+)\}/g, '{{$1}}');
