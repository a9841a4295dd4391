import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SEVERITIES } from '../plan/finding.js';
import { readinessFindings } from '../plan/readiness/findings.js';
import { RULES } from '../plan/readiness/rules.js';
import { findingCounts, countsText, type FindingsReport } from '../present/findings.js';
import { findingsJson } from '../present/findings-json.js';
import { findingsMarkdown } from '../present/findings-markdown.js';
import { findingsSarif } from '../present/findings-sarif.js';
import { findingsTable } from '../present/findings-table.js';
import type { CheckCall } from './check-options.js';
import { EXIT } from './failure.js';
import { drsimVersion } from './package.js';
import { calledIn, readScenarioFile } from './read-files.js';
import { stdoutLook } from './terminal.js';

/** `drsim check`: what will hurt on the day, found without simulating. @returns the exit code */
export function check(call: CheckCall): number {
  const report = reportOn(call);
  process.stdout.write(printed(report, call));
  const open = findingCounts(report.findings);
  if (!call.strict || open.error + open.warning === 0) return EXIT.done;
  process.stderr.write(`--strict: ${countsText({ ...open, note: 0, accepted: 0 })} left open\n`);
  return EXIT.gate;
}

function reportOn({ scenario: file, assumptions }: CheckCall): FindingsReport {
  const { scenario, placeOf, hash } = readScenarioFile(file);
  const findings = readinessFindings(scenario)
    .map((finding) => ({ ...finding, place: placeOf(finding.path) }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column,
    );
  return {
    scenario: scenario.name,
    title: scenario.title,
    version: drsimVersion(),
    scenarioHash: hash,
    rules: RULES,
    findings,
    assumptions: assumptions ? scenario.assumptions : null,
  };
}

function printed(report: FindingsReport, { format, all, scenario }: CheckCall): string {
  switch (format) {
    case 'json':
      return findingsJson(report);
    case 'sarif':
      return findingsSarif(report, uriOf(calledIn(scenario)));
    case 'md':
      return findingsMarkdown(report, all);
    case 'table':
      return findingsTable(report, { ...stdoutLook(), all });
  }
}

/** A file below the working folder relative to it, any other one in full. */
function uriOf(file: string): string {
  const path = relative(process.cwd(), resolve(file));
  if (path.startsWith('..') || isAbsolute(path)) return pathToFileURL(file).href;
  // Half a surrogate pair, which Windows allows in a name, has no encoding.
  const name = path.replaceAll(/\p{Surrogate}/gu, '\ufffd');
  return name.split(sep).map(encodeURIComponent).join('/');
}
