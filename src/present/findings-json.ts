import { findingCounts, type FindingsReport } from './findings.js';

/** What a check found, for scripts: every finding with its place, accepted ones too. */
export function findingsJson(report: FindingsReport): string {
  const { scenario, title, version, scenarioHash, findings, assumptions } = report;
  const said = {
    scenario,
    title,
    version,
    scenarioHash,
    counts: findingCounts(findings),
    findings,
    ...(assumptions === null ? {} : { assumptions }),
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}
